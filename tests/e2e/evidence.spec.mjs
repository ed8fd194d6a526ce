// The journal of evidence: one line is an entry, edited later, found again, carried in and out of files.
import { readFileSync } from "node:fs";
import { expect, keep, kept, ladder, open, test } from "./app.mjs";
import { overflow, smallTargets, unfair } from "./faults.mjs";
import { corpus, intruders, tripwire } from "./hostile.mjs";
import { anotherDay, asks, button, caseKey, caseWith, edit, entriesIn as entries, entry as row, entryWith, journal as here, line, lockJournal, unlock } from "./keeping.mjs";
import { fillStorage, keyOf } from "./storage.mjs";
import { translate } from "./translator.mjs";

// On a busy machine the browser may abort the view transition between two pages and report it in the console.
test.use({ contextOptions: { reducedMotion: "reduce" } });

const [first, second] = ladder.competencies;
const rows = (page) => page.locator(".entry");
const found = (page) => page.locator(".evidence-main > [role=status]");
const day = (ago) => new Date(Date.now() - ago * 864e5).toISOString().slice(0, 10);

/** Opens a folded part of the page. */
const unfold = (page, name) => page.locator("summary").filter({ hasText: name }).first().click();

test("one line is an entry, several follow by keyboard alone, and one is refined later", async ({ page }) => {
  await open(page, here);
  await expect(page.getByRole("heading", { name: "Why write it down?" })).toBeVisible();
  await line(page).focus();
  await page.keyboard.press("Enter");
  await expect(page.getByText("Write what you did first.")).toBeVisible();
  await page.keyboard.type("Took the pager for search.");
  await page.keyboard.press("Enter");
  await expect(rows(page)).toHaveCount(1);
  await expect(line(page)).toBeFocused();
  await page.keyboard.type("Cut the build to a minute.");
  await page.keyboard.press("Enter");
  await expect(rows(page).first()).toContainText("Cut the build to a minute.");
  await expect(page.getByText("Saved in this browser.")).toBeVisible();
  await button(page, "No date").click();
  await line(page).fill("Long ago.");
  await button(page, "Add").click();
  await expect(page.getByRole("region", { name: "Without a date" }).locator(".entry")).toContainText("Long ago.");
  const stored = await entries(page);
  expect(stored.map(({ did, date }) => [did, Boolean(date)]).sort()).toEqual([
    ["Cut the build to a minute.", true], ["Long ago.", false], ["Took the pager for search.", true],
  ]);

  const form = await edit(page, "Long ago.");
  await form.getByLabel("What came of it").fill("Two hours a day saved.");
  await form.getByLabel("Who saw it").fill("Ada");
  await form.getByLabel("Links").fill("https://example.org/a\nhttp://example.org/b");
  await form.getByLabel("When").fill("2019-05-03");
  await form.getByLabel(first.name, { exact: true }).check();
  await button(page, "Done").click();
  await expect(form.getByText("Not saved: link 2 (“http://example.org/b”) does not begin with https://")).toBeVisible();
  await form.getByLabel("Links").fill("https://example.org/a");
  await button(page, "Done").click();
  const closed = row(page, "Long ago.");
  await expect(closed.getByRole("button", { name: "Edit: Long ago." })).toBeFocused();
  await expect(closed.locator(".entry-old")).toHaveText(/^\d+ years old$/);
  await expect(closed.getByRole("link", { name: "example.org/a" })).toHaveAttribute("rel", "noreferrer");
  await expect(closed.getByRole("link", { name: first.name })).toHaveAttribute("href", `../../competencies/${first.id}/`);
  await page.reload();
  await expect(rows(page).last(), "the date is kept").toContainText("Two hours a day saved.");
  expect((await entries(page)).find(({ did }) => did === "Long ago.")).toMatchObject({
    outcome: "Two hours a day saved.", witnesses: "Ada", links: ["https://example.org/a"], competencies: [first.id], date: "2019-05-03",
  });
});

test("what is deleted comes back, what is half typed is kept when the page is hidden, what is too long is not cut", async ({ page }) => {
  await keep(page, entryWith("a", "First", { date: day(3) }));
  await open(page, here);
  await row(page, "First").getByRole("button", { name: /^Delete/ }).click();
  await expect(button(page, "Undo")).toBeFocused();
  await expect(rows(page)).toHaveCount(0);
  await page.keyboard.press("Enter");
  await expect(row(page, "First")).toContainText("3 days ago");
  const form = await edit(page, "First");
  await form.getByLabel("What came of it").pressSequentially("half a w");
  await page.evaluate(() => {
    Object.defineProperty(document, "hidden", { value: true, configurable: true });
    document.dispatchEvent(new Event("visibilitychange"));
  });
  expect((await entries(page))[0].outcome).toBe("half a w");
  await form.getByLabel("What came of it").fill("é".repeat(2003));
  await button(page, "Done").click();
  await expect(form.getByText("3 characters too long; the limit is 2,000.")).toBeVisible();
  await expect(form.getByLabel("What came of it")).toHaveValue("é".repeat(2003));
  expect((await entries(page))[0].outcome).toBe("half a w");
  await line(page).fill("x".repeat(2001));
  await line(page).press("Enter");
  await expect(page.getByText("1 character too long; the limit is 2,000.")).toBeVisible();
  await expect(line(page)).toHaveValue("x".repeat(2001));
  expect(await entries(page)).toHaveLength(1);
});

