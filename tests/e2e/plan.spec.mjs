// The plan: at most three things a quarter, from the gap to what became of it, in any tab.
import { readFileSync } from "node:fs";
import { alive, expect, keep, kept, ladder, open, test } from "./app.mjs";
import { overflow, smallTargets, unfair } from "./faults.mjs";
import { hide, levelsOf, markOf, nameOf, onDay, planOf, recordsOf } from "./growing.mjs";
import { corpus, intruders, tripwire } from "./hostile.mjs";
import { button } from "./keeping.mjs";

// On a busy machine the browser may abort the view transition between two pages and report it in the console.
test.use({ contextOptions: { reducedMotion: "reduce" } });

const here = "growth/plan/";
const levels = levelsOf("t5", "t6");
const card = (page, words) => page.locator(".plan-item").filter({ hasText: words });
const field = (page, label) => page.getByLabel(label, { exact: true });
const press = (page, words, name) => card(page, words).getByRole("button", { name: new RegExp(`^${name}: `) }).click();
const plan = async (page) => recordsOf(await kept(page), "plan");
const aims = async (page) => (await plan(page)).map(({ aim, state, quarter }) => `${aim}, ${state}, ${quarter}`).sort();
const full = (quarter) => Object.assign({}, ...["a", "b", "c"].map((id) => planOf(id, "t6.depth", quarter)));

test.beforeEach(({ page }) => onDay(page, "2026-11-28"));

test("from a gap to a plan: the competency of the address is chosen, gaps come first, what is added is there on reload", async ({ page }) => {
  await keep(page, { ...levels, ...markOf("t6.risk", "sometimes"), ...markOf("t6.teaching", "not-yet"), ...markOf("t6.depth", "reliably") });
  await open(page, `${here}?for=risk`);
  await expect(field(page, "What it is about")).toHaveValue("t6.risk");
  const groups = page.getByLabel("What it is about").locator("optgroup");
  await expect(groups.first()).toHaveAttribute("label", "My gaps at T6");
  await expect(groups.first().locator("option")).toHaveText([nameOf("teaching"), nameOf("risk")]);
  await expect(groups.last().locator("option")).toHaveCount(ladder.competencies.length - 2);
  await button(page, "Add to the plan").click();
  await expect(page.getByText("Write what you want to reach.")).toBeVisible();
  await expect(field(page, "What I want to reach")).toBeFocused();
  await field(page, "What I want to reach").fill("Run two spikes\nbefore choosing");
  await field(page, "First step").fill("Ask for a week");
  await field(page, "By when").fill("2027-02-15");
  await button(page, "Add to the plan").click();
  await expect(page.getByText("15 February 2027 is in January to March 2027, and this is planned for October to December 2026.")).toBeVisible();
  expect(await plan(page)).toEqual([]);
  await field(page, "By when").fill("2026-12-15");
  await field(page, "How I’ll notice that it worked").fill("One is dropped");
  await field(page, "Who helps").fill("Kim");
  await button(page, "Add to the plan").click();
  await expect(card(page, "Run two spikes")).toBeFocused();
  await expect(page).toHaveURL(/\/growth\/plan\/$/);
  expect(await plan(page)).toMatchObject([{ mark: "t6.risk", aim: "Run two spikes\nbefore choosing", firstStep: "Ask for a week", by: "2026-12-15", notice: "One is dropped", helper: "Kim", state: "open", quarter: "2026-Q4" }]);
  await page.reload();
  await alive(page);
  const one = card(page, "Run two spikes");
  await expect(one).toContainText("By 15 December 2026");
  await expect(one.getByRole("link", { name: nameOf("risk") })).toHaveAttribute("href", /levels\/t6\/risk\/$/);
  await expect(page.getByRole("heading", { name: "October to December 2026" })).toBeVisible();
});

