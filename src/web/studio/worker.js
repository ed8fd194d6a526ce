// The worker of the Studio: draws pages of a draft, and packs its whole site. It loads files of this app
// and nothing else. Asked by dom/worker.rs.
import { Zip, ZipDeflate } from "fflate";
import init, { build, page } from "builder";

const encoder = new TextEncoder();

async function load(address) {
  const response = await fetch(address, { credentials: "same-origin" });
  if (!response.ok) throw new Error(`${address} could not be loaded`);
  return response;
}

let loaded;
/** The program, the assets, and the files of the quiz, loaded once. */
const ready = ({ wasm, content, quiz }) => {
  loaded ??= (async () => {
    const assets = await (await load(`${content}assets.json`)).text();
    const beside = await Promise.all(quiz.map(async (name) => [name, new Uint8Array(await (await load(`${content}${name}`)).arrayBuffer())]));
    await init({ module_or_path: load(wasm) });
    return { assets, beside };
  })();
  return loaded;
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

addEventListener("message", async ({ data }) => {
  const { id, start, files, options, path } = JSON.parse(data);
  try {
    const { assets, beside } = await ready(start);
    const all = [...files.map(([name, text]) => [name, encoder.encode(text)]), ...beside];
    if (path !== null) {
      postMessage([JSON.stringify({ id, ...JSON.parse(page(all, assets, options, path)) })]);
    } else {
      const { told, archive } = await packed(id, start.root, all, assets, options);
      postMessage([JSON.stringify({ id, ...told, size: archive?.size ?? 0 }), archive ?? null]);
    }
  } catch (error) {
    loaded = undefined;
    postMessage([JSON.stringify({ id, failed: String(error?.message ?? error) })]);
  }
});
