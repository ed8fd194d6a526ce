// Browsers that fail in less usual ways: storage that is null or throws anything, language tags that
// dates cannot be formatted with, fields filled in without an event, files and copies that never
// arrive. Every page starts all the same and claims nothing that it cannot know (figures 8 and 28).
import { answersBy, attemptWith, expect, keep, kept, open, test } from "./app.mjs";
import { add, asks, backUp, button, entryWith, journal, lockJournal, passphrase, readable } from "./keeping.mjs";
import { answer, begin, unfoldPart } from "./steps.mjs";

const notKept = /refuses storage on this page|Nothing is saved|nothing is being saved|Not saved: this browser refuses storage/;
const seen = (page, words) => page.getByText(words).filter({ visible: true }).first();

test.describe("storage that fails: every page starts in memory, and says that nothing is saved", () => {
  const faults = {
    "is null": () => Object.defineProperty(window, "localStorage", { value: null }),
    "is not there": () => Object.defineProperty(window, "localStorage", { value: undefined }),
    "throws a TypeError when asked for": () => Object.defineProperty(window, "localStorage", { get() { throw new TypeError("no"); } }),
    "throws a text when asked for": () => Object.defineProperty(window, "localStorage", { get() { throw "no"; } }),
    "throws nothing at all when asked for": () => Object.defineProperty(window, "localStorage", { get() { throw undefined; } }),
    "has no functions": () => Object.defineProperty(window, "localStorage", { value: {} }),
    "throws when it is read": () => { Storage.prototype.getItem = () => { throw new Error("corrupted"); }; },
    "throws a text when it is read": () => { Storage.prototype.getItem = () => { throw "corrupted"; }; },
    "throws when it is counted": () => Object.defineProperty(Storage.prototype, "length", { get() { throw new TypeError("no"); } }),
    "throws when its keys are asked for": () => { Storage.prototype.key = () => { throw new DOMException("no", "InvalidStateError"); }; },
    "throws in every way, for the session too": () => {
      for (const name of ["localStorage", "sessionStorage"]) Object.defineProperty(window, name, { get() { throw new Error("no"); } });
    },
  };
  for (const [words, fault] of Object.entries(faults)) {
    test(`local storage ${words}`, async ({ page }) => {
      test.slow();
      await page.addInitScript(fault);
      // Every page accesses storage in the same way: three of the faults are tested on all kinds of page.
      const all = /is null|throws when it is read|in every way/.test(words);
      for (const path of all ? ["", "search/", "guide/hands-on-time/"] : []) await open(page, path);
      await open(page, "levels/l7/");
      await page.getByRole("radio", { name: "Architect" }).check();
      await expect(page.getByRole("alert").filter({ visible: true })).toContainText(notKept);
      for (const path of all ? ["quiz/", "results/", "data/"] : ["quiz/"]) {
        await open(page, path);
        await expect(seen(page, notKept), path).toBeVisible();
        await expect(asks(page), path).toBeHidden();
      }
      if (!all) return;
      await open(page, journal);
      await add(page, "typed");
      await expect(seen(page, notKept)).toBeVisible();
    });
  }

  test("the quiz goes on to its result in memory", async ({ page }) => {
    await page.addInitScript(() => Object.defineProperty(window, "localStorage", { value: null }));
    await open(page, "quiz/");
    await begin(page);
    await answer(page, "broad");
    await page.getByRole("button", { name: "See your result" }).click();
    await expect(page.getByRole("heading", { level: 1 })).toHaveText(/^Your (answers|trade-offs) point clearly to broad work/);
  });

  for (const [words, error] of Object.entries({ "a text": '"no"', "a TypeError": 'new TypeError("no")', "nothing": "undefined" })) {
    test(`writing that throws ${words} is told, and what was kept stays`, async ({ page }) => {
      await keep(page, readable);
      await page.addInitScript(`Storage.prototype.setItem = () => { throw ${error}; };`);
      await open(page, "quiz/");
      await begin(page);
      await page.getByRole("radio").first().check();
      await expect(page.getByRole("alert").filter({ visible: true })).toContainText(/not saved/);
      expect(await kept(page)).toEqual(readable);
    });
  }

  test("storage of the session that fails does not keep a locked journal from being opened", async ({ page, context }) => {
    await keep(page, readable);
    await lockJournal(page);
    const other = await context.newPage();
    await other.addInitScript(() => Object.defineProperty(window, "sessionStorage", { value: null }));
    await other.goto("results/");
    await expect(asks(other)).toBeVisible();
    await other.getByLabel("Passphrase", { exact: true }).fill(passphrase);
    await button(other, "Unlock").click();
    await expect(other.getByText("After the move").first()).toBeVisible({ timeout: 20_000 });
  });
});

