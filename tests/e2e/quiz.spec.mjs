// The quiz as somebody works through it: by keyboard, with detours, over several days.
import { alive, attempts, expect, kept, open, test } from "./app.mjs";
import { answer, begin } from "./steps.mjs";

const question = (page, at) => page.getByText(`Question ${at} of 28`);
const next = (page) => page.getByRole("button", { name: "Next" });
const radio = (page, at) => page.getByRole("radio").nth(at);
const live = (page) => page.locator("[data-live]");
const checked = (page) => page.locator("input:checked");

/** The newest attempt's answers, and how many attempts there are. */
async function saved(page) {
  const all = await attempts(page);
  return { count: all.length, answers: all.at(-1)?.answers };
}

/** Whether somebody can see where the focus is: an outline, or the heading that was just opened. */
function focusIsSeen(page) {
  return page.evaluate(() => {
    const element = document.activeElement;
    if (!element || element === document.body) return "the focus is lost";
    const outlined = [element, element.nextElementSibling].filter(Boolean).some((candidate) => {
      const style = getComputedStyle(candidate);
      return style.outlineStyle !== "none" && parseFloat(style.outlineWidth) > 0;
    });
    if (!outlined && element.tagName !== "H1") return `no outline on ${element.outerHTML}`;
    const box = element.getBoundingClientRect();
    const inView = box.bottom > 0 && box.top < innerHeight && box.right > 0 && box.left < innerWidth;
    return inView ? "seen" : `outside the window: ${element.outerHTML}`;
  });
}

async function press(page, key) {
  await page.keyboard.press(key);
  await expect.poll(() => focusIsSeen(page)).toBe("seen");
}

async function tabTo(page, locator) {
  for (let count = 0; count < 60; count += 1) {
    if (await locator.evaluate((element) => element === document.activeElement)) return;
    await press(page, "Tab");
  }
  throw new Error("Tab does not get there");
}

test.describe("answering", () => {
  test("the whole quiz can be done by keyboard, the focus seen at each step", async ({ page }) => {
    await open(page, "quiz/");
    await tabTo(page, page.getByRole("button", { name: "Start the quiz" }));
    await page.keyboard.press("Enter");
    for (let at = 1; at <= 28; at += 1) {
      await expect(question(page, at)).toBeVisible();
      await expect(page.locator("#question")).toBeFocused();
      await expect(checked(page)).toHaveCount(0);
      await press(page, "Tab");
      await expect(radio(page, 0)).toBeFocused();
      await press(page, "Space");
      for (let step = 0; step < at % 5; step += 1) await press(page, "ArrowDown");
      await expect(radio(page, at % 5)).toBeChecked();
      await expect(question(page, at)).toBeVisible();
      if (at % 7 === 0) await tabTo(page, next(page));
      await page.keyboard.press("Enter");
    }
    await expect(page.getByRole("heading", { name: "Check your answers" })).toBeFocused();
    await tabTo(page, page.getByRole("button", { name: "See your result" }));
    await page.keyboard.press("Enter");
    await expect(page.getByRole("heading", { name: "What carried it" })).toBeVisible();
    expect(Object.keys((await saved(page)).answers)).toHaveLength(28);
    await tabTo(page, page.getByText("Every answer with its weight"));
    await press(page, "Enter");
    await expect(page.getByRole("table", { name: /^All 28 answers/ })).toBeVisible();
  });

  test("choosing an answer saves it and does not move on", async ({ page }) => {
    await open(page, "quiz/");
    await begin(page);
    for (let at = 1; at <= 3; at += 1) {
      await expect(checked(page)).toHaveCount(0);
      await radio(page, 3).check();
      expect(Object.keys((await saved(page)).answers)).toHaveLength(at);
      await expect(page.getByText("Saved in this browser.")).toBeVisible();
      await expect(question(page, at)).toBeVisible();
      await next(page).click();
    }
    expect((await saved(page)).count).toBe(1);
  });

  test("Next without an answer says so and stays; Skip goes on", async ({ page }) => {
    await open(page, "quiz/");
    await begin(page);
    await next(page).click();
    await expect(page.getByRole("alert")).toContainText("Choose an answer, or skip this question.");
    await expect(question(page, 1)).toBeVisible();
    await page.getByRole("button", { name: "Skip" }).click();
    await expect(question(page, 2)).toBeVisible();
    await expect(page.getByRole("alert")).toHaveCount(0);
    expect(await attempts(page)).toEqual([]);
  });

  test("“not sure” is kept as an answer of its own", async ({ page }) => {
    await open(page, "quiz/");
    await begin(page);
    await page.getByRole("radio", { name: /^Not sure/ }).check();
    await next(page).click();
    expect((await saved(page)).answers).toEqual({ p01: null });
    await page.goBack();
    await expect(page.getByRole("radio", { name: /^Not sure/ })).toBeChecked();
  });

  test("an answer on the left means the left side, whichever track stands there", async ({ page }) => {
    await open(page, "quiz/");
    const { quiz } = JSON.parse(await page.locator("#page-data").textContent());
    await begin(page);
    for (const item of quiz.items.slice(0, 4)) {
      await expect(page.locator(".side").first()).toHaveText(`A${item.ask.pair[item.ask.pair.left]}`);
      await page.getByRole("radio", { name: "Much more A" }).check();
      expect((await saved(page)).answers[item.id]).toBe(item.ask.pair.left === "deep" ? 0 : 4);
      await next(page).click();
    }
  });
});

