// The files of dist as text, without a browser: their tags, the targets of their links, and where those are.
import { readdirSync, readFileSync } from "node:fs";
import { HtmlValidate } from "html-validate";
import { dist } from "./serve.mjs";

/** Every file of dist, by its path. */
export const all = readdirSync(dist, { recursive: true, withFileTypes: true })
  .filter((entry) => entry.isFile() && !entry.name.startsWith("."))
  .map((entry) => `${entry.parentPath ?? entry.path}/${entry.name}`.slice(dist.length).replace(/^\//, ""));

export const read = (file) => readFileSync(dist + file);

/** Whether a file is the page of an old address, which only leads to another. */
export const leadsOn = (file) => file.endsWith(".html") && read(file).includes('http-equiv="refresh"');

/** Every page, including the one for unknown addresses. */
/** The page in the frame of the Studio, which is no page for visitors. */
export const FRAME = "studio/preview.html";
export const documents = all.filter((file) => file.endsWith(".html") && file !== FRAME && !leadsOn(file));

/** Computes a value once for each file and caches it. */
function once(work) {
  const known = new Map();
  return (file) => {
    if (!known.has(file)) known.set(file, work(file));
    return known.get(file);
  };
}

export const text = once((file) => read(file).toString("utf8"));

const entities = { amp: "&", lt: "<", gt: ">", quot: '"', "#x27": "'", "#39": "'" };
const plain = (value) => value.replace(/&([a-z]+|#x?[0-9a-f]+);/g, (whole, name) => entities[name] ?? whole);

/** The tags of a page, each as its name and attributes; scripts and styles are treated as empty. */
export const tags = once((file) => {
  const bare = text(file).replace(/(<(script|style)\b[^>]*>).*?<\/\2>/gs, "$1");
  return [...bare.matchAll(/<([a-z][a-z0-9-]*)((?:\s+[^\s=>"/]+(?:="[^"]*")?)*)\s*\/?>/g)].map(([, name, rest]) => ({
    name,
    attributes: Object.fromEntries([...rest.matchAll(/([^\s=>"/]+)(?:="([^"]*)")?/g)].map(([, key, value]) => [key, plain(value ?? "")])),
  }));
});

const validator = new HtmlValidate({
  root: true,
  extends: ["html-validate:recommended"],
  rules: { "doctype-style": ["error", { style: "lowercase" }] },
});

/** The faults of a page as HTML. */
export async function invalid(html, file) {
  // Leptos marks places in interactive parts with `<!>`, which browsers read as an empty comment.
  const report = await validator.validateString(html.replaceAll("<!>", "<!---->"), file);
  const messages = report.results.flatMap((result) => result.messages);
  return messages.map(({ ruleId, line, column, message }) => `${file}:${line}:${column} ${message} (${ruleId})`);
}

/** The text of a page, as a visitor without scripts sees it. */
export const words = once((file) => {
  const body = text(file).replace(/^.*?<main\b/s, "<main").replace(/<(script|style|template)\b.*?<\/\1>/gs, "");
  return plain(body.replace(/<!--.*?-->|<[^>]*>/gs, "")).replace(/\s+/g, " ");
});

/** The assumed address of dist in these checks: a link out of this folder would break elsewhere. */
const home = "https://here.example/some/sub/path/";

/** The target of a link on a page: a file of dist and an id in it, or a whole address. */
export function follow(link, page) {
  const url = new URL(link, home + page.replace(/index\.html$/, ""));
  if (url.origin !== new URL(home).origin) return { elsewhere: url.href };
  if (!url.href.startsWith(home)) return { outside: url.href };
  const path = decodeURIComponent(url.href.slice(home.length).replace(/[?#].*$/s, ""));
  return { file: path === "" || path.endsWith("/") ? `${path}index.html` : path, id: decodeURIComponent(url.hash.slice(1)) };
}
