// From a link that was sent to the user to a result that is still there the next day.
import { alive, attemptOf, attempts, expect, holdWasm, keep, ladder, open, settingsWith, test } from "./app.mjs";
import { answerAll } from "./steps.mjs";

const titlesOf = (id) => ladder.titleSchemes.find((scheme) => scheme.id === id).titles;
const heads = (page) => page.locator(".matrix thead th:visible").filter({ hasNotText: "Competency" });

test.describe("arriving and exploring", () => {
  test("a link to a level opens that level @root", async ({ page }) => {
    const response = await open(page, "levels/t7/");
    expect(response.status()).toBe(200);
    await expect(page.getByRole("heading", { level: 1 })).toContainText(`T7 ${titlesOf("tech-lead").T7}`);
    await page.getByRole("link", { name: /Its twin.*L7/ }).click();
    await expect(page).toHaveURL(/\/levels\/l7\/$/);
  });

  test("a link to one expectation lands on it", async ({ page }) => {
    await open(page, "competencies/risk/#l7");
    await expect(page.locator("#l7")).toBeInViewport({ ratio: 1 });
    await expect(page.locator("#l7:target")).toContainText(ladder.competencies.find(({ id }) => id === "risk").expectations.L7.gist);
  });

  test("the rung goes into the address and survives a reload @root", async ({ page }) => {
    await open(page, "");
    await page.getByRole("radio", { name: "8", exact: true }).check();
    await expect(page).toHaveURL(/\?rung=8$/);
    await page.reload();
    await alive(page);
    await expect(page.getByRole("radio", { name: "8", exact: true })).toBeChecked();
    await expect(heads(page)).toHaveText([/T8/, /L8/]);
    for (const item of ladder.competencies) {
      const cells = page.getByRole("row", { name: item.name }).getByRole("cell");
      await expect(cells).toHaveText([item.expectations.T8.gist, item.expectations.L8.gist]);
    }
  });

  test("a rung below the fork shows once for both tracks", async ({ page }) => {
    await open(page, "?rung=3");
    await expect(heads(page)).toHaveText([/T3/]);
    await expect(page.locator(".matrix tbody td:visible")).toHaveCount(ladder.competencies.length);
  });

  test("a linked rung shows before the app is alive", async ({ page }) => {
    const release = await holdWasm(page);
    await page.goto("?rung=5", { waitUntil: "domcontentloaded" });
    await expect(heads(page)).toHaveText([/T5/, /L5/]);
    release();
    await alive(page);
    await expect(heads(page)).toHaveText([/T5/, /L5/]);
  });

  test("another title scheme changes every title on the page", async ({ page }) => {
    await open(page, "");
    const level = page.locator('a[href$="levels/l7/"]').filter({ visible: true }).first();
    for (const [name, id] of [["Architect", "architect"], ["Director of Technology", "director-of-technology"], ["Tech Lead", "tech-lead"]]) {
      await page.getByRole("group", { name: /Titles/ }).getByRole("radio", { name }).check();
      await expect(level).toContainText(titlesOf(id).L7);
      expect(await level.innerText()).toContain(titlesOf(id).L7);
    }
  });

  test("the title scheme is remembered on other pages, from the first paint", async ({ page }) => {
    await open(page, "");
    await page.getByRole("group", { name: /Titles/ }).getByRole("radio", { name: "Architect" }).check();
    const release = await holdWasm(page);
    for (const path of ["", "levels/l8/"]) {
      await page.goto(path, { waitUntil: "domcontentloaded" });
      await expect(page.locator("html")).toHaveAttribute("data-scheme", "architect");
      await expect(page.locator("html")).not.toHaveAttribute("data-alive");
    }
    expect(await page.getByRole("heading", { level: 1 }).innerText()).toContain(titlesOf("architect").L8);
    release();
    await alive(page);
    await expect(page.getByRole("radio", { name: "Architect" })).toBeChecked();
  });

  test("a title scheme that the ladder does not have shows the usual titles", async ({ page }) => {
    const [[key, text]] = Object.entries(settingsWith({ titleScheme: "gone" }));
    await page.addInitScript(([at, kept]) => localStorage.setItem(at, kept), [key, text]);
    await open(page, "levels/l7/");
    expect(await page.getByRole("heading", { level: 1 }).innerText()).toContain(titlesOf("tech-lead").L7);
  });
});

