// A result and a list with all content at once: accessible, also on the narrowest phone.
import { answersBy, attemptWith, expect, keep, open, opinionWith, quiz, settingsWith, test } from "./app.mjs";
import { overflow, prepare, smallTargets, unfair, unprintable } from "./faults.mjs";
import { answersIn, madeLink, unfoldPart } from "./steps.mjs";

test.beforeEach(({ page }) => prepare(page));

const today = Object.fromEntries(quiz.behaviours.map(({ id }, at) => [id, (at + 1) % 3]));
const long = "Supercalifragilisticexpialidocious".repeat(2);
// One step away from another verdict, so that changes are named; with 40 answers, so that each quarter is filled.
const records = {
  ...attemptWith("a", answersBy("long", (at) => [4, 1, 2][at % 3], (at) => [4, 3, 0, 1][at % 4], (at) => [1, 4, 3, 0][(at + 1) % 4], 4), { form: "long", today, name: long, note: `${long}\n`.repeat(9), started: 1.72e12 }),
  ...attemptWith("b", answersIn(quiz, "contradictory", "standard"), { started: 1.71e12 }),
  ...attemptWith("c", answersBy("quick", 3), { form: "quick", started: 1.70e12 }),
  ...attemptWith("d", answersBy("quick", 1), { finished: null, started: 1.69e12 }),
  ...opinionWith("00000000000000a1", "a", answersIn(quiz, "broad", "standard"), { from: long }),
  ...opinionWith("00000000000000a2", "a", answersBy("long", 2), { form: "long" }),
  ...settingsWith({ rung: 8, remindAt: 1.7e12 }),
};

/** Opens everything that can be opened, and makes every link that can be made. */
async function unfold(page) {
  await page.locator("main details").evaluateAll((all) => all.forEach((one) => { one.open = true; }));
  for (const button of await page.getByRole("button", { name: /^Make the link/ }).all()) {
    await button.click();
  }
}

const places = {
  "a result with opinions, today and all the rest": async (page) => {
    await keep(page, records);
    await open(page, "results/?attempt=a");
    await expect(page.locator(".opinion")).toHaveCount(2);
    await expect(page.locator(".quarter li").first()).toBeVisible();
    await unfold(page);
    await expect(page.getByRole("textbox", { name: "The link" })).toHaveCount(2);
  },
  "a withheld result": async (page) => {
    await keep(page, records);
    await open(page, "results/?attempt=b");
    await unfold(page);
  },
  "a result that hangs on one answer, with a change tried": async (page) => {
    await keep(page, attemptWith("a", answersBy("quick", (at) => (at < 5 ? 3 : 2)), { form: "quick" }));
    await open(page, "results/?attempt=a");
    await unfold(page);
    await page.getByRole("button", { name: "Try it" }).first().click();
  },
  "the list with its history, a change table, a reminder and an undo": async (page) => {
    await keep(page, records);
    await open(page, "results/");
    await page.getByRole("button", { name: /^Delete/ }).last().click();
    await expect(page.getByRole("button", { name: "Undo" })).toBeVisible();
    await expect(page.getByRole("button", { name: "Dismiss the reminder" })).toBeVisible();
    await expect(page.locator(".history-row")).toHaveCount(3);
    await unfold(page);
    await expect(page.getByRole("table", { name: /^Answers that differ/ })).toBeVisible();
  },
  "somebody else’s result": async (page) => {
    await keep(page, records);
    await open(page, "results/?attempt=a");
    await unfold(page);
    const link = await madeLink(page.getByRole("region", { name: "Save, print or share" }), long);
    await open(page, link);
    await expect(page.getByText(/This is the result of/)).toBeVisible();
    await unfold(page);
  },
  "a trade-off": async (page) => {
    await keep(page, attemptWith("d", answersBy("quick", 4), { finished: null }));
    await open(page, "quiz/?step=2");
    await expect(page.locator(".side")).toHaveCount(2);
  },
  "a rating": async (page) => {
    await keep(page, attemptWith("d", answersBy("quick", 4), { finished: null }));
    await open(page, "quiz/?step=13");
    await expect(page.locator(".choices label")).toHaveCount(5);
  },
  "the end of the questions with its rows": async (page) => {
    await keep(page, attemptWith("d", answersBy("standard", 2, 4, 0), { finished: null }));
    await open(page, "quiz/?step=end");
    await page.getByRole("radio", { name: "Now and then" }).first().check();
    await expect(page.getByRole("button", { name: "Leave out" })).toBeVisible();
  },
};

for (const [place, reach] of Object.entries(places)) {
  test(`${place} has no fault that axe finds, in light and in dark, and fits 320 px with everything open`, async ({ page }) => {
    await reach(page);
    expect.soft(await unfair(page)).toEqual([]);
    for (const width of [375, 320]) {
      await page.setViewportSize({ width, height: 256 });
      expect.soft(await overflow(page), `at ${width} px`).toEqual([]);
    }
    expect.soft(await smallTargets(page)).toEqual([]);
    if (/result|list/.test(place)) expect.soft(await unprintable(page)).toEqual([]);
  });
}

for (const [width, height] of [[1280, 720], [320, 568]]) {
  test(`going back through what if by keyboard, no stop is hidden by the verdict that stays in view, at ${width} px`, async ({ page }) => {
    await page.setViewportSize({ width, height });
    await keep(page, attemptWith("a", answersBy("standard", 2, 3, 2)));
    await open(page, "results/?attempt=a");
    await unfoldPart(page, "What would change this result");
    await page.getByRole("button", { name: "Try it" }).first().click();
    const now = page.locator(".what-if-now");
    await page.locator(".what-if-row").nth(16).getByRole("button").first().focus();
    await expect(now.locator("strong")).toBeInViewport();
    const hidden = [];
    for (let stop = 0; stop < 20; stop += 1) {
      await page.keyboard.press("Shift+Tab");
      hidden.push(await page.evaluate(() => {
        const { x, y, width: wide, height: high } = document.activeElement.getBoundingClientRect();
        const found = document.elementFromPoint(x + wide / 2, y + high / 2);
        return document.activeElement.contains(found) ? null : document.activeElement.getAttribute("aria-label");
      }));
    }
    expect.soft(hidden.filter(Boolean)).toEqual([]);
    const { height: covered } = await now.boundingBox();
    expect(covered, "it leaves half of the window to the answers").toBeLessThanOrEqual(height / 2);
  });
}
