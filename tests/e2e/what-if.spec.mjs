// What would change a verdict: the smallest change named, tried and undone, and none of it saved.
import { answersBy, attemptWith, expect, keep, kept, open, quiz, test } from "./app.mjs";
import { answersIn, unfoldPart } from "./steps.mjs";

const part = (page) => page.getByRole("region", { name: "What would change this result" });
/** Opens a result, and its part about what would change it. */
const openPart = async (page, id) => {
  await open(page, `results/?attempt=${id}`);
  await unfoldPart(page, "What would change this result");
};
const now = (page) => part(page).locator(".what-if-now strong");
const sets = (page) => part(page).locator(".notes").getByRole("listitem");
const tryIt = (page, at) => sets(page).nth(at).getByRole("button", { name: "Try it" });
const back = (page) => part(page).getByRole("button", { name: "Back to your answers" });
const unfold = (page) => part(page).getByText("What if? Change answers and watch the result").click();
const head = (page) => page.getByRole("heading", { level: 1 });
const rows = (page) => part(page).locator(".what-if-row");

const headlines = {
  "clearly deep": "Your trade-offs point clearly to deep work.",
  "clearly broad": "Your trade-offs point clearly to broad work.",
  "leans deep": "Your trade-offs lean towards deep work.",
  "leans broad": "Your trade-offs lean towards broad work.",
  "no clear lean": "Your trade-offs don’t point either way.",
};

/** Sheets of twelve trade-offs: `count` of them with the answer `rather`, the others alike. */
const sheet = (rather, count) => answersBy("quick", (at) => (at < count ? rather : 2));
const quick = (id, answers) => attemptWith(id, answers, { form: "quick" });

/** Applies the described change to the answers: every trade-off it names moves one step to the named side. */
function changed(answers, words) {
  const named = quiz.items.filter(({ ask }) => ask.pair && words.includes(`“${ask.pair.stem}”`));
  const steps = named.map(({ id, ask }) => {
    const side = new RegExp(`“${ask.pair.stem.replaceAll(/[.?]/g, "\\$&")}”, one step towards the (deep|broad) side`).exec(words)[1];
    return [id, answers[id] + (side === "broad" ? 1 : -1)];
  });
  return { count: steps.length, answers: { ...answers, ...Object.fromEntries(steps) } };
}

/** The verdict that the text of a change predicts. */
const promise = (words) => /then the result would be “(.+)”\./.exec(words)[1];

test.describe("the smallest change", () => {
  for (const [rather, count, steps, firm] of [
    [3, 5, 1, "Single answers decide it: moving any one of 12 by one step changes the result."],
    [1, 7, 1, "Single answers decide it: moving any one of 5 by one step changes the result."],
    [3, 4, 1, "Single answers decide it: moving any one of 12 by one step changes the result."],
    [3, 9, 2, "It takes two answers: 66 pairs of answers change the result when both move by one step."],
    [1, 6, 2, "It takes two answers: 66 pairs of answers change the result when both move by one step."],
  ]) {
    test(`is named, and gives what is promised, where ${count} trade-offs ${rather === 3 ? "broad" : "deep"} need ${steps}`, async ({ page }) => {
      const own = sheet(rather, count);
      await keep(page, quick("a", own));
      await openPart(page, "a");
      await expect(part(page)).toContainText(firm);
      await expect(sets(page)).toHaveCount(3);
      const said = await head(page).innerText();
      const sheets = [];
      for (let at = 0; at < 3; at += 1) {
        const words = await sets(page).nth(at).innerText();
        const tried = changed(own, words);
        expect(tried.count, words).toBe(steps);
        await tryIt(page, at).click();
        await expect(now(page)).toHaveText(headlines[promise(words)]);
        await expect(head(page), "the result above stays").toHaveText(said);
        expect(headlines[promise(words)]).not.toBe(said);
        sheets.push([promise(words), tried.answers]);
      }
      for (const [at, [promised, answers]] of sheets.entries()) {
        await keep(page, quick(`b${at}`, answers));
        await openPart(page, `b${at}`);
        await expect(head(page), "a sitting with these answers gives it too").toHaveText(headlines[promised]);
      }
    });
  }

  test("is said not to be there where the verdict stands firm", async ({ page }) => {
    await keep(page, attemptWith("a", answersIn(quiz, "deep", "standard")));
    await openPart(page, "a");
    await expect(part(page)).toContainText("Changing any two answers slightly would not change this result.");
    await expect(part(page).getByRole("button", { name: "Try it" })).toHaveCount(0);
  });

  test("can be tried again after the part was closed", async ({ page }) => {
    await keep(page, quick("a", sheet(3, 5)));
    await openPart(page, "a");
    await tryIt(page, 0).click();
    await expect(now(page)).toBeVisible();
    await unfold(page);
    await expect(now(page)).toBeHidden();
    await tryIt(page, 1).click();
    await expect(now(page)).toBeVisible();
  });
});

