// My growth: the case for a level, made from marks, evidence and a second view, and taken along.
import { readFileSync } from "node:fs";
import { expect, keep, kept, ladder, open, test } from "./app.mjs";
import { overflow, smallTargets, unfair } from "./faults.mjs";
import { button } from "./keeping.mjs";
import { keyOf } from "./storage.mjs";
import { translate } from "./translator.mjs";

// On a busy machine the browser may abort the view transition between two pages and report it in the console.
test.use({ contextOptions: { reducedMotion: "reduce" } });

const level = "l6";
const { title } = ladder.levels.find(({ id }) => id === level);
const here = `growth/case/?level=${level}`;
const choiceKey = keyOf("draft", `case.${ladder.id}.${level}`);

/** The level whose words stand for an expectation, and the words. */
const cellOf = (owner, item) => {
  const cell = item.cells[owner];
  return cell?.as ? cellOf(cell.as, item) : { owner, cell };
};
const items = ladder.competencies.filter((item) => cellOf(level, item).cell?.gist);
const headline = (item) => cellOf(level, item).cell.gist;
const said = (item) => {
  const { gist, text, items: list = [] } = cellOf(level, item).cell;
  return [gist, text, ...list.map((one) => one.text ?? one)].filter(Boolean);
};
const markId = (item) => `${cellOf(level, item).owner}.${item.id}`;

const hostile = "<script>alert(1)</script><img src=x onerror=alert(2)>";

const mark = (item, standing, why = "") => ({
  [keyOf("mark", markId(item))]: JSON.stringify({ schema: 1, standing, why, said: said(item), ladderVersion: ladder.version, changed: 1.75e12 }),
});
const entry = (id, item, more = {}) => ({
  [keyOf("evidence", id)]: JSON.stringify({ schema: 1, id, did: `Did ${id}`, competencies: [item.id], date: "2026-05-04", created: 1.75e12, changed: 1.75e12, ...more }),
});
const view = (id, from, marks, received) => ({
  [keyOf("view", id)]: JSON.stringify({ schema: 1, id, from, ladderVersion: ladder.version, levels: [level], marks, received }),
});
const judged = (item, standing, line) => ({ [markId(item)]: { standing, line, said: said(item) } });

const [shown, sometimes, gap, noChance, open_] = items;
const records = {
  [keyOf("draft", `aim.${ladder.id}`)]: JSON.stringify({ schema: 1, own: "t5", target: level }),
  ...mark(shown, "reliably", "Each month since spring"), ...mark(sometimes, "sometimes"),
  ...mark(gap, "not-yet"), ...mark(noChance, "no-chance"),
  ...entry("a-1", shown, { outcome: "It held", links: ["https://example.org/a?b=1&c=2"], witnesses: "Kim Example" }),
  ...entry("a-2", shown, { did: hostile, date: "2019-01-02" }),
  ...entry("b-1", sometimes),
  ...view("view-1", "Zoë Example", judged(shown, "sometimes", "Seen twice"), 1.751e12),
  ...view("view-0", "An older one", judged(gap, "reliably", "Seen long ago"), 1.75e12),
};

const row = (page, item) => page.locator(".case-row").filter({ has: page.getByRole("heading", { name: headline(item), exact: true }) });
const summary = (page) => page.getByLabel("Summary", { exact: true });
const choice = async (page) => JSON.parse((await kept(page))[choiceKey] ?? "{}");
const parts = (page) => page.locator("#case-head ~ h3, .case-unmarked h3");

test("the preview has the marks, the evidence and the second view, the strongest first", async ({ page }) => {
  await keep(page, records);
  await open(page, "growth/case/");
  await expect(page.getByLabel("A case for")).toHaveValue(level);
  await expect(page.locator("#case-head")).toContainText(title);
  await expect(page.locator(".case-row h4").first()).toHaveText(headline(shown));
  await expect(parts(page)).toHaveText(["What I show", "Honest gaps", "No chance to show it yet", "Not marked yet"]);
  await expect(row(page, shown)).toContainText("Reliably. Each month since spring");
  await expect(page.getByLabel("Include a second view"), "only if it is asked for").toHaveValue("");
  await expect(page.locator(".case-row").filter({ hasText: "Second view" })).toHaveCount(0);
  await page.getByLabel("Include a second view").selectOption({ index: 1 });
  await expect(row(page, shown)).toContainText("Second view, Zoë Example: Sometimes. Seen twice");
  await expect(row(page, shown)).toContainText("more than two years ago");
  await expect(row(page, shown)).toContainText(hostile);
  await expect(row(page, shown).getByRole("link", { name: "https://example.org/a?b=1&c=2" })).toBeVisible();
  await expect(row(page, shown).getByRole("link", { name: /^Add evidence/ })).toHaveAttribute("href", new RegExp(`growth/evidence/\\?add=${shown.id}$`));
  await expect(row(page, open_)).toBeHidden();
  await expect(page.locator("main")).not.toContainText(/\d+ ?%|score/i);

  await page.getByLabel("Include a second view").selectOption({ label: "None" });
  await expect(page.locator(".case-row").filter({ hasText: "Second view" })).toHaveCount(0);
  await page.getByLabel("Include a second view").selectOption("view-0");
  await expect(row(page, gap)).toContainText("Second view, An older one: Reliably.");

  await page.getByLabel("A case for").selectOption("t6");
  await expect(page).toHaveURL(/\?level=t6$/);
  await open(page, "growth/case/?level=nowhere");
  await expect(page.getByLabel("A case for")).toHaveValue(level);
});

