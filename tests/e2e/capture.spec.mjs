// A note of what one did, in a line, from any page: the button and the key “n”, what is saved, and what is said
// where nothing can be.
import { expect, keep, kept, ladder, ladders, open, settingsWith, test } from "./app.mjs";
import { anotherDay, lockJournal, passphrase, unlock } from "./keeping.mjs";
import { fillStorage, keyOf, prefix, refuseStorage } from "./storage.mjs";

// On a busy machine the browser may abort the view transition between two pages and report it in the console.
test.use({ contextOptions: { reducedMotion: "reduce" } });

const over = (page) => page.getByRole("dialog", { name: "Add evidence" });
const line = (page) => page.getByLabel("What did you do?");
const date = (page) => page.getByLabel("When");
const item = (page) => over(page).getByLabel("Competency");
const way = (page) => page.locator(".site-header").getByRole("link", { name: /^Add evidence/ });
const told = (page) => over(page).getByRole("status").last();
const save = (page) => over(page).getByRole("button", { name: "Save" }).click();
const folder = keyOf("evidence", "");
const notes = async (page, inside = folder) => Object.entries(await kept(page))
  .filter(([key]) => key.startsWith(inside)).map(([, text]) => JSON.parse(text));
const today = () => new Date().toLocaleDateString("sv");
const risk = ladder.competencies.find(({ id }) => id === "risk");

/** Opens a page, and the note by its key. */
async function note(page, path) {
  await open(page, path);
  await page.keyboard.press("n");
  await expect(line(page)).toBeFocused();
}

test("a line from a page becomes an entry with today’s date; nothing was loaded before it was asked for", async ({ page, watch }) => {
  const of = () => watch.requests.filter((url) => /\/here-/.test(url));
  await open(page, "guide/growing/");
  await expect(over(page)).toHaveCount(0);
  expect(of()).toEqual([]);
  await page.keyboard.press("n");
  await expect(line(page)).toBeFocused();
  await expect(date(page)).toHaveValue(today());
  await expect(item(page)).toHaveValue("");
  await page.keyboard.type("Led the review, and/or n things.");
  await expect(item(page).getByRole("option")).toHaveCount(ladder.competencies.length + 1);
  await item(page).selectOption(risk.name);
  await page.keyboard.press("Tab");
  await save(page);
  await expect(told(page)).toHaveText("Saved in this browser.");
  await expect(line(page)).toHaveValue("");
  expect(await notes(page)).toMatchObject([{ schema: 1, did: "Led the review, and/or n things.", date: today(), competencies: ["risk"] }]);
  expect(of()).toHaveLength(3);
  await over(page).getByRole("link", { name: "Your evidence" }).click();
  await expect(page).toHaveURL(/\/growth\/evidence\/$/);
});

test("a page about a competency has it chosen already, and both it and the date may be emptied", async ({ page }) => {
  for (const path of ["levels/l7/risk/", "competencies/risk/"]) {
    await open(page, path);
    await way(page).click();
    await expect(item(page).getByRole("option", { selected: true })).toHaveText(risk.name);
  }
  await date(page).fill("");
  await item(page).selectOption("None yet");
  await line(page).fill("Undated");
  await page.keyboard.press("Enter");
  await expect(told(page)).toHaveText("Saved in this browser.");
  const [entry] = await notes(page);
  expect(entry.did).toBe("Undated");
  expect(entry).not.toHaveProperty("date");
  expect(entry).not.toHaveProperty("competencies");
});

test("what is typed stays when the window is closed, and hostile text stays text", async ({ page }) => {
  await note(page, "levels/l7/");
  const typed = '<img src=x onerror="document.title=1"> ‮ {{root}} "n"';
  await line(page).fill(typed);
  await page.keyboard.press("Escape");
  await expect(over(page)).toBeHidden();
  // The focus leaves a closed window one frame later.
  await expect(page.locator("body")).toBeFocused();
  await page.keyboard.press("n");
  await expect(line(page)).toHaveValue(typed);
  await page.keyboard.press("Enter");
  await expect(told(page)).toHaveText("Saved in this browser.");
  expect((await notes(page))[0].did).toBe(typed);
  await over(page).getByRole("button", { name: "Close" }).click();
  await page.keyboard.press("n");
  await expect(told(page)).toHaveText("");
});

test("nothing and too much are refused, and stay in the field", async ({ page }) => {
  await note(page, "matrix/");
  await page.keyboard.press("Enter");
  await expect(over(page)).toContainText("Write first what you did.");
  await expect(line(page)).toHaveAttribute("aria-invalid", "true");
  const long = "é".repeat(2003);
  await line(page).fill(long);
  await page.keyboard.press("Enter");
  await expect(over(page)).toContainText("3 characters too long; the limit is 2,000.");
  await expect(line(page)).toHaveValue(long);
  expect(await notes(page)).toEqual([]);
  await line(page).fill("é".repeat(2000));
  await page.keyboard.press("Enter");
  await expect(told(page)).toHaveText("Saved in this browser.");
});

