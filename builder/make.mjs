// Checks files, reads those of other kinds, or makes a site from them in the folder `made`. A thread of ladder-explorer.mjs.
import { copyFileSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { parentPort, workerData } from "node:worker_threads";

import { FAMILIES, painter, strangeFamily } from "./paint.mjs";
import { bring, build, check, initSync } from "./builder.js";

const here = (name) => new URL(name, import.meta.url);
const tell = (progress) => parentPort.postMessage({ progress });

/** What draws the pictures; none where its files are missing. */
async function pictures() {
  try {
    const fonts = readdirSync(here("pictures/")).filter((name) => name.endsWith(".ttf"));
    return await painter(await import("./pictures/index.mjs"), readFileSync(here("pictures/index_bg.wasm")), fonts.map((name) => readFileSync(here(`pictures/${name}`))));
  } catch (error) {
    tell(`shared links have no pictures: what draws them cannot be loaded (${error.message})`);
    return null;
  }
}

function put(path, content) {
  const file = join(workerData.made, path);
  mkdirSync(dirname(file), { recursive: true });
  writeFileSync(file, content);
}

async function work({ files, options, made, choices }) {
  initSync({ module: readFileSync(here("builder_bg.wasm")) });
  if (choices) return bring(files, JSON.stringify(choices));
  const given = new Set(files.map(([name]) => name));
  const quiz = readdirSync(here("quiz/")).filter((name) => !given.has(name));
  const all = [...files, ...quiz.map((name) => [name, readFileSync(here(`quiz/${name}`))])];
  if (!made) return check(all, JSON.stringify(options));

  const paint = options.pictures ? await pictures() : null;
  const drawings = [];
  let pages = 0;
  const assets = readFileSync(here("assets.json"), "utf8");
  const told = build(all, assets, JSON.stringify({ ...options, pictures: paint !== null }), (path, text) => {
    if (path.startsWith("share/")) return drawings.push([path, text]);
    put(path, text);
    if (path.endsWith("index.html") && (pages += 1) % 200 === 0) tell(`pages: ${pages}`);
  });
  if (JSON.parse(told).faults) return told;
  for (const name of JSON.parse(assets).files) copyFileSync(here(`assets/${name}`), join(made, name));
  for (const [done, [path, svg]] of drawings.entries()) {
    const strange = strangeFamily(svg);
    if (strange) throw new Error(`${path} asks for the font ${strange}; there are ${FAMILIES.join(", ")}`);
    put(path.replace(/\.svg$/, ".png"), paint(svg));
    if ((done + 1) % 50 === 0) tell(`pictures: ${done + 1} of ${drawings.length}`);
  }
  return told;
}

parentPort.postMessage({ told: JSON.parse(await work(workerData)) });