test("two tabs that edit one entry keep both texts, and one that another tab deletes can be saved after all", async ({ page, context }) => {
  await keep(page, entryWith("a", "Shared", { date: day(1) }));
  await open(page, here);
  const other = await context.newPage();
  await open(other, here);
  const [mine, theirs] = [await edit(page, "Shared"), await edit(other, "Shared")];
  await mine.getByLabel("What came of it").fill("mine");
  await theirs.getByLabel("Who saw it").fill("Ada");
  await theirs.getByLabel("What came of it").fill("theirs");
  await theirs.getByLabel("Who saw it").focus();
  await mine.getByLabel("Who saw it").focus();
  await expect(mine.getByText("This line was also changed in another tab.")).toBeVisible();
  await expect(mine.getByLabel("What came of it")).toHaveValue("theirs\n\nmine");
  await expect(theirs.getByLabel("What came of it")).toHaveValue("theirs\n\nmine");
  await expect(mine.getByLabel("Who saw it")).toHaveValue("Ada");
  await theirs.getByRole("button", { name: "Done" }).click();
  await row(other, "Shared").getByRole("button", { name: /^Delete/ }).click();
  await expect(mine.getByText("Another tab deleted this entry.")).toBeVisible();
  await mine.getByLabel("Who saw it").fill("Ada and Grace");
  await mine.getByRole("button", { name: "Save it after all" }).click();
  await expect(row(other, "Shared")).toContainText("Ada and Grace");
  await mine.getByRole("button", { name: "Done" }).click();
  await expect(row(page, "Shared")).toContainText("theirs");
});

test("words, competency and months find entries, and what is missing leads to them or to the line", async ({ page }) => {
  await keep(page, {
    ...entryWith("a", "Organised the café talks", { date: day(2), competencies: [first.id] }),
    ...entryWith("b", "Rewrote the importer", { date: day(400) }),
    ...entryWith("c", "Undated"),
  });
  await open(page, `${here}?competency=${first.id}`);
  await expect(found(page)).toHaveText("1 of 3 entries found");
  await button(page, "Show all").click();
  await expect(found(page)).toHaveText("3 entries");
  await expect(page).toHaveURL(new RegExp(`${here}$`));
  await expect(page.getByLabel("Find", { exact: true })).toBeFocused();
  await page.keyboard.type("CAFE organize");
  await expect(found(page)).toHaveText("1 of 3 entries found");
  await button(page, "Show all").click();
  await page.getByLabel("To", { exact: true }).selectOption({ index: 2 });
  await expect(rows(page)).toHaveText(/importer/);
  await expect(row(page, "importer")).toContainText("a year old");
  await button(page, "Show all").click();

  const missing = page.locator(".evidence-missing");
  await expect(missing.locator(".evidence-month")).toHaveCount(12);
  await missing.getByRole("button", { name: /: 1 entry\. Show$/ }).click();
  await expect(page.getByRole("heading", { name: "Your entries" })).toBeFocused();
  await expect(rows(page)).toHaveText(/café/);
  await missing.getByRole("button", { name: `Add one for ${second.name} none yet` }).click();
  await expect(line(page)).toBeFocused();
  await expect(page.getByText(`It shows: ${second.name}`)).toBeVisible();
  await page.keyboard.type("One for it");
  await page.keyboard.press("Enter");
  await expect(page.getByText("Added.", { exact: true })).toBeVisible();
  expect((await entries(page)).find(({ did }) => did === "One for it").competencies).toEqual([second.id]);

  await button(page, "Show all").click();
  await expect(missing).toContainText("2 entries have no competency yet, so they are in no case.");
  await missing.getByRole("button", { name: "Show", exact: true }).click();
  await expect(found(page)).toHaveText("2 of 4 entries found");
  await expect(page.getByLabel("Competency", { exact: true })).toHaveValue("-");
  await page.getByLabel("Competency", { exact: true }).selectOption("Any");
  await expect(found(page)).toHaveText("4 entries");

  await open(page, `${here}?add=${first.id}`);
  await expect(line(page)).toBeFocused();
  await expect(page.getByText(`It shows: ${first.name}`)).toBeVisible();
  await open(page, `${here}?add=nothing&competency=%3Cscript%3E`);
  await expect(found(page)).toHaveText("4 entries");
});

