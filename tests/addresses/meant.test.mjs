// Tests of addresses in other spellings: they lead to the intended page, or to the closest ones, and
// never to anything that is not a page of this site.
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { test } from "node:test";
import { meant } from "../../src/web/boot/meant.mjs";

const read = (file) => JSON.parse(readFileSync(new URL(`../../ladders/${file}`, import.meta.url), "utf8").replace(/^\uFEFF/, ""));
const names = ({ levels, competencies }) => ({ levels: levels.map(({ id }) => id), competencies: competencies.map(({ id }) => id) });
const small = read("small-company.json");
const site = {
  ...names(read("technical-leadership.json")),
  topics: ["where-the-tracks-part", "the-fork", "switching", "pairing", "hands-on-time", "two-kinds-of-work", "stages-of-impact", "how-to-be", "already-leading", "traps", "your-case", "roles-and-titles", "for-the-organisation", "sources"],
  pages: ["levels", "competencies", "matrix", "compare", "guide", "quiz", "results", "whole", "talk", "search", "link", "data", "privacy", "about", "gallery"],
  ladders: [{
    id: small.id,
    ...names(small),
    topics: ["where-the-tracks-part", "your-case"],
    pages: ["levels", "competencies", "matrix", "compare", "guide", "whole", "talk", "search"],
  }],
};

/** Every page of a ladder. */
const pagesOf = ({ levels, competencies, topics, pages }) => [
  "",
  ...pages.map((page) => `${page}/`),
  ...topics.map((topic) => `guide/${topic}/`),
  ...competencies.map((id) => `competencies/${id}/`),
  ...levels.flatMap((code) => [
    `levels/${code}/`,
    `talk/${code}/`,
    ...competencies.map((id) => `levels/${code}/${id}/`),
    ...levels.filter((other) => other !== code).map((other) => `compare/${code}/${other}/`),
  ]),
];

/** Every page of the site. */
const pages = [...pagesOf(site), ...site.ladders.flatMap((ladder) => pagesOf(ladder).map((page) => `${ladder.id}/${page}`))];

test("each page is meant by its own address, and by it in other spellings", () => {
  const spellings = {
    "as it is": (path) => path,
    "without its slash": (path) => path.slice(0, -1),
    "in capitals": (path) => path.toUpperCase(),
    "with doubled slashes": (path) => path.replaceAll("/", "//"),
    "with a full stop behind it": (path) => `${path}.`,
    "with a bracket and a comma": (path) => `${path}),`,
    "with an escaped quote": (path) => `${path}%E2%80%9D`,
    "with an escaped bracket in it": (path) => `${path.slice(0, -1)}%3E`,
    "with a space behind it": (path) => `${path}%20`,
    "with a space in front": (path) => `%20${path}`,
    "with a character that nobody sees": (path) => `${path.slice(0, 3)}%E2%80%8B${path.slice(3)}`,
    "with prose behind it": (path) => `${path}%20and%20more`,
    "with prose behind a bracket": (path) => `${path}),%20which%20says`,
    "as a file": (path) => `${path.slice(0, -1)}.html`,
    "as its index": (path) => `${path}index.html`,
    "as a file in capitals": (path) => `${path.slice(0, -1)}.HTM`,
    "with spaces for hyphens": (path) => path.replaceAll("-", "%20"),
    "with underlines for hyphens": (path) => path.replaceAll("-", "_"),
    "without hyphens": (path) => path.replaceAll("-", ""),
    "escaped twice": (path) => path.replaceAll("-", "%2520"),
    "in wide letters": (path) => path.replaceAll("l", "ｌ").replaceAll("7", "７"),
    "with backslashes": (path) => path.replaceAll("/", "%5C"),
  };
  for (const path of pages.filter(Boolean)) {
    for (const [how, spelt] of Object.entries(spellings)) {
      assert.equal(meant(spelt(path), site).page, path, `${how}: ${spelt(path)}`);
    }
  }
});

test("other words for the same page lead there", () => {
  for (const [path, page] of [
    ["", ""],
    ["index.html", ""],
    ["level/l7/", "levels/l7/"],
    ["Level/L7", "levels/l7/"],
    ["levels/L07/", "levels/l7/"],
    ["l7", "levels/l7/"],
    ["L7/Risk", "levels/l7/risk/"],
    ["levels/l7-risk", "levels/l7/risk/"],
    ["levels/risk/l7", "levels/l7/risk/"],
    ["competencies/risk/l7/", "levels/l7/risk/"],
    ["competency/risk", "competencies/risk/"],
    ["skills/risk", "competencies/risk/"],
    ["risk", "competencies/risk/"],
    ["compare/T5-L6", "compare/t5/l6/"],
    ["compare/t5..l6", "compare/t5/l6/"],
    ["compare/t5,l6", "compare/t5/l6/"],
    ["compare/t5-vs-l6/", "compare/t5/l6/"],
    ["compare/t5%20to%20l6", "compare/t5/l6/"],
    ["compare/t5/to/l6", "compare/t5/l6/"],
    ["compare/t5l6", "compare/t5/l6/"],
    ["t5-l6", "compare/t5/l6/"],
    ["guide/fork", "guide/the-fork/"],
    ["the-fork", "guide/the-fork/"],
    ["guide/trap/", "guide/traps/"],
    ["result", "results/"],
    ["Quiz.html", "quiz/"],
    ["Talk/L07", "talk/l7/"],
    ["l7/talk", "talk/l7/"],
  ]) {
    assert.equal(meant(path, site).page, page, path);
  }
});

