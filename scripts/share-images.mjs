// Converts FOLDER/share/NAME.svg to FOLDER/share/NAME.png, 1200 pixels wide, and removes the SVG.
// Usage: node scripts/share-images.mjs FOLDER
// builder/paint.mjs draws. Pictures are cached in SHARE_CACHE, by default target/share-images.
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, readFileSync, renameSync, rmSync, statSync, utimesSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

import { FAMILIES, FONTS, painter, RASTERISER, strangeFamily } from '../builder/paint.mjs';

/** A cached picture that no build has used for this many days is deleted. */
const KEPT_DAYS = 30;

const packages = new URL('npm/node_modules/', import.meta.url);

function fail(what, remedy) {
  console.error(`\nerror: ${what}\nremedy: ${remedy}`);
  process.exit(1);
}

const sha256 = (...parts) => parts.reduce((hash, part) => hash.update(part), createHash('sha256')).digest();

function fromPackage(file) {
  try {
    return readFileSync(new URL(file, packages));
  } catch (error) {
    return fail(`scripts/npm/node_modules/${file} cannot be read (${error.code})`,
      'run ./dev build, which installs the npm packages; if it is still missing: npm --prefix scripts/npm ci --ignore-scripts');
  }
}

/** Writes a file atomically: an interrupted build leaves no partial picture. */
function put(file, ...parts) {
  const half = `${file}.${process.pid}.half`;
  writeFileSync(half, Buffer.concat(parts));
  renameSync(half, file);
}

/** The picture in a cache entry, which is its checksum followed by its bytes. */
function remembered(entry) {
  if (!existsSync(entry)) return null;
  const kept = readFileSync(entry);
  const png = kept.subarray(32);
  if (!kept.subarray(0, 32).equals(sha256(png))) return null;
  utimesSync(entry, new Date(), new Date());
  return png;
}

function forgetOld(cache) {
  const oldest = Date.now() - KEPT_DAYS * 24 * 60 * 60 * 1000;
  for (const name of readdirSync(cache)) {
    const entry = join(cache, name);
    if (statSync(entry, { throwIfNoEntry: false })?.mtimeMs < oldest) rmSync(entry, { force: true });
  }
}

const [folder, ...rest] = process.argv.slice(2);
if (!folder || rest.length) fail('one folder is needed', 'node scripts/share-images.mjs FOLDER, where FOLDER/share/*.svg lie');
const share = join(folder, 'share');
if (!existsSync(share)) fail(`${share} is not there`, 'run ./dev build, which writes the SVG files before it calls this');

const began = performance.now();
const names = readdirSync(share).filter((name) => name.endsWith('.svg')).sort();
const wasm = fromPackage(`${RASTERISER}/index_bg.wasm`);
const fonts = FONTS.map(fromPackage);
const cache = process.env.SHARE_CACHE || fileURLToPath(new URL('../target/share-images', import.meta.url));
mkdirSync(cache, { recursive: true });
const tools = sha256(readFileSync(new URL('../builder/paint.mjs', import.meta.url)), wasm, ...fonts);

let paint = null;
let drawn = 0;
let bytes = 0;
for (const name of names) {
  const file = join(share, name);
  const svg = readFileSync(file);
  const entry = join(cache, sha256(tools, svg).toString('hex'));
  let png = remembered(entry);
  if (!png) {
    const text = svg.toString('utf8');
    const strange = strangeFamily(text);
    if (strange) {
      fail(`${file} asks for the font “${strange}”`,
        `use one of ${FAMILIES.join(', ')} in src/web/share_image/mod.rs, or add the font to builder/paint.mjs`);
    }
    paint ??= await painter(await import(new URL(`${RASTERISER}/index.mjs`, packages)), wasm, fonts);
    try {
      png = paint(text);
    } catch (error) {
      fail(`${file} cannot be drawn: ${error?.message ?? error}`,
        'open it in a browser to see what is wrong, then mend src/web/share_image/mod.rs, which wrote it');
    }
    put(entry, sha256(png), png);
    drawn += 1;
  }
  put(file.replace(/\.svg$/, '.png'), png);
  rmSync(file);
  bytes += png.length;
}
forgetOld(cache);
const mean = names.length ? `, ${Math.round(bytes / names.length / 1000)} kB each` : '';
const seconds = ((performance.now() - began) / 1000).toFixed(1);
console.log(`share images: ${names.length} (${drawn} drawn, ${names.length - drawn} unchanged)${mean}, ${seconds} s`);