test("notes of the case become entries once, without a date, and the notes stay", async ({ page }) => {
  const long = `${"word ".repeat(500)}\n\n${"more ".repeat(300)}`.trim();
  const notes = caseWith({ [first.id]: " Two plans.\nOne won. ", [second.id]: long }, { passport: { "last-deep": "2024" } });
  await keep(page, notes);
  await open(page, here);
  await expect(page.getByText("You have notes that you wrote under “Your case” before: 5 aren’t entries yet.")).toBeVisible();
  await button(page, "Make them entries").click();
  await expect(page.getByRole("status").filter({ hasText: "5 notes are entries now, without a date." })).toBeVisible();
  await expect(button(page, "Make them entries")).toHaveCount(0);
  const undated = page.getByRole("region", { name: "Without a date" }).locator(".entry");
  await expect(undated).toHaveCount(5);
  await expect(row(page, "2024")).toContainText("Skills passport: last deep");
  const all = await entries(page);
  expect(all.every(({ date }) => date === undefined)).toBe(true);
  expect(all.find(({ competencies }) => competencies[0] === first.id).did).toBe(" Two plans.\nOne won. ");
  const parts = all.filter(({ competencies }) => competencies[0] === second.id).sort((a, b) => (a.id < b.id ? -1 : 1));
  expect(parts.map(({ did }) => did).join("")).toBe(long);
  expect((await kept(page))[caseKey]).toBe(notes[caseKey]);
  await page.reload();
  await expect(undated).toHaveCount(5);
  await expect(button(page, "Make them entries")).toHaveCount(0);
  await row(page, "2024").getByRole("button", { name: /^Delete/ }).click();
  await expect(undated).toHaveCount(4);
  await expect(button(page, "Make them entries"), "what was deleted is not offered again").toHaveCount(0);
});

test("a file is previewed in numbers, added once, and what is exported can be imported again", async ({ page }) => {
  await keep(page, entryWith("a", "There", { date: "2026-02-03" }));
  await open(page, here);
  await unfold(page, "Import");
  const table = [
    "date,did,links,competencies,mood",
    "2026-02-03,There,,,",
    `2026-02-30,Broken,,,`,
    `2026-02-04,"New, with a comma",https://example.org/a,"${first.id}, of-old",good`,
    ",Undated,,,",
  ].join("\n");
  await page.getByLabel(/^A file:/).setInputFiles({ name: "log.csv", mimeType: "text/csv", buffer: Buffer.from(table) });
  await expect(page.getByRole("heading", { name: "What is in it" })).toBeFocused();
  const numbers = page.locator("#preview-head ~ table tr");
  await expect(numbers).toHaveText(["New2", "There already, left out1", "Problems, left out1"]);
  await expect(page.getByText("Line 3: 2026-02-30 is not a day; that month has the days 01 to 28.")).toBeVisible();
  await expect(page.getByText("Competencies that this ladder doesn’t have; they stay as they are: of-old.")).toBeVisible();
  await expect(page.getByText("Columns that aren’t read: mood.")).toBeVisible();
  await button(page, "Add 2 entries").click();
  await expect(rows(page)).toHaveCount(3);
  await button(page, "Undo").click();
  await expect(rows(page)).toHaveCount(1);
  await page.getByLabel("Or a pasted text").fill("# Mine\n\n- 2026-02-04 Pasted <b>line</b>\n");
  await button(page, "See what is in it").click();
  await expect(page.getByText("Line 1: it is not part of a list")).toBeVisible();
  await button(page, "Add 1 entry").click();
  await expect(row(page, "Pasted <b>line</b>")).toHaveCount(1);
  await page.getByLabel("Or a pasted text").fill("nothing");
  await button(page, "See what is in it").click();
  await expect(page.getByRole("alert")).toContainText("The file has no item of a list");

  await unfold(page, "Export");
  await expect(page.getByText("The file will contain everything: 2 entries.")).toBeVisible();
  await page.getByLabel("Find", { exact: true }).fill("pasted");
  await expect(page.getByLabel("What the filter shows: 1 entry")).toBeChecked();
  const saved = async (name) => {
    const download = page.waitForEvent("download");
    await button(page, name).click();
    const file = await download;
    return { name: file.suggestedFilename(), text: readFileSync(await file.path(), "utf8") };
  };
  const csv = await saved("CSV");
  expect(csv.text).toBe("\uFEFFdate,did,outcome,links,witnesses,competencies\r\n2026-02-04,Pasted <b>line</b>,,,,\r\n");
  await page.getByLabel("Everything: 2 entries").check();
  for (const kind of ["CSV", "Markdown", "JSON"]) {
    const { name, text } = await saved(kind);
    await expect(page.getByText(`Your browser was asked to save ${name}. It contains 2 entries.`)).toBeVisible();
    await page.getByLabel(/^A file:/).setInputFiles({ name, mimeType: "text/plain", buffer: Buffer.from(text) });
    await expect(numbers, kind).toHaveText(["New0", "There already, left out2", "Problems, left out0"]);
    await button(page, "Close").click();
  }
});