test("the first word of an address may name another ladder, whose names hold from there on", () => {
  for (const [path, page] of [
    ["small-company", "small-company/"],
    ["Small-Company/levels/E4", "small-company/levels/e4/"],
    ["small_company/level/e04.html", "small-company/levels/e4/"],
    ["small-company/e4l4", "small-company/compare/e4/l4/"],
    ["small-company/compare/m5-vs-e5", "small-company/compare/m5/e5/"],
    ["small-company/case", undefined],
    ["small-company/levels/t7", undefined],
    ["levels/e4", undefined],
  ]) {
    assert.equal(meant(path, site).page, page, path);
  }
  const [skill] = site.ladders[0].competencies;
  const { near } = meant(`small-company/levels/e4/${skill}x`, site);
  assert.ok(near.includes(`small-company/levels/e4/${skill}/`), near.join(" "));
});

test("levels may have any name, with hyphens as well", () => {
  const levels = ["engineer", "senior-engineer", "staff"];
  const other = { levels, competencies: ["staff-work", "risk"], topics: [], pages: ["levels", "competencies", "compare"] };
  for (const [path, page] of [
    ["levels/Senior-Engineer", "levels/senior-engineer/"],
    ["levels/senior_engineer/risk.", "levels/senior-engineer/risk/"],
    ["compare/engineer-senior-engineer", "compare/engineer/senior-engineer/"],
    ["compare/senior-engineer-vs-staff/", "compare/senior-engineer/staff/"],
    ["levels/seniorengineer-risk", "levels/senior-engineer/risk/"],
    ["levels/staff/staff-work", "levels/staff/staff-work/"],
    ["compare/engineerstaff", "compare/engineer/staff/"],
  ]) {
    for (const [folder, known] of [["", other], ["b/", { ...site, ladders: [{ id: "b", ...other }] }]]) {
      assert.equal(meant(folder + path, known).page, folder + page, folder + path);
    }
  }
});

test("what stood escaped behind a page goes along, as it was", () => {
  assert.deepEqual(meant("results/%23r1.deep.0A", site), { page: "results/", query: "", hash: "#r1.deep.0A", near: [] });
  assert.deepEqual(meant("Matrix%3Flean=broad%23top", site), { page: "matrix/", query: "?lean=broad", hash: "#top", near: [] });
});

test("an address that means no page offers those that come closest", () => {
  for (const [path, near] of [
    ["levels/l7/rsik/", "levels/l7/risk/"],
    ["competencies/riks/", "competencies/risk/"],
    ["guide/swiching/", "guide/switching/"],
    ["guide/hands-on", "guide/hands-on-time/"],
    ["compare/t5/t5/", "levels/t5/"],
    ["levels/l7/nothing/", "levels/l7/"],
    ["matirx", "matrix/"],
  ]) {
    const found = meant(path, site);
    assert.equal(found.page, undefined, path);
    assert.ok(found.near.includes(near), `${path}: ${found.near}`);
    assert.ok(found.near.length <= 5);
  }
  for (const path of ["nowhere", "levels/t77/nowhere", "levels/m3/", "wp-login.php", "compare/t5/l6/t7/"]) {
    assert.equal(meant(path, site).page, undefined, path);
  }
});

test("whatever is asked for, what is led to is a page of this site", () => {
  const all = new Set(pages);
  let state = 7;
  const below = (end) => {
    state = (state * 1103515245 + 12345) % 2147483648;
    return state % end;
  };
  const pieces = [...pages.slice(0, 40), "/", "//", "..", "%2e%2e", "\\", "%5C", ":", "javascript:", "https:", "@", "evil.example", "%00", "%ff", "%", "?", "%3F", "#", "%23", "<script>", "l7", "T5", "-", " ", "%20", "“", "risk", "the-fork", "é", "李", "constructor", "__proto__"];
  for (let round = 0; round < 5_000; round += 1) {
    const path = Array.from({ length: 1 + below(6) }, () => pieces[below(pieces.length)]).join(below(2) ? "/" : "");
    const { page, near } = meant(path, site);
    if (page !== undefined) assert.ok(all.has(page), `${path}: ${page}`);
    for (const one of near) assert.ok(all.has(one), `${path}: ${one}`);
  }
  const long = performance.now();
  meant("a-".repeat(200_000), site);
  assert.ok(performance.now() - long < 500);
});
