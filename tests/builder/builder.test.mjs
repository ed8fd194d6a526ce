// The builder as its users run it: what it makes, what it says, and what it leaves behind.
import assert from "node:assert/strict";
import { copyFileSync, existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { test } from "node:test";

import { files, folder, root, run, stopped, text } from "./run.mjs";

const ladders = join(root, "ladders");
const SMALL = join(ladders, "small-company.json");
const ALL = ["site.json", "technical-leadership.json", "guide.json", "small-company.json"].map((name) => join(ladders, name));
const QUICK = ["--id", "a-site", "--no-pictures"];

test("the site that it makes of our ladders is that of the native build, byte for byte", () => {
  const at = folder();
  const url = process.env.SITE_URL ? ["--site-url", process.env.SITE_URL] : [];
  const { status, stdout, stderr } = run(at, "build", ...ALL, "--out", "site", ...url);
  assert.equal(status, 0, stderr);
  const [made, native] = [join(at, "site"), join(root, "dist")];
  assert.deepEqual(files(made), files(native));
  for (const file of files(native)) assert.ok(readFileSync(join(made, file)).equals(readFileSync(join(native, file))), file);
  assert.match(stdout, /site: \d+ pages/);
  assert.match(stderr, /pages: 200[^]*pictures: 50 of/);
});

test("under a sub-path every link leads to a file, and previews have full addresses", () => {
  const at = folder();
  const { status, stderr } = run(at, "build", SMALL, "--out", "site", ...QUICK, "--site-url", "https://name.example/our/ladders");
  assert.equal(status, 0, stderr);
  const made = join(at, "site");
  const all = new Set(files(made));
  assert.match(text(made, "levels", "index.html"), /<link rel="canonical" href="https:\/\/name\.example\/our\/ladders\/levels\/">/);
  for (const page of all) {
    if (!page.endsWith("index.html")) continue;
    const html = text(made, page);
    assert.doesNotMatch(html, /og:image|\.png/, page);
    for (const [, href] of html.matchAll(/(?:href|src)="(?!https:|data:|#)([^"#?]+)/g)) {
      const to = join(dirname(page), href);
      assert.ok(!to.startsWith(".."), `${page}: ${href} leads out of the site`);
      assert.ok(all.has(href.endsWith("/") ? join(to, "index.html") : to), `${page}: ${href} leads nowhere`);
    }
  }
});

test("the id and the name are those that were given", () => {
  const at = folder();
  assert.equal(run(at, "build", SMALL, "--out", "site", "--id", "acme-ladders", "--name", "Acme <ladders>", "--no-pictures").status, 0);
  const home = text(at, "site", "index.html");
  assert.match(home, /data-site="acme-ladders"/);
  assert.match(home, /<meta property="og:site_name" content="Acme &lt;ladders&gt;">/);
});

test("names with spaces and other letters, from any working folder", () => {
  const at = folder();
  mkdirSync(join(at, "Für alle"));
  copyFileSync(SMALL, join(at, "Für alle", "我们的 ladder.json"));
  const { status, stderr } = run(join(at, "Für alle"), "build", "我们的 ladder.json", "--out", "../новый сайт/zwei", ...QUICK);
  assert.equal(status, 0, stderr);
  assert.ok(existsSync(join(at, "новый сайт", "zwei", "index.html")));
  assert.deepEqual(readdirSync(join(at, "новый сайт")), ["zwei"]);
});

test("a check says what was read and what could be better", () => {
  const { status, stdout, stderr } = run(folder(), "check", SMALL);
  assert.equal(status, 0, stderr);
  assert.match(stdout, /all files are fine/);
  assert.match(stderr, /tracks 3, levels \d+, competencies 8/);
});

test("a mistake in a ladder is told with its file, its place and the remedy, and nothing is written", () => {
  const at = folder();
  const ladder = JSON.parse(text(SMALL));
  ladder.levels[1].tracks = ["nowhere"];
  writeFileSync(join(at, "broken.json"), JSON.stringify(ladder));
  writeFileSync(join(at, "no.json"), '{ "id": "x", }');
  for (const [file, told] of [["broken.json", /broken\.json: levels\[1\]\.tracks\S*: .*nowhere/], ["no.json", /no\.json: line 1, column \d+: .*delete it/]]) {
    for (const args of [["check", file], ["build", file, "--out", "site", ...QUICK]]) {
      const { status, stderr } = run(at, ...args);
      assert.equal(status, 1, stderr);
      assert.match(stderr, told);
      assert.match(stderr, /^remedy: /m);
    }
  }
  assert.deepEqual(readdirSync(at).sort(), ["broken.json", "no.json"]);
});

test("a site without an id of its own is asked for one", () => {
  const at = folder();
  const { status, stderr } = run(at, "build", SMALL, "--out", "new/site");
  assert.equal(status, 1);
  assert.match(stderr, /site\.json: id: .*such as acme-ladders[^]*remedy: add --id ID/);
  assert.deepEqual(readdirSync(at), []);
});

test("wrong use is told with the right one, and writes nothing", () => {
  const at = folder();
  writeFileSync(join(at, "a file"), "");
  mkdirSync(join(at, "two"));
  copyFileSync(SMALL, join(at, "two", "small-company.json"));
  const wrong = [
    [], ["make", SMALL], ["check"], ["build", SMALL, "--id", "x"], ["check", SMALL, "--colour"],
    ["check", "not-there.json"], ["check", at], ["check", SMALL, "two/small-company.json"],
    ["build", SMALL, "--out", "site", ...QUICK, "--site-url", "name.example"],
    ["build", SMALL, "--out", "a file", ...QUICK], ["build", SMALL, "--out", "a file/site", ...QUICK],
  ];
  for (const args of wrong) {
    const { status, stderr } = run(at, ...args);
    assert.equal(status, 2, `${args}: ${stderr}`);
    assert.match(stderr, /^error: /m, `${args}`);
  }
  assert.deepEqual(readdirSync(at).sort(), ["a file", "two"]);
  assert.equal(run(at, "--help").status, 0);
});

test("a folder with something in it is refused, and an earlier output replaced as a whole", () => {
  const at = folder();
  const build = () => run(at, "build", SMALL, "--out", "site", ...QUICK);
  mkdirSync(join(at, "site"));
  writeFileSync(join(at, "site", "mine.txt"), "mine");
  const refused = build();
  assert.equal(refused.status, 2);
  assert.match(refused.stderr, /site is not empty[^]*remedy: name another folder/);
  assert.deepEqual(files(at), [join("site", "mine.txt")]);

  mkdirSync(join(at, "other"));
  const again = () => run(at, "build", SMALL, "--out", "other", ...QUICK);
  assert.equal(again().status, 0);
  writeFileSync(join(at, "other", "data-0123456789abcdef.js"), "an earlier program");
  writeFileSync(join(at, "other", "levels", "old.html"), "an earlier page");
  const { status, stderr } = again();
  assert.equal(status, 0, stderr);
  assert.ok(!existsSync(join(at, "other", "levels", "old.html")));
  assert.ok(!existsSync(join(at, "other", "data-0123456789abcdef.js")));

  writeFileSync(join(at, "other", "CNAME"), "ladders.example");
  const kept = again();
  assert.equal(kept.status, 2);
  assert.match(kept.stderr, /CNAME, which this program did not write/);
  assert.equal(text(at, "other", "CNAME"), "ladders.example");
  assert.deepEqual(readdirSync(at).sort(), ["other", "site"]);
});

for (const [signal, code] of [["SIGINT", 130], ["SIGTERM", 143]]) {
  test(`${signal} stops it at once and leaves nothing`, async () => {
    const at = folder();
    const { status, stderr } = await stopped(at, signal, "build", ...ALL, "--out", "new/site", "--id", "a-site");
    assert.equal(status, code, stderr);
    assert.match(stderr, /nothing was written/);
    assert.deepEqual(readdirSync(at), []);
  });
}

test("a sheet and the data of another tool become a ladder; nothing is written while a question is open", () => {
  const at = folder();
  writeFileSync(join(at, "sheet.csv"), "Competency,Junior,Senior\nTesting,Writes tests,Decides what is worth a test\nFeedback,Asks for it,Gives it early\n");
  const open = run(at, "import", "sheet.csv", "--out", "ours.json");
  assert.equal(open.status, 1);
  assert.match(open.stdout, /2 levels, 2 competencies[^]*To be confirmed:/);
  assert.match(open.stderr, /nothing is written while a question is open\nremedy: answer with --choose/);
  assert.equal(existsSync(join(at, "ours.json")), false);
  assert.equal(run(at, "import", "sheet.csv", "--out", "ours.json", "--accept").status, 0);
  assert.equal(run(at, "check", "ours.json").status, 0);
  assert.equal(run(at, "import", "sheet.csv", "--out", "ours.json", "--accept").status, 2, "a file is not overwritten");
  writeFileSync(join(at, "torn.csv"), "a,b\n\"never closed");
  assert.match(run(at, "import", "torn.csv").stderr, /torn\.csv[^]*line 2/);
  const yaml = join(root, "tests", "fixtures", "import", "topics.yml");
  assert.equal(run(at, "import", yaml, "--out", "other.json", "--accept").status, 0);
});
