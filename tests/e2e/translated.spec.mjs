// A page changed by a third party: a translator or an extension that puts its own elements around
// every text, before the program starts and again after each step; a host that changes the markup.
import { alive, attemptOf, attempts, expect, holdWasm, keep, open, quiz, settingsWith, test } from "./app.mjs";
import { answersOf } from "./steps.mjs";
import { translate } from "./translator.mjs";

/** Translates the page as it is served, and again whenever something changes. */
async function withTranslator(page) {
  await page.addInitScript((work) => {
    const run = new Function(`(${work})()`);
    document.addEventListener("DOMContentLoaded", () => {
      run();
      let due = false;
      new MutationObserver(() => {
        if (due) return;
        due = true;
        setTimeout(() => {
          due = false;
          run();
        }, 5);
      }).observe(document.body, { childList: true, subtree: true, characterData: true });
    });
  }, String(translate));
}

const translated = (page) => page.waitForFunction(() => document.querySelector("main font font"));

test("the whole quiz under a translator asks each question and keeps each answer where it was given", async ({ page }) => {
  test.setTimeout(90_000);
  await withTranslator(page);
  await open(page, "quiz/");
  await translated(page);
  await page.getByRole("button", { name: /^Take the .*quiz$/ }).click();
  const given = answersOf(quiz, "deep");
  for (const [at, [id, value]] of Object.entries(given).entries()) {
    const { ask } = quiz.items.find((item) => item.id === id);
    await expect(page.locator(".progress")).toContainText(`Question ${at + 1} of 32`);
    await expect(page.locator("#question")).toHaveText(ask.pair ? ask.pair.stem : ask.rating.text);
    if (ask.pair) {
      const sides = ask.pair.left === "deep" ? [ask.pair.deep, ask.pair.broad] : [ask.pair.broad, ask.pair.deep];
      await expect(page.locator(".side")).toHaveText(sides.map((side, place) => `${"AB"[place]} ${side}`));
    }
    const position = ask.pair?.left === "broad" ? 4 - value : value;
    await expect(page.locator("input[name=answer]:checked")).toHaveCount(0);
    await page.locator(`input[name=answer][value="${position}"]`).check();
    await page.getByRole("button", { name: "Next" }).click();
  }
  await page.getByRole("button", { name: "See your result" }).click();
  await expect(page.getByRole("heading", { level: 1 })).toContainText("Your answers point clearly to deep work.");
  expect((await attempts(page))[0].answers).toEqual(given);
});

test("Back, a reminder and another tab show the right question under a translator", async ({ page, context }) => {
  await withTranslator(page);
  await open(page, "quiz/");
  await page.getByRole("button", { name: /^Take the .*quiz$/ }).click();
  await page.getByRole("button", { name: "Next" }).click();
  await expect(page.getByText("Choose an answer, or skip this question.")).toBeVisible();
  await page.getByRole("button", { name: "Skip" }).click();
  await expect(page.locator("#question")).toHaveText(quiz.items.find(({ id }) => id === quiz.forms[1].items[1]).ask.pair.stem);
  await expect(page.getByText("Choose an answer, or skip this question.")).toBeHidden();
  await page.goBack();
  await expect(page.locator("#question")).toHaveText(quiz.items.find(({ id }) => id === quiz.forms[1].items[0]).ask.pair.stem);
  await page.locator("input[name=answer][value='1']").check();
  const other = await context.newPage();
  await open(other, "quiz/?step=1");
  await other.locator("input[name=answer][value='3']").check();
  await expect(page.locator("input[name=answer][value='3']")).toBeChecked();
});

test("“Delete” takes away the attempt of its own row, and no other, under a translator", async ({ page }) => {
  await keep(page, { ...attemptOf("a", "broad"), ...attemptOf("b", "deep", 2), ...attemptOf("c", "alike", 1) });
  await withTranslator(page);
  await open(page, "results/");
  await translated(page);
  const rows = page.locator(".attempt");
  await expect(rows).toHaveCount(3);
  for (const left of [["a", "b"], ["a"]]) {
    await rows.first().getByRole("button", { name: /^Delete/ }).click();
    await expect(rows).toHaveCount(left.length);
    expect((await attempts(page)).map(({ id }) => id).sort()).toEqual(left);
    // The newest is first, and each row links to its own attempt.
    const shown = await rows.locator("a").evaluateAll((links) => links.map((link) => new URL(link.href).searchParams.get("attempt")));
    expect(shown).toEqual([...left].reverse());
  }
  await expect(page.getByText("2 attempts were deleted.")).toBeVisible();
  await page.getByRole("button", { name: "Undo" }).click();
  await expect(page.getByText("One attempt was deleted.")).toBeVisible();
  await expect(rows).toHaveCount(2);
});

