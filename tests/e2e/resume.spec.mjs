// Leaving the quiz half-way, by accident or for a week, and returning.
import { alive, attemptOf, attempts, expect, keep, kept, open, quiz, test } from "./app.mjs";
import { answer, begin, start } from "./steps.mjs";

const question = (page, at) => page.getByText(`Question ${at} of 32`);

test("a quiz left half-way goes on where it stopped, or starts over", async ({ page, context }) => {
  await open(page, "quiz/");
  await begin(page);
  await answer(page, "deep", 1, 6);
  const before = await kept(page);
  await page.close();
  const later = await context.newPage();
  await open(later, "");
  await later.getByRole("link", { name: "Continue the quiz you began" }).click();
  await expect(later.getByText("Your earlier answers were restored: 6 of 32.")).toBeVisible();
  await later.getByRole("button", { name: "Continue" }).click();
  await expect(question(later, 7)).toBeVisible();
  await expect(later.getByText("Your earlier answers were restored.")).toBeVisible();
  expect(await kept(later)).toEqual(before);
  await later.getByRole("button", { name: "Start over" }).click();
  await expect(question(later, 1)).toBeVisible();
  await expect(later.locator("input:checked")).toHaveCount(0);
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
  await expect(page.getByRole("button", { name: start })).toBeVisible();
});

test("“Continue” in the list of results continues the attempt it stands beside", async ({ page }) => {
  await keep(page, { ...attemptOf("a", "broad", 3), ...attemptOf("b", "deep", 1) });
  await open(page, "results/");
  await page.getByRole("listitem").filter({ hasText: "3 answers so far" }).getByRole("link").click();
  await expect(page.getByText("restored: 3 of 32")).toBeVisible();
});

test("a tab closed at once after an answer loses nothing", async ({ page, context }) => {
  await open(page, "quiz/");
  await begin(page);
  await page.getByRole("radio").nth(4).check();
  await page.close();
  const later = await context.newPage();
  await open(later, "quiz/");
  const [first] = quiz.forms[1].items;
  expect((await attempts(later))[0].answers).toEqual({ [first]: quiz.items[0].ask.pair.left === "deep" ? 4 : 0 });
});

test("two tabs answering the same sitting keep both answers", async ({ page, context }) => {
  await open(page, "quiz/");
  await begin(page);
  await answer(page, "deep", 1, 1);
  const other = await context.newPage();
  await open(other, "quiz/?step=3");
  await other.getByRole("radio").nth(1).check();
  await page.getByRole("radio").nth(3).check();
  // What another tab wrote arrives here a moment later.
  await expect.poll(async () => Object.keys((await attempts(page))[0].answers).sort()).toEqual(quiz.forms[1].items.slice(0, 3).sort());
});