test("the key types a letter in fields, keeps out of other windows, and is off with “/”", async ({ page }) => {
  await open(page, "levels/l7/");
  await page.keyboard.press("/");
  await page.getByRole("searchbox").pressSequentially("n");
  await expect(page.getByRole("searchbox")).toHaveValue("n");
  await page.keyboard.press("ArrowDown");
  await page.keyboard.press("n");
  await page.keyboard.press("Escape");
  for (const keys of ["Control+n", "Alt+n", "Shift+N"]) await page.keyboard.press(keys);
  await expect(over(page)).toHaveCount(0);
  await keep(page, settingsWith({ slashKey: false }));
  await open(page, "levels/l7/");
  await page.keyboard.press("n");
  await expect(page.locator(".site-header kbd:visible")).toHaveCount(0);
  await expect(over(page)).toHaveCount(0);
  await way(page).click();
  await expect(line(page)).toBeFocused();
});

test.describe("where nothing can be saved", () => {
  test("a full storage, and a journal with 1,000 entries, say so, and the line stays", async ({ page }) => {
    await note(page, "about/");
    await line(page).fill("No room");
    await fillStorage(page);
    await save(page);
    await expect(told(page)).toContainText("storage for this site is full");
    await expect(line(page)).toHaveValue("No room");
    await page.evaluate((folder) => {
      localStorage.removeItem("another-app");
      for (let at = 0; at < 1000; at += 1) {
        const id = `${at.toString(16)}-1`;
        localStorage.setItem(folder + id, JSON.stringify({ schema: 1, id, did: "x", created: 1, changed: 1 }));
      }
    }, folder);
    await save(page);
    await expect(told(page)).toContainText("1000 are the most");
    expect(await notes(page)).toHaveLength(1000);
    await expect(line(page)).toHaveValue("No room");
  });

  test("a refused storage is said before anything is typed", async ({ page }) => {
    await refuseStorage(page);
    await open(page, "about/");
    await page.keyboard.press("n");
    await expect(over(page)).toContainText("This browser refuses storage on this page, so nothing can be saved.");
    await expect(line(page)).toBeHidden();
  });

  test("a program that does not load leaves a link", async ({ page, watch }) => {
    watch.expected.push(/here-|Failed to load|404/);
    await page.route("**/here-*.js", (route) => route.fulfill({ status: 404 }));
    await open(page, "levels/l7/");
    await page.keyboard.press("n");
    await expect(page).toHaveURL(/\/growth\/evidence\/$/);
  });

  test("a frame has none of it", async ({ page }) => {
    for (const path of ["levels/l7/", "levels/l7/?embed=1"]) {
      await page.route("**/framing.html", (route) => route.fulfill({ contentType: "text/html", body: `<!doctype html><iframe src="${path}" width="1000" height="700"></iframe>` }));
      await page.goto("framing.html");
      const frame = page.frames().at(-1);
      await frame.getByRole("heading", { level: 1 }).waitFor();
      await expect(frame.locator("[data-here]:visible")).toHaveCount(0);
      await frame.locator("body").press("n");
    }
    await expect(page.frames().at(-1).locator("#note_window")).toHaveCount(0);
  });

  test.describe("without JavaScript", () => {
    test.use({ javaScriptEnabled: false });

    test("there is no button", async ({ page }) => {
      await page.goto("levels/l7/");
      await expect(page.locator("[data-here]")).toBeHidden();
    });
  });
});

test("in a locked journal a note waits until it is unlocked, and is then encrypted", async ({ page, browser, site }) => {
  test.slow();
  await lockJournal(page);
  await open(page, "levels/l7/");
  await page.keyboard.press("n");
  await line(page).fill("A secret thing");
  await page.keyboard.press("Enter");
  await expect(told(page)).toHaveText("Saved in this browser.");
  const stored = Object.entries(await kept(page)).filter(([key]) => key.startsWith(folder));
  expect(stored).toHaveLength(1);
  expect(stored[0][1]).toContain('"sealed"');
  expect(stored[0][1]).not.toContain("secret");
  const tab = await anotherDay(page, browser, site);
  await open(tab, "levels/l7/");
  await tab.keyboard.press("n");
  await expect(over(tab)).toContainText("Your data is locked.");
  await expect(line(tab)).toBeHidden();
  await over(tab).getByRole("link", { name: "Your evidence" }).click();
  await unlock(tab, passphrase);
  await tab.locator("html[data-alive]").waitFor({ state: "attached", timeout: 20_000 });
  await tab.keyboard.press("n");
  await expect(line(over(tab))).toBeVisible();
  await tab.context().close();
});

test("a note belongs to the ladder of its page", async ({ page }) => {
  const [, other] = ladders;
  await note(page, `${other.id}/levels/`);
  await line(page).fill("Elsewhere");
  await page.keyboard.press("Enter");
  await expect(told(page)).toHaveText("Saved in this browser.");
  expect(await notes(page)).toEqual([]);
  expect(await notes(page, `${prefix}evidence/${other.id}/`)).toHaveLength(1);
  await expect(over(page).getByRole("link", { name: "Your evidence" })).toHaveAttribute("href", "../growth/evidence/");
});
