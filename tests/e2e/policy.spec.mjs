// What a page may load and run, read from the files of dist: the policy comes first, with the right hashes.
import { createHash } from "node:crypto";
import { expect, test } from "@playwright/test";
import { FRAME, all, documents, follow, read, tags, text } from "./files.mjs";

const digest = (how, bytes) => `${how}-${createHash(how).update(bytes).digest("base64")}`;
const opening = /^<!doctype html>\s*<html lang="en"[^>]*>\s*<head>\s*<meta charset="utf-8">\s*<meta http-equiv="Content-Security-Policy" content="([^"]*)">/;

/** The directives of a page's policy. */
function policy(file) {
  const [, content] = text(file).match(opening) ?? [];
  expect(content, `${file} has its policy as the first thing after its charset`).toBeTruthy();
  return Object.fromEntries(content.split(";").map((one) => one.trim().split(/ +/)).map(([name, ...values]) => [name, values]));
}

/** The inline scripts of a page that the browser executes; data is not one. */
const inlineScripts = (file) => [...text(file).matchAll(/<script\b([^>]*)>([^]*?)<\/script>/g)]
  .filter(([, attributes]) => !/ src=|type="application\/json"/.test(attributes))
  .map(([, , body]) => body);
const inlineStyles = (file) => [...text(file).matchAll(/<style\b[^>]*>([^]*?)<\/style>/g)].map(([, body]) => body);
const hashes = (texts) => [...new Set(texts.map((one) => `'${digest("sha256", one)}'`))].sort();

test("every page of dist has a policy, once, before anything that it rules over", () => {
  expect(documents.length).toBeGreaterThan(430);
  for (const file of documents) {
    policy(file);
    expect(text(file).match(/http-equiv/g), file).toHaveLength(1);
  }
});

test("every policy forbids all but this site’s own files and names no unsafe word", () => {
  for (const file of documents) {
    const { "script-src": scripts, "style-src": styles, "trusted-types": types, ...rest } = policy(file);
    // Only the Studio shows a page in a frame: one of this site.
    if (file === "studio/index.html") {
      expect(rest["frame-src"]).toEqual(["'self'"]);
      delete rest["frame-src"];
    }
    expect(rest, file).toEqual({
      "default-src": ["'none'"], "img-src": ["'self'", "data:"], "connect-src": ["'self'"], "manifest-src": ["'self'"],
      "base-uri": ["'none'"], "form-action": ["'self'"], "require-trusted-types-for": ["'script'"],
    });
    expect(text(file).match(opening)[1], file).not.toMatch(/unsafe-inline|'unsafe-eval'|unsafe-hashes|strict-dynamic|https?:|\*/);
    expect(types, file).toEqual([text(file).includes("data-live=") ? "default" : "'none'"]);
    expect(scripts.slice(0, 2), file).toEqual(["'self'", "'wasm-unsafe-eval'"]);
    expect(styles, file).not.toContain("'self'");
  }
});

test("the page in the frame of the Studio runs its own script, loads nothing, and the frame has an origin of its own", () => {
  const frame = policy(FRAME);
  expect(frame).toEqual({ "default-src": ["'none'"], "script-src": hashes(inlineScripts(FRAME)), "img-src": ["data:"], "base-uri": ["'none'"], "form-action": ["'none'"] });
  expect(text(FRAME)).toContain('<meta name="referrer" content="no-referrer">');
});

test("the hashes of every policy are those of the scripts and styles on its page, none missing and none too many", () => {
  for (const file of documents) {
    const { "script-src": scripts, "style-src": styles } = policy(file);
    expect(scripts.slice(2).sort(), file).toEqual(hashes(inlineScripts(file)));
    expect([...styles].sort(), file).toEqual(hashes(inlineStyles(file)));
    expect(inlineStyles(file).length, file).toBe(1);
  }
});

test("no page has a handler, a style or a script in an attribute", () => {
  const bad = documents.flatMap((file) => tags(file).flatMap(({ name, attributes }) => Object.entries(attributes)
    .filter(([key, value]) => /^on|^style$|^srcdoc$/.test(key) || /^\s*(javascript|data|blob):/i.test(value))
    .map(([key, value]) => `${file} <${name} ${key}="${value}">`)));
  expect(bad).toEqual([]);
});