test.describe("a language that the browser cannot write dates in", () => {
  const tags = ["C", "en-US@posix", "und-x-", "", "POSIX", "en_GB.UTF-8"];
  for (const tag of tags) {
    test(`“${tag}”: results, my data and a reply still show, with their dates`, async ({ page }) => {
      await keep(page, readable);
      await page.addInitScript((name) => Object.defineProperty(navigator, "language", { get: () => name }), tag);
      await open(page, "results/");
      await expect(page.locator(".attempt").filter({ hasText: "2023" }).first()).toBeVisible();
      await open(page, "results/?attempt=a1");
      await expect(seen(page, /2023/)).toBeVisible();
      await open(page, "data/");
      await expect(page.locator(".record").filter({ hasText: "After the move" })).toContainText("2023");
    });
  }

  test("where the browser can write no date at all, it stands in figures", async ({ page }) => {
    await keep(page, readable);
    await page.addInitScript(() => { Intl.DateTimeFormat = function () { throw new RangeError("no"); }; });
    await open(page, "data/");
    await expect(page.locator(".record").filter({ hasText: "After the move" })).toContainText("2023-11-");
  });
});

test.describe("a field that was filled in without an event is read when its button is pressed", () => {
  const fill = (page, selector, text) => page.locator(selector).evaluate((field, value) => { field.value = value; }, text);

  test("the passphrase of a new lock, and of a change", async ({ page }) => {
    await keep(page, readable);
    await open(page, "data/");
    const [first, again] = await page.getByLabel(/^Passphrase(, 8| again)/).all();
    for (const field of [first, again]) await field.evaluate((one, value) => { one.value = value; }, "correct horse battery");
    await button(page, "Lock my data").click();
    await expect(page.getByText("Your data has a lock now.")).toBeVisible({ timeout: 20_000 });
    await page.getByText("Change the passphrase").click();
    for (const [label, words] of [["Current passphrase", "correct horse battery"], ["New passphrase, 8 characters or more", "another horse battery"], ["New passphrase again", "another horse battery"]]) {
      await page.getByLabel(label).evaluate((one, value) => { one.value = value; }, words);
    }
    await button(page, "Change passphrase").click();
    await expect(page.getByText("The passphrase is changed.")).toBeVisible({ timeout: 20_000 });
  });

  test("the passphrase that opens a lock", async ({ page, context }) => {
    await keep(page, readable);
    await lockJournal(page);
    const other = await context.newPage();
    await other.goto("results/");
    await fill(other, "#unlock input", passphrase);
    await button(other, "Unlock").click();
    await expect(other.getByText("After the move").first()).toBeVisible({ timeout: 20_000 });
  });

  test("the name in a link", async ({ page }) => {
    await keep(page, attemptWith("a", answersBy("standard", 1)));
    await open(page, "results/?attempt=a");
    await unfoldPart(page, "Save, print or share");
    await page.getByText("Make a link that shows this result to someone").click();
    const part = page.getByRole("region", { name: "Save, print or share" });
    await part.getByRole("textbox", { name: "Name, if you like" }).evaluate((one) => { one.value = "Ada"; });
    await part.getByRole("button", { name: "Make the link" }).click();
    const link = await part.getByRole("textbox", { name: "The link" }).inputValue();
    expect(link).toContain(Buffer.from("Ada").toString("hex"));
  });

  test("the words of a search, when Enter is pressed", async ({ page }) => {
    await open(page, "levels/l7/");
    await page.keyboard.press("/");
    await page.getByRole("searchbox").pressSequentially("risk");
    await expect(page.locator("#search-found a").first()).toBeVisible();
    await fill(page, "#search-words", "l6 mentoring");
    await page.keyboard.press("ArrowDown");
    await expect(page.locator("#search-found a").first()).toBeFocused();
    await expect(page.locator("#search-found a").first()).toHaveAttribute("href", /l6/);
  });
});

