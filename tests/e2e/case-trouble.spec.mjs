// The case when nothing, or nothing more, can be saved; when a record is not ours to change; without JavaScript.
import { expect, keep, kept, ladder, open, test } from "./app.mjs";
import { caseKey, fillStorage, refuseStorage } from "./storage.mjs";

const key = caseKey;
const here = "guide/your-case/";
const name = (id) => ladder.competencies.find((item) => item.id === id).name;
const note = (page, id) => page.getByRole("textbox", { name: name(id), exact: true });
const said = (page) => page.locator("#case-kept");
const saved = /^Saved in this browser/;
const ours = { [key]: '{"schema":1,"level":"L7","notes":{"risk":"an old note"},"passport":{},"changed":1}' };

test.describe("a browser that keeps nothing", () => {
  test("says so, and the text stays on the page to be copied", async ({ page }) => {
    await refuseStorage(page);
    await page.addInitScript(() => {
      navigator.clipboard.writeText = async (text) => void (window.copied = text);
    });
    await open(page, here);
    await note(page, "risk").fill("the only copy");
    await expect(said(page)).toContainText("this browser refuses storage");
    await page.getByRole("button", { name: "Copy as Markdown" }).click();
    expect(await page.evaluate(() => window.copied)).toContain("> the only copy");
    await expect(note(page, "risk")).toHaveValue("the only copy");
  });
});

test.describe("a storage that is full", () => {
  test("is told of, harms nothing older, and the text stays on the page", async ({ page }) => {
    await keep(page, ours);
    await fillStorage(page);
    const before = await kept(page);
    await open(page, here);
    await note(page, "risk").fill(`more ${"x".repeat(500)}`);
    await expect(said(page)).toContainText("storage for this site is full");
    await expect(note(page, "risk")).toHaveValue(/^more x/);
    expect(await kept(page)).toEqual(before);
  });

  test("once it has room again keeps all that was typed, not only the newest", async ({ page }) => {
    await open(page, here);
    await fillStorage(page);
    await note(page, "risk").fill("typed while it was full");
    await expect(said(page)).toContainText("full");
    await page.evaluate(() => localStorage.removeItem("another-app"));
    await note(page, "depth").fill("typed after");
    await expect(said(page)).toHaveText(saved);
    const { notes } = JSON.parse((await kept(page))[key]);
    expect(notes).toEqual({ depth: "typed after", risk: "typed while it was full" });
  });
});

test.describe("a record that is not ours to change", () => {
  for (const [words, text, message] of [
    ["of a newer version", '{"schema":9,"notes":[{"text":"from tomorrow"}],"changed":4e12}', "newer version"],
    ["that is broken", '{"schema":1,"notes":{"risk":', "can’t be read"],
    ["of another shape", '{"schema":1,"notes":"all of them","changed":1}', "can’t be read"],
    ["with a level that is no text", '{"schema":1,"level":7,"notes":{},"passport":{},"changed":1}', "can’t be read"],
  ]) {
    test(`one ${words} is told of and left byte for byte, whatever one does`, async ({ page }) => {
      await page.addInitScript(() => {
        navigator.clipboard.writeText = async (text) => void (window.copied = text);
      });
      const records = { [key]: text, [`${key}/other`]: "from another version" };
      await keep(page, records);
      await open(page, here);
      await expect(said(page)).toContainText(message);
      await note(page, "risk").fill("typed all the same");
      await page.getByRole("combobox", { name: /^Your case for/ }).selectOption("t8");
      await page.getByRole("button", { name: "Delete your case" }).click();
      await page.getByRole("link", { name: "Ladder", exact: true }).click();
      await expect(page).toHaveURL(/\/matrix\/$/);
      expect(await kept(page)).toEqual(records);
      await open(page, here);
      await note(page, "risk").fill("typed all the same");
      await page.getByRole("button", { name: "Copy as Markdown" }).click();
      expect(await page.evaluate(() => window.copied), "what is typed can be taken along").toContain("> typed all the same");
    });
  }

  test("one that turns up while the page is open is left as it is, and told of", async ({ page }) => {
    await open(page, here);
    await note(page, "risk").fill("ours");
    await expect(said(page)).toHaveText(saved);
    await page.evaluate(([key, text]) => localStorage.setItem(key, text), [key, '{"schema":9}']);
    await note(page, "depth").fill("more");
    await expect(said(page)).toContainText("newer version");
    expect((await kept(page))[key]).toBe('{"schema":9}');
    await expect(note(page, "depth")).toHaveValue("more");
  });
});

test.describe("without JavaScript", () => {
  test.use({ javaScriptEnabled: false });

  test("a level can be chosen and a case written; it is said that nothing is kept", async ({ page }) => {
    await page.goto(here);
    await expect(page.locator(".if-failed")).toContainText("nothing you write here is saved");
    await page.getByRole("combobox", { name: /^Your case for/ }).selectOption("l8");
    const [item] = ladder.competencies;
    await expect(page.getByText(item.expectations.L8.gist, { exact: true })).toBeVisible();
    await expect(page.locator(".case-asks:visible")).toHaveCount(ladder.competencies.length);
    await note(page, "risk").fill("on paper");
    await expect(page.locator("button:visible")).toHaveCount(0);
  });
});
