// The files of dist, read without a browser: valid, complete, distinguishable, and all linked.
import { expect, test } from "@playwright/test";
import { ladder, ladders, routes, within } from "./app.mjs";
import { all, documents, follow, invalid, read, tags, text, words } from "./files.mjs";

const pages = documents.filter((file) => file !== "404.html");
const codes = ladder.levels.map(({ code }) => code);
const five = ["Ladder", "Compare", "Quiz", "My growth", "Guide"];
const slug = (code) => code.toLowerCase();

/** A part that a page must have exactly once. */
function one(file, pattern) {
  // The card takes the place of the page in a frame.
  const page = text(file).replace(/<template id="link-as-card">.*?<\/template>/s, "");
  const found = [...page.matchAll(pattern)];
  expect(found, `${file} ${pattern}`).toHaveLength(1);
  return found[0][1];
}

/** The metadata of a page for link previews in chats, by the name of the property. */
function card(file) {
  const tagged = tags(file).filter(({ name, attributes }) => name === "meta" && (attributes.property ?? attributes.name));
  return Object.fromEntries(tagged.map(({ attributes }) => [attributes.property ?? attributes.name, attributes.content]));
}

const twice = (values) => values.filter((value, at) => values.indexOf(value) !== at);

test("every page is valid HTML", async () => {
  const faults = [];
  for (const file of documents) faults.push(...(await invalid(text(file), file)));
  expect(faults).toEqual([]);
});

test("every page has a title and a description of its own, one h1, a language and the five places", () => {
  for (const pattern of [/<title>([^<]+)<\/title>/g, /<meta name="description" content="([^"]{20,})">/g]) {
    expect(twice(documents.map((file) => one(file, pattern)))).toEqual([]);
  }
  for (const file of documents) {
    expect(one(file, /<h1(?: [^>]*)?>(.*?)<\/h1>/g).replace(/<[^>]*>/g, "").trim(), file).not.toBe("");
    expect(one(file, /<html lang="([^"]*)"/g)).toBe("en");
  }
  for (const file of pages) {
    const places = one(file, /<nav aria-label="Main">(.*?)<\/nav>/gs);
    expect([...places.matchAll(/<a [^>]*>([^<]*)</g)].map(([, name]) => name), file).toEqual(five);
  }
});

test("there is a page for every level, competency, expectation and pair of each ladder, and none without a reason", () => {
  const topics = routes.filter((route) => /^guide\/./.test(within(route)));
  const wanted = ["quiz/", "results/", "link/", "data/", "privacy/", "about/", "own-ladder/", "studio/"];
  for (const [at, { id, levels, competencies }] of ladders.entries()) {
    const pairs = levels.flatMap((from) => levels.filter((to) => to !== from).map((to) => `compare/${from.id}/${to.id}/`));
    const cells = levels.flatMap((level) => competencies.filter(({ cells }) => cells[level.id] && !cells[level.id].none).map((item) => `levels/${level.id}/${item.id}/`));
    const own = [
      ...["", "levels/", "competencies/", "matrix/", "compare/", "guide/", "whole/", "talk/", "search/"],
      ...["", "marks/", "evidence/", "plan/", "second-view/", "check-ins/", "case/", "over-time/"].map((part) => `growth/${part}`),
      ...levels.flatMap((level) => [`levels/${level.id}/`, `talk/${level.id}/`]), ...cells, ...competencies.map((item) => `competencies/${item.id}/`), ...pairs,
    ];
    wanted.push(...own.map((path) => (at === 0 ? path : `${id}/${path}`)));
  }
  expect(topics.filter((route) => within(route) === route)).toHaveLength(12);
  expect(routes).toEqual([...wanted, ...topics].sort());
  expect(routes.filter((route) => within(route) === route)).toHaveLength(457);
});

test("every page of the ladder holds its part of the content, whole, before any script", () => {
  const missing = [];
  const look = (file, wanted) => missing.push(...wanted.filter((part) => part && !words(file).includes(part)).map((part) => `${file}: ${part}`));
  // A comparison lists every clause as a separate item.
  const clauses = (gist) => gist.split(/(?<=;) /);
  for (const { id, name, expectations } of ladder.competencies) {
    for (const code of codes) {
      const { gist, detail } = expectations[code];
      look(`levels/${slug(code)}/${id}/index.html`, [name, gist, detail]);
      look(`levels/${slug(code)}/index.html`, [name, gist]);
      look(`competencies/${id}/index.html`, [gist]);
      look("whole/index.html", [gist, detail]);
      for (const to of codes.filter((other) => other !== code)) {
        look(`compare/${slug(code)}/${slug(to)}/index.html`, [name, ...clauses(gist), ...clauses(expectations[to].gist)]);
      }
    }
  }
  expect(missing).toEqual([]);
});

