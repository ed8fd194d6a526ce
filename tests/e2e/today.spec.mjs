// What one enjoys and what one does: optional rows after the last question, never part of the result, and four quarters.
import { answersBy, attemptWith, attempts, expect, keep, open, quiz, test } from "./app.mjs";
import { answersIn, unfoldPart } from "./steps.mjs";

const row = (page, id) => page.getByRole("group", { name: behaviour(id).name, exact: true });
const rows = (page) => page.locator(".today-row");
const leaveOut = (page) => page.getByRole("button", { name: "Leave out" });
const today = async (page) => (await attempts(page))[0]?.today;
const behaviour = (id) => quiz.behaviours.find((one) => one.id === id);
const quarter = (page, name) => page.locator(".quarter").filter({ has: page.getByRole("heading", { name, exact: true }) });
const leading = /That is technical leadership, whatever your title says\./;
/** The ratings of the Standard form, by the side of their behaviour. */
const rated = (side) => quiz.forms[1].items.map((id) => quiz.items.find((item) => item.id === id)).filter(({ ask }) => ask.rating && behaviour(ask.rating.behaviour).side === side);
const [deep, broad] = [rated("deep"), rated("broad")];
const about = ({ ask }) => ask.rating.behaviour;

/** `today` values for the rated behaviours of one side, all with the same step. */
const weeks = (side, count, step) => Object.fromEntries(rated(side).slice(0, count).map((item) => [about(item), step]));

test.describe("the rows", () => {
  // Two ratings are strong, one is weak, the rest is in the middle.
  const felt = { ...answersBy("standard", 2), [deep[0].id]: 4, [broad[0].id]: 0, [deep[1].id]: 3 };
  const half = attemptWith("a", felt, { finished: null });

  test("come once, at the end, for work one felt something about, and the result needs none of them", async ({ page }) => {
    await keep(page, half);
    await open(page, "quiz/?step=13");
    await expect(rows(page)).toHaveCount(0);
    await open(page, "quiz/?step=end");
    await expect(rows(page)).toHaveCount(3);
    await expect(rows(page).getByRole("radio", { checked: true })).toHaveCount(0);
    await expect(page.getByText("This doesn’t change the result.")).toBeVisible();
    await page.getByRole("button", { name: "See your result" }).click();
    await expect(page.getByRole("heading", { name: "Three next steps" })).toBeVisible();
    expect(await today(page)).toBeUndefined();
  });

  test("are eight at most, the strongest ratings first", async ({ page }) => {
    await keep(page, attemptWith("a", answersBy("standard", 2, 3, 4), { finished: null }));
    await open(page, "quiz/?step=end");
    await expect(rows(page).locator("legend")).toHaveText(broad.slice(0, 8).map((item) => behaviour(about(item)).name));
  });

  test("are not there where nothing was rated, or for a colleague’s answers", async ({ page }) => {
    await keep(page, attemptWith("a", answersBy("quick", 4), { form: "quick", finished: null }));
    await open(page, "quiz/?step=end");
    await expect(page.getByRole("button", { name: "See your result" })).toBeVisible();
    await expect(rows(page)).toHaveCount(0);
  });

  test("are saved for the behaviour they are about, survive a reload, and are taken back without a trace", async ({ page }) => {
    await keep(page, half);
    const [before] = await attempts(page);
    await open(page, "quiz/?step=end");
    const id = about(deep[0]);
    for (const [step, name] of ["Not at all", "Now and then", "Most weeks"].entries()) {
      await row(page, id).getByRole("radio", { name }).check();
      await expect.poll(() => today(page)).toEqual({ [id]: step });
    }
    await page.reload();
    await expect(row(page, id).getByRole("radio", { name: "Most weeks" })).toBeChecked();
    await leaveOut(page).click();
    await expect(rows(page).getByRole("radio", { checked: true })).toHaveCount(0);
    await expect(row(page, id).getByRole("radio").first()).toBeFocused();
    const [after] = await attempts(page);
    expect(after).toEqual({ ...before, changed: after.changed });
  });

  test("show at once what another tab notes", async ({ page, context }) => {
    await keep(page, half);
    await open(page, "quiz/?step=end");
    const other = await context.newPage();
    await open(other, "quiz/?step=end");
    const id = about(deep[0]);
    await row(other, id).getByRole("radio", { name: "Now and then" }).check();
    await expect(row(page, id).getByRole("radio", { name: "Now and then" })).toBeChecked();
  });

  test("can be added to a result later, and its date stays", async ({ page }) => {
    await keep(page, attemptWith("a", felt));
    const [{ finished }] = await attempts(page);
    await open(page, "results/?attempt=a");
    await page.getByRole("link", { name: "Add what you do now" }).click();
    await row(page, about(deep[0])).getByRole("radio", { name: "Not at all" }).check();
    await page.getByRole("button", { name: "See your result" }).click();
    await expect(quarter(page, "Grow into").getByRole("listitem")).toHaveText([behaviour(about(deep[0])).name]);
    expect((await attempts(page))[0].finished).toBe(finished);
  });
});