test("an entry that is left out is saved, is left out in another tab too, and can be taken in again", async ({ page, context }) => {
  await keep(page, records);
  const other = await context.newPage();
  for (const tab of [page, other]) await open(tab, here);
  const tick = (tab, item) => row(tab, item).getByRole("checkbox").first();
  // It stays in its place, and says so.
  await page.evaluate(translate);
  await tick(page, sometimes).focus();
  await page.keyboard.press("Space");
  await expect(tick(page, sometimes)).not.toBeChecked();
  await expect(tick(page, sometimes)).toBeFocused();
  await expect(page.locator(".case-rows").first()).toContainText(headline(sometimes));
  await expect(row(page, sometimes)).toContainText("Evidence left out.");
  await expect(page.getByText("Saved in this browser.")).toBeVisible();
  expect((await choice(page)).leftOut).toEqual({ [sometimes.id]: ["b-1"] });
  await expect(tick(other, sometimes)).not.toBeChecked();
  await expect(row(other, sometimes)).toContainText("Did b-1");
  await tick(other, sometimes).check();
  await expect(tick(page, sometimes)).toBeChecked();
  await tick(page, shown).uncheck();
  await page.reload();
  await expect(tick(page, shown)).not.toBeChecked();
});

test("a summary is saved, is never cut, and two tabs keep both", async ({ page, context }) => {
  await keep(page, records);
  const other = await context.newPage();
  for (const tab of [page, other]) await open(tab, here);
  await summary(page).fill("In short.");
  await summary(page).blur();
  await expect(summary(other)).toHaveValue("In short.");
  await summary(page).fill("x".repeat(2001));
  await summary(page).blur();
  await expect(page.locator("#case-summary-length")).toContainText("1 character too long");
  await expect(summary(page)).toHaveValue("x".repeat(2001));
  expect((await choice(page)).summary).toBe("In short.");
  // What is typed here is not replaced by what another tab saves.
  await summary(page).fill("Mine.");
  await summary(other).fill("Theirs.");
  await summary(other).blur();
  await expect.poll(async () => (await choice(page)).summary).toBe("Theirs.");
  await expect(summary(page)).toHaveValue("Mine.");
  await summary(page).blur();
  await expect(page.getByText("also changed in another tab")).toBeVisible();
  expect((await choice(page)).summary).toMatch(/Theirs\.\n\nMine\.|Mine\.\n\nTheirs\./);
});

