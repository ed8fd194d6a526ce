// The worker of the Studio: reads a ladder from files, draws pages of a draft, and packs its whole site. It
// loads files of this app and nothing else. Asked by dom/worker.rs.
import { Zip, ZipDeflate } from "fflate";
import init, { bring, build, page } from "builder";

const encoder = new TextEncoder();

async function load(address) {
  const response = await fetch(address, { credentials: "same-origin" }).catch(() => null);
  if (!response?.ok) throw new Error("a part of this page could not be loaded");
  return response;
}

let program, site;
/** The program, loaded once. */
const started = ({ wasm }) => (program ??= init({ module_or_path: load(wasm) }));
/** What a site is made of beside the draft: the assets, and the files of the quiz; loaded once. */
const parts = ({ content, quiz }) => {
  site ??= (async () => {
    const assets = await (await load(`${content}assets.json`)).text();
    const beside = await Promise.all(quiz.map(async (name) => [name, new Uint8Array(await (await load(`${content}${name}`)).arrayBuffer())]));
    return { assets, beside };
  })();
  return site;
};

/** Every file of the site in one archive; none if a file needs a change. */
async function packed(id, root, files, assets, options) {
  const parts = [];
  const zip = new Zip((error, part) => {
    if (error) throw error;
    parts.push(part);
  });
  const add = (path, bytes) => {
    const entry = new ZipDeflate(path, { level: 6 });
    zip.add(entry);
    entry.push(bytes, true);
  };
  let done = 0;
  const told = JSON.parse(build(files, assets, options, (path, text) => {
    add(path, encoder.encode(text));
    if (path.endsWith("index.html") && (done += 1) % 20 === 0) postMessage([JSON.stringify({ id, done })]);
  }));
  if (told.faults) return { told };
  for (const name of JSON.parse(assets).files) add(name, new Uint8Array(await (await load(`${root}${name}`)).arrayBuffer()));
  zip.end();
  return { told, archive: new Blob(parts, { type: "application/zip" }) };
}

addEventListener("message", async ({ data: [question, files] }) => {
  const { id, start, options, path, choices } = JSON.parse(question);
  const tell = (told, ...more) => postMessage([JSON.stringify({ id, ...told }), ...more]);
  try {
    await started(start);
    if (choices) return tell(JSON.parse(bring(files, JSON.stringify(choices))));
    if (!options) return;
    const { assets, beside } = await parts(start);
    const all = [...files, ...beside];
    if (path !== null) return tell(JSON.parse(page(all, assets, options, path)));
    const { told, archive } = await packed(id, start.root, all, assets, options);
    tell({ ...told, size: archive?.size ?? 0 }, archive ?? null);
  } catch (error) {
    tell({ failed: String(error?.message ?? error) });
  }
});