test("what is said of today changes nothing of the result, its chance or its line", async ({ page }) => {
  const answers = answersBy("standard", (at) => at % 4, 3, (at) => 4 - (at % 3));
  const everything = Object.fromEntries(quiz.behaviours.map(({ id }, at) => [id, at % 3]));
  await keep(page, { ...attemptWith("a", answers), ...attemptWith("b", answers, { today: everything }) });
  const said = async (id) => {
    await open(page, `results/?attempt=${id}`);
    await unfoldPart(page, "How this is worked out");
    await unfoldPart(page, "What would change this result");
    const main = page.getByRole("main");
    return [
      await main.locator(".answer").innerText(),
      await main.locator("figure.lean-line").first().innerHTML(),
      await main.locator(".themes").innerHTML(),
      await main.locator(".traits").innerHTML(),
      await main.locator("section").filter({ has: page.locator(".what-if") }).last().innerText(),
    ];
  };
  const without = await said("a");
  expect(await said("b")).toEqual(without);
  await open(page, "results/");
  const listed = await page.locator(".attempt-verdict").allInnerTexts();
  expect(listed[0]).toBe(listed[1]);
});

test.describe("the four quarters", () => {
  // Each quarter has one deep and one broad behaviour; those in the middle or without a “today” have no quarter.
  const rate = (at, one, other) => ({ [deep[at].id]: one, [broad[at].id]: other });
  const hold = (at, one, other) => ({ [about(deep[at])]: one, [about(broad[at])]: other });
  const answers = { ...answersBy("standard", 2), ...rate(0, 4, 3), ...rate(1, 3, 4), ...rate(2, 0, 1), ...rate(3, 1, 0), [deep[5].id]: 4 };
  const held = { ...hold(0, 2, 1), ...hold(1, 0, 0), ...hold(2, 1, 2), ...hold(3, 0, 0), [about(deep[4])]: 2 };

  test("hold the behaviours that belong there, and say what to do", async ({ page }) => {
    await keep(page, attemptWith("a", answers, { today: held }));
    await open(page, "results/?attempt=a");
    await expect(page.locator(".quarter")).toHaveCount(4);
    for (const [at, name] of ["Home ground", "Grow into", "Hidden cost", "Leave alone"].entries()) {
      await expect(quarter(page, name).getByRole("listitem"), name).toHaveText([deep[at], broad[at]].map((item) => behaviour(about(item)).name));
    }
    await expect(quarter(page, "Hidden cost")).toContainText("Share it or shorten it.");
  });

  test("say so where nothing belongs", async ({ page }) => {
    await keep(page, attemptWith("a", answers, { today: { [about(deep[0])]: 2 } }));
    await open(page, "results/?attempt=a");
    for (const name of ["Grow into", "Hidden cost", "Leave alone"]) await expect(quarter(page, name)).toContainText("Nothing.");
  });

  test("are offered where nothing was said, and not for trade-offs alone", async ({ page }) => {
    await keep(page, { ...attemptWith("a", answers), ...attemptWith("b", answersBy("quick", 4), { form: "quick" }) });
    await open(page, "results/?attempt=a");
    await expect(page.getByRole("link", { name: "Add what you do now" })).toBeVisible();
    await expect(page.locator(".quarter")).toHaveCount(0);
    await open(page, "results/?attempt=b");
    await expect(page.getByRole("heading", { level: 1 })).toBeVisible();
    await expect(page.getByText("What you enjoy and what you do")).toHaveCount(0);
  });
});

test.describe("leadership beyond the role’s name", () => {
  const answers = answersIn(quiz, "deep", "standard");

  test("is recognised where three broad behaviours fill most weeks, with the way on", async ({ page }) => {
    const held = weeks("broad", 3, 2);
    await keep(page, attemptWith("a", answers, { today: held }));
    await open(page, "results/?attempt=a");
    const said = page.getByText(leading);
    await expect(said).toBeVisible();
    for (const id of Object.keys(held)) await expect(said).toContainText(behaviour(id).phrase);
    await page.getByRole("link", { name: "Who gets the title, and how" }).click();
    await expect(page).toHaveURL(/\/guide\/for-the-organisation\/#relabel$/);
  });

  for (const [words, held] of [
    ["two broad behaviours fill most weeks, and all the others occur", { ...weeks("broad", 8, 1), ...weeks("broad", 2, 2) }],
    ["only deep behaviours fill most weeks", weeks("deep", 8, 2)],
    ["nothing occurs", { ...weeks("deep", 8, 0), ...weeks("broad", 8, 0) }],
  ]) {
    test(`is not claimed where ${words}`, async ({ page }) => {
      await keep(page, attemptWith("a", answers, { today: held }));
      await open(page, "results/?attempt=a");
      await expect(page.locator(".quarter").first()).toBeVisible();
      await expect(page.getByText(leading)).toHaveCount(0);
    });
  }
});
