// Checks the packages in an npm lock file: the registry, the checksum, and the licence.
// Usage: node scripts/npm-packages.mjs [--count] FOLDER…   With --count it prints how many are
// installed.
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

const REGISTRY = 'https://registry.npmjs.org/';
/** Licences of tools, which do not apply to their output, and of fonts that are drawn into pictures. */
const LICENCES = new Set(['0BSD', 'Apache-2.0', 'BSD-2-Clause', 'BSD-3-Clause', 'ISC', 'MIT', 'MIT AND OFL-1.1', 'MPL-2.0']);

const count = process.argv[2] === '--count';
const folders = process.argv.slice(count ? 3 : 2);
const faults = [];
let installed = 0;
for (const folder of folders) {
  const lock = JSON.parse(readFileSync(join(folder, 'package-lock.json'), 'utf8'));
  for (const [place, entry] of Object.entries(lock.packages)) {
    if (place === '') continue;
    const fault = (what) => faults.push(`${folder}/package-lock.json: ${place} ${what}`);
    if (existsSync(join(folder, place))) installed += 1;
    // Without an address: it is from npm's configured registry, and the checksum verifies its bytes.
    if (entry.resolved !== undefined && !entry.resolved.startsWith(REGISTRY)) fault(`is from ${entry.resolved}`);
    if (!entry.integrity?.startsWith('sha512-')) fault('has no sha512 checksum');
    if (!LICENCES.has(entry.license)) fault(`is under ${entry.license}`);
  }
}
if (count) console.log(installed);
for (const fault of faults) console.error(fault);
process.exitCode = faults.length > 0 ? 1 : 0;
