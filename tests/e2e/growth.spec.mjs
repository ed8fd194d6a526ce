// My growth: two levels are chosen, what they expect is marked one competency at a time, and the overview
// says what to work on.
import { expect, keep, kept, ladder, open, test } from "./app.mjs";
import { overflow, smallTargets, unfair } from "./faults.mjs";
import { asks, button, lockJournal, unlock } from "./keeping.mjs";
import { keyOf, refuseStorage } from "./storage.mjs";

const [own, target] = ["t5", "l6"];
const aimKey = keyOf("draft", `aim.${ladder.id}`);
const aim = { [aimKey]: JSON.stringify({ schema: 1, own, target }) };
const items = ladder.competencies;

/** The cell that a level has for a competency: its own, or the one it names; and whose it is. */
const cellOf = (level, item) => {
  const cell = item.cells[level];
  return cell?.as ? { ...cellOf(cell.as, item) } : { owner: level, cell };
};
export const markIdOf = (level, item) => `${cellOf(level, item).owner}.${item.id}`;

/** What an expectation says, as a mark remembers it. */
const saidBy = ({ gist, text, items: list = [] }) => [gist, text, ...list.map((one) => one.text ?? one)].filter(Boolean);

const markOf = (level, item, standing, more = {}) => ({
  [keyOf("mark", markIdOf(level, item))]: JSON.stringify({
    schema: 1, standing, said: saidBy(cellOf(level, item).cell), ladderVersion: ladder.version, changed: 1.75e12, ...more,
  }),
});
const marks = async (page) => Object.fromEntries(Object.entries(await kept(page))
  .filter(([key]) => key.startsWith(keyOf("mark", "")))
  .map(([key, text]) => [key.slice(keyOf("mark", "").length), JSON.parse(text)]));

const form = (page, name) => page.locator(`.mark-form:has(input[name="${name}"])`);
const ids = { "Not yet": "not-yet", Sometimes: "sometimes", Reliably: "reliably" };
const mark = (page, name, words) => page.locator(`#${name}-${ids[words]}`).check();
const heading = (page) => page.getByRole("heading", { level: 2 });

test("a new visitor chooses two levels, marks them, leaves, and goes on where they stopped", async ({ page }) => {
  await open(page, "growth/");
  await page.getByLabel("My level").selectOption(own);
  // The level above on the same track is offered first.
  await expect(page.getByLabel("The level I aim for")).not.toHaveValue("");
  await page.getByLabel("The level I aim for").selectOption(target);
  await page.getByRole("link", { name: "Start marking" }).click();
  await expect(page.locator("#marking-head")).toHaveText(items[0].name);
  const shared = markIdOf(own, items[0]) === markIdOf(target, items[0]);
  await mark(page, "mine", "Reliably");
  await expect(page.getByText("Saved in this browser.")).toBeVisible();
  if (!shared) await mark(page, "target", "Sometimes");
  await button(page, "Next").click();
  await expect(page.locator("#marking-head")).toHaveText(items[1].name);
  await expect(page.locator("#marking-head")).toBeFocused();
  await page.goBack();
  await expect(page.locator("#marking-head")).toHaveText(items[0].name);
  expect((await marks(page))[markIdOf(own, items[0])].standing).toBe("reliably");
  await open(page, "growth/marks/");
  await expect(page.locator("#marking-head")).toHaveText(items[1].name);
});