test("“What if” and the rung say what was chosen under a translator", async ({ page }) => {
  await keep(page, { ...attemptOf("a", "deep"), ...settingsWith({ rung: 6 }) });
  await withTranslator(page);
  await open(page, "results/?attempt=a");
  await page.locator("main details").evaluateAll((all) => all.forEach((one) => { one.open = true; }));
  await translated(page);
  await page.locator(".rail").first().getByText("T6").waitFor();
  await page.locator("input[name=rung][value='8']").check({ force: true });
  await expect(page.locator(".rail").first()).toContainText("T8");
  await expect(page.locator(".rail").nth(1)).toContainText("L8");
  await page.locator("input[name=rung][value='3']").check({ force: true });
  await expect(page.getByText("Up to level 4 both tracks share their levels")).toBeVisible();
  await expect(page.locator(".rail")).toHaveCount(0);
  const whatIf = page.locator(".what-if");
  const row = whatIf.locator(".what-if-row").first();
  const before = await row.locator(".what-if-answer").textContent();
  await row.getByRole("button", { name: /^One step/ }).last().click();
  await expect(row.locator(".what-if-answer")).not.toHaveText(before);
  const changed = await row.locator(".what-if-answer").textContent();
  await page.getByRole("button", { name: "Back to your answers" }).click();
  await expect(row.locator(".what-if-answer")).toHaveText(before);
  expect(changed).not.toBe(before);
});

test("my data deletes the record of its own row, under a translator", async ({ page }) => {
  await keep(page, { ...attemptOf("a", "broad"), ...attemptOf("b", "deep", 2), ...settingsWith({ slashKey: false }) });
  await withTranslator(page);
  await open(page, "data/");
  await translated(page);
  await page.getByRole("button", { name: /^Delete: .*ttempt/ }).first().click();
  await expect(page.locator(".record")).toHaveCount(2);
  expect((await attempts(page)).map(({ id }) => id)).toEqual(["b"]);
  await page.getByRole("button", { name: "Undo" }).click();
  await expect(page.locator(".record")).toHaveCount(3);
});

// What proxies, mail gateways and “optimisers” do to a page in transit.
const changes = {
  "comments are stripped": (html) => html.replace(/<!--[^]*?-->|<!>/g, ""),
  "white space is folded": (html) => html.replace(/\s+/g, " "),
  "an element is put around the part": (html) => html.replace(/<div data-live=/, "<div class=proxy><div data-live=").replace("</main>", "</div></main>"),
  "a bar is put before everything in it": (html) => html.replace(/(<div data-live=[^>]*>)/, "$1<div>Added by your network</div>"),
};
for (const [what, change] of Object.entries(changes)) {
  test(`the quiz, the results and my data work where ${what}`, async ({ page }) => {
    await keep(page, { ...attemptOf("a", "deep") });
    await page.route(/\/(quiz|results|data)\/$/, async (route) => {
      const response = await route.fetch();
      // The hashes of inline scripts and styles are those of their own text, which must stay unchanged.
      const parts = (await response.text()).split(/(<(?:script|style)\b[^]*?<\/(?:script|style)>)/);
      const body = parts.map((part, at) => (at % 2 ? part : change(part))).join("");
      await route.fulfill({ response, body });
    });
    await open(page, "quiz/");
    await page.getByRole("button", { name: /^Take the .*quiz$/ }).click();
    await expect(page.getByText("Question 1 of 32")).toBeVisible();
    await expect(page.locator("#question")).toHaveCount(1);
    await open(page, "results/");
    await expect(page.locator(".attempt")).toHaveCount(1);
    await open(page, "data/");
    await expect(page.locator(".record")).toHaveCount(1);
  });
}

test("what was chosen and focused before the program was there is still chosen and focused", async ({ page }) => {
  const release = await holdWasm(page);
  await page.goto("quiz/");
  await page.evaluate(translate);
  await page.locator("input[name=form][value=long]").check();
  await page.locator("input[name=form][value=long]").focus();
  release();
  await alive(page);
  await expect(page.locator("input[name=form][value=long]")).toBeChecked();
  await expect(page.locator("input[name=form][value=long]")).toBeFocused();
  await page.getByRole("button", { name: /^Take the .*quiz$/ }).click();
  await expect(page.getByText("Question 1 of 40")).toBeVisible();
});