test("a link to any page unfurls with a title, a description and a picture of 1200 by 630 px", () => {
  const pictures = new Set();
  for (const file of pages) {
    const told = card(file);
    expect(told["og:title"], file).toBeTruthy();
    expect(text(file), `${file}: the title in the tab begins with the one in a chat`).toContain(`<title>${told["og:title"].replaceAll("&", "&amp;")}`);
    expect(told["og:description"], file).toBe(told.description);
    expect(told["og:image"], file).toMatch(/share\/[a-z0-9_-]+\.png$/);
    expect([told["og:image:width"], told["og:image:height"]], file).toEqual(["1200", "630"]);
    pictures.add(told["og:image"].replace(/^.*share\//, "share/"));
  }
  expect(twice(pages.map((file) => card(file)["og:title"]))).toEqual([]);
  for (const picture of pictures) {
    const head = read(picture).subarray(0, 24);
    expect(head.toString("latin1", 1, 4) + head.toString("latin1", 12, 16), picture).toBe("PNGIHDR");
    expect([head.readUInt32BE(16), head.readUInt32BE(20)], picture).toEqual([1200, 630]);
  }
  expect([...pictures].sort(), "no picture is drawn for nobody").toEqual(all.filter((file) => file.startsWith("share/")).sort());
});

test("a level, an expectation and a comparison unfurl with a picture of their own", () => {
  for (const from of codes) {
    expect(card(`levels/${slug(from)}/index.html`)["og:image"]).toMatch(new RegExp(`/${slug(from)}\\.png$`));
    for (const to of codes.filter((other) => other !== from)) {
      const names = [`${slug(from)}--${slug(to)}`, `${slug(to)}--${slug(from)}`].join("|");
      expect(card(`compare/${slug(from)}/${slug(to)}/index.html`)["og:image"]).toMatch(new RegExp(`/(${names})\\.png$`));
    }
  }
});

test("every link leads to a page and a place that exist, and every page is linked", () => {
  const ids = new Map(documents.map((file) => [file, new Set(tags(file).map(({ attributes }) => attributes.id))]));
  const files = new Set(all);
  const faults = [];
  const leads = new Map();
  for (const file of documents) {
    const reached = new Set();
    leads.set(file, reached);
    for (const { attributes } of tags(file)) {
      const { href, src, "data-link": copied } = attributes;
      for (const link of [href, src, copied].filter((value) => value !== undefined)) check(link, file, reached);
    }
  }
  function check(link, from, reached) {
    const { elsewhere, outside, file, id } = follow(link, from);
    if (elsewhere) return elsewhere.startsWith("https://") || faults.push(`${from}: ${elsewhere} is not https`);
    if (outside || !files.has(file)) return faults.push(`${from}: ${link} leads to nothing`);
    if (id && !ids.get(file)?.has(id)) faults.push(`${from}: ${link} leads to no place on its page`);
    if (link !== "" && ids.has(file)) reached.add(file);
  }
  expect(faults).toEqual([]);
  const seen = new Set(["index.html"]);
  for (const file of seen) for (const next of leads.get(file)) seen.add(next);
  const unlinked = pages.filter((file) => !seen.has(file));
  expect(unlinked, "every page is linked").toEqual([]);
});

test("what the search offers and what the programs load is there", () => {
  const files = new Set(all);
  const searches = all.filter((file) => /^search-.*\.json$/.test(file));
  expect(searches).toHaveLength(ladders.length);
  const missing = searches.flatMap((file) => JSON.parse(text(file))[1]).filter((entry) => {
    const { file, id } = follow(entry[5], "index.html");
    return !files.has(file) || (id && !tags(file).some(({ attributes }) => attributes.id === id));
  });
  expect(missing).toEqual([]);
  for (const start of all.filter((file) => /^start-.*\.js$/.test(file))) {
    const loaded = [...text(start).matchAll(/"(\.\/[^"]+)"/g)].map(([, link]) => follow(link, start).file);
    expect(loaded.length, start).toBeGreaterThanOrEqual(3);
    expect(loaded.filter((file) => !files.has(file))).toEqual([]);
  }
});
