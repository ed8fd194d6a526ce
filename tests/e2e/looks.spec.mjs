// How it looks and reads for everybody: small windows, dark rooms, keyboards, screen readers, paper.
import AxeBuilder from "@axe-core/playwright";
import { attemptOf, expect, keep, open, routes, test } from "./app.mjs";
import { begin } from "./steps.mjs";

const standards = ["wcag2a", "wcag2aa", "wcag21aa", "wcag22aa"];
const places = [...routes, "levels/t77/nowhere"];

/** Moments that have no address of their own, and the way to each. */
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
    await page.getByText("Every answer with its weight").click();
  },
  "a withheld result": async (page) => {
    await keep(page, attemptOf("a", "contradictory"));
    await open(page, "results/?attempt=a");
    await page.getByRole("radio", { name: "3", exact: true }).check();
  },
  "the list of results": async (page) => {
    await keep(page, { ...attemptOf("a", "deep"), ...attemptOf("b", "alike"), ...attemptOf("c", "broad", 3) });
    await open(page, "results/");
    await page.getByRole("button", { name: /^Delete/ }).first().click();
    await page.getByRole("status").waitFor();
  },
};

async function faults(page) {
  const found = [];
  for (const colorScheme of ["light", "dark"]) {
    await page.emulateMedia({ colorScheme, reducedMotion: "reduce" });
    const { violations } = await new AxeBuilder({ page }).withTags(standards).analyze();
    for (const { id, nodes } of violations) {
      found.push(...nodes.map((node) => `${colorScheme}: ${id}: ${node.target}: ${node.failureSummary}`));
    }
  }
  return found;
}

/** How far the page reaches over the window's side, and what reaches farthest. */
function overflow(page) {
  return page.evaluate(() => {
    const over = document.documentElement.scrollWidth - document.documentElement.clientWidth;
    if (over <= 0) return "";
    const reach = (element) => element.getBoundingClientRect().right;
    const [widest] = [...document.body.querySelectorAll("*")].sort((a, b) => reach(b) - reach(a));
    return `${over} px: ${widest.outerHTML.slice(0, 120)}`;
  });
}

/** Targets under 24 by 24 px without an exception of WCAG 2.5.8: it stands in a sentence, it has
 * room of its own, or a target of full size on the same page leads to the same place. */
function smallTargets(page) {
  return page.evaluate(() => {
    const seen = (element) => element.checkVisibility({ visibilityProperty: true }) && element.getClientRects().length;
    const box = (element) => (element.closest("label") ?? element).getBoundingClientRect();
    const all = [...document.querySelectorAll("a[href], button, input, select, summary")].filter(seen);
    const small = ({ width, height }) => width < 23.99 || height < 23.99;
    const inSentence = (element) => {
      if (getComputedStyle(element).display !== "inline") return false;
      return [...element.parentNode.childNodes].some((node) => node.nodeType === 3 && node.textContent.trim());
    };
    const centre = ({ x, y, width, height }) => ({ x: x + width / 2, y: y + height / 2 });
    const distance = ({ x, y }, other) =>
      Math.hypot(Math.max(other.left - x, 0, x - other.right), Math.max(other.top - y, 0, y - other.bottom));
    const crowded = (element) => {
      const here = centre(box(element));
      return all.some((other) => {
        if (other === element || other.closest("label")?.contains(element)) return false;
        const there = box(other);
        const between = Math.hypot(here.x - centre(there).x, here.y - centre(there).y);
        return distance(here, there) < 12 || (small(there) && between < 24);
      });
    };
    const place = (link) => link.hasAttribute("href") && new URL(link.getAttribute("href"), location).href;
    const hasTwin = (element) => place(element) && all.some((other) => place(other) === place(element) && !small(box(other)));
    const exempt = (element) => inSentence(element) || hasTwin(element) || !crowded(element);
    return all
      .filter((element) => small(box(element)) && !exempt(element))
      .map((element) => `${Math.round(box(element).width)}×${Math.round(box(element).height)} ${element.outerHTML.slice(0, 100)}`);
  });
}

test.describe("for everybody", () => {
  for (const route of places) {
    test(`/${route} has no fault that axe finds, light or dark`, async ({ page, watch }) => {
      watch.expected.push(/404/);
      await page.goto(route);
      expect(await faults(page)).toEqual([]);
    });
  }
});

for (const [moment, reach] of Object.entries(moments)) {
  test(`${moment} has no fault that axe finds, fits a phone, and can be hit with a thumb`, async ({ page }) => {
    await reach(page);
    expect.soft(await faults(page)).toEqual([]);
    for (const width of [375, 320]) {
      await page.setViewportSize({ width, height: 600 });
      expect.soft(await overflow(page), `at ${width} px`).toBe("");
    }
    expect.soft(await smallTargets(page)).toEqual([]);
  });
}

test.describe("on a phone", () => {
  for (const width of [375, 320]) {
    test(`no page scrolls sideways at ${width} px`, async ({ page, watch }) => {
      watch.expected.push(/404/);
      await page.setViewportSize({ width, height: 600 });
      for (const route of places) {
        await page.goto(route);
        expect.soft(await overflow(page), `/${route}`).toBe("");
      }
    });
  }

  test("every target is at least 24 px high and wide, or exempt by the standard", async ({ page, watch }) => {
    watch.expected.push(/404/);
    await page.setViewportSize({ width: 375, height: 667 });
    for (const route of places) {
      await page.goto(route);
      expect.soft(await smallTargets(page), `/${route}`).toEqual([]);
    }
  });
});

test.describe("calm and on paper", () => {
  test("nothing moves for somebody who asked for less motion", async ({ page }) => {
    await page.emulateMedia({ reducedMotion: "reduce" });
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

  test("a printed result has its words and no controls", async ({ page }) => {
    await keep(page, attemptOf("a", "deep"));
    await open(page, "results/?attempt=a");
    await page.emulateMedia({ media: "print" });
    await expect(page.getByRole("heading", { level: 1 })).toBeVisible();
    await expect(page.getByText(/^Answered /)).toBeVisible();
    for (const head of ["What carried it", "What this cannot tell you"]) {
      await expect(page.getByRole("heading", { name: head })).toBeVisible();
    }
    await expect.soft(page.locator("nav, button, input, .button, summary").filter({ visible: true })).toHaveCount(0);
    await expect.soft(page.getByRole("table", { name: /^All 28 answers/ }), "every answer is printed").toBeVisible();
  });
});
