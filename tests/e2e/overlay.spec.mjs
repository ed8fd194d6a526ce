// The visitor's marks on the pages of a ladder: none by default; once switched on they show, and can be set;
// and what the home page says of a plan.
import { expect, keep, kept, ladder, ladders, open, test } from "./app.mjs";
import { anotherDay, lockJournal } from "./keeping.mjs";
import { keyOf, prefix, valueOf } from "./storage.mjs";

// On a busy machine the browser may abort the view transition between two pages and report it in the console.
test.use({ contextOptions: { reducedMotion: "reduce" } });

const shows = { [keyOf("setting", "show-marks")]: valueOf(true) };
const signs = (page) => page.locator(".own-mark:visible");
const form = (page) => page.getByRole("group", { name: "How often do you show this?" });
const choose = (page, name) => form(page).filter({ visible: true }).getByRole("radio", { name }).click();
const mark = async (page, id) => JSON.parse((await kept(page))[keyOf("mark", id)] ?? "null");
const loaded = ({ requests }) => requests.filter((url) => /\/here-/.test(url));

/** What an expectation says, as a mark remembers it. */
function saidOf(level, id, among = ladder) {
  const { gist, detail, items = [] } = among.competencies.find((one) => one.id === id).expectations[level];
  const statements = [detail, ...items].filter(Boolean);
  return !gist || statements.some((one) => one.startsWith(gist)) ? statements : [gist, ...statements];
}
const markOn = (level, id, standing, said = saidOf(level, id)) => ({
  [keyOf("mark", `${level.toLowerCase()}.${id}`)]: JSON.stringify({ schema: 1, standing, said, ladderVersion: ladder.version, changed: 1.7e12 }),
});
const places = ["levels/t6/", "levels/t6/risk/", "compare/t6/t7/", "matrix/"];

test("by default no page shows a mark or loads what would", async ({ page, watch }) => {
  await keep(page, markOn("T6", "risk", "reliably"));
  for (const path of [...places, ""]) {
    await open(page, path);
    await expect(page.locator(".own-mark, .own-form"), path).toHaveCount(0);
  }
  expect(loaded(watch)).toEqual([]);
});

test("switched on in My growth, a mark is set on the page of an expectation and seen wherever that shows", async ({ page }) => {
  test.slow();
  await open(page, "growth/");
  await page.getByLabel("Show my marks on the pages of the ladder, and set them there").check();
  await expect(page.getByText("Saved in this browser.")).toBeVisible();
  await open(page, "levels/t6/risk/");
  await expect(signs(page)).toHaveCount(0);
  await choose(page, "Reliably");
  await expect(page.getByRole("status").filter({ hasText: "Saved in this browser." })).toBeVisible();
  await expect(signs(page)).toHaveText(["My mark: ● Reliably"]);
  expect(await mark(page, "t6.risk")).toMatchObject({ schema: 1, standing: "reliably", said: saidOf("T6", "risk"), ladderVersion: ladder.version });

  await open(page, "levels/t6/");
  await expect(signs(page)).toHaveText(["My mark: ● Reliably"]);
  await expect(form(page).filter({ visible: true }), "only in what is open").toHaveCount(0);
  await page.locator("#risk > summary").click();
  await expect(form(page).filter({ visible: true })).toHaveCount(1);
  await expect(page.locator("#risk").getByRole("radio", { name: "Reliably" })).toBeChecked();
  await choose(page, "Sometimes");
  await expect(signs(page)).toHaveText(["My mark: ◐ Sometimes"]);

  await open(page, "compare/t6/t7/");
  await expect(signs(page)).toHaveText(["My mark: ◐ Sometimes"]);
  await expect(page.locator("#risk .own-mark")).toBeVisible();

  await open(page, "matrix/");
  // L6 has the same text.
  const own = page.getByRole("gridcell").filter({ has: page.locator(".own-mark") });
  await expect(own).toHaveText(["+◐", "+◐"]);
  await expect(own.getByRole("link").first()).toHaveAccessibleName(/^T6: .+, my mark: Sometimes$/);
  await expect(page.getByRole("heading", { name: "My marks" })).toBeVisible();

  await keep(page, { [keyOf("draft", `aim.${ladder.id}`)]: JSON.stringify({ schema: 1, own: "t6", target: "t7" }) });
  await open(page, "growth/marks/?at=risk");
  await expect(page.getByRole("radio", { name: "Sometimes" }).first()).toBeChecked();
});

test("levels that share a text share its mark, and nothing else does", async ({ page }) => {
  // L6 expects in operability what T6 does.
  await keep(page, shows);
  await open(page, "levels/l6/operability/");
  await choose(page, "Not yet");
  await expect.poll(() => mark(page, "t6.operability")).toMatchObject({ standing: "not-yet" });
  expect(Object.keys(await kept(page)).filter((key) => key.startsWith(keyOf("mark", "")))).toEqual([keyOf("mark", "t6.operability")]);
  await open(page, "levels/t6/operability/");
  await expect(signs(page)).toHaveText(["My mark: ○ Not yet"]);
  await open(page, "matrix/");
  await expect(page.locator("td > .own-mark")).toHaveCount(2);
  const [, other] = ladders;
  const level = other.levels[0];
  for (const path of [`${other.id}/levels/${level.id}/`, `${other.id}/matrix/`]) {
    await open(page, path);
    await expect(page.locator(".own-mark"), path).toHaveCount(0);
  }
});

