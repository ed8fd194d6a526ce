// States without an address of their own: accessible, in dark mode, on a phone, and with less motion.
// every-page.spec.mjs tests what has an address.
import { attemptOf, expect, keep, open, test } from "./app.mjs";
import { overflow, smallTargets, unfair } from "./faults.mjs";
import { begin } from "./steps.mjs";

/** States without an address of their own, and how to reach each. */
const moments = {
  "a trade-off": async (page) => {
    await open(page, "quiz/");
    await begin(page);
  },
  "a reminder": async (page) => {
    await open(page, "quiz/");
    await begin(page);
    await page.getByRole("button", { name: "Next" }).click();
    await page.getByRole("alert").waitFor();
  },
  "a rating, come back to": async (page) => {
    await keep(page, attemptOf("a", "deep", 20));
    await open(page, "quiz/?step=13");
    await page.getByRole("radio", { checked: true }).waitFor();
  },
  "the way back into the quiz": async (page) => {
    await keep(page, attemptOf("a", "deep", 20));
    await open(page, "quiz/");
    await page.getByRole("button", { name: "Continue" }).waitFor();
  },
  "the review": async (page) => {
    await keep(page, attemptOf("a", "deep", 20));
    await open(page, "quiz/?step=review");
    await page.getByRole("heading", { name: "Check your answers" }).waitFor();
  },
  "a result": async (page) => {
    await keep(page, attemptOf("a", "broad"));
    await open(page, "results/?attempt=a");
    await page.locator("h1.verdict").waitFor();
  },
  "a withheld result": async (page) => {
    await keep(page, attemptOf("a", "contradictory"));
    await open(page, "results/?attempt=a");
    await page.getByText("What each track expects at your level").click();
    await page.getByRole("radio", { name: "3", exact: true }).check();
  },
  "the list of results": async (page) => {
    await keep(page, { ...attemptOf("a", "deep"), ...attemptOf("b", "alike"), ...attemptOf("c", "broad", 3) });
    await open(page, "results/");
    await page.getByRole("button", { name: /^Delete/ }).first().click();
    await page.getByRole("status").filter({ hasText: "deleted" }).waitFor();
  },
};

for (const [moment, reach] of Object.entries(moments)) {
  test(`${moment} has no fault that axe finds, fits a phone, and can be hit with a thumb`, async ({ page }) => {
    await reach(page);
    expect.soft(await unfair(page)).toEqual([]);
    for (const width of [375, 320]) {
      await page.setViewportSize({ width, height: 600 });
      expect.soft(await overflow(page), `at ${width} px`).toEqual([]);
    }
    expect.soft(await smallTargets(page)).toEqual([]);
  });
}

test.describe("the five places", () => {
  const places = (page) => page.getByRole("navigation", { name: "Main" }).getByRole("link");

  test("stand in every page’s head, and the one you are in is marked", async ({ page }) => {
    await open(page, "levels/l7/risk/");
    await expect(places(page)).toHaveText(["Ladder", "Compare", "Quiz", "My growth", "Guide"]);
    await expect(page.getByRole("navigation", { name: "Main" }).locator('[aria-current="true"]')).toHaveText("Ladder");
  });

  test("are all in one row on a phone", async ({ page }) => {
    await page.setViewportSize({ width: 375, height: 667 });
    await open(page, "guide/");
    const shown = places(page).filter({ visible: true });
    await expect(shown).toHaveText(["Ladder", "Compare", "Quiz", "My growth", "Guide"]);
    const rows = await shown.evaluateAll((links) => new Set(links.map((link) => link.getBoundingClientRect().top)).size);
    expect(rows).toBe(1);
  });
});

// While a page fades into the next, a press is lost.
test("nothing moves, and no page fades into the next", async ({ page }) => {
  await open(page, "");
  const moving = await page.evaluate(() => {
    const rules = (list) => [...list].flatMap((rule) => {
      if (rule.media && !matchMedia(rule.media.mediaText).matches) return [];
      return [rule, ...(rule.cssRules ? rules(rule.cssRules) : [])];
    });
    const inForce = [...document.styleSheets].flatMap((sheet) => rules(sheet.cssRules));
    const transitions = inForce.filter((rule) => rule.constructor.name === "CSSViewTransitionRule");
    return document.getAnimations().length + transitions.length;
  });
  expect(moving).toBe(0);
});