test("a fourth thing is refused with the remedy, and goes into the next quarter", async ({ page }) => {
  await keep(page, { ...levels, ...full("2026-Q4") });
  await open(page, here);
  await button(page, "Plan something").click();
  const refusal = page.getByRole("alert").filter({ hasText: "October to December 2026 has 3 open things already" });
  await expect(refusal).toContainText("Finish, keep or drop one first, or plan this for another quarter.");
  await field(page, "What it is about").selectOption("t6.risk");
  await field(page, "What I want to reach").fill("The fourth");
  await button(page, "Add to the plan").click();
  await expect(refusal).toBeVisible();
  expect(await plan(page)).toHaveLength(3);
  await expect(field(page, "What I want to reach")).toHaveValue("The fourth");
  await field(page, "Quarter").selectOption("2027-Q1");
  await expect(refusal).toHaveCount(0);
  await button(page, "Add to the plan").click();
  await expect(page.getByRole("heading", { name: "January to March 2027" })).toBeVisible();
  expect(await aims(page)).toContain("The fourth, open, 2027-Q1");
  // One that is done makes room, and cannot be opened again once the room is taken.
  await press(page, "Aim of a", "Done");
  await expect(card(page, "Aim of a").getByLabel("Why, in a line")).toBeFocused();
  await page.keyboard.type("It helped");
  await button(page, "Plan something").click();
  await field(page, "What it is about").selectOption("t6.risk");
  await field(page, "What I want to reach").fill("The fifth");
  await button(page, "Add to the plan").click();
  await press(page, "Aim of a", "Reopen");
  await expect(card(page, "Aim of a").getByRole("alert")).toContainText("has 3 open things already");
  expect((await plan(page)).find(({ id }) => id === "a")).toMatchObject({ state: "done", why: "It helped" });
});

test("done, kept or dropped with a line why; deleting one can be undone", async ({ page }) => {
  await keep(page, { ...levels, ...full("2026-Q4") });
  await open(page, here);
  await expect(card(page, "Aim of a").getByRole("link", { name: /as evidence$/ })).toHaveCount(0);
  for (const [aim, name, state, words] of [["Aim of a", "Done", "done", "Done"], ["Aim of b", "Keep for the next quarter", "kept", "Kept for later"], ["Aim of c", "Drop", "dropped", "Dropped"]]) {
    await press(page, aim, name);
    await expect(card(page, aim).locator(".plan-state")).toContainText(words);
    await card(page, aim).getByLabel("Why, in a line").fill(`Why ${state}`);
    await page.keyboard.press("Tab");
    await expect(card(page, aim).getByRole("button", { name: /^Reopen/ }), "the focus stays in the row").toBeFocused();
    await expect.poll(async () => (await plan(page)).map((one) => `${one.aim} ${one.state} ${one.why}`)).toContain(`${aim} ${state} Why ${state}`);
  }
  await expect(card(page, "Aim of a").getByRole("link", { name: "Write down what came of it, as evidence" })).toHaveAttribute("href", /growth\/evidence\/\?add=depth$/);
  const before = await kept(page);
  await press(page, "Aim of b", "Delete");
  await expect(card(page, "Aim of b")).toHaveCount(0);
  await expect(button(page, "Undo")).toBeFocused();
  await button(page, "Undo").click();
  await expect(card(page, "Aim of b")).toBeVisible();
  expect(await kept(page)).toEqual(before);
});

test("in a new quarter what was kept is taken on with one press, once, and earlier quarters are folded", async ({ page }) => {
  const old = { ...planOf("a", "t6.risk", "2026-Q3", { state: "kept", why: "No time", by: "2026-09-30" }), ...planOf("b", "t6.depth", "2026-Q3"), ...planOf("c", "t6.depth", "2026-Q3", { state: "done" }) };
  await keep(page, { ...levels, ...old });
  await open(page, here);
  const left = page.getByRole("region", { name: "Still open or kept from before" });
  await expect(left.locator(".plan-item")).toHaveCount(2);
  const earlier = page.locator("details").filter({ hasText: "July to September 2026" });
  await expect(earlier).not.toHaveAttribute("open");
  await button(page, "Take all 2 into this quarter").click();
  await expect(left).toHaveCount(0);
  expect(await aims(page)).toEqual(["Aim of a, kept, 2026-Q3", "Aim of a, open, 2026-Q4", "Aim of b, kept, 2026-Q3", "Aim of b, open, 2026-Q4", "Aim of c, done, 2026-Q3"]);
  expect((await plan(page)).filter(({ by }) => by), "a day that has passed is not carried over").toHaveLength(1);
  await earlier.locator("summary").click();
  await expect(earlier.locator(".plan-item")).toHaveCount(3);
  await page.reload();
  await alive(page);
  await expect(left).toHaveCount(0);
});