test.describe("finding the way", () => {
  for (const path of ["nowhere", "levels/t77/nowhere", "compare/t5/t5/"]) {
    test(`an unknown address, /${path}, says so and leads back @root`, async ({ page, site, watch }) => {
      watch.expected.push(/404/);
      const response = await page.goto(path);
      expect(response.status()).toBe(404);
      await expect(page.getByRole("heading", { level: 1 })).toHaveText("This page is not here");
      const links = page.locator("#ways-out a");
      for (const [at, target] of ["", "levels/", "competencies/", "guide/", "search/", "quiz/"].entries()) {
        await expect(links.nth(at)).toHaveJSProperty("href", site + target);
      }
      await links.first().click();
      await expect(page).toHaveURL(site);
      await expect(page.getByRole("table")).toBeVisible();
    });
  }
});

test.describe("from the quiz to a result that stays", () => {
  for (const [side, headline, verdict] of [
    ["deep", /^Your answers point clearly to deep work/, "clearly deep, from 28 answers"],
    ["broad", /^Your answers point clearly to broad work/, "clearly broad, from 28 answers"],
    ["alike", /^You chose the same place throughout/, /^the same place throughout/],
    ["contradictory", /^Your answers pull in different directions/, /^no result/],
  ]) {
    const tag = side === "broad" ? "@root" : [];
    test(`answers that are ${side} give the verdict that fits them, and it opens again`, { tag }, async ({ page }) => {
      await open(page, "");
      await page.getByRole("link", { name: "Take the quiz" }).click();
      await alive(page);
      await answerAll(page, side);
      const said = await page.getByRole("heading", { level: 1 }).innerText();
      expect(said).toMatch(headline);
      await page.reload();
      await expect(page.getByRole("heading", { level: 1 })).toHaveText(said);
      await page.getByRole("link", { name: "All your results" }).click();
      const row = page.getByRole("listitem").filter({ hasText: String(new Date().getFullYear()) });
      await expect(row).toHaveCount(1);
      await expect(row.getByText(verdict)).toBeVisible();
      await row.getByRole("link", { name: /^Open/ }).click();
      await expect(page.getByRole("heading", { level: 1 })).toHaveText(said);
    });
  }

  test("a deleted attempt comes back whole with Undo", async ({ page }) => {
    await keep(page, attemptOf("a", "deep"));
    const before = await attempts(page);
    await open(page, "results/");
    await page.getByRole("button", { name: /^Delete/ }).click();
    await expect(page.getByRole("status").filter({ hasText: "One attempt was deleted." })).toBeVisible();
    expect(await attempts(page)).toEqual([]);
    await page.getByRole("button", { name: "Undo" }).click();
    await expect(page.getByRole("link", { name: /^Open/ })).toBeVisible();
    expect(await attempts(page)).toEqual(before);
  });

  test("a second sitting stands beside the first, newest on top", async ({ page }) => {
    await keep(page, attemptOf("a", "deep"));
    await open(page, "results/");
    await page.getByRole("link", { name: "Take the quiz again" }).click();
    await alive(page);
    await expect(page.getByRole("button", { name: /^Take the .*quiz$/ })).toBeVisible();
    await answerAll(page, "broad");
    await page.getByRole("link", { name: "All your results" }).click();
    await expect(page.locator(".attempt-verdict")).toHaveText([/^clearly broad/, /^clearly deep/]);
  });
});