test("every script that a page loads is checked by its sum, in the import map, and its program by the sum beside its name", () => {
  for (const file of documents) {
    const loaded = tags(file).filter(({ name, attributes }) => (name === "script" && attributes.src) || (/preload/.test(attributes.rel) && attributes.as !== "fetch"));
    expect(loaded, `${file} loads no program but by its script`).toEqual([]);
    const inline = inlineScripts(file);
    if (file === "404.html") {
      expect(inline.join()).not.toMatch(/import\(|\.wasm/);
      continue;
    }
    const map = inline.filter((one) => one.startsWith("{\"integrity\""));
    const sums = Object.entries(JSON.parse(map[0]).integrity);
    const names = sums.map(([name]) => name.match(/(\w+)-[0-9a-f]{16}\.js$/)?.[1]);
    expect(names, file).toEqual(["start", expect.stringMatching(/^(page|quiz|results|data|workshop|growth|review|journal|time|studio)$/), "search", "here", "vault"]);
    for (const [name, sum] of sums) expect(sum, `${file} ${name}`).toBe(digest("sha384", read(follow(name, file).file)));
    const [loads] = inline.filter((one) => one.includes("import("));
    expect([...loads.matchAll(/import\("([^"]+)"\)/g)].map(([, name]) => name), file).toEqual([sums[0][0], sums[1][0]]);
    const programs = [...loads.matchAll(/fetch\("([^"]+)", \{ integrity: "([^"]+)"/g)];
    expect(programs, file).toHaveLength(1);
    for (const [, name, sum] of programs) expect(sum, `${file} ${name}`).toBe(digest("sha384", read(follow(name, file).file)));
  }
});

test("the file that starts every page names the sums of the programs on demand, and imports nothing that the page does not check", () => {
  const starts = all.filter((file) => /^start-.*\.js$/.test(file));
  expect(starts).toHaveLength(1);
  const [file] = starts;
  const loads = [...text(file).matchAll(/load\("([^"]+)", "([^"]+)"\)/g)];
  expect(loads.map(([, name]) => name)).toEqual(["search", "here"].map((name) => expect.stringMatching(new RegExp(`^\\./${name}-[0-9a-f]{16}_bg\\.wasm$`))));
  for (const [, name, sum] of loads) expect(sum, name).toBe(digest("sha384", read(name.slice(2))));
  const sums = inlineScripts("index.html").find((one) => one.startsWith("{\"integrity\""));
  const imported = [...text(file).matchAll(/(?:from|import\() ?"\.\/([^"]+)"/g)].map(([, name]) => name);
  expect(imported).toHaveLength(3);
  for (const name of imported) expect(sums, name).toContain(`${name}"`);
});

test("no script of dist turns text into code, and only the file of a live part makes markup", () => {
  for (const file of all.filter((one) => one.endsWith(".js"))) {
    expect(text(file).replace(/https?:\/\/www\.w3\.org\//g, ""), file).not.toMatch(/https?:\/\/|["'`]\/\/|preconnect|dns-prefetch|document\.cookie/);
    expect(text(file), file).not.toMatch(/\beval\(|new Function\b|document\.write|insertAdjacentHTML|createContextualFragment|setHTMLUnsafe/);
    if (/^(start|vault)/.test(file)) expect(text(file), file).not.toMatch(/innerHTML|outerHTML/);
  }
});

test("no page names another site but in links that somebody follows", () => {
  const bad = documents.flatMap((file) => tags(file).flatMap(({ name, attributes }) => {
    const places = ["src", "srcset", "action", "data", "poster", "ping", ...(name === "link" && attributes.rel !== "canonical" ? ["href"] : [])];
    const elsewhere = places.filter((place) => attributes[place] !== undefined && follow(attributes[place], file).elsewhere);
    return elsewhere.map((place) => `${file} <${name} ${place}="${attributes[place]}">`);
  }));
  expect(bad).toEqual([]);
  const styled = documents.filter((file) => /@import|url\(\s*["']?(?:https?:)?\/\//.test(inlineStyles(file).join()));
  expect(styled).toEqual([]);
  expect(documents.filter((file) => !text(file).includes('<meta name="referrer" content="no-referrer">')), "pages that may send a Referer").toEqual([]);
});