test.describe("taking it along", () => {
  test.use({ permissions: ["clipboard-read", "clipboard-write"] });

  test("the rich text has headings, lists and links, and nothing of a hostile entry is markup", async ({ page, context }) => {
    await keep(page, records);
    await open(page, here);
    await summary(page).fill("In short.");
    await button(page, "Copy as rich text").click();
    await expect(page.getByText("Copied, with headings, lists and links.")).toBeVisible();
    const read = await page.evaluate(async () => {
      const [item] = await navigator.clipboard.read();
      const text = async (kind) => (await item.getType(kind)).text();
      return [await text("text/html"), await text("text/plain")];
    });
    // Another page without any policy, in which no script runs.
    const paper = await context.newPage();
    await paper.route("**/paper", (route) => route.fulfill({ contentType: "text/html", body: `<meta charset="utf-8"><meta http-equiv="Content-Security-Policy" content="default-src 'none'">${read[0]}` }));
    await paper.goto("paper");
    await expect(paper.locator("h1")).toContainText(title);
    await expect(paper.locator("h2").first()).toHaveText("What I show");
    await expect(paper.locator("ul > li ul > li > a")).toHaveAttribute("href", "https://example.org/a?b=1&c=2");
    await expect(paper.locator("script, img")).toHaveCount(0);
    expect(read[0]).not.toMatch(/<script|<img/);
    expect(read[1]).toContain("In short.");
  });

  test("as Markdown and as JSON it has what is in the case, and not what is left out", async ({ page }) => {
    await keep(page, records);
    await open(page, here);
    await page.getByLabel("Include a second view").selectOption({ index: 1 });
    await row(page, sometimes).getByRole("checkbox").uncheck();
    await button(page, "Copy as Markdown").click();
    await expect(page.getByText("Copied as Markdown.")).toBeVisible();
    const markdown = await page.evaluate(() => navigator.clipboard.readText());
    expect(markdown).toMatch(/^# Case for /);
    expect(markdown).toContain("## What I show");
    expect(markdown).toContain("<https://example.org/a?b=1&c=2>");
    expect(markdown, "escaped").not.toMatch(/(?<!\\)<(script|img)/);
    expect(markdown).not.toContain("Did b-1");
    // The copy has the parts, the rows and the words of the preview.
    await page.locator(".case-unmarked").evaluate((part) => { part.open = true; });
    const plain = (lines) => lines.map((line) => line.replaceAll(/[\\*]/g, "").trim());
    const heads = (level) => plain(markdown.split("\n").filter((line) => line.startsWith(`${level} `)).map((line) => line.slice(level.length)));
    expect(heads("##")).toEqual(await parts(page).allTextContents());
    expect(heads("###")).toEqual(plain(await page.locator(".case-row h4").allTextContents()));
    for (const words of ["No evidence yet.", "Evidence left out.", "Not marked."]) {
      expect(markdown.split(words).length - 1, words).toBe(await page.locator(".case-row p").filter({ hasText: words }).count());
    }
    const download = page.waitForEvent("download");
    await button(page, "Save as JSON").click();
    const file = await download;
    expect(file.suggestedFilename()).toMatch(/^case-l6-\d{4}-\d\d-\d\d\.json$/);
    const json = JSON.parse(readFileSync(await file.path(), "utf8"));
    expect(json).toMatchObject({ format: "ladder-explorer/case", schema: 1, level: { id: level }, secondView: { from: "Zoë Example" } });
    const [first] = json.expectations.filter(({ evidence }) => evidence.length > 0);
    expect(first.evidence.map(({ did }) => did)).toEqual(["Did a-1", hostile]);
  });
});

test("where the browser refuses to copy, the text is there to be copied by hand", async ({ page }) => {
  await page.addInitScript(() => {
    Object.defineProperty(navigator, "clipboard", { value: undefined });
  });
  await keep(page, records);
  await open(page, here);
  await button(page, "Copy as rich text").click();
  await expect(page.getByText("The browser refused to copy. Here is the text")).toBeVisible();
  await expect(page.getByLabel("The text to copy")).toBeFocused();
  await expect(page.getByLabel("The text to copy")).toHaveValue(/Each month since spring/);
});

test("a browser that copies plain text only says so", async ({ page, context }) => {
  await context.grantPermissions(["clipboard-read", "clipboard-write"]);
  await page.addInitScript(() => {
    delete window.ClipboardItem;
  });
  await keep(page, records);
  await open(page, here);
  await button(page, "Copy as rich text").click();
  await expect(page.getByText("only the plain text was copied")).toBeVisible();
});

test("on paper there is the case, and no control and nothing that is left out", async ({ page }) => {
  await keep(page, records);
  await open(page, here);
  await summary(page).fill("In short.");
  await row(page, sometimes).getByRole("checkbox").uncheck();
  await expect(page.getByText("Saved in this browser.")).toBeVisible();
  await page.emulateMedia({ media: "print" });
  await expect(page.locator("main").locator("button, select, input, textarea, nav, .case-ways").filter({ visible: true })).toHaveCount(0);
  for (const text of ["In short.", "Did a-1", "Each month since spring"]) await expect(page.locator("main").getByText(text).filter({ visible: true })).toHaveCount(1);
  await expect(page.getByText("Did b-1")).toBeHidden();
  await expect(row(page, open_)).toBeVisible();
  const pdf = (await page.pdf({ format: "A4" })).toString("latin1");
  expect((pdf.match(/\/Type\s*\/Page\b/g) ?? []).length).toBeLessThanOrEqual(3);
});

test("without marks and evidence it says what a case is, and how to begin", async ({ page }) => {
  await open(page, "growth/case/");
  await expect(page.getByRole("heading", { name: "What a case is" })).toBeVisible();
  await expect(page.getByText("Choose the level above.")).toBeVisible();
  await page.getByLabel("A case for").selectOption(level);
  await expect(page.getByText("Nothing is marked for this level yet")).toBeVisible();
  await expect(button(page, "Copy as rich text")).toHaveCount(0);
  await page.getByRole("link", { name: "How to write a case" }).click();
  await expect(page).toHaveURL(/guide\/your-case\/$/);
  const main = page.getByRole("main");
  await expect(main.locator("input, textarea, select").filter({ visible: true }), "the guide is text only").toHaveCount(0);
  for (const [name, end] of [["Evidence", "growth/evidence/"], ["My data", "data/"]]) {
    await expect(main.getByRole("link", { name, exact: true }).first()).toHaveAttribute("href", `../../${end}`);
  }
  await main.getByRole("link", { name: "Write yours in My growth" }).first().click();
  await expect(page).toHaveURL(/growth\/case\/$/);
});

test("the page is fair, large enough to press, and fits 320 px", async ({ page }) => {
  await keep(page, { ...records, ...entry("c-1", gap, { did: "w".repeat(400), links: [`https://example.org/${"l".repeat(200)}`] }) });
  await open(page, here);
  await expect(page.locator("#case-head")).toBeVisible();
  expect(await unfair(page)).toEqual([]);
  expect(await smallTargets(page)).toEqual([]);
  await page.setViewportSize({ width: 320, height: 640 });
  expect(await overflow(page)).toEqual([]);
});
