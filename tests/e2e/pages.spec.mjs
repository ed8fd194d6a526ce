// Every page as it is served: complete without a script, and with the same nodes once it is interactive.
import { alive, attemptOf, expect, holdWasm, keep, ladder, open, quiz, sampled, test } from "./app.mjs";

/** Controls that work with CSS alone, or that can be filled in without a program. */
const working = "[data-in-address], [name=rung], .tick input, [data-log]";

/** What is visible on a page: its heading, its navigation links, the controls that do nothing. */
function seen(useful) {
  const visible = (selector) => [...document.querySelectorAll(selector)].filter((element) => element.checkVisibility({ visibilityProperty: true }));
  const idle = visible("input, button, select, textarea").filter((element) => !element.matches(useful));
  return {
    headings: visible("h1").some((heading) => heading.textContent.trim()),
    places: visible("nav[aria-label=Main] a").length,
    about: visible("footer a[href$='about/']").length,
    idle: idle.map((element) => element.outerHTML.slice(0, 120)),
  };
}

test.describe("without JavaScript", () => {
  test.use({ javaScriptEnabled: false });

  // files.spec.mjs checks the text and links of the others.
  for (const [group, routes] of Object.entries(sampled)) {
    test(`${group} say what they are about, lead on, and offer no choice that would do nothing`, async ({ page }) => {
      for (const route of routes) {
        await page.goto(route, { waitUntil: "domcontentloaded" });
        expect.soft(await page.evaluate(seen, working), `/${route}`).toEqual({ headings: true, places: 5, about: 1, idle: [] });
      }
    });
  }

  test("a level shows all its competencies, and its twin's", async ({ page }) => {
    for (const { code } of ladder.levels) {
      await page.goto(`levels/${code.toLowerCase()}/`);
      for (const { name, expectations } of ladder.competencies) {
        await expect(page.getByRole("heading", { name })).toBeVisible();
        expect(await page.locator("main").innerText()).toContain(expectations[code].gist);
      }
    }
  });

  test("a competency shows every level", async ({ page }) => {
    await page.goto("competencies/risk/");
    const { expectations } = ladder.competencies.find(({ id }) => id === "risk");
    for (const { gist } of Object.values(expectations)) await expect(page.getByText(gist, { exact: true }).first()).toBeVisible();
    expect(Object.keys(expectations)).toHaveLength(14);
  });

  test("the first page shows the level that is chosen", async ({ page }) => {
    await page.goto("");
    for (const rung of [5, 9]) {
      await page.getByRole("radio", { name: String(rung), exact: true }).check();
      await expect(page.locator(".words-head li:visible .station")).toHaveText([`T${rung}`, `L${rung}`]);
      await expect(page.locator(".words section:visible")).toHaveCount(5);
    }
  });

  test("the quiz can be read, and says why it cannot be scored", async ({ page }) => {
    await page.goto("quiz/");
    await expect(page.locator(".if-failed")).toContainText("The quiz didn’t start. This page needs JavaScript");
    await expect(page.locator(".if-failed")).toBeVisible();
    await expect(page.getByRole("button")).toHaveCount(0);
    await page.getByText("Read all questions first").click();
    await expect(page.locator("details li:visible")).toHaveCount(quiz.items.length);
  });

  test("titles and sources have pages of their own, about the app says the rest", async ({ page }) => {
    await page.goto("guide/roles-and-titles/");
    const titles = await page.locator("main").innerText();
    for (const scheme of ladder.titleSchemes) for (const title of Object.values(scheme.titles)) expect(titles).toContain(title);
    await page.goto("guide/sources/");
    await expect(page.locator('main [id^="basis-"]')).not.toHaveCount(0);
    await page.goto("about/");
    await expect(page.getByRole("table")).toHaveCount(0);
    for (const target of ["guide/roles-and-titles/", "guide/sources/"]) {
      await expect(page.locator(`main a[href$="${target}"]`).first()).toBeVisible();
    }
  });
});

test.describe("coming alive", () => {
  test("keeps the nodes, the focus and the choices of the page that was served", async ({ page }) => {
    const release = await holdWasm(page);
    await page.goto("", { waitUntil: "domcontentloaded" });
    await page.getByRole("radio", { name: "5", exact: true }).check();
    await page.getByRole("radio", { name: "Architect" }).check();
    await page.getByRole("radio", { name: "5", exact: true }).focus();
    await page.evaluate(() => {
      window.served = [...document.body.querySelectorAll("*")];
    });
    release();
    await alive(page);
    const changed = await page.evaluate(() => window.served.filter((node) => !node.isConnected).map((node) => node.outerHTML));
    expect(changed).toEqual([]);
    await expect(page.getByRole("radio", { name: "5", exact: true })).toBeFocused();
    await expect(page.getByRole("radio", { name: "5", exact: true })).toBeChecked();
    await expect.soft(page.getByRole("radio", { name: "Architect" })).toBeChecked();
  });

  test("keeps the focus on the button that starts the quiz", async ({ page }) => {
    const release = await holdWasm(page);
    await page.goto("quiz/", { waitUntil: "domcontentloaded" });
    const start = page.getByRole("button", { name: /^Take the .*quiz$/ });
    await start.focus();
    release();
    await alive(page);
    await expect(start).toBeFocused();
    await page.keyboard.press("Enter");
    await expect(page.getByText("Question 1 of 32")).toBeVisible();
  });

  test("a start that was pressed too early is not lost", async ({ page }) => {
    const release = await holdWasm(page);
    await page.goto("quiz/", { waitUntil: "domcontentloaded" });
    const pressed = page.getByRole("button", { name: /^Take the .*quiz$/ }).click();
    // A button that is not ready may also be disabled: then the click waits for it.
    await page.waitForTimeout(300);
    release();
    await pressed;
    await expect(page.getByText("Question 1 of 32")).toBeVisible();
  });

  test("somebody who comes back never sees a start that would begin anew", async ({ page }) => {
    await keep(page, attemptOf("a", "deep", 5));
    const release = await holdWasm(page);
    await page.goto("quiz/", { waitUntil: "domcontentloaded" });
    await expect.soft(page.getByRole("button", { name: /^Take the .*quiz$/ })).toBeHidden();
    release();
    await expect(page.getByRole("button", { name: "Continue" })).toBeVisible();
  });

  test("a linked question and a linked result are not preceded by another sight", async ({ page }) => {
    for (const [path, words, records] of [
      ["quiz/?step=4", "Question 4 of 32", attemptOf("a", "deep", 5)],
      ["results/?attempt=b", "Your answers point clearly to broad work", attemptOf("b", "broad")],
    ]) {
      await keep(page, records);
      const release = await holdWasm(page);
      await page.goto(path, { waitUntil: "domcontentloaded" });
      await expect(page.locator("[data-live] h1")).toBeHidden();
      release();
      await expect(page.getByText(words).filter({ visible: true }).first()).toBeVisible();
      await page.unrouteAll();
    }
  });

  test("the focus stays on the page when an attempt is deleted and brought back", async ({ page }) => {
    await keep(page, { ...attemptOf("a", "deep"), ...attemptOf("b", "broad") });
    await open(page, "results/");
    for (const name of [/^Delete/, /^Undo/]) {
      await page.getByRole("button", { name }).first().focus();
      await page.keyboard.press("Enter");
      await expect.poll(() => page.evaluate(() => document.activeElement.tagName), `after ${name}`).not.toBe("BODY");
    }
  });
});