test("with 1,000 entries no more is added, and it is said; a full storage keeps the line", async ({ page }) => {
  const many = Object.assign({}, ...Array.from({ length: 1000 }, (_, at) => entryWith(`e${at}`, `Entry ${at}`, { date: day(at) })));
  await keep(page, many);
  await open(page, here);
  await expect(rows(page)).toHaveCount(25);
  await line(page).fill("One too many");
  await line(page).press("Enter");
  await expect(page.getByText("Not added: that would be 1001 entries, and 1000 are the most")).toBeVisible();
  await expect(line(page)).toHaveValue("One too many");
  const more = page.getByRole("button", { name: /^Show more/ });
  await expect(more).toHaveText("Show more: 975 left");
  await more.press("Enter");
  await expect(rows(page)).toHaveCount(50);
  await expect(more).toBeFocused();
  await page.getByLabel("Find", { exact: true }).fill("entry 77");
  await expect(found(page)).toHaveText("19 of 1000 entries found");
  await page.evaluate((key) => localStorage.removeItem(key), keyOf("evidence", "e5"));
  await fillStorage(page);
  await page.reload();
  await line(page).fill(`No room ${"x".repeat(500)}`);
  await line(page).press("Enter");
  await expect(page.getByRole("alert")).toContainText("storage for this site is full");
  await expect(line(page)).toHaveValue(/^No room/);
});

test("hostile texts stay texts, also under a translator, and each button is that of its own row", async ({ page, context }) => {
  const seen = await tripwire(context);
  const hostile = corpus.map((text, at) => entryWith(`h${at}`, text, { outcome: text, witnesses: text, competencies: ["retired"], date: day(at) }));
  await keep(page, Object.assign({}, ...hostile, entryWith("broken", "x", { links: ["javascript:xss()"] })));
  await page.addInitScript((work) => {
    const run = new Function(`(${work})()`);
    addEventListener("DOMContentLoaded", () => setInterval(run, 50));
  }, String(translate));
  await open(page, here);
  await page.waitForFunction(() => document.querySelector(".entry font font"));
  await expect(rows(page)).toHaveCount(corpus.length);
  await expect(page.getByText("One record in this browser can’t be read and was left unchanged")).toBeVisible();
  await row(page, corpus[1]).first().getByRole("button", { name: /^Delete/ }).click();
  await expect(rows(page)).toHaveCount(corpus.length - 1);
  expect((await entries(page)).some(({ id }) => id === "h1")).toBe(false);
  await page.getByLabel("Find", { exact: true }).fill("iframe srcdoc");
  await expect(rows(page)).toHaveCount(1);
  await rows(page).getByRole("button", { name: /^Edit/ }).click();
  await expect(page.getByLabel("What I did")).toHaveValue(corpus[8]);
  expect(seen).toEqual({ ran: [], blocked: [] });
  expect(await intruders(page)).toEqual([]);
});

test("in a locked journal an entry is encrypted before it is called saved, and is there again once unlocked", async ({ page, browser, site }) => {
  await lockJournal(page);
  await open(page, here);
  await line(page).fill("Under lock");
  await line(page).press("Enter");
  await expect(page.getByText("Saved in this browser.")).toBeVisible();
  expect(JSON.stringify(await kept(page))).not.toContain("Under lock");
  const later = await anotherDay(page, browser, site);
  await later.goto(here);
  await expect(asks(later)).toBeVisible();
  await unlock(later);
  await expect(row(later, "Under lock")).toBeVisible();
  await later.context().close();
});

test("the page has no fault that axe finds, in any look, fits 320 px, and its targets are large enough", async ({ page }) => {
  await keep(page, {
    ...entryWith("a", "W".repeat(300), { outcome: "o", witnesses: "Ada", links: [`https://example.org/${"a".repeat(400)}`], date: day(500), competencies: [first.id] }),
    ...entryWith("b", "Another"),
    ...caseWith({ [first.id]: "A note" }),
  });
  await open(page, here);
  await edit(page, "Another");
  for (const part of ["Import", "Export", "Which competencies"]) await unfold(page, part);
  expect.soft(await unfair(page)).toEqual([]);
  for (const width of [375, 320]) {
    await page.setViewportSize({ width, height: 640 });
    expect.soft(await overflow(page), `at ${width} px`).toEqual([]);
  }
  expect.soft(await smallTargets(page)).toEqual([]);
});