test.describe("going back and forth", () => {
  test("Back in the page and Back in the browser return to the answer given", async ({ page }) => {
    await open(page, "quiz/");
    await begin(page);
    for (const choice of [1, 3]) {
      await radio(page, choice).check();
      await next(page).click();
    }
    await expect(page).toHaveTitle(/^Question 3 of 28/);
    await page.goBack();
    await expect(question(page, 2)).toBeVisible();
    await expect(page).toHaveTitle(/^Question 2 of 28/);
    await expect(radio(page, 3)).toBeChecked();
    await page.getByRole("button", { name: "Back" }).click();
    await expect(question(page, 1)).toBeVisible();
    await expect(radio(page, 1)).toBeChecked();
    await page.goBack();
    await page.goForward();
    await expect(question(page, 1)).toBeVisible();
    await expect(radio(page, 1)).toBeChecked();
  });

  test("a reload keeps the question, its answer and the place in the address", async ({ page }) => {
    await open(page, "quiz/");
    await begin(page);
    await answer(page, "deep", 1, 4);
    await radio(page, 2).check();
    await expect(page).toHaveURL(/\?step=5$/);
    await page.reload();
    await expect(question(page, 5)).toBeVisible();
    await expect(radio(page, 2)).toBeChecked();
  });

  test("the review lists every answer and what is open, and leads to each", async ({ page }) => {
    await open(page, "quiz/");
    await begin(page);
    await page.getByRole("button", { name: "Skip" }).click();
    await answer(page, "broad", 2, 28);
    await expect(page.getByText("1 question is still open.")).toBeVisible();
    const rows = live(page).getByRole("listitem");
    await expect(rows).toHaveCount(28);
    await expect(rows.first()).toContainText("Open");
    await expect(rows.filter({ hasText: /Much more [AB]: / })).toHaveCount(11);
    await page.getByRole("button", { name: "Change the answer to question 1", exact: true }).click();
    await radio(page, 2).check();
    await page.getByRole("button", { name: "Check your answers" }).or(next(page)).first().click();
    await page.goto("quiz/?step=review");
    await expect(page.getByText("Every question has an answer")).toBeVisible();
    await expect(rows.first()).toContainText("Both alike");
  });
});

test.describe("leaving and coming back", () => {
  test("a quiz left half-way goes on where it stopped, or starts over", async ({ page, context }) => {
    await open(page, "quiz/");
    await begin(page);
    await answer(page, "deep", 1, 6);
    const before = await kept(page);
    await page.close();
    const later = await context.newPage();
    await open(later, "");
    await later.getByRole("link", { name: "Continue the quiz you began" }).click();
    await expect(later.getByText("Your earlier answers were restored: 6 of 28.")).toBeVisible();
    await later.getByRole("button", { name: "Continue" }).click();
    await expect(question(later, 7)).toBeVisible();
    await expect(later.getByText("Your earlier answers were restored.")).toBeVisible();
    expect(await kept(later)).toEqual(before);
    await later.getByRole("button", { name: "Start over" }).click();
    await expect(question(later, 1)).toBeVisible();
    await expect(checked(later)).toHaveCount(0);
  });

  test("an attempt that was started over does not come back after the new one is done", async ({ page }) => {
    await open(page, "quiz/");
    await begin(page);
    await answer(page, "deep", 1, 3);
    await page.goto("quiz/");
    await begin(page);
    await answer(page, "broad", 1, 12);
    await page.goto("quiz/?step=review");
    await page.getByRole("button", { name: "See your result" }).click();
    await page.getByRole("link", { name: "Take the quiz again" }).click();
    await alive(page);
    await expect(page.getByRole("button", { name: "Start the quiz" })).toBeVisible();
  });

  test("“Continue” in the list of results continues the attempt it stands beside", async ({ page }) => {
    const attempt = (id, started, answers) => ({
      schema: 1, id, quiz: "deep-or-broad", quizVersion: 1, form: "standard", answers, started, changed: started, finished: null,
    });
    await open(page, "results/");
    await page.evaluate((all) => {
      for (const one of all) localStorage.setItem(`ladder-explorer/v1/attempt/${one.id}`, JSON.stringify(one));
    }, [attempt("a", 1e12, { p01: 4, p02: 4, p03: 4 }), attempt("b", 2e12, { p01: 0 })]);
    await page.reload();
    await page.getByRole("listitem").filter({ hasText: "3 answers so far" }).getByRole("link").click();
    await expect(page.getByText("restored: 3 of 28")).toBeVisible();
  });

  test("a tab closed at once after an answer loses nothing", async ({ page, context }) => {
    await open(page, "quiz/");
    await begin(page);
    await radio(page, 4).check();
    await page.close();
    const later = await context.newPage();
    await open(later, "quiz/");
    expect((await saved(later)).answers).toEqual({ p01: 4 });
  });

  test("two tabs answering the same sitting keep both answers", async ({ page, context }) => {
    await open(page, "quiz/");
    await begin(page);
    await answer(page, "deep", 1, 1);
    const other = await context.newPage();
    await open(other, "quiz/?step=3");
    await radio(other, 1).check();
    await radio(page, 3).check();
    expect(Object.keys((await saved(page)).answers).sort()).toEqual(["p01", "p02", "p03"]);
  });
});
