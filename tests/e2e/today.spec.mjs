// Energy and today side by side: an optional row under each rating, never part of the verdict, and four quarters with a next step.
import { answersBy, attemptWith, attempts, expect, keep, ladder, open, quiz, settingsWith, test } from "./app.mjs";
import { answersIn } from "./steps.mjs";

const row = (page) => page.getByRole("group", { name: "Today (optional): how much of it do your weeks hold?" });
const leaveOut = (page) => page.getByRole("button", { name: "Leave out" });
const today = async (page) => (await attempts(page))[0]?.today;
const behaviour = (id) => quiz.behaviours.find((one) => one.id === id);
const quarter = (page, name) => page.locator(".quarter").filter({ has: page.getByRole("heading", { name, exact: true }) });
const leading = /That is technical leadership, whatever your title says\./;

/** `today` values for behaviours of one side, all with the same step. */
function weeks(side, count, step) {
  const some = quiz.behaviours.filter((one) => one.side === side && one.facet === 1).slice(0, count);
  return Object.fromEntries(some.map(({ id }) => [id, step]));
}

test.describe("the row", () => {
  const half = attemptWith("a", answersBy("quick", 2), { finished: null });

  test("stands under ratings only, with nothing chosen, and going on needs none of it", async ({ page }) => {
    await keep(page, half);
    await open(page, "quiz/?step=12");
    await expect(page.getByText("Question 12 of 28")).toBeVisible();
    await expect(row(page)).toHaveCount(0);
    await page.getByRole("button", { name: "Next" }).click();
    await expect(row(page).getByRole("radio")).toHaveCount(3);
    await expect(row(page).getByRole("radio", { checked: true })).toHaveCount(0);
    await expect(leaveOut(page)).toHaveCount(0);
    await page.locator(".question input").nth(3).check();
    await page.getByRole("button", { name: "Next" }).click();
    await expect(page.getByText("Question 14 of 28")).toBeVisible();
    expect(await today(page)).toBeUndefined();
  });

  test("is kept for the behaviour it is about, survives a reload, and is taken back without a trace", async ({ page }) => {
    await keep(page, half);
    const [before] = await attempts(page);
    await open(page, "quiz/?step=13");
    for (const [step, name] of ["Not at all", "Now and then", "Most weeks"].entries()) {
      await row(page).getByRole("radio", { name }).check();
      await expect.poll(() => today(page)).toEqual({ "understand-whole": step });
    }
    await page.reload();
    await expect(row(page).getByRole("radio", { name: "Most weeks" })).toBeChecked();
    await leaveOut(page).click();
    await expect(row(page).getByRole("radio", { checked: true })).toHaveCount(0);
    await expect(leaveOut(page)).toHaveCount(0);
    const [after] = await attempts(page);
    expect(after).toEqual({ ...before, changed: after.changed });
    await page.reload();
    await expect(row(page).getByRole("radio", { checked: true })).toHaveCount(0);
  });

  test("is of its own for each rating, forth and back, although the same row stays", async ({ page }) => {
    await keep(page, half);
    await open(page, "quiz/?step=13");
    const chosen = row(page).getByRole("radio", { checked: true });
    await row(page).getByRole("radio", { name: "Most weeks" }).check();
    await page.locator(".question input").nth(3).check();
    await page.getByRole("button", { name: "Next" }).click();
    await expect(page.getByText("Question 14 of 28")).toBeVisible();
    await expect(chosen).toHaveCount(0);
    await expect(leaveOut(page)).toHaveCount(0);
    await row(page).getByRole("radio", { name: "Not at all" }).check();
    await page.getByRole("button", { name: "Back", exact: true }).click();
    await expect(page.getByText("Question 13 of 28")).toBeVisible();
    await expect(row(page).getByRole("radio", { name: "Most weeks" })).toBeChecked();
    await expect(leaveOut(page)).toBeVisible();
    await page.getByRole("button", { name: "Next" }).click();
    await expect(row(page).getByRole("radio", { name: "Not at all" })).toBeChecked();
    expect(await today(page)).toEqual({ "understand-whole": 2, "bridge-plans": 0 });
  });

  test("shows at once what another tab notes for the same rating", async ({ page, context }) => {
    await keep(page, half);
    await open(page, "quiz/?step=13");
    const other = await context.newPage();
    await open(other, "quiz/?step=13");
    await row(other).getByRole("radio", { name: "Now and then" }).check();
    await expect(row(page).getByRole("radio", { name: "Now and then" })).toBeChecked();
    await leaveOut(other).click();
    await expect(row(page).getByRole("radio", { checked: true })).toHaveCount(0);
    await expect(leaveOut(page)).toHaveCount(0);
  });

  test("needs no mouse, and taking it back does not lose the focus", async ({ page }) => {
    await keep(page, half);
    await open(page, "quiz/?step=13");
    await page.locator(".question input").first().focus();
    await page.keyboard.press("Tab");
    await page.keyboard.press("Space");
    await expect(row(page).getByRole("radio", { name: "Not at all" })).toBeChecked();
    await page.keyboard.press("Tab");
    await expect(leaveOut(page)).toBeFocused();
    await page.keyboard.press("Enter");
    await expect(row(page).getByRole("radio", { checked: true })).toHaveCount(0);
    await expect(row(page).getByRole("radio").first()).toBeFocused();
  });
});

