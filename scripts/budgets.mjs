// The download sizes for a visitor, in bytes after gzip -9, with their budgets. A build over its budget
// fails. `aim` is the target; `most` is the present size, rounded up.
import { readdirSync, readFileSync, statSync, writeFileSync } from "node:fs";
import { gzipSync } from "node:zlib";

const dist = new URL("../dist/", import.meta.url);
const size = (name) => gzipSync(readFileSync(new URL(name, dist)), { level: 9 }).length;
const files = readdirSync(dist);
const file = (pattern) => {
  const found = files.filter((name) => pattern.test(name));
  if (found.length !== 1) throw new Error(`dist has ${found.length} files for ${pattern}; run ./dev build`);
  return found[0];
};
const wasm = (program) => size(file(new RegExp(`^${program}-[0-9a-f]+_bg\\.wasm$`)));
const js = (program) => size(file(new RegExp(`^${program}-[0-9a-f]+\\.js$`)));
const program = (name) => wasm(name) + js(name);

/** The largest page, except the whole ladder and pages with data for an island. */
function largestPage(folder = "", found = { name: "", bytes: 0 }) {
  for (const name of readdirSync(new URL(folder, dist))) {
    const path = `${folder}${name}`;
    if (statSync(new URL(path, dist)).isDirectory()) largestPage(`${path}/`, found);
    else if (name === "index.html" && !["whole/index.html"].includes(path)) {
      const bytes = size(path);
      if (bytes > found.bytes) Object.assign(found, { name: path, bytes });
    }
  }
  return found;
}

const largest = largestPage();
const budgets = [
  [`HTML and styles, the largest page: ${largest.name}`, largest.bytes, 14_000, 24_000],
  ["home until it is alive", size("index.html") + js("start") + program("page"), 60_000, 104_500],
  ["wasm of every page", wasm("page"), 35_000, 81_500],
  ["wasm of the quiz", wasm("quiz"), 130_000, 238_000],
  ["wasm of the results", wasm("results"), 180_000, 326_000],
  ["wasm of my data", wasm("data"), 130_000, 230_000],
  ["wasm of hours", wasm("workshop"), null, 97_000],
  ["wasm of the search", wasm("search"), null, 55_000],
  ["wasm of My growth: overview, marks", wasm("growth"), 170_000, 298_000],
  ["wasm of plan, check-ins, second views", wasm("review"), 170_000, 436_000],
  ["wasm of evidence and case", wasm("journal"), 170_000, 410_000],
  ["wasm of the time axis", wasm("over-time"), null, 250_000],
  ["wasm of notes and marks on other pages", wasm("here"), 60_000, 138_000],
  ["wasm of the Studio", wasm("studio"), null, 384_000],
  ["what My growth knows of the ladder, the largest file", Math.max(...files.filter((name) => /^growth-[0-9a-f]+\.json$/.test(name)).map(size)), null, 24_000],
  ["the builder, for Node and for the worker of the Studio", size("../target/builder/builder_bg.wasm"), null, 935_000],
  ["quiz, then its result: all programs", program("quiz") + program("results"), 310_000, 577_000],
];

const number = (value) => (value === null ? "–" : value.toLocaleString("en")).padStart(9);
console.log(`${"bytes".padStart(9)} ${"at most".padStart(9)} ${"aim".padStart(9)}`);
for (const [name, bytes, aim, most] of budgets) {
  console.log(`${number(bytes)} ${number(most)} ${number(aim)}  ${name}${bytes > most ? "  OVER" : ""}`);
}
if (process.argv.includes("--write")) {
  const page = new URL("../docs/performance.md", import.meta.url);
  const cell = (value) => (value === null ? "–" : value.toLocaleString("en"));
  const rows = budgets.map(([name, bytes, aim, most]) => `| ${name} | ${cell(bytes)} | ${cell(most)} | ${cell(aim)} |`);
  const table = ["| what | bytes | at most | aim |", "|---|---|---|---|", ...rows].join("\n");
  const text = readFileSync(page, "utf8").replace(/(<!-- sizes -->\n)[^]*(<!-- \/sizes -->)/, `$1\n${table}\n\n$2`);
  writeFileSync(page, text);
}
const over = budgets.filter(([, bytes, , most]) => bytes > most);
if (over.length > 0) {
  console.error(`error: ${over.map(([name]) => name).join("; ")}: over budget`);
  console.error("remedy: take code out, or raise the figure in scripts/budgets.mjs and say why in CHANGELOG.md");
  process.exit(1);
}
