// The three lengths of the quiz: the cost and benefit of each, continuing with a longer one, ending early.
import { alive, answersBy, attemptWith, attempts, expect, holdWasm, keep, open, quiz, test } from "./app.mjs";
import { answerForm, answersIn, giveAnswer } from "./steps.mjs";

const form = (page, name) => page.getByRole("radio", { name: new RegExp(`^${name}: `) });
const start = (page) => page.getByRole("button", { name: /^Take the .*quiz$/ });
const next = (page) => page.getByRole("button", { name: "Next" });
const early = (page) => page.getByRole("button", { name: "See your result now" });
const head = (page) => page.getByRole("heading", { level: 1 });
const broad = answersIn(quiz, "broad", "long");

/** Checks one question: what the page offers besides the answers. */
async function answerAt(page, at, all, given) {
  await page.getByText(`Question ${at} of ${all}`).waitFor();
  await giveAnswer(page, quiz, given);
}

test.describe("the choice of a form", () => {
  test("offers three, the shortest first, each with its questions, its minutes and what it buys", async ({ page }) => {
    await open(page, "quiz/");
    const choices = page.getByRole("group", { name: "Length" }).getByRole("radio");
    await expect(choices).toHaveCount(3);
    for (const { name, items, minutes } of [...quiz.forms.slice(0, 1), ...quiz.forms.slice(2), quiz.forms[1]]) {
      await page.getByRole("radio", { name: `${name}: ${minutes} min` }).check();
      await expect(page.getByRole("button", { name: `Take the ${minutes}-minute quiz` })).toBeVisible();
      await expect(page.locator(".form-buys")).toHaveText(new RegExp(`^${items.length} short questions\\. In simulations, (about|more than) \\d+ in \\d+ runs gave a clear or leaning result, and (about|more than) \\d+ in \\d+ of those results were right\\.$`));
    }
    await expect(form(page, "Standard")).toBeChecked();
  });

  for (const { id, name, items } of quiz.forms) {
    test(`${name} asks ${items.length} questions, and says so`, async ({ page }) => {
      await open(page, "quiz/");
      await form(page, name).check();
      await start(page).click();
      await expect(page.getByText(`Question 1 of ${items.length}`)).toBeVisible();
      await page.getByRole("radio").first().check();
      expect((await attempts(page))[0].form).toBe(id);
    });
  }

  test("needs no mouse", async ({ page }) => {
    await open(page, "quiz/");
    for (let presses = 0; presses < 30 && !(await form(page, "Standard").evaluate((radio) => radio === document.activeElement)); presses += 1) {
      await page.keyboard.press("Tab");
    }
    await page.keyboard.press("ArrowUp");
    await expect(form(page, "Quick")).toBeChecked();
    await expect(form(page, "Quick")).toBeFocused();
    await expect(page.getByRole("button", { name: "Take the 2-minute quiz" })).toBeVisible();
    await page.keyboard.press("Shift+Tab");
    await page.keyboard.press("Shift+Tab");
    await expect(start(page)).toBeFocused();
    await page.keyboard.press("Enter");
    await expect(page.getByText("Question 1 of 12")).toBeVisible();
    await expect(page.locator("#question")).toBeFocused();
  });

  test("counts also where it was made before the program was there", async ({ page }) => {
    const release = await holdWasm(page);
    await page.goto("quiz/", { waitUntil: "domcontentloaded" });
    await form(page, "Quick").check();
    release();
    await alive(page);
    await expect(form(page, "Quick")).toBeChecked();
    await start(page).click();
    await expect(page.getByText("Question 1 of 12")).toBeVisible();
  });
});