test("what is said of today changes nothing of the verdict, its chances, its weights or its line", async ({ page }) => {
  const answers = answersBy("standard", (at) => at % 4, 3, (at) => 4 - (at % 3));
  const everything = Object.fromEntries(quiz.behaviours.map(({ id }, at) => [id, at % 3]));
  await keep(page, { ...attemptWith("a", answers), ...attemptWith("b", answers, { today: everything }) });
  const said = async (id) => {
    await open(page, `results/?attempt=${id}`);
    const main = page.getByRole("main");
    await page.getByText("Every answer with its weight").click();
    return [
      await main.getByRole("heading", { level: 1 }).innerText(),
      await main.locator(".lede").innerText(),
      await main.locator("figure.lean-line").first().innerHTML(),
      await main.locator(".traits").innerHTML(),
      await main.getByRole("table", { name: /^All 28 answers/ }).innerHTML(),
      await main.locator("section").filter({ has: page.locator("#change-head") }).innerText(),
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
  const answers = { ...answersBy("standard", 2), r01: 4, r02: 3, r03: 3, r04: 4, r05: 0, r06: 1, r07: 1, r08: 0, r11: 4 };
  const held = {
    "understand-whole": 2, "bridge-plans": 1, "finish-by-hand": 0, "seed-drafts": 0,
    "find-and-mend": 1, "staff-project": 2, "design-out-failure": 0, "teach-product": 0, "improve-code": 2,
  };
  const expected = {
    "Home ground": ["understand-whole", "bridge-plans"],
    "Grow into": ["finish-by-hand", "seed-drafts"],
    "Hidden cost": ["find-and-mend", "staff-project"],
    "Leave behind": ["design-out-failure", "teach-product"],
  };

  for (const rung of [5, 8]) {
    test(`hold the behaviours that belong there, each with a working link into rung ${rung}`, async ({ page, request }) => {
      await keep(page, { ...attemptWith("a", answers, { today: held }), ...settingsWith({ rung }) });
      await open(page, "results/?attempt=a");
      await expect(page.locator(".quarter")).toHaveCount(4);
      for (const [name, ids] of Object.entries(expected)) {
        const lines = quarter(page, name).getByRole("listitem");
        await expect(lines, name).toHaveText(ids.map((id) => new RegExp(`^${behaviour(id).name}\\. .+`)));
        for (const [at, id] of ids.entries()) {
          const { side, competencies: [competency] } = behaviour(id);
          const code = `${side === "deep" ? "T" : "L"}${rung}`;
          const { gist } = ladder.competencies.find((one) => one.id === competency).expectations[code];
          const link = lines.nth(at).getByRole("link", { name: `${code}: ${gist}`, exact: true });
          const address = await link.evaluate((element) => element.href);
          expect(address).toContain(`/levels/${code.toLowerCase()}/${competency}/`);
          expect((await request.get(address)).status(), address).toBe(200);
        }
      }
    });
  }

  test("say so where nothing belongs, and follow the rung that is chosen", async ({ page }) => {
    await keep(page, attemptWith("a", answers, { today: { "understand-whole": 2 } }));
    await open(page, "results/?attempt=a");
    for (const name of ["Grow into", "Hidden cost", "Leave behind"]) {
      await expect(quarter(page, name)).toContainText("Nothing of what you rated.");
    }
    await page.getByRole("radio", { name: "9", exact: true }).check();
    await quarter(page, "Home ground").getByRole("link", { name: /^T9: / }).click();
    await expect(page).toHaveURL(/\/levels\/t9\/depth\/$/);
  });

  test("are not shown where nothing was said of today", async ({ page }) => {
    await keep(page, attemptWith("a", answers));
    await open(page, "results/?attempt=a");
    await expect(page.getByText("You did not say what your weeks hold today")).toBeVisible();
    await expect(page.locator(".quarter")).toHaveCount(0);
  });
});

test.describe("leadership beyond the role’s name", () => {
  const answers = answersIn(quiz, "deep", "standard");

  test("is recognised where three broad behaviours fill most weeks, with both ways on", async ({ page }) => {
    const held = weeks("broad", 3, 2);
    await keep(page, attemptWith("a", answers, { today: held }));
    await open(page, "results/?attempt=a");
    const said = page.getByText(leading);
    await expect(said).toBeVisible();
    for (const id of Object.keys(held)) await expect(said).toContainText(behaviour(id).phrase);
    await page.getByRole("link", { name: "whom to relabel, and how" }).click();
    await expect(page).toHaveURL(/\/guide\/for-the-organisation\/#relabel$/);
    await expect(page.getByRole("heading", { name: "Whom to relabel" })).toBeInViewport();
    await page.goBack();
    await page.getByRole("link", { name: "signs to go through" }).click();
    await expect(page).toHaveURL(/\/guide\/already-leading\/$/);
    await expect(page.getByRole("heading", { level: 1 })).toBeVisible();
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
      await expect(page.getByRole("link", { name: /relabel|signs to go/ })).toHaveCount(0);
    });
  }
});