test("a mark has a line why, is removed with an undo, and a line that is too long is not cut", async ({ page }) => {
  await keep(page, { ...aim, ...markOf(target, items[0], "sometimes") });
  await open(page, `growth/marks/?at=${items[0].id}`);
  const shared = markIdOf(own, items[0]) === markIdOf(target, items[0]);
  const name = shared ? "mine" : "target";
  const why = page.locator(`#${name}-why`);
  await why.fill("Twice in spring <b>only</b>");
  await why.blur();
  const id = markIdOf(target, items[0]);
  await expect.poll(async () => (await marks(page))[id].why).toBe("Twice in spring <b>only</b>");
  await why.fill("x".repeat(501));
  await why.blur();
  await expect(page.locator(`#${name}-why-length`)).toContainText("1 character too long");
  await expect(why).toHaveValue("x".repeat(501));
  expect((await marks(page))[id].why).toBe("Twice in spring <b>only</b>");
  await button(page, "Clear").click();
  await expect.poll(async () => id in await marks(page)).toBe(false);
  await button(page, "Undo").click();
  await expect.poll(async () => (await marks(page))[id]?.standing).toBe("sometimes");
});

test("the overview shows three gaps, what counts most first, and what had no chance apart", async ({ page }) => {
  // From this height on the ladder says how much a competency counts.
  const target = "l7";
  const all = items.filter((item) => cellOf(target, item).cell && !cellOf(target, item).cell.none);
  const gaps = all.slice(0, 5);
  const records = [
    ...gaps.map((item) => markOf(target, item, "not-yet")),
    markOf(target, all[5], "no-chance"), markOf(target, all[6], "reliably"),
  ];
  await keep(page, Object.assign({}, { [aimKey]: JSON.stringify({ schema: 1, own, target }) }, ...records));
  await open(page, "growth/");
  const weight = (item) => item.weight?.broad ?? 0;
  const most = [...gaps].sort((a, b) => weight(b) - weight(a)).slice(0, 3).map(({ name }) => name);
  await expect(page.locator(".growth-gap h3")).toHaveText(most);
  await expect(page.getByRole("heading", { name: "No chance yet" }).locator("xpath=..")).toContainText(all[5].name);
  await expect(page.getByRole("heading", { name: "What you show reliably" }).locator("xpath=..")).toContainText(all[6].name);
  await expect(page.locator("main")).not.toContainText(/\d+ ?%|score/i);
  await expect(page.getByText("what counts most there comes first")).toBeVisible();
  await expect(page.getByRole("link", { name: "Your quiz results" }), "there are none").toHaveCount(0);
});

test("the overview says what goes on, leads to what is planned already, and names gaps at the own level", async ({ page }) => {
  const [first, second] = items;
  const record = (kind, id, value) => ({ [keyOf(kind, id)]: JSON.stringify({ schema: 1, id, created: 1.79e12, changed: 1.79e12, ...value }) });
  await keep(page, {
    ...aim, ...markOf(target, first, "not-yet"), ...markOf(own, second, "not-yet"),
    ...record("plan", "p", { mark: markIdOf(target, first), aim: "Run two spikes", state: "open", by: "2126-12-15", quarter: "2126-Q4" }),
    ...record("evidence", "e", { did: "Wrote the list\nand more", date: "2026-09-10" }),
    ...record("check-in", "2026-09-01", { date: "2026-09-01", ladderVersion: ladder.version, marks: {} }),
  });
  await open(page, "growth/");
  const now = page.getByRole("region", { name: "Now", exact: true });
  await expect(now.getByRole("listitem")).toHaveText([/Run two spikes\s*·\s*By 15 December 2126/, /Last evidence\s*, 10 September 2026\s*: Wrote the list$/, /Last check-in\s*: 1 September 2026/]);
  await expect(page.getByRole("heading", { name: "Not reliable yet at your own level, T5" }).locator("xpath=..")).toContainText(second.name);
  await page.locator(".growth-gap").filter({ hasText: first.name }).getByRole("link", { name: "See it in your plan" }).click();
  await expect(page.locator("#item-p")).toBeFocused();
});

test("what an expectation means stays unfolded from one competency to the next, and the question is in sight", async ({ page }) => {
  await keep(page, aim);
  await open(page, `growth/marks/?at=${items[0].id}`);
  await expect(page.getByText("How often do you show this?").first()).toBeVisible();
  await page.getByText("What it means").first().click();
  await button(page, "Next").click();
  await expect(page.locator("#marking-head")).toHaveText(items[1].name);
  await expect(page.locator(".marking-means").first()).toHaveAttribute("open");
});

