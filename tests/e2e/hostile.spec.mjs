// Text from any source stays text: names, notes, backups, links, search queries, addresses (figure 17).
import { answersBy, attemptWith, expect, keep, open, opinionWith, settingsWith, test } from "./app.mjs";
import { backupOf, button, caseWith, choose, entry, journal, prefix, previewed, readable } from "./keeping.mjs";
import { corpus, intruders, replaced, tripwire } from "./hostile.mjs";
import { madeLink, unfoldPart } from "./steps.mjs";

const hex = (at) => (at + 0xa00).toString(16);
const id16 = (at) => at.toString(16).padStart(16, "0");
const answers = answersBy("standard", 1);
const visible = (text) => text.replace("\u202e", "").replace(/\s+/g, " ").trim();
/** The text of the page, including its fields. */
const said = (page) => page.evaluate(() => [document.body.innerText, ...[...document.querySelectorAll("input, textarea")].map(({ value }) => value)].join("\n").replace(/\u202e/g, "").replace(/\s+/g, " "));

const named = Object.assign({}, ...corpus.flatMap((text, at) => [
  attemptWith(hex(at), answers, { name: text, note: corpus.join("\n"), started: 1.701e12 + at * 1e6 }),
  opinionWith(id16(at), hex(0), answersBy("standard", 3), { from: text, received: 1.7e12 + at }),
]));
const hostile = {
  ...named,
  ...caseWith({ risk: corpus.join("\n"), ...Object.fromEntries(corpus.map((text) => [text, text])) }, { passport: { [corpus[1]]: corpus[1] } }),
  ...settingsWith({ titleScheme: corpus[1], rung: 7 }),
};

let seen;
test.beforeEach(async ({ context }) => {
  seen = await tripwire(context);
});
const unharmed = async (page, where) => {
  await page.waitForLoadState("networkidle");
  expect(await intruders(page), where).toEqual([]);
  expect(seen, where).toEqual({ ran: [], blocked: [] });
};

/** Opens every page that shows records, and all folds on it. */
async function lookAround(page) {
  for (const path of ["data/", "results/", `results/?attempt=${hex(0)}`, `quiz/?attempt=${hex(1)}`, journal, "levels/l7/", ""]) {
    await open(page, path);
    await page.locator("details").evaluateAll((all) => all.forEach((one) => (one.open = true)));
    await unharmed(page, path);
  }
}

test("names and notes that are kept show as the text they are, on every page", async ({ page }) => {
  await keep(page, hostile);
  await lookAround(page);
  for (const path of ["data/", "results/"]) {
    await open(page, path);
    const words = await said(page);
    for (const text of corpus) expect(words, path).toContain(visible(text));
  }
  await open(page, `results/?attempt=${hex(0)}`);
  const words = await said(page);
  for (const text of corpus) expect(words, "opinions and the note").toContain(visible(text));
});

test("notes of an older case become entries that are the text they are", async ({ page }) => {
  await keep(page, hostile);
  await open(page, journal);
  await button(page, "Make them entries").click();
  await expect(entry(page, visible(corpus[0])).first()).toBeVisible();
  const words = await said(page);
  for (const text of corpus) expect(words).toContain(visible(text));
  await unharmed(page, journal);
});

test("a backup full of it can be looked at and brought back, and still nothing runs", async ({ page }) => {
  await open(page, "data/");
  await choose(page, backupOf(hostile));
  await previewed(page);
  await unharmed(page, "the preview");
  await page.getByRole("button", { name: "Restore" }).click();
  await expect(page.getByRole("status").filter({ hasText: "The backup was added" })).toBeVisible();
  await lookAround(page);
});

test("any one string of any record in its place, field names too, is told or shown, and never run", async ({ page }) => {
  const records = {};
  const variants = Object.entries(readable).flatMap(([key, text]) => corpus.slice(0, 3).flatMap((by) => [...replaced(JSON.parse(text), by)].map((value) => [key, value])));
  for (const [at, [key, value]] of variants.entries()) {
    const kind = key.slice(prefix.length).split("/")[0];
    const id = { attempt: hex(at), opinion: id16(at) }[kind];
    // There is one case and one record of settings: the rest of their variants are restored as records set aside.
    const name = id ? `${kind}/${id}` : `aside/${key.slice(prefix.length)}/${at + 2}`;
    records[prefix + name] = JSON.stringify(id && value.id === JSON.parse(readable[key]).id ? { ...value, id } : value);
  }
  expect(variants.length).toBeGreaterThan(300);
  await open(page, "data/");
  await choose(page, backupOf(records));
  await previewed(page);
  await unharmed(page, "the preview");
  await page.getByRole("button", { name: "Restore" }).click();
  await expect(page.locator(".record")).toHaveCount(variants.length);
  await lookAround(page);
});

test("the strings of the file itself are quoted in the refusal as text", async ({ page }) => {
  await open(page, "data/");
  const file = JSON.parse(backupOf(readable));
  for (const text of corpus) {
    for (const broken of [{ ...file, format: text }, { ...file, version: text }, { ...file, made: text }, { ...file, [text]: 1 }, { ...file, records: { [text]: "{}" } }, { ...file, records: { [`attempt/${text}`]: "{}" } }]) {
      await choose(page, JSON.stringify(broken));
      await expect(page.getByRole("alert").filter({ hasText: /\S Nothing was changed\.$/ })).toBeVisible();
      await choose(page, "{", `${text.replaceAll("/", "_")}.json`);
    }
  }
  await unharmed(page, "refusals");
});

test("a name in a link is text to whoever opens it", async ({ page, browser, site }) => {
  await keep(page, attemptWith("a", answers));
  const context = await browser.newContext({ baseURL: site });
  const theirs = await tripwire(context);
  const stranger = await context.newPage();
  for (const text of corpus) {
    await open(page, "results/?attempt=a");
    await unfoldPart(page, "Save, print or share");
    await page.getByText("Make a link that shows this result to someone").click();
    const link = await madeLink(page.getByRole("region", { name: "Save, print or share" }), text);
    await stranger.goto("about:blank");
    await open(stranger, link);
    await expect(stranger.getByText(`This is the result of ${visible(text)}, from a link.`)).toBeVisible();
    expect(await intruders(stranger)).toEqual([]);
  }
  expect(theirs).toEqual({ ran: [], blocked: [] });
  await context.close();
});

test("a question to the search is text, typed or in the address", async ({ page }) => {
  for (const text of corpus) {
    await open(page, `search/?q=${encodeURIComponent(text)}`);
    await expect(page.locator("html[data-finds]")).toBeAttached();
    await expect(page.locator("#search-words")).toHaveValue(text);
    await page.locator("#search-words").fill(`risk ${text}`);
    await unharmed(page, text);
  }
});

test("an address is text: its path, its questions, its fragment", async ({ page, watch }) => {
  watch.expected.push(/404/);
  const parts = ["quiz/?step=", "quiz/?attempt=", "quiz/?form=", "quiz/#", "results/?attempt=", "results/?unkept=1#", "results/#", "compare/?a=", "growth/evidence/?competency=", "growth/evidence/?add=", "growth/case/?level=", "matrix/?lean=", "levels/l7/?rung=", "link/?to=", "nowhere/"];
  for (const part of parts) {
    for (const text of [corpus[1], corpus[3], corpus[5], corpus[8]]) {
      await page.goto("about:blank");
      await page.goto(part + encodeURIComponent(text), { waitUntil: "load" });
      expect(await intruders(page), part + text).toEqual([]);
    }
    await unharmed(page, part);
  }
});
