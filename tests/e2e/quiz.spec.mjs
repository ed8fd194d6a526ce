// The quiz as a user takes it: by keyboard, and with detours.
import { attempts, expect, open, test } from "./app.mjs";
import { answer, begin } from "./steps.mjs";

const question = (page, at) => page.getByText(`Question ${at} of 28`);
const next = (page) => page.getByRole("button", { name: "Next" });
const radio = (page, at) => page.getByRole("radio").nth(at);
const live = (page) => page.locator("[data-live]");
const checked = (page) => page.locator("input:checked");

/** The answers of the newest attempt, and the number of attempts. */
async function saved(page) {
  const all = await attempts(page);
  return { count: all.length, answers: all.at(-1)?.answers };
}

/** Whether the focus is visible: an outline, or the heading that was just opened. */
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
    await expect(page).toHaveTitle(/^Your result · /);
    expect(Object.keys((await saved(page)).answers)).toHaveLength(28);
    await tabTo(page, page.getByText("Every answer with its weight"));
    await press(page, "Enter");
    await expect(page.getByRole("table", { name: /^All 28 answers/ })).toBeVisible();
  });

  test("the program of the result is fetched once the first question is asked, and not before", async ({ page, watch }) => {
    const program = (url) => /\/results-[0-9a-f]+_bg\.wasm$/.test(url);
    await open(page, "quiz/");
    await page.waitForLoadState("networkidle");
    expect(watch.requests.filter(program)).toEqual([]);
    const asked = page.waitForRequest((request) => program(request.url()));
    await begin(page);
    await asked;
    await answer(page, "deep");
    await page.getByRole("button", { name: "See your result" }).click();
    await expect(page.getByRole("heading", { name: "What carried it" })).toBeVisible();
    expect(new Set(watch.requests.filter(program)).size, "the same file that the results load").toBe(1);
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
    await expect(page).toHaveURL(/step=1$/);
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
    await expect(rows.first(), "its number shows").toHaveCSS("display", "list-item");
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