test.describe("what if", () => {
  test("nothing of it is kept, and a reload brings the own answers back", async ({ page }) => {
    await keep(page, quick("a", sheet(3, 5)));
    await openPart(page, "a");
    const before = await kept(page);
    const said = await head(page).innerText();
    await tryIt(page, 0).click();
    for (const row of (await rows(page).all()).slice(0, 6)) {
      await row.getByRole("button", { name: /^One step (up|towards broad)/ }).click();
      await row.getByRole("button", { name: /^One step (down|towards deep)/ }).click();
      await row.getByRole("button", { name: /^One step (down|towards deep)/ }).click();
    }
    await expect(now(page)).not.toHaveText(said);
    expect(await kept(page)).toEqual(before);
    await page.reload();
    await expect(head(page)).toHaveText(said);
    await unfoldPart(page, "What would change this result");
    await unfold(page);
    await expect(now(page)).toHaveText(said);
    expect(await kept(page)).toEqual(before);
  });

  test("“Back to your answers” brings each of them back, with the verdict and the line", async ({ page }) => {
    await keep(page, quick("a", sheet(3, 5)));
    await openPart(page, "a");
    await unfold(page);
    await expect(back(page)).toBeDisabled();
    // Includes text that is not visible, which is not rendered.
    const shown = () => part(page).locator(".what-if").textContent();
    const drawn = () => part(page).locator("figure").innerHTML();
    const own = [await shown(), await drawn()];
    await rows(page).nth(7).getByRole("button", { name: /^One step (down|towards deep)/ }).click();
    await rows(page).nth(8).getByRole("button", { name: /^One step (down|towards deep)/ }).click();
    await expect(back(page)).toBeEnabled();
    expect(await drawn()).not.toBe(own[1]);
    await back(page).click();
    await expect(back(page)).toBeDisabled();
    expect([await shown(), await drawn()]).toEqual(own);
  });

  test("a step moves the answer by one on its scale, in words, and stops at the ends", async ({ page }) => {
    const { ask } = quiz.items.find(({ id }) => id === "r28");
    await keep(page, attemptWith("a", { ...answersBy("standard", (at) => 1 + (at % 2) * 2), r28: 3 }));
    await openPart(page, "a");
    await unfold(page);
    const row = rows(page).filter({ hasText: ask.rating.text });
    const [down, up] = ["down", "up"].map((way) => row.getByRole("button", { name: `One step ${way}: ${ask.rating.text}`, exact: true }));
    await expect(row.locator(".what-if-answer")).toHaveText(quiz.ratingLabels[3]);
    await up.click();
    await expect(row.locator(".what-if-answer")).toHaveText(quiz.ratingLabels[4]);
    await expect(up).toBeDisabled();
    for (const at of [3, 2, 1, 0]) {
      await down.click();
      await expect(row.locator(".what-if-answer")).toHaveText(quiz.ratingLabels[at]);
    }
    await expect(down).toBeDisabled();
    await expect(up).toBeEnabled();
  });

  test("has a row for each answer that counts, and none for one left open", async ({ page }) => {
    await keep(page, attemptWith("a", { ...answersBy("standard", 2), p02: null, r28: null }));
    await openPart(page, "a");
    await unfold(page);
    await expect(rows(page)).toHaveCount(26);
  });

  test("needs no mouse, and Tab goes on from the end of a scale", async ({ page }) => {
    await keep(page, quick("a", sheet(3, 5)));
    await openPart(page, "a");
    await part(page).locator(".what-if summary").focus();
    await page.keyboard.press("Enter");
    const up = rows(page).first().getByRole("button", { name: /^One step (up|towards broad)/ });
    for (let presses = 0; presses < 5 && !(await up.evaluate((button) => button === document.activeElement)); presses += 1) {
      await page.keyboard.press("Tab");
    }
    await expect(up).toBeFocused();
    await page.keyboard.press("Enter");
    await expect(rows(page).first().locator(".what-if-answer")).toContainText(/^Much more/);
    await page.keyboard.press("Tab");
    await expect(rows(page).nth(1).getByRole("button", { name: /^One step (down|towards deep)/ })).toBeFocused();
  });
});

test.describe("a withheld result", () => {
  const withheld = answersIn(quiz, "contradictory", "standard");

  test("shows no line, neither above nor in what if", async ({ page }) => {
    await keep(page, attemptWith("a", withheld));
    await openPart(page, "a");
    await expect(head(page)).toHaveText("Your answers pull in different directions.");
    await unfold(page);
    await expect(now(page)).toHaveText("Your answers pull in different directions.");
    await expect(page.locator("figure.lean-line")).toHaveCount(0);
    await expect(page.getByText(/The band is where your lean lies/)).toHaveCount(0);
  });

  test("gets its line back in what if, once the answers agree again, and loses it anew", async ({ page }) => {
    // Seven trade-offs alternate between the extremes and five are alike: l_z is -1.38; with six it is -.68.
    await keep(page, quick("a", answersBy("quick", (at) => (at < 7 ? (at % 2) * 4 : 2))));
    await openPart(page, "a");
    await unfold(page);
    await expect(part(page).locator("figure")).toHaveCount(0);
    for (const expected of [1, 2]) {
      await rows(page).first().getByRole("button", { name: /^One step (up|towards broad)/ }).click();
      await expect(rows(page).first().locator(".what-if-answer")).toContainText(expected === 1 ? /^Rather/ : /^Both/);
    }
    await expect(part(page).locator("figure")).toHaveCount(1);
    await back(page).click();
    await expect(part(page).locator("figure")).toHaveCount(0);
  });
});