test("what is overdue is said in words, and the days go into a calendar file, if there are any", async ({ page }) => {
  await keep(page, { ...levels, ...planOf("a", "t6.risk", "2026-Q4"), ...planOf("b", "t6.risk", "2026-Q4", { by: "2026-11-27", state: "done" }) });
  await open(page, here);
  await expect(button(page, "Put the dates into my calendar")).toHaveCount(0);
  await press(page, "Aim of a", "Change");
  await expect(field(page, "What I want to reach")).toBeFocused();
  await field(page, "By when").fill("2026-11-27");
  await expect(page.getByText("Saved in this browser.")).toBeVisible();
  await button(page, "Close").click();
  await expect(card(page, "Aim of a")).toContainText("Overdue: it was due on 27 November 2026");
  const download = page.waitForEvent("download");
  await button(page, "Put the dates into my calendar").click();
  const file = await download;
  expect(file.suggestedFilename()).toBe("ladder-explorer-plan.ics");
  const text = readFileSync(await file.path(), "utf8");
  expect(text.match(/DTSTART;VALUE=DATE:\d+/g), "open things only").toEqual(["DTSTART;VALUE=DATE:20261127"]);
  expect(text).toContain("SUMMARY:Aim of a\r\n");
  expect(text).toContain(`DESCRIPTION:For: T6 ${nameOf("risk")}\r\n`);
});

test("a text that is too long stays in its field and is refused aloud, and nothing is lost when the page is hidden", async ({ page }) => {
  await keep(page, { ...levels, ...planOf("a", "t6.risk", "2026-Q4", { helper: "Kim" }) });
  await open(page, here);
  await press(page, "Aim of a", "Change");
  const helper = field(page, "Who helps");
  await helper.fill("x".repeat(201));
  await field(page, "First step").fill("Half a wor");
  await hide(page);
  const line = page.locator(`#${await helper.getAttribute("aria-describedby")}`);
  await expect(line).toHaveText("1 character too long; the limit is 200. This text isn’t saved until it is short enough. The shorter text from before is still saved.");
  await expect(line).toHaveRole("status");
  expect(await plan(page)).toMatchObject([{ helper: "Kim", firstStep: "Half a wor" }]);
  await button(page, "Close").click();
  await expect(page.getByRole("alert").filter({ hasText: "Not everything here is saved." })).toBeVisible();
  await expect(helper).toHaveValue("x".repeat(201));
  await helper.fill("x".repeat(200));
  await field(page, "What I want to reach").fill(" ");
  await button(page, "Close").click();
  await expect(page.getByText("Write what you want to reach.")).toBeVisible();
  await field(page, "What I want to reach").fill("Another aim");
  await button(page, "Close").click();
  expect(await plan(page)).toMatchObject([{ helper: "x".repeat(200), aim: "Another aim" }]);
  // A new one that is complete is saved, too, when the page is hidden.
  await button(page, "Plan something").click();
  await field(page, "What it is about").selectOption("t6.depth");
  await field(page, "What I want to reach").fill("Written in the bus");
  await hide(page);
  await expect(field(page, "What I want to reach")).toHaveValue("Written in the bus");
  expect(await aims(page)).toContain("Written in the bus, open, 2026-Q4");
});

