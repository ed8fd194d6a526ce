// Every page as it is served: valid, whole without a script, and the same nodes once it is alive.
import { readdirSync, readFileSync } from "node:fs";
import { HtmlValidate } from "html-validate";
import { alive, attemptOf, expect, holdWasm, keep, ladder, open, quiz, routes, test } from "./app.mjs";
import { dist } from "./serve.mjs";

const files = readdirSync(dist, { recursive: true }).filter((file) => file.endsWith(".html") && !file.startsWith("."));
const html = (file) => readFileSync(dist + file, "utf8");

test.describe("the files", () => {
  test("every page is valid HTML", async () => {
    const validator = new HtmlValidate({
      root: true,
      extends: ["html-validate:recommended"],
      rules: { "doctype-style": ["error", { style: "lowercase" }] },
    });
    const faults = [];
    for (const file of files) {
      // Leptos marks places in live parts by `<!>`, which browsers read as an empty comment.
      const report = await validator.validateString(html(file).replaceAll("<!>", "<!---->"), file);
      for (const { messages } of report.results) {
        faults.push(...messages.map(({ ruleId, line, column, message }) => `${file}:${line}:${column} ${message} (${ruleId})`));
      }
    }
    expect(faults).toEqual([]);
  });

  test("every page has a title and a description of its own, one h1 and a language", () => {
    const one = (file, pattern) => {
      const found = [...html(file).matchAll(pattern)];
      expect(found, `${file} ${pattern}`).toHaveLength(1);
      return found[0][1];
    };
    for (const pattern of [/<title>([^<]+)<\/title>/g, /<meta name="description" content="([^"]{20,})">/g]) {
      const texts = files.map((file) => one(file, pattern));
      expect(texts.filter((text, at) => texts.indexOf(text) !== at)).toEqual([]);
    }
    for (const file of files) {
      // The gallery shows every component, the question with its own h1 among them.
      if (!file.startsWith("gallery")) one(file, /<h1[ >]/g);
      expect(one(file, /<html lang="([^"]*)"/g)).toBe("en");
    }
  });

  test("there is a page for every level and every competency", () => {
    const wanted = [
      ...ladder.levels.map(({ code }) => `levels/${code.toLowerCase()}/`),
      ...ladder.competencies.map(({ id }) => `competencies/${id}/`),
    ];
    expect(routes).toEqual(expect.arrayContaining(wanted));
    expect(wanted).toHaveLength(28);
  });
});

test.describe("without JavaScript", () => {
  test.use({ javaScriptEnabled: false });
  test.beforeEach(({ watch }) => watch.expected.push(/preloaded using link preload but not used/));

  test("every page says what it is about and leads on", async ({ page }) => {
    for (const route of routes) {
      await page.goto(route);
      await expect(page.getByRole("heading", { level: 1 }).first()).toBeVisible();
      await expect(page.getByRole("navigation", { name: "Main" }).getByRole("link")).toHaveCount(5);
    }
  });

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

  test("the matrix shows the rung that is chosen", async ({ page }) => {
    await page.goto("");
    for (const rung of [3, 5, 9]) {
      await page.getByRole("radio", { name: String(rung), exact: true }).check();
      const heads = rung < 5 ? [`T${rung}`] : [`T${rung}`, `L${rung}`];
      await expect(page.locator(".matrix thead th[class]:visible .station")).toHaveText(heads);
      await expect(page.locator(".matrix tbody td:visible")).toHaveCount(14 * heads.length);
    }
  });

  test("the quiz can be read, and says why it cannot be scored", async ({ page }) => {
    await page.goto("quiz/");
    await expect(page.locator("noscript p")).toContainText("Scoring needs JavaScript");
    await expect(page.locator("noscript p")).toBeVisible();
    await expect(page.getByRole("button")).toHaveCount(0);
    await page.getByText("Read all the questions first").click();
    await expect(page.locator("details li:visible")).toHaveCount(quiz.forms.find(({ id }) => id === "standard").items.length);
  });

  test("no choice is offered that would do nothing", async ({ page }) => {
    await page.goto("levels/l7/");
    await expect(page.locator("input:visible, button:visible")).toHaveCount(0);
  });
});

test.describe("coming alive", () => {
  test("keeps the nodes, the focus and the choices of the page that was served", async ({ page }) => {
    const release = await holdWasm(page);
    await page.goto("", { waitUntil: "domcontentloaded" });
    await page.getByRole("radio", { name: "4", exact: true }).check();
    await page.getByRole("radio", { name: "Architect" }).check();
    await page.getByRole("radio", { name: "4", exact: true }).focus();
    await page.evaluate(() => {
      window.served = [...document.body.querySelectorAll("*")];
    });
    release();
    await alive(page);
    const changed = await page.evaluate(() => window.served.filter((node) => !node.isConnected).map((node) => node.outerHTML));
    expect(changed).toEqual([]);
    await expect(page.getByRole("radio", { name: "4", exact: true })).toBeFocused();
    await expect(page.getByRole("radio", { name: "4", exact: true })).toBeChecked();
    await expect.soft(page.getByRole("radio", { name: "Architect" })).toBeChecked();
  });

  test("keeps the node and the focus of the button that starts the quiz", async ({ page }) => {
    const release = await holdWasm(page);
    await page.goto("quiz/", { waitUntil: "domcontentloaded" });
    const start = page.getByRole("button", { name: "Start the quiz" });
    await start.focus();
    const node = await start.elementHandle();
    release();
    await alive(page);
    await expect(start).toBeFocused();
    expect(await node.evaluate((element) => element.isConnected)).toBe(true);
    await page.keyboard.press("Enter");
    await expect(page.getByText("Question 1 of 28")).toBeVisible();
  });

  test("a start that was pressed too early is not lost", async ({ page }) => {
    const release = await holdWasm(page);
    await page.goto("quiz/", { waitUntil: "domcontentloaded" });
    const pressed = page.getByRole("button", { name: "Start the quiz" }).click();
    // A button that is not ready may also say so by being disabled: then the press waits for it.
    await page.waitForTimeout(300);
    release();
    await pressed;
    await expect(page.getByText("Question 1 of 28")).toBeVisible();
  });

  test("somebody who comes back never sees a start that would begin anew", async ({ page }) => {
    await keep(page, attemptOf("a", "deep", 5));
    const release = await holdWasm(page);
    await page.goto("quiz/", { waitUntil: "domcontentloaded" });
    await expect.soft(page.getByRole("button", { name: "Start the quiz" })).toBeHidden();
    release();
    await expect(page.getByRole("button", { name: "Continue" })).toBeVisible();
  });

  test("a linked question and a linked result are not preceded by another sight", async ({ page }) => {
    for (const [path, words, records] of [
      ["quiz/?step=4", "Question 4 of 28", attemptOf("a", "deep", 5)],
      ["results/?attempt=b", "Broad work energises you more", attemptOf("b", "broad")],
    ]) {
      await keep(page, records);
      const release = await holdWasm(page);
      await page.goto(path, { waitUntil: "domcontentloaded" });
      await expect(page.locator("[data-live] h1")).toBeHidden();
      release();
      await expect(page.getByText(words)).toBeVisible();
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