test("what was reworded since it was marked does not count, and is asked again with both wordings", async ({ page }) => {
  const [item] = items;
  await keep(page, { ...aim, ...markOf(target, item, "reliably", { said: ["Words of an older version"], ladderVersion: "1.0.0", why: "My line <b>stays</b>" }) });
  await open(page, "growth/");
  await page.getByRole("link", { name: "Look again" }).click();
  await expect(page.getByText("Please mark it again.")).toBeVisible();
  await expect(page.getByText("You wrote “My line <b>stays</b>”")).toBeVisible();
  await expect(page.getByText("Reworded since you marked them: 1 competency.")).toBeVisible();
  await expect(page.getByText("Words of an older version")).toBeVisible();
  const name = markIdOf(own, item) === markIdOf(target, item) ? "mine" : "target";
  await expect(form(page, name).locator("input:checked")).toHaveCount(0);
  await mark(page, name, "Sometimes");
  await expect(page.getByText("Please mark it again.")).toBeHidden();
  await expect(page.getByText("That was all: no mark is on old words any more.")).toBeVisible();
  await expect(page.locator(`#${name}-why`)).toHaveValue("My line <b>stays</b>");
  expect((await marks(page))[markIdOf(target, item)].why, "what was written stays").toBe("My line <b>stays</b>");
  expect((await marks(page))[markIdOf(target, item)].ladderVersion).toBe(ladder.version);
});

test("marks belong to their ladder, and two tabs show one truth", async ({ page, context }) => {
  await keep(page, { ...aim, ...markOf(target, items[0], "reliably") });
  await open(page, "small-company/growth/");
  await expect(page.getByLabel("My level")).toHaveValue("");
  const other = await context.newPage();
  await open(other, `growth/marks/?at=${items[0].id}`);
  await open(page, `growth/marks/?at=${items[0].id}`);
  const name = markIdOf(own, items[0]) === markIdOf(target, items[0]) ? "mine" : "target";
  await mark(page, name, "Not yet");
  await expect(form(other, name).locator("input:checked")).toHaveValue("not-yet");
});

test("a locked journal asks for the passphrase, and marks are encrypted", async ({ page }) => {
  await keep(page, { ...aim, ...markOf(target, items[0], "reliably") });
  await lockJournal(page);
  const all = await kept(page);
  expect(all[aimKey]).toContain("sealed");
  expect(all[keyOf("mark", markIdOf(target, items[0]))]).not.toContain("reliably");
  await open(page, "growth/");
  await expect(page.getByLabel("My level")).toHaveValue(own);
  await page.evaluate(() => sessionStorage.clear());
  await page.goto("growth/marks/");
  await expect(asks(page)).toBeVisible();
  await unlock(page);
  await expect(page.locator("#marking-head")).toBeVisible();
});

test("without storage everything can be marked, and the page says that nothing is saved", async ({ page }) => {
  await refuseStorage(page);
  await open(page, "growth/marks/");
  await page.getByLabel("My level").selectOption(own);
  await mark(page, "mine", "Reliably");
  await expect(page.getByText("This browser refuses storage on this page").first()).toBeVisible();
});

for (const path of ["growth/", "growth/marks/"]) {
  test(`/${path} is fair, large enough to press, and fits 320 px`, async ({ page }) => {
    await keep(page, Object.assign({}, aim, ...items.slice(0, 6).map((item, at) => markOf(target, item, ["not-yet", "sometimes", "reliably", "no-chance"][at % 4], { why: "w".repeat(80) }))));
    await open(page, path);
    await expect(heading(page).first()).toBeVisible();
    expect(await unfair(page)).toEqual([]);
    expect(await smallTargets(page)).toEqual([]);
    await page.setViewportSize({ width: 320, height: 640 });
    expect(await overflow(page)).toEqual([]);
  });
}