test("a mark on words that changed since says so, is asked again, and keeps its line", async ({ page }) => {
  const [[key, text]] = Object.entries(markOn("T6", "risk", "reliably", ["Other words"]));
  await keep(page, { ...shows, [key]: JSON.stringify({ ...JSON.parse(text), why: "Since spring" }) });
  await open(page, "levels/t6/");
  await expect(signs(page)).toHaveText(["My mark: ↻ reworded since you marked it"]);
  await page.locator("#risk > summary").click();
  await expect(page.locator("#risk")).toContainText("Reworded since you marked it “Reliably”. Please mark it again.");
  await expect(page.locator("#risk input:checked")).toHaveCount(0);
  await choose(page, "No chance yet");
  await expect(signs(page)).toHaveText(["My mark: – No chance yet"]);
  expect(await mark(page, "t6.risk")).toMatchObject({ standing: "no-chance", why: "Since spring", said: saidOf("T6", "risk") });
});

test("a mark is removed and brought back; an unreadable one stays, and says so", async ({ page }) => {
  const unreadable = { [keyOf("mark", "t7.risk")]: '{"schema":9}' };
  await keep(page, { ...shows, ...markOn("T6", "risk", "sometimes"), ...unreadable });
  await open(page, "levels/t6/risk/");
  const before = await mark(page, "t6.risk");
  await page.getByRole("button", { name: "Remove this mark" }).click();
  await expect(page.getByText("The mark was removed.")).toBeVisible();
  await expect(signs(page)).toHaveCount(0);
  expect(await mark(page, "t6.risk")).toBeNull();
  await expect(page.getByRole("button", { name: "Undo" })).toBeFocused();
  await page.keyboard.press("Enter");
  await expect(signs(page)).toHaveText(["My mark: ◐ Sometimes"]);
  expect(await mark(page, "t6.risk")).toEqual(before);
  await open(page, "levels/t7/risk/");
  await expect(page.locator(".own-form")).toContainText("written by a newer version");
  await choose(page, "Reliably");
  await expect(page.locator(".own-form")).toContainText("written by a newer version");
  expect(await kept(page)).toMatchObject(unreadable);
});

test("two tabs show the same, switching on and off is followed, and Back shows nothing stale", async ({ page, context }) => {
  await keep(page, { ...shows, ...markOn("T6", "risk", "sometimes") });
  await open(page, "levels/t6/risk/");
  await expect(signs(page)).toHaveText(["My mark: ◐ Sometimes"]);
  const other = await context.newPage();
  await open(other, "levels/t6/risk/");
  await choose(other, "Reliably");
  await expect(signs(page)).toHaveText(["My mark: ● Reliably"]);
  await expect(page.getByRole("radio", { name: "Reliably" })).toBeChecked();
  await open(other, "growth/");
  const box = other.getByLabel(/^Show my marks/);
  await box.uncheck();
  await expect(page.locator(".own-mark, .own-form")).toHaveCount(0);
  await box.check();
  await expect(signs(page)).toHaveText(["My mark: ● Reliably"]);
  await open(page, "about/");
  await box.uncheck();
  await expect(other.getByText("Saved in this browser.")).toBeVisible();
  await page.goBack();
  await expect(page.locator("main")).toBeVisible();
  await expect(page.locator(".own-mark, .own-form")).toHaveCount(0);
});

test("a locked journal shows nothing", async ({ page, context, browser, site }) => {
  test.slow();
  await keep(page, { ...shows, ...markOn("T6", "risk", "sometimes"), ...planned("2020-01-01") });
  const other = await context.newPage();
  await open(other, "levels/t6/");
  await expect(signs(other)).toHaveCount(1);
  await lockJournal(page);
  await expect(other.locator(".own-mark")).toHaveCount(0);
  await open(page, "levels/t6/");
  await expect(signs(page), "it is open in this tab").toHaveCount(1);
  const tab = await anotherDay(page, browser, site);
  for (const path of [...places, ""]) {
    await open(tab, path);
    await tab.waitForLoadState("networkidle");
    await expect(tab.locator(".own-mark, .own-form, #plan_due:visible"), path).toHaveCount(0);
  }
  await tab.context().close();
});

/** A thing in the plan, to be reached by a day. */
const planned = (by, id = "19aa5c1d280-1", more = {}) => ({
  [keyOf("plan", id)]: JSON.stringify({ schema: 1, id, mark: "t6.risk", aim: "A secret aim", by, state: "open", quarter: "2020-Q1", created: 1, changed: 1, ...more }),
});

test("the home page says what is due and since when, and no more", async ({ page, watch }) => {
  const due = page.locator("#plan_due");
  await open(page, "");
  await expect(due).toBeHidden();
  expect(loaded(watch), "without a plan nothing is loaded").toEqual([]);
  await keep(page, { ...planned("2020-03-02"), ...planned("2020-01-31", "19aa5c1d280-2"), ...planned("2999-01-01", "19aa5c1d280-3") });
  await open(page, "");
  await expect(due).toHaveText("2 items of your plan are due, the first since 31 January 2020");
  await expect(page.locator("body")).not.toContainText("A secret aim");
  const other = await page.context().newPage();
  await open(other, "about/");
  await other.evaluate((key) => localStorage.removeItem(key), keyOf("plan", "19aa5c1d280-2"));
  await expect(due).toHaveText("1 item of your plan is due since 2 March 2020");
  await due.click();
  await expect(page).toHaveURL(/\/growth\/plan\/$/);
  await open(page, `${ladders[1].id}/`);
  await expect(page.locator("#plan_due")).toBeHidden();
  await keep(page, { [`${prefix}plan/${ladder.id}/19aa5c1d280-1`]: "{" });
  await open(page, "");
  await expect(due).toBeHidden();
});
