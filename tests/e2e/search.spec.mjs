// What the search finds, how it is shown, and what happens when it cannot be loaded.
import { expect, ladder, open, test } from "./app.mjs";

const field = (page) => page.getByRole("searchbox", { name: /^Search the ladder/ });
const found = (page) => page.locator("#search-found").getByRole("link");
const said = (page) => page.locator("#search-said");
const parts = /\/search-[0-9a-f]+(_bg)?\.(js|wasm|json)$/;

/** Opens the search on a page and types. */
async function ask(page, words, path = "levels/l7/") {
  await open(page, path);
  await page.keyboard.press("/");
  await field(page).pressSequentially(words);
  await expect(page.locator("html[data-finds]")).toBeAttached();
}

test.describe("what is found", () => {
  test("a level and a word lead to the one expectation, from any depth of page", async ({ page }) => {
    const { gist } = ladder.competencies.find(({ id }) => id === "risk").expectations.L7;
    for (const [path, words] of [["", "l7 risk"], ["levels/", "L7 risk"], ["levels/t6/teams/", "risk l7"], ["compare/t5/l6/", "l 7 risk"]]) {
      await ask(page, words, path);
      await expect(found(page).first()).toContainText("Risk");
      await page.keyboard.press("Enter");
      await expect(page).toHaveURL(/\/levels\/l7\/risk\/$/);
      await expect(page.getByText(gist, { exact: true }).first()).toBeVisible();
    }
  });

  test("a code leads to its level, a name to its competency, a word to its page", async ({ page }) => {
    for (const [words, path] of [["t8", "levels/t8/"], ["risk", "competencies/risk/"], ["switching", "guide/switching/"], ["matrix", "matrix/"], ["senior staff engineer", "levels/t7/"]]) {
      await ask(page, words);
      await expect(found(page).first(), words).toHaveAttribute("href", `../../${path}`);
    }
  });

  test("what people call it leads to the nearest page", async ({ page }) => {
    await open(page, "about/");
    await page.keyboard.press("/");
    for (const [words, path] of [
      ["gap", "growth/"], ["growth plan", "growth/plan/"], ["promotion packet", "growth/case/"],
      ["one-to-one", "talk/"], ["one to one", "talk/"], ["1:1", "talk/"], ["growth talk", "talk/"], ["manager", "talk/"], ["l7 1:1", "talk/l7/"],
      ["glossary", "guide/glossary/"], ["jargon", "guide/glossary/"], ["own ladder", "about/#own-ladder"], ["customise", "about/#own-ladder"],
    ]) {
      await field(page).fill(words);
      const hrefs = () => found(page).evaluateAll((links) => links.slice(0, 5).map((link) => link.getAttribute("href")));
      await expect.poll(hrefs, words).toContain(`../${path}`);
    }
    await field(page).fill("jargon");
    await expect(said(page)).toHaveText("These are about the same, in other words.");
    await field(page).fill("customise");
    for (const place of await page.locator("#search-found mark").allTextContents()) expect(place).not.toMatch(/customer/i);
  });

  test("an expectation is headed by its headline, then level, title, track and competency", async ({ page }) => {
    const { name, expectations } = ladder.competencies.find(({ id }) => id === "risk");
    await ask(page, "l7 risk");
    await expect(page.locator(".search-title").first()).toHaveText(expectations.L7.gist);
    await expect(page.locator(".search-place").first()).toHaveText(new RegExp(`^L7 .+ · broad · ${name}$`));
    const groups = await page.locator(".search-group").allTextContents();
    expect(groups[0]).toBe("Expectations");
    expect(new Set(groups).size, "each group once").toBe(groups.length);
  });

  test("slips are forgiven", async ({ page }) => {
    for (const [words, wanted] of [["stratgy", /strateg/i], ["archtect", /^Roles and titles/], ["desicion", /decision/i], ["l7 rsik", /risk/i]]) {
      await ask(page, words);
      await expect(found(page).first(), words).toContainText(wanted);
    }
  });

  test("every competency and every level is the first that its own name finds", async ({ page }) => {
    await open(page, "about/");
    await page.keyboard.press("/");
    const wanted = [
      ...ladder.competencies.map(({ id, name }) => [name, `../competencies/${id}/`]),
      ...ladder.levels.map(({ code }) => [code, `../levels/${code.toLowerCase()}/`]),
    ];
    for (const [words, href] of wanted) {
      await field(page).fill(words);
      await expect(found(page).first(), words).toHaveAttribute("href", href);
    }
  });

  test("every address that is found is a page", async ({ page, request, site }) => {
    await open(page, "search/");
    const hrefs = new Set();
    for (const words of ["architect", "what", "shared", "team", "plan", "source", "hours", "title"]) {
      await field(page).fill(words);
      await expect(said(page)).toContainText(/^\d+ result/);
      for (const href of await found(page).evaluateAll((links) => links.map((link) => link.href))) hrefs.add(href);
    }
    expect(hrefs.size).toBeGreaterThan(40);
    for (const href of hrefs) {
      expect(href).toContain(site);
      const answer = await request.get(href);
      expect(answer.status(), href).toBe(200);
      const { hash } = new URL(href);
      if (hash) expect(await answer.text(), href).toContain(`id="${hash.slice(1)}"`);
    }
  });
});

