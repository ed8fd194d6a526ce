// The question that stands ready before the start and stays behind the review: in nobody's way until
// it is asked, and without a trace of what was there before.
import { answersBy, attemptWith, expect, keep, open, test } from "./app.mjs";
import { begin } from "./steps.mjs";

const question = (page, at) => page.getByText(`Question ${at} of 28`);
const next = (page) => page.getByRole("button", { name: "Next" });
const radio = (page, at) => page.getByRole("radio").nth(at);
const standing = (page) => page.locator(".quiz > .standing-by");
const inSight = (page, locator) => locator.evaluate((row) => {
  const { top, bottom } = row.getBoundingClientRect();
  return top >= 0 && bottom <= innerHeight;
});

test.describe("before the start", () => {
  test("it moves nothing, shows nothing, and no key gets into it", async ({ page }) => {
    await page.setViewportSize({ width: 375, height: 667 });
    await page.addInitScript(() => {
      const act = [];
      window.requestIdleCallback = (one) => act.push(one);
      window.beIdle = () => act.splice(0).forEach((one) => one());
    });
    await open(page, "quiz/");
    const below = page.getByRole("heading", { name: "Before you start" });
    const before = await below.boundingBox();
    await expect(standing(page)).toHaveCount(0);
    await page.evaluate(() => window.beIdle());
    await expect(standing(page).locator("form")).toHaveCount(1);
    expect(await below.boundingBox()).toEqual(before);
    await expect(page.locator("#question")).toBeHidden();
    await expect(page.getByRole("heading", { level: 1 })).toHaveCount(1);
    await expect(page.getByRole("button", { name: "Next" })).toHaveCount(0);
    for (let at = 0; at < 25; at += 1) {
      await page.keyboard.press("Tab");
      expect(await page.evaluate(() => document.activeElement.closest(".standing-by"))).toBe(null);
    }
  });

  test("it follows the form that is chosen", async ({ page }) => {
    await open(page, "quiz/");
    await expect(standing(page).locator("form")).toHaveCount(1);
    await page.getByRole("radio", { name: /^Quick/ }).check();
    await page.getByRole("button", { name: "Start the quiz" }).click();
    await expect(page.getByText("Question 1 of 12")).toBeVisible();
    await expect(standing(page).locator("form")).toHaveCount(0);
    await expect(page.getByRole("heading", { name: "Before you start" })).toBeHidden();
  });

  test("a start pressed before it is there asks the first question all the same", async ({ page }) => {
    await page.addInitScript(() => { window.requestIdleCallback = () => 0; });
    await open(page, "quiz/");
    await expect(standing(page).locator("form")).toHaveCount(0);
    await begin(page);
    await expect(question(page, 1)).toBeVisible();
    await radio(page, 1).check();
    await next(page).click();
    await expect(question(page, 2)).toBeVisible();
  });

  test("starting over shows no reminder and no way to a review of what is gone", async ({ page }) => {
    await keep(page, attemptWith("a", answersBy("standard", 4, 0, 4), { finished: null }));
    await open(page, "quiz/?step=1");
    await expect(page.getByRole("button", { name: "Check your answers" })).toBeVisible();
    await page.getByRole("button", { name: "Back" }).click();
    await page.getByRole("button", { name: "Start over" }).click();
    await expect(question(page, 1)).toBeVisible();
    await expect(page.getByRole("button", { name: "Check your answers" })).toHaveCount(0);
    await next(page).click();
    await expect(page.getByRole("alert")).toContainText("Choose an answer");
    await page.getByRole("button", { name: "Back" }).click();
    await page.getByRole("button", { name: "Start over" }).click();
    await expect(question(page, 1)).toBeVisible();
    await expect(page.getByRole("alert")).toHaveCount(0);
  });
});

test.describe("behind the review", () => {
  test.beforeEach(({ page }) => keep(page, attemptWith("a", answersBy("standard", 4, 0, 4), { finished: null })));

  test("it is out of the way, and comes back with what was changed", async ({ page }) => {
    await open(page, "quiz/?step=review");
    await expect(page.getByRole("list").filter({ hasText: "Change" }).getByRole("listitem")).toHaveCount(28);
    await expect(page.locator("#question")).toHaveCount(1);
    await expect(page.locator("#question")).toBeHidden();
    await page.getByRole("button", { name: "Change the answer to question 20", exact: true }).click();
    await expect(question(page, 20)).toBeVisible();
    await expect(radio(page, 4)).toBeChecked();
  });

  test("Back in the browser returns to the row that was left", async ({ page }) => {
    await page.setViewportSize({ width: 375, height: 667 });
    await open(page, "quiz/?step=27");
    await page.getByRole("button", { name: "Check your answers" }).click();
    await expect(page).toHaveURL(/step=review$/);
    const change = page.getByRole("button", { name: "Change the answer to question 24", exact: true });
    await change.scrollIntoViewIfNeeded();
    await change.click();
    await expect(page).toHaveURL(/step=24$/);
    await page.goBack();
    await expect(change).toBeFocused();
    await expect.poll(() => inSight(page, change)).toBe(true);
    await change.click();
    await next(page).click();
    await expect(page).toHaveURL(/step=25$/);
    await page.getByRole("button", { name: "Check your answers" }).click();
    await expect(page.getByRole("heading", { name: "Check your answers" })).toBeFocused();
  });
});
