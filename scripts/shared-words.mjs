// Finds runs of seven or more words that this project's texts share with texts of others:
//   node scripts/shared-words.mjs FOLDER [FILE …]
// FOLDER holds the others' texts as .txt or .md. This project's texts are ladders/*.json, every page of
// dist, the Markdown files, and each FILE. The exit status is 1 if anything is shared.
import { readdirSync, readFileSync, statSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";

const RUN = 7;
const root = fileURLToPath(new URL("..", import.meta.url));
const [folder, ...more] = process.argv.slice(2);
if (!folder || !statSync(folder, { throwIfNoEntry: false })?.isDirectory()) {
  console.error("name the folder of the others' texts: node scripts/shared-words.mjs FOLDER");
  process.exit(2);
}

const words = (text) => text.toLowerCase().replaceAll("’", "'").match(/[\p{L}\p{N}']+/gu) ?? [];
const runs = (list) => list.slice(0, Math.max(0, list.length - RUN + 1)).map((_, at) => list.slice(at, at + RUN).join(" "));
const files = (base, wanted) =>
  readdirSync(base, { recursive: true })
    .filter((file) => wanted.test(file) && !file.includes("node_modules"))
    .map((file) => join(base, file));

const theirs = new Map();
for (const file of files(folder, /\.(txt|md)$/)) {
  for (const run of runs(words(readFileSync(file, "utf8")))) theirs.set(run, file);
}
if (theirs.size === 0) {
  console.error(`${folder} has no .txt or .md file with ${RUN} words`);
  process.exit(2);
}

/** The pieces of a file that are compared separately: a run never crosses from one text into the next. */
function pieces(file) {
  const text = readFileSync(file, "utf8");
  if (file.endsWith(".json")) {
    const found = [];
    JSON.parse(text, (_, value) => {
      if (typeof value === "string") found.push(value);
      return value;
    });
    return found;
  }
  if (file.endsWith(".html")) {
    const plain = text.replace(/<(style|script)[^>]*>.*?<\/\1>/gs, " ");
    const attributes = [...plain.matchAll(/(?:content|title|aria-label)="([^"]*)"/g)].map((match) => match[1]);
    // Inline elements do not end a sentence; block elements do.
    return [...plain.replace(/<\/?(b|span|a|strong|em|code|mark|!)\b[^>]*>/g, "").split(/<[^>]*>/), ...attributes].map(unescaped);
  }
  return text.split(/\n\s*\n/);
}
const unescaped = (text) => text.replaceAll("&quot;", '"').replaceAll("&#x27;", "'").replaceAll("&lt;", "<").replaceAll("&gt;", ">").replaceAll("&amp;", "&");

const ours = [
  ...files(join(root, "ladders"), /\.(json|md)$/),
  ...["README.md", "ARCHITECTURE.md", "CHANGELOG.md"].map((file) => join(root, file)),
  ...(statSync(join(root, "dist"), { throwIfNoEntry: false }) ? files(join(root, "dist"), /\.html$/) : []),
  ...more,
];
const shared = new Map();
let read = 0;
for (const file of ours) {
  for (const piece of pieces(file)) {
    for (const run of runs(words(piece))) {
      read += 1;
      if (theirs.has(run) && !shared.has(run)) shared.set(run, `${file}: “${run}” is in ${theirs.get(run)}`);
    }
  }
}
for (const line of shared.values()) console.log(line);
console.log(`${ours.length} files, ${read} runs of ${RUN} words, ${shared.size} shared with ${folder}`);
process.exit(shared.size ? 1 : 0);