test.describe("what the page cannot know it does not claim", () => {
  /** The keys of the records about backups, of which there may be several. */
  const noted = async (page) => Object.keys(await kept(page)).filter((key) => /backup/.test(key));
  const claim = /in your downloads|was saved|is saved|arrived/i;
  const region = (page) => page.getByRole("region", { name: "Make a backup" });

  test.describe("a browser that forbids downloads", () => {
    test.use({ acceptDownloads: false });

    test("a backup that did not arrive is not noted as made; its text can be copied instead", async ({ page, context }) => {
      await context.grantPermissions(["clipboard-read", "clipboard-write"]);
      await keep(page, readable);
      await open(page, "data/");
      await button(page, "Save a backup file").click();
      await expect(region(page).getByRole("status").first()).toContainText(/^Your browser was asked to save ladder-explorer-[\d-]+\.json\. It contains \d+ records\. Check that it is there\.$/);
      await expect(region(page).getByRole("status").first()).not.toContainText(claim);
      expect(await kept(page)).toEqual(readable);
      await button(page, "There is no file").click();
      const text = await region(page).getByRole("textbox", { name: "The text to copy" }).inputValue();
      expect(Object.keys(JSON.parse(text).records)).toHaveLength(Object.keys(readable).length);
      await button(page, "Copy the text").click();
      await expect(region(page).getByText("Copied.")).toBeVisible();
      expect(await page.evaluate(() => navigator.clipboard.readText())).toBe(text);
      expect(await kept(page), "copied is not saved").toEqual(readable);
      await button(page, "I have the file").click();
      await expect.poll(() => noted(page)).toHaveLength(1);
      await expect(region(page).getByRole("textbox")).toHaveCount(0);
      await expect(page.getByRole("heading", { name: "Make a backup" })).toBeFocused();
    });

    test("left without an answer, the reminder of a backup stays", async ({ page }) => {
      await keep(page, readable);
      await open(page, "data/");
      await button(page, "Save a backup file").click();
      await open(page, "results/");
      await expect(page.getByText("Some of your changes haven’t been backed up for a week or longer.")).toBeVisible();
    });

    test("a result that was to be saved is shown as text when no file came", async ({ page }) => {
      await keep(page, attemptWith("a", answersBy("standard", 1)));
      await open(page, "results/?attempt=a");
      await unfoldPart(page, "Save, print or share");
      const away = page.getByRole("region", { name: "Save, print or share" });
      for (const [name, file, start] of [["Save as JSON", "fit.json", "{"], ["Save the line as SVG", "fit.svg", "<svg"]]) {
        await away.getByRole("button", { name }).click();
        await expect(away.getByRole("status").first()).toHaveText(`Your browser was asked to save ${file}.`);
        await away.getByRole("button", { name: "No file arrived? Show the text to copy" }).click();
        expect(await away.getByRole("textbox", { name: "The text to copy" }).inputValue()).toMatch(new RegExp(`^${start}`));
      }
    });
  });

  test("a file that did arrive holds the same text", async ({ page }) => {
    await keep(page, readable);
    await open(page, "data/");
    const file = await backUp(page);
    await button(page, "There is no file").click();
    expect(await region(page).getByRole("textbox", { name: "The text to copy" }).inputValue()).toBe(file);
  });

  const clipboards = {
    "has no clipboard": () => Object.defineProperty(navigator, "clipboard", { value: undefined }),
    "has a clipboard that cannot be written": () => Object.defineProperty(navigator, "clipboard", { value: {} }),
    "throws": () => Object.defineProperty(navigator, "clipboard", { value: { writeText() { throw new TypeError("no"); } } }),
    "refuses": () => Object.defineProperty(navigator, "clipboard", { value: { writeText: () => Promise.reject(new DOMException("no", "NotAllowedError")) } }),
    "answers with no promise": () => Object.defineProperty(navigator, "clipboard", { value: { writeText: () => undefined } }),
  };
  for (const [words, fault] of Object.entries(clipboards)) {
    test(`a browser that ${words}: nothing is said to be copied, and the text is shown`, async ({ page }) => {
      await page.addInitScript(fault);
      await keep(page, { ...attemptWith("a", answersBy("standard", 1)), ...entryWith("e", "A spike.", { competencies: ["risk"] }) });
      await open(page, "results/?attempt=a");
      await unfoldPart(page, "Save, print or share");
      const away = page.getByRole("region", { name: "Save, print or share" });
      await away.getByRole("button", { name: "Copy as Markdown" }).click();
      await expect(away.getByRole("status").first()).toHaveText("The browser refused to copy. Select the text and copy it by hand.");
      expect(await away.getByRole("textbox", { name: "The text to copy" }).inputValue()).toMatch(/^# /);
      await open(page, "growth/case/?level=t7");
      await button(page, "Copy as Markdown").click();
      await expect(page.getByText("The browser refused to copy. Here is the text: select it and copy it by hand.")).toBeVisible();
      await expect(page.locator("textarea").filter({ visible: true }).last()).toHaveValue(/A spike\./);
      await open(page, "levels/l7/");
      await page.locator("[data-link]").first().click();
      await page.getByRole("dialog").getByRole("button", { name: /^Copy/ }).first().click();
      await expect(page.getByText("The browser refused to copy. Select the text and copy it by hand.")).toBeVisible();
    });
  }
});