test.describe("while typing", () => {
  test("results follow each letter, and their number is said", async ({ page }) => {
    await ask(page, "");
    await expect(said(page)).toHaveText(/^Try a word, a level, or both: \S+ \S+\.$/);
    let before = Infinity;
    for (const letter of "steer") {
      await page.keyboard.press(letter);
      const words = await said(page).textContent();
      const number = Number(words.match(/^(\d+) result/)[1]);
      expect(number, words).toBeLessThanOrEqual(before);
      await expect(found(page)).toHaveCount(Math.min(number, 20));
      before = number;
    }
    await field(page).fill("");
    await expect(found(page)).toHaveCount(0);
    await expect(said(page)).toHaveText(/^Try a word, a level, or both: \S+ \S+\.$/);
  });

  test("an entry is called what its page is called, and what matched is marked", async ({ page }) => {
    await ask(page, "risk");
    const { name } = ladder.competencies.find(({ id }) => id === "risk");
    await expect(page.locator(".search-title").first()).toHaveText(name);
    await expect(page.locator(".search-group").first()).toHaveText("Competencies");
    for (const mark of await page.locator("#search-found mark").allTextContents()) expect(mark).toMatch(/^[^ ]*risk/i);
  });

  test("where nothing or not all is found, it is said", async ({ page }) => {
    await ask(page, "zzzqqq");
    await expect(said(page)).toContainText("Nothing found.");
    await expect(found(page)).toHaveCount(0);
    await page.keyboard.press("Enter");
    await expect(page).toHaveURL(/\/levels\/l7\/$/);
    await field(page).fill("risk zzzqqq");
    await expect(said(page)).toContainText("No page has all of these words.");
    await expect(found(page).first()).toContainText("Risk");
  });

  test("arrow keys, Home, End and Enter are all one needs", async ({ page }) => {
    await ask(page, "risk");
    const last = found(page).last();
    for (const [key, target] of [
      ["ArrowDown", found(page).first()], ["ArrowDown", found(page).nth(1)], ["ArrowUp", found(page).first()],
      ["ArrowUp", field(page)], ["ArrowUp", field(page)], ["ArrowDown", found(page).first()], ["End", last],
      ["ArrowDown", last], ["Home", found(page).first()], ["ArrowDown", found(page).nth(1)],
    ]) {
      await page.keyboard.press(key);
      await expect(target, key).toBeFocused();
    }
    const href = await found(page).nth(1).evaluate((link) => link.href);
    await page.keyboard.press("Enter");
    await expect(page).toHaveURL(href);
  });

  test("letters typed before the search has arrived are answered when it has, and kept in the address", async ({ page }) => {
    let release;
    const released = new Promise((resolve) => (release = resolve));
    await page.route(/\/search-.*\.wasm$/, async (route) => {
      await released;
      await route.continue();
    });
    await open(page, "search/");
    await field(page).pressSequentially("l7 risk");
    release();
    await expect(found(page).first()).toHaveAttribute("href", "../levels/l7/risk/");
    await expect.poll(() => new URL(page.url()).searchParams.get("q")).toBe("l7 risk");
  });
});

test.describe("the page of the search", () => {
  test("an address with a question fills the field and answers", async ({ page }) => {
    await open(page, "search/?q=l7+risk&from=chat");
    await expect(field(page)).toHaveValue("l7 risk");
    await expect(found(page).first()).toHaveAttribute("href", "../levels/l7/risk/");
    await field(page).fill("t6 teams & more");
    await expect.poll(() => new URL(page.url()).searchParams.get("q")).toBe("t6 teams & more");
    expect(new URL(page.url()).searchParams.get("from"), "other parameters stay").toBe("chat");
    await page.reload();
    await expect(field(page)).toHaveValue("t6 teams & more");
    await field(page).fill("");
    await expect.poll(() => new URL(page.url()).search).toBe("?from=chat");
  });

  test("coming back from what was found shows the question and its answers again", async ({ page }) => {
    await open(page, "about/");
    await open(page, "search/");
    await expect(page.locator("html[data-finds]")).toBeAttached();
    await field(page).pressSequentially("l7 risk");
    await found(page).first().click();
    await expect(page).toHaveURL(/\/levels\/l7\/risk\/$/);
    await page.goBack();
    await expect(field(page)).toHaveValue("l7 risk");
    await expect(found(page).first()).toHaveAttribute("href", "../levels/l7/risk/");
    await page.goBack();
    await expect(page, "typing adds no steps to go back over").toHaveURL(/\/about\/$/);
  });

  test("a question is words, whatever it holds", async ({ page }) => {
    const tricky = `<img src=x onerror="document.title='no'"> “é” 🪜 ${"x".repeat(300)}`;
    await open(page, `search/?q=${encodeURIComponent(tricky)}`);
    await expect(page.locator("html[data-finds]")).toBeAttached();
    await expect(page).toHaveTitle(/^Search/);
    await expect(page.locator("main img")).toHaveCount(0);
  });
});

test.describe("what it costs", () => {
  test("nothing of the search is asked for before it is opened", async ({ page, watch }) => {
    for (const path of ["", "levels/l7/", "quiz/", "growth/evidence/"]) {
      await open(page, path);
      await page.waitForLoadState("networkidle");
    }
    expect(watch.requests.filter((url) => parts.test(url))).toEqual([]);
    await page.keyboard.press("Control+k");
    await expect(page.locator("html[data-finds]")).toBeAttached();
    const asked = watch.requests.filter((url) => parts.test(url)).map((url) => url.match(/[a-z]+$/)[0]);
    expect(asked.sort()).toEqual(["js", "json", "wasm"]);
  });
});
