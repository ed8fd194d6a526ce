// The journal of evidence when nothing, or nothing more, can be saved, and when a record is not ours to change.
import { expect, keep, kept, open, test } from "./app.mjs";
import { add, button, caseKey, caseWith, edit, entriesIn, entry, entryWith, journal, line, row } from "./keeping.mjs";
import { fillStorage, keyOf, refuseStorage } from "./storage.mjs";

// On a busy machine the browser may abort the view transition between two pages and report it in the console.
test.use({ contextOptions: { reducedMotion: "reduce" } });

const key = keyOf("evidence", "a");
const outcome = (form) => form.getByLabel("What came of it");
const seen = (form) => form.getByLabel("Who saw it");
const problem = (page, words) => page.getByRole("alert").filter({ hasText: words });

test("a browser that keeps nothing: it is said, and the text stays on the page", async ({ page }) => {
  await refuseStorage(page);
  await open(page, journal);
  await add(page, "the only copy");
  await expect(page.getByText("this browser refuses storage").filter({ visible: true }).first()).toBeVisible();
  await expect(page.getByText("Saved in this browser.")).toHaveCount(0);
  await expect(entry(page, "the only copy")).toBeVisible();
});

test.describe("a storage that is full", () => {
  test("is told of, harms nothing older, and the text stays in its field", async ({ page }) => {
    await keep(page, entryWith("a", "An entry"));
    await fillStorage(page);
    const before = await kept(page);
    await open(page, journal);
    const form = await edit(page, "An entry");
    await outcome(form).fill(`more ${"x".repeat(500)}`);
    await button(page, "Done").click();
    await expect(problem(page, "storage for this site is full")).toBeVisible();
    await expect(outcome(form)).toHaveValue(/^more x/);
    expect(await kept(page)).toEqual(before);
  });

  test("once it has room again keeps all that was typed, not only the newest", async ({ page }) => {
    await keep(page, entryWith("a", "An entry"));
    await open(page, journal);
    await fillStorage(page);
    const form = await edit(page, "An entry");
    await outcome(form).fill(`typed while it was full ${"x".repeat(500)}`);
    await seen(form).focus();
    await expect(problem(page, "full")).toBeVisible();
    await page.evaluate(() => localStorage.removeItem("another-app"));
    await seen(form).fill("typed after");
    await button(page, "Done").click();
    await expect(page.getByText("Saved in this browser.")).toBeVisible();
    const [stored] = await entriesIn(page);
    expect(stored.witnesses).toBe("typed after");
    expect(stored.outcome).toMatch(/^typed while it was full/);
  });
});

test.describe("a record that is not ours to change", () => {
  for (const [words, broken, notes] of [
    ["of a newer version", '{"schema":9,"did":[{"text":"from tomorrow"}],"changed":4e12}', '{"schema":9,"notes":[{"text":"from tomorrow"}],"changed":4e12}'],
    ["that is broken", '{"schema":1,"id":"a","did":', '{"schema":1,"notes":{"risk":'],
    ["of another shape", '{"schema":1,"id":"a","did":["all"],"created":1,"changed":1}', '{"schema":1,"notes":"all of them","changed":1}'],
  ]) {
    test(`one ${words} is told of and left byte for byte, whatever one does`, async ({ page }) => {
      const records = { [key]: broken, [`${key}/other`]: "from another version", [caseKey]: notes, [`${caseKey}/other`]: "from another version" };
      await keep(page, records);
      await open(page, journal);
      // The second one has a key that is none of ours.
      await expect(page.locator(".notice").filter({ hasText: /can’t be read and was left unchanged|newer version/ }).filter({ visible: true })).toHaveCount(2);
      await expect(page.getByText("You have notes")).toHaveCount(0);
      await add(page, "typed all the same");
      await entry(page, "typed all the same").getByRole("button", { name: /^Delete/ }).click();
      await button(page, "Undo").click();
      await expect(entry(page, "typed all the same")).toBeVisible();
      await page.getByRole("link", { name: "Ladder", exact: true }).click();
      await expect(page).toHaveURL(/\/matrix\/$/);
      expect(await kept(page)).toMatchObject(records);
      await open(page, "data/");
      for (const one of [key, caseKey]) await expect(row(page, one).first()).toContainText(/It can’t be read and is left unchanged|A newer version of this app wrote it/);
    });
  }

  test("one that turns up while the page is open is left as it is, and told of", async ({ page }) => {
    await keep(page, entryWith("a", "An entry"));
    await open(page, journal);
    const form = await edit(page, "An entry");
    await page.evaluate(([name, text]) => localStorage.setItem(name, text), [key, '{"schema":9}']);
    await outcome(form).fill("more");
    await seen(form).focus();
    await expect(problem(page, "newer version")).toBeVisible();
    expect((await kept(page))[key]).toBe('{"schema":9}');
    await expect(outcome(form)).toHaveValue("more");
  });
});

test.describe("a deletion", () => {
  test("pressed twice can still be undone", async ({ page }) => {
    const records = { ...entryWith("a", "The first"), ...entryWith("b", "The second") };
    await keep(page, records);
    await open(page, journal);
    await page.getByRole("button", { name: /^Delete/ }).first().dblclick();
    await expect(button(page, "Undo")).toBeFocused();
    while (await button(page, "Undo").count()) await button(page, "Undo").click();
    await expect(page.locator(".entry")).toHaveCount(2);
    expect(await kept(page)).toEqual(records);
  });

  test("undone late loses nothing that was written since", async ({ page, context }) => {
    await keep(page, { ...entryWith("a", "An old entry"), ...caseWith({ risk: "an old note" }) });
    await open(page, journal);
    await entry(page, "An old entry").getByRole("button", { name: /^Delete/ }).click();
    const other = await context.newPage();
    await open(other, journal);
    await add(other, "A new entry");
    await button(page, "Undo").click();
    await expect(entry(page, "An old entry")).toBeVisible();
    expect((await entriesIn(page)).map(({ did }) => did).sort()).toEqual(["A new entry", "An old entry"]);
  });
});

test("what is typed is kept when somebody leaves by a link in the middle of a word", async ({ page }) => {
  await keep(page, entryWith("a", "An entry"));
  await open(page, journal);
  await outcome(await edit(page, "An entry")).pressSequentially("half a wor");
  await page.getByRole("link", { name: "Ladder", exact: true }).click();
  await expect(page).toHaveURL(/\/matrix\/$/);
  expect((await entriesIn(page))[0].outcome).toBe("half a wor");
});

test("an entry holds a page of words", async ({ page }) => {
  await open(page, journal);
  await line(page).fill("é".repeat(2000));
  await line(page).press("Enter");
  await expect(page.getByText("Saved in this browser.")).toBeVisible();
  expect((await entriesIn(page))[0].did).toHaveLength(2000);
});
