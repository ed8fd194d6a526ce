// The readability of each page of a built site: words, the mean length of a sentence, the share of
// sentences over 25 words, the reading ease of Flesch (1948) and the grade of Kincaid et al. (1975), of the
// text of <main>. Usage: node scripts/readability.mjs [DIST] [--json]
import { readdirSync, readFileSync } from "node:fs";
import { join, relative } from "node:path";

const dist = process.argv.slice(2).find((one) => !one.startsWith("--")) ?? "dist";
const LONG = 25;
// Fewer words say nothing: both formulas are for passages of about 100.
const FEWEST = 100;

/** Every page, by its path in the site. */
function pages(folder = dist) {
  return readdirSync(folder, { withFileTypes: true }).flatMap((one) => {
    const path = join(folder, one.name);
    if (one.isDirectory()) return pages(path);
    return one.name === "index.html" ? [relative(dist, folder).replaceAll("\\", "/")] : [];
  });
}

const entities = { amp: "&", lt: "<", gt: ">", quot: '"', "#39": "'", nbsp: " " };

/** The text of <main> as sentences. Each block of the page ends one. */
function sentences(html) {
  const main = html.match(/<main\b[^>]*>([^]*?)<\/main>/)?.[1] ?? "";
  const text = main
    .replace(/<(script|style|template|svg|select|dialog|code|pre)\b[^]*?<\/\1>/g, " ")
    .replace(/<[^>]*class="[^"]*(?:visually-hidden|link-button)[^"]*"[^>]*>[^<]*<\/\w+>/g, " ")
    // What is inside a line does not end it.
    .replace(/<\/?(?:a|abbr|b|em|i|kbd|mark|small|span|strong)\b[^>]*>/g, "")
    .replace(/<[^>]+>/g, "\n")
    .replace(/&(#?\w+);/g, (all, name) => entities[name] ?? all);
  return text
    .split(/\n+|(?<=[.!?…][”’"')\]]*)\s+(?=["“‘(]?[\p{Lu}\d])/u)
    .map((sentence) => sentence.match(/\p{L}[\p{L}\p{M}’'-]*/gu) ?? [])
    .filter((words) => words.length > 0);
}

/** The syllables of an English word: groups of vowels, without a silent e. */
function syllables(word) {
  const plain = word.toLowerCase().normalize("NFD").replace(/[^a-z]/g, "");
  const spoken = plain.replace(/(?:[^laeiouy]es|[^td]ed|[^laeiouy]e)$/, (end) => end[0]).replace(/^y/, "");
  return Math.max(1, spoken.match(/[aeiouy]{1,2}/g)?.length ?? 1);
}

/** Headings, labels and the cells of tables are no sentences; a line counts as one from four words. */
function measure(lines) {
  const said = lines.filter((words) => words.length > 3);
  const words = said.flat();
  const length = words.length / said.length;
  const spoken = words.reduce((sum, word) => sum + syllables(word), 0) / words.length;
  return {
    words: words.length,
    length,
    long: said.filter((one) => one.length > LONG).length / said.length,
    ease: 206.835 - 1.015 * length - 84.6 * spoken,
    grade: 0.39 * length + 11.8 * spoken - 15.59,
  };
}

/** What kind of page it is: “levels/…/…”, “compare”, “guide/…”. Pages of further ladders count with the first's. */
function kindOf(path, ladders) {
  const parts = path.split("/").filter(Boolean);
  if (ladders.has(parts[0])) parts.shift();
  if (parts.length === 0) return "home";
  return [parts[0], ...parts.slice(1).map(() => "…")].join("/");
}

const all = pages();
const ladders = new Set(all.filter((path) => path.endsWith("/levels")).map((path) => path.split("/")[0]));
const measured = all
  .map((path) => ({ path: `/${path}`, lines: sentences(readFileSync(join(dist, path, "index.html"), "utf8")) }))
  .map(({ path, lines }) => ({ path, lines, ...measure(lines) }));
const kinds = new Map();
for (const page of measured) {
  const kind = kindOf(page.path, ladders);
  kinds.set(kind, [...(kinds.get(kind) ?? []), page]);
}
const rows = [...kinds]
  .map(([kind, pages]) => ({ kind, pages: pages.length, ...measure(pages.flatMap(({ lines }) => lines)) }))
  .sort((a, b) => a.ease - b.ease);
const worst = measured.filter(({ words }) => words >= FEWEST).sort((a, b) => a.ease - b.ease).slice(0, 10);

if (process.argv.includes("--json")) {
  console.log(JSON.stringify({ kinds: rows, worst: worst.map(({ lines, ...rest }) => rest) }, null, 2));
} else {
  const figure = (value, width, digits = 0) => (Number.isFinite(value) ? value.toFixed(digits) : "–").padStart(width);
  const line = (name, { words, length, long, ease, grade }, pages = "") =>
    `${name.padEnd(38)} ${String(pages).padStart(5)} ${figure(words, 7)} ${figure(length, 6, 1)} ${figure(long * 100, 6)} % ${figure(ease, 6)} ${figure(grade, 6, 1)}`;
  const head = `${"".padEnd(38)} ${"pages".padStart(5)} ${"words".padStart(7)} ${"length".padStart(6)} ${"long".padStart(8)} ${"ease".padStart(6)} ${"grade".padStart(6)}`;
  console.log(`length: words per sentence · long: sentences over ${LONG} words · ease: Flesch, higher is easier, 60 is plain · grade: years of school\n`);
  console.log(`by kind, the hardest first\n${head}`);
  for (const row of rows) console.log(line(row.kind, row, row.pages));
  console.log(line("all", measure(measured.flatMap(({ lines }) => lines)), measured.length));
  console.log(`\nthe ten hardest pages of ${FEWEST} words or more\n${head}`);
  for (const row of worst) console.log(line(row.path, row));
}