test("two tabs change one thing: both texts are kept, and what the other deletes can be saved after all", async ({ page, context }) => {
  await keep(page, { ...levels, ...planOf("a", "t6.risk", "2026-Q4") });
  const other = await context.newPage();
  await onDay(other, "2026-11-28");
  await open(page, here);
  await open(other, here);
  for (const tab of [page, other]) await press(tab, "Aim of a", "Change");
  await field(other, "First step").fill("The second tab’s");
  await field(page, "First step").fill("The first tab’s");
  await page.keyboard.press("Tab");
  await field(other, "First step").press("Tab");
  await expect(other.getByText("This line was also changed in another tab. It now contains both texts")).toBeVisible();
  const both = "The first tab’s\n\nThe second tab’s";
  for (const tab of [page, other]) await expect(field(tab, "First step")).toHaveValue(both);
  await button(other, "Close").click();
  await press(other, "Aim of a", "Delete");
  const gone = page.getByRole("alert").filter({ hasText: "Another tab deleted this." });
  await expect(gone).toBeVisible();
  await field(page, "Who helps").fill("Kim");
  await gone.getByRole("button", { name: "Save it after all" }).click();
  await expect(gone).toHaveCount(0);
  await expect.poll(async () => plan(page)).toMatchObject([{ id: "a", helper: "Kim", firstStep: both }]);
  await expect(card(other, "Aim of a")).toBeVisible();
});

test("an example fills the empty fields only", async ({ page }) => {
  await page.route("**/growth-*.json", async (route) => {
    const response = await route.fetch();
    const example = (aim, more) => ({ competency: null, track: null, aim, first_step: `First: ${aim}`, notice: `Notice: ${aim}`, ...more });
    const templates = [example("For anyone"), example("For risk", { competency: "risk" }), example("For the other track", { track: 1 }), example("For depth", { competency: "depth", track: 0 })];
    await route.fulfill({ response, json: { ...(await response.json()), templates } });
  });
  await keep(page, levels);
  await open(page, `${here}?for=risk`);
  const examples = field(page, "Start from an example (it fills empty fields)");
  await expect(examples.locator("option")).toHaveText([/^No example/, "For anyone", "For risk"]);
  await field(page, "First step").fill("Mine");
  await examples.selectOption("For risk");
  await expect(field(page, "What I want to reach")).toHaveValue("For risk");
  await expect(field(page, "First step")).toHaveValue("Mine");
  await expect(field(page, "How I’ll notice that it worked")).toHaveValue("Notice: For risk");
  await field(page, "What it is about").selectOption("t6.depth");
  await expect(examples.locator("option")).toHaveText([/^No example/, "For anyone", "For depth"]);
});

test("hostile texts are text, on a page without faults at any width", async ({ page, context }) => {
  const seen = await tripwire(context);
  const texts = corpus.map((text, at) => planOf(`h${at}`, at ? "t6.risk" : "t6.gone", "2026-Q4", { aim: text, firstStep: text, notice: text, helper: text, why: text, state: at < 3 ? "open" : "done", by: "2026-12-01" }));
  await keep(page, Object.assign({}, levels, ...texts));
  await open(page, here);
  await expect(page.locator(".plan-item")).toHaveCount(corpus.length);
  for (const text of corpus) await expect(page.locator(".plan-item h3").filter({ hasText: text }).first()).toBeVisible();
  await page.locator(".plan-item").first().getByRole("button", { name: /^Change/ }).click();
  await expect(field(page, "What I want to reach")).toHaveValue(corpus[0]);
  await button(page, "Plan something").click();
  expect(await intruders(page)).toEqual([]);
  expect(await unfair(page)).toEqual([]);
  for (const width of [320, 1280]) {
    await page.setViewportSize({ width, height: 800 });
    expect.soft(await overflow(page)).toEqual([]);
    expect.soft(await smallTargets(page)).toEqual([]);
  }
  expect(seen).toEqual({ ran: [], blocked: [] });
});

test("records that cannot be read are said and left alone; with storage refused the page works", async ({ page, stranger }) => {
  const [[key]] = Object.entries(planOf("bad", "t6.risk", "2026-Q4"));
  await keep(page, { ...levels, [key]: "{half a record" });
  await open(page, here);
  await expect(page.getByText("One record in this browser can’t be read and was left unchanged")).toBeVisible();
  expect((await kept(page))[key]).toBe("{half a record");
  await stranger.addInitScript(() => {
    Object.defineProperty(window, "localStorage", { get: () => { throw new DOMException("no", "SecurityError"); } });
  });
  await open(stranger, `${here}?for=risk`);
  await stranger.getByRole("combobox", { name: "My level" }).selectOption("t5");
  await field(stranger, "What I want to reach").fill("Only here");
  await button(stranger, "Add to the plan").click();
  await expect(stranger.locator(".plan-item")).toContainText("Only here");
});
