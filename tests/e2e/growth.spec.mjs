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
  await expect(page.getByLabel("The level I look at")).not.toHaveValue("");
  await page.getByLabel("The level I look at").selectOption(target);
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
});

test("what was reworded since it was marked does not count, and is asked again with both wordings", async ({ page }) => {
  const [item] = items;
  await keep(page, { ...aim, ...markOf(target, item, "reliably", { said: ["Words of an older version"], ladderVersion: "1.0.0" }) });
  await open(page, "growth/");
  const section = page.getByRole("heading", { name: "Reworded since you marked it" }).locator("xpath=..");
  await section.getByRole("link", { name: item.name }).click();
  await expect(page.getByText("Please mark it again.")).toBeVisible();
  await page.getByText("What changed").click();
  await expect(page.getByText("Words of an older version")).toBeVisible();
  const name = markIdOf(own, item) === markIdOf(target, item) ? "mine" : "target";
  await expect(form(page, name).locator("input:checked")).toHaveCount(0);
  await mark(page, name, "Sometimes");
  await expect(page.getByText("Please mark it again.")).toBeHidden();
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