test.describe("from short to long", () => {
  test("Quick gives a result from its twelve answers", async ({ page }) => {
    await open(page, "quiz/");
    await form(page, "Quick").check();
    await start(page).click();
    await answerForm(page, quiz, broad, [1, 12], 12);
    await expect(page.getByRole("heading", { name: "Done. Every question is answered." })).toBeVisible();
    await page.getByRole("button", { name: "See your result" }).click();
    await expect(head(page)).toHaveText("Your trade-offs point clearly to broad work.");
    await expect(page.getByText(/from the 12 answers that count for it\./)).toBeVisible();
    const [attempt, ...others] = await attempts(page);
    expect(others).toEqual([]);
    expect(attempt).toMatchObject({ form: "quick", answers: answersIn(quiz, "broad", "quick") });
  });

  test("a longer form asks only what is open and keeps every answer, up to the longest", async ({ page }) => {
    await keep(page, attemptWith("a", answersIn(quiz, "broad", "quick"), { form: "quick" }));
    await open(page, "results/?attempt=a");
    for (const { done, id, name, all } of [{ done: 12, id: "standard", name: "Standard", all: 32 }, { done: 32, id: "long", name: "Long", all: 40 }]) {
      await page.getByRole("link", { name: `Answer ${all - done} more questions` }).click();
      await alive(page);
      await expect(page.getByText(`Your earlier answers were restored: ${done} of ${all}.`)).toBeVisible();
      await page.getByRole("button", { name: "Continue" }).click();
      await answerForm(page, quiz, broad, [done + 1, all], all);
      await page.getByRole("button", { name: "See your result" }).click();
      await expect(page.getByText("Three next steps")).toBeVisible();
      expect(await attempts(page)).toMatchObject([{ id: "a", form: id, answers: answersIn(quiz, "broad", id) }]);
    }
    await expect(page.getByText(/from the 36 answers that count for it\./)).toBeVisible();
    await expect(page.getByRole("link", { name: /more question/ })).toHaveCount(0);
  });

  test("a reload at the first question of a longer form stays there", async ({ page }) => {
    await keep(page, attemptWith("a", answersIn(quiz, "broad", "quick"), { form: "quick" }));
    await open(page, "results/?attempt=a");
    await page.getByRole("link", { name: /^Answer 20 more/ }).click();
    await alive(page);
    await page.getByRole("button", { name: "Continue" }).click();
    await expect(page.getByText("Question 13 of 32")).toBeVisible();
    await expect(page).toHaveURL(/step=13$/);
    await page.reload();
    await alive(page);
    await expect(page.getByText("Question 13 of 32")).toBeVisible();
  });
});

test.describe("an early end", () => {
  test("is offered at the twelfth answer on one side and not before, is not forced, and gives the result", async ({ page }) => {
    await open(page, "quiz/");
    await start(page).click();
    for (let at = 1; at <= 12; at += 1) {
      await expect(early(page)).toHaveCount(0);
      await answerAt(page, at, 32, broad);
      if (at < 12) {
        await expect(page.getByText("Saved in this browser.")).toBeVisible();
        await expect(early(page)).toHaveCount(0);
        await next(page).click();
      }
    }
    await expect(page.getByText("Your answers agree enough for a result. 20 questions are left.")).toBeVisible();
    await next(page).click();
    await expect(page.getByText("Question 13 of 32")).toBeVisible();
    await expect(early(page)).toBeVisible();
    await answerAt(page, 13, 32, broad);
    await expect(page.getByText("19 questions are left.")).toBeVisible();
    await early(page).click();
    await expect(head(page)).toHaveText("Your answers point clearly to broad work.");
    await expect(page.getByText(/from the 13 answers that count for it\./)).toBeVisible();
    await expect(page.getByRole("link", { name: "Answer 19 more questions" })).toBeVisible();
    const [attempt] = await attempts(page);
    expect(Object.keys(attempt.answers)).toHaveLength(13);
    expect(attempt.finished).not.toBeNull();
  });

  test("is taken back with the answer that earned it", async ({ page }) => {
    // Nine trade-offs answered “rather broad” and three “alike”: P is .971, close to the cut-off of .97.
    const answers = answersBy("quick", (at) => (at < 9 ? 3 : 2));
    await keep(page, attemptWith("a", answers, { finished: null }));
    const last = quiz.forms[0].items.at(-1);
    await open(page, "quiz/?step=12");
    await expect(early(page)).toBeVisible();
    await giveAnswer(page, quiz, { [last]: 1 });
    await expect(early(page)).toHaveCount(0);
    await giveAnswer(page, quiz, { [last]: 3 });
    await expect(early(page)).toBeVisible();
  });
});
