// Serves dist as GitHub Pages does: under a sub-path, folders with a slash, 404.html for everything else.
import { createServer } from "node:http";
import { readFile, stat } from "node:fs/promises";
import { extname, join, normalize } from "node:path";
import { fileURLToPath } from "node:url";
import { gzipSync } from "node:zlib";

const types = {
  ".html": "text/html; charset=utf-8",
  ".js": "text/javascript; charset=utf-8",
  ".wasm": "application/wasm",
  ".svg": "image/svg+xml",
  ".txt": "text/plain; charset=utf-8",
  ".webmanifest": "application/manifest+json",
};

export const dist = process.env.DIST ?? fileURLToPath(new URL("../../dist/", import.meta.url));

async function find(folder, path) {
  const file = join(folder, normalize(`./${decodeURIComponent(path)}`));
  if (!`${file}/`.startsWith(folder)) return null;
  const found = await stat(file).catch(() => null);
  if (found?.isDirectory()) return path.endsWith("/") || path === "" ? join(file, "index.html") : "redirect";
  return found ? file : null;
}

/** Serves a folder, by default `dist`, at `base`. */
export function serve(base, port, folder = dist) {
  const server = createServer(async (request, response) => {
    const { pathname } = new URL(request.url, "http://localhost");
    const inside = pathname.startsWith(base) ? pathname.slice(base.length) : null;
    const file = inside === null ? null : await find(folder, inside);
    if (file === "redirect") {
      response.writeHead(301, { location: `${pathname}/` }).end();
      return;
    }
    const body = await readFile(file ?? join(folder, "404.html"));
    const type = types[extname(file ?? "404.html")] ?? "application/octet-stream";
    response.writeHead(file ? 200 : 404, { "content-type": type, "content-encoding": "gzip", "cache-control": "max-age=600" });
    response.end(gzipSync(body));
  });
  return new Promise((resolve) => server.listen(port, "127.0.0.1", () => resolve(server)));
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const [base = "/", port = "8090"] = process.argv.slice(2);
  await serve(base, Number(port));
  console.log(`http://127.0.0.1:${port}${base}`);
}
