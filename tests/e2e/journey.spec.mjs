// From a link that was sent to the user to a result that is still there the next day.
import { alive, attemptOf, attempts, expect, holdWasm, keep, ladder, open, settingsWith, test } from "./app.mjs";
import { answerAll } from "./steps.mjs";

const titlesOf = (id) => ladder.titleSchemes.find((scheme) => scheme.id === id).titles;
const heads = (page) => page.locator(".words-head li:visible");

test.describe("arriving and exploring", () => {
  test("a link to a level opens that level @root", async ({ page }) => {
    const response = await open(page, "levels/t7/");
    expect(response.status()).toBe(200);
    await expect(page.getByRole("heading", { level: 1 })).toContainText(`T7 ${titlesOf("tech-lead").T7}`);
    await page.getByRole("navigation", { name: "Neighbouring levels" }).getByRole("link", { name: "L7" }).click();
    await expect(page).toHaveURL(/\/levels\/l7\/$/);
  });

  test("a link to one expectation lands on it", async ({ page }) => {
    await open(page, "competencies/risk/#l7");
    await expect(page.locator("#l7")).toBeInViewport({ ratio: 1 });
    await expect(page.locator("#l7:target")).toContainText(ladder.competencies.find(({ id }) => id === "risk").expectations.L7.gist);
  });

  test("the level goes into the address and survives a reload @root", async ({ page }) => {
    await open(page, "matrix/");
    await page.getByRole("radio", { name: "8", exact: true }).check();
    await expect(page).toHaveURL(/matrix\/\?rung=8$/);
    await page.reload();
    await alive(page);
    await expect(page.getByRole("radio", { name: "8", exact: true })).toBeChecked();
    await expect(heads(page)).toHaveText([/T8/, /L8/]);
    for (const item of ladder.competencies) {
      const cells = page.locator(`#row_${item.id} li:visible`);
      await expect(cells.first()).toContainText(item.expectations.T8.gist);
      await expect(cells.last()).toContainText(item.expectations.L8.gist);
    }
  });

  test("an old address of a level on the first page leads to its words in the ladder", async ({ page }) => {
    await page.goto("?rung=3");
    await expect(page).toHaveURL(/\/matrix\/\?rung=3#in-words$/);
    await expect(heads(page)).toHaveText([/T3/]);
    await expect(page.locator(".words section > ul > li:visible")).toHaveCount(ladder.competencies.length);
    await expect(page.locator("#in-words")).toBeInViewport();
  });

  test("the first page has the two tracks side by side, deep at the left, in five competencies", async ({ page }) => {
    await open(page, "");
    for (const rung of [7, 9, 5]) {
      await page.getByRole("radio", { name: String(rung), exact: true }).check();
      await expect(heads(page)).toHaveText([new RegExp(`T${rung}`), new RegExp(`L${rung}`)]);
      await expect(page.locator(".words section:visible")).toHaveCount(5);
    }
    await expect(page).toHaveURL(/\/$/);
    await page.getByRole("link", { name: "See the whole ladder" }).click();
    await expect(page).toHaveURL(/\/matrix\/$/);
  });

  test("a linked level shows before the app is alive", async ({ page }) => {
    const release = await holdWasm(page);
    await page.goto("matrix/?rung=5", { waitUntil: "domcontentloaded" });
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
      await expect(page.getByRole("heading", { level: 1 })).toHaveText("This page doesn’t exist");
      const links = page.getByRole("navigation", { name: "Main" }).getByRole("link");
      await expect(links.first()).toBeVisible();
      const ways = await links.evaluateAll((all) => all.map(({ href }) => href));
      for (const target of ["guide/", "quiz/"]) expect(ways).toContain(site + target);
      for (const way of ways) expect(way.startsWith(site), way).toBe(true);
      await page.getByRole("searchbox").fill("l7 risk");
      await page.keyboard.press("Enter");
      await expect(page).toHaveURL(`${site}search/?q=l7+risk`);
      await page.goBack();
      await page.locator(".site-name").click();
      await expect(page).toHaveURL(site);
      await expect(page.getByRole("region", { name: "Side by side" })).toBeVisible();
    });
  }
});

test.describe("from the quiz to a result that stays", () => {
  for (const [side, headline, verdict] of [
    ["deep", /^Your answers point clearly to deep work/, "clearly deep, from 28 answers"],
    ["broad", /^Your answers point clearly to broad work/, "clearly broad, from 28 answers"],
    ["alike", /^You chose the same position every time/, /^the same position every time/],
    ["contradictory", /^Your answers pull in different directions/, /^no result/],
  ]) {
    const tag = side === "broad" ? "@root" : [];
    test(`answers that are ${side} give the verdict that fits them, and it opens again`, { tag }, async ({ page }) => {
      await open(page, "");
      await page.getByRole("link", { name: "Which track suits me?" }).click();
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
