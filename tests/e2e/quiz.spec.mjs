// The quiz as a user takes it: by keyboard, and with detours.
import { attempts, expect, open, quiz, test } from "./app.mjs";
import { answer, begin, start } from "./steps.mjs";

const question = (page, at) => page.getByText(`Question ${at} of 32`);
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
    await tabTo(page, page.getByRole("button", { name: start }));
    await page.keyboard.press("Enter");
    for (let at = 1; at <= 32; at += 1) {
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
    await expect(page.getByRole("heading", { name: "Done. Every question is answered." })).toBeFocused();
    await tabTo(page, page.getByRole("button", { name: "See your result" }));
    await page.keyboard.press("Enter");
    await expect(page.getByRole("heading", { name: "Three next steps" })).toBeVisible();
    await expect(page).toHaveTitle(/^Your result · /);
    expect(Object.keys((await saved(page)).answers)).toHaveLength(32);
    await tabTo(page, page.locator("summary").filter({ hasText: "All your answers" }));
    await press(page, "Enter");
    await expect(page.locator(".all-answers li")).toHaveCount(32);
  });

  test("the keys 1 to 5 answer while the question has the focus, and go on with one tap an answer", async ({ page }) => {
    await open(page, "quiz/");
    await begin(page);
    await expect(page.locator("#question")).toBeFocused();
    await page.keyboard.press("4");
    await expect(radio(page, 3)).toBeChecked();
    await expect(radio(page, 3)).toBeFocused();
    await page.keyboard.press("Control+1");
    await expect(radio(page, 3)).toBeChecked();
    await page.keyboard.press("2");
    await expect(radio(page, 1)).toBeChecked();
    await expect(question(page, 1)).toBeVisible();
    await next(page).focus();
    await page.keyboard.press("5");
    await expect(radio(page, 1), "the question has not the focus").toBeChecked();
    await page.getByRole("checkbox", { name: "One tap per answer" }).check();
    await next(page).click();
    for (let at = 2; at <= 4; at += 1) {
      await expect(page.locator("#question")).toBeFocused();
      await page.keyboard.press(String(at));
      await expect(question(page, at + 1)).toBeVisible();
    }
    expect(Object.keys((await saved(page)).answers)).toHaveLength(4);
  });

  test("the Standard quiz takes 34 taps from the start to the result", async ({ page }) => {
    let taps = 0;
    const tap = async (target) => {
      taps += 1;
      await target.click();
    };
    await open(page, "quiz/");
    await tap(page.getByRole("button", { name: "Start: one tap per answer" }));
    for (let at = 1; at <= 32; at += 1) {
      await expect(question(page, at)).toBeVisible();
      await tap(page.locator(".choices label").nth(at % 5));
    }
    await tap(page.getByRole("button", { name: "See your result" }));
    await expect(page).toHaveTitle(/^Your result · /);
    expect(taps).toBe(34);
    expect(Object.keys((await saved(page)).answers)).toHaveLength(32);
  });

  test("with one tap an answer the arrow keys stay, Back undoes a slip, and a tap on the same answer goes on", async ({ page }) => {
    await open(page, "quiz/");
    await page.getByRole("button", { name: "Start: one tap per answer" }).click();
    await radio(page, 0).focus();
    await page.keyboard.press("Space");
    await page.keyboard.press("ArrowRight");
    await expect(radio(page, 1)).toBeChecked();
    await expect(question(page, 1)).toBeVisible();
    await radio(page, 1).click();
    await expect(question(page, 2)).toBeVisible();
    await page.getByText("Neither appeals").click();
    await expect(question(page, 3)).toBeVisible();
    await page.getByRole("button", { name: "Back" }).click();
    await expect(page.getByRole("radio", { name: "Neither appeals" })).toBeChecked();
    await radio(page, 4).click();
    await expect(question(page, 3)).toBeVisible();
    await page.reload();
    await expect(page.getByRole("checkbox", { name: "One tap per answer" }), "the address keeps it").toBeChecked();
    const [first, second] = quiz.forms.find(({ id }) => id === "standard").items;
    const { answers } = await saved(page);
    expect(Object.keys(answers).sort()).toEqual([first, second].sort());
  });

  for (const [width, height] of [[375, 667], [360, 640]]) {
    test(`every control of each question is in reach without scrolling at ${width} × ${height}`, async ({ page }) => {
      await page.setViewportSize({ width, height });
      await open(page, "quiz/");
      await page.getByRole("button", { name: "Start: one tap per answer" }).click();
      for (let at = 1; at <= 32; at += 1) {
        await expect(question(page, at)).toBeVisible();
        const controls = page.locator(".question label, .step .actions button");
        for (const control of await controls.all()) {
          await expect.soft(control, `question ${at}`).toBeInViewport({ ratio: 0.99 });
        }
        await page.locator(".choices label").nth(at % 2 ? 1 : 3).click();
      }
      await expect(page.getByRole("button", { name: "See your result" })).toBeInViewport({ ratio: 1 });
    });
  }

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
    await expect(page.getByRole("heading", { name: "Three next steps" })).toBeVisible();
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

  test("an answer on the left means the left side, whichever track is there", async ({ page }) => {
    await open(page, "quiz/");
    await begin(page);
    for (const item of quiz.items.slice(0, 4)) {
      await expect(page.locator(".side").first()).toHaveText(`A ${item.ask.pair[item.ask.pair.left]}`);
      await page.getByRole("radio", { name: "Much more A" }).check();
      expect((await saved(page)).answers[item.id]).toBe(item.ask.pair.left === "deep" ? 0 : 4);
      await next(page).click();
    }
  });

  test("“neither appeals”, “not sure” and “never had the chance” are three answers, and a rating has no sides to refuse", async ({ page }) => {
    await open(page, "quiz/");
    await begin(page);
    const given = { "Neither appeals": "neither", "Not sure": null, "Never had the chance": "never" };
    for (const [at, [name, stored]] of Object.entries(given).entries()) {
      await page.getByRole("radio", { name }).check();
      expect(Object.values((await saved(page)).answers)).toHaveLength(at + 1);
      expect((await saved(page)).answers[quiz.forms[1].items[at]]).toBe(stored);
      await next(page).click();
    }
    await answer(page, "deep", 4, 12);
    await expect(question(page, 13)).toBeVisible();
    await expect(page.locator(".others label")).toHaveText(["Not sure", "Never had the chance"]);
    await page.goto("quiz/?step=review");
    for (const name of Object.keys(given)) await expect(live(page).getByRole("listitem").filter({ hasText: name })).toHaveCount(1);
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
    await expect(page).toHaveTitle(/^Question 3 of 32/);
    await page.goBack();
    await expect(question(page, 2)).toBeVisible();
    await expect(page).toHaveTitle(/^Question 2 of 32/);
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
    await answer(page, "broad", 2, 32);
    await expect(page.getByRole("heading", { name: "That was the last question." })).toBeVisible();
    await page.getByRole("button", { name: "Check your answers" }).click();
    await expect(page.getByText("1 question is still open.")).toBeVisible();
    const rows = live(page).getByRole("listitem");
    await expect(rows).toHaveCount(32);
    await expect(rows.first(), "its number shows").toHaveCSS("display", "list-item");
    await expect(rows.first()).toContainText("Not answered");
    await expect(rows.filter({ hasText: /Much more [AB]: / })).toHaveCount(11);
    await page.getByRole("button", { name: "Change the answer to question 1", exact: true }).click();
    await radio(page, 2).check();
    await next(page).click();
    await expect(page.getByRole("button", { name: "Change the answer to question 1", exact: true }), "back in its row").toBeFocused();
    await expect(page.getByText("You can change any answer before you see the result.")).toBeVisible();
    await expect(rows.first()).toContainText("Both alike");
  });
});
