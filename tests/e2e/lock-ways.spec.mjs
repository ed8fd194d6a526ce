// The ways out of a locked journal and back in: locked again, changed, switched off, lost; and how other tabs react.
import { alive, answersBy, attempts, attemptWith, expect, keep, kept, open, test } from "./app.mjs";
import { overflow, smallTargets, unfair } from "./faults.mjs";
import { anotherDay, asks, backUp, button, caseKey, choose, edit, entriesIn, entry, everything, journal, lockJournal, lockKey, passphrase, prefix, readable, row, unlock } from "./keeping.mjs";
import { answer, begin } from "./steps.mjs";

const region = (page) => page.getByRole("region", { name: "Lock your data" });
const slow = { timeout: 20_000 };
const without = (records, ...keys) => Object.fromEntries(Object.entries(records).filter(([key]) => !keys.includes(key)));

// A page that asks for the passphrase does not read the ladder yet, which was fetched ahead; on a busy machine the
// browser says so.
test.beforeEach(({ watch }) => {
  watch.expected.push(/preloaded using link preload but not used/);
});

test.describe("a journal that is locked", () => {
  test.beforeEach(async ({ page }) => {
    await keep(page, everything);
    await lockJournal(page);
  });

  test("is shut in every tab by “Lock now”, and nothing of it stays in sight", async ({ page, context }) => {
    const other = await context.newPage();
    await other.goto("results/?attempt=a1");
    await unlock(other);
    await expect(other.getByText("Kim Example").first()).toBeVisible(slow);
    await button(page, "Lock now").click();
    for (const tab of [page, other]) {
      await expect(asks(tab)).toBeVisible();
      const held = await tab.evaluate(() => document.documentElement.outerHTML);
      for (const secret of ["Kim Example", "After the move", "A quiet week"]) expect(held).not.toContain(secret);
    }
    await page.goBack();
    await expect(page.getByText("Kim Example").filter({ visible: true })).toHaveCount(0);
    await page.goto("results/");
    await expect(asks(page)).toBeVisible();
  });

  test("is shut after 15 minutes in which nobody did anything", async ({ page, context }) => {
    const other = await context.newPage();
    await other.clock.install();
    await other.goto("results/");
    await unlock(other);
    await expect(other.getByText("After the move").first()).toBeVisible(slow);
    await other.clock.fastForward("14:00");
    await expect(asks(other)).toBeHidden();
    await other.clock.fastForward("01:30");
    await expect(asks(other)).toBeVisible();
    await expect(other.getByText("After the move")).toHaveCount(0);
  });

  test("opens with the new passphrase after a change, and no longer with the old one", async ({ page, context }) => {
    const before = await kept(page);
    await page.getByText("Change the passphrase").click();
    const fields = ["Current passphrase", "New passphrase, 8 characters or more", "New passphrase again"];
    const fill = async (...words) => {
      for (const [at, text] of words.entries()) await page.getByLabel(fields[at], { exact: true }).fill(text);
      await button(page, "Change passphrase").click();
    };
    await fill("not the present one", "another passphrase", "another passphrase");
    await expect(region(page).getByRole("alert")).toContainText("That isn’t the current passphrase. Nothing was changed.", slow);
    expect(await kept(page)).toEqual(before);
    await fill(passphrase, "another passphrase", "another passphrase");
    await expect(page.getByText("The passphrase is changed. The old one no longer works.")).toBeVisible(slow);
    expect(without(await kept(page), lockKey), "no record is written anew").toEqual(without(before, lockKey));
    const other = await context.newPage();
    await other.goto("data/");
    await unlock(other);
    await expect(other.getByText("That isn’t the passphrase.")).toBeVisible(slow);
    await unlock(other, "another passphrase");
    await expect(row(other, "Kim Example")).toBeVisible(slow);
  });

  test("is byte for byte what it was before, once the lock is switched off", async ({ page, context }) => {
    await button(page, "Switch the lock off").click();
    await expect(page.getByText("The lock is off. Your data is saved as plain text again.")).toBeVisible(slow);
    expect(await kept(page)).toEqual(everything);
    expect(await page.evaluate(() => ({ ...sessionStorage }))).not.toHaveProperty([`${prefix}lock/key`]);
    const other = await context.newPage();
    await open(other, "results/");
    await expect(other.getByText("After the move").first()).toBeVisible();
  });

  test("can be given up where the passphrase is lost, with a way back", async ({ page, context }) => {
    const before = await kept(page);
    const other = await context.newPage();
    await other.goto("results/");
    await other.getByText("Forgot the passphrase?").click();
    await button(other, "Delete the locked data").click();
    await expect(other.getByText("The locked data and the lock are deleted.")).toBeVisible();
    expect(Object.keys(await kept(other)).sort()).toEqual(Object.keys(readable).sort().filter((key) => /\/(setting|choice)\//.test(key)));
    await expect(button(other, "Undo")).toBeFocused();
    await other.keyboard.press("Enter");
    await expect(asks(other)).toBeVisible();
    expect(await kept(other)).toEqual(before);
    await unlock(other);
    await expect(other.getByText("After the move").first()).toBeVisible(slow);
  });

  test("given up for good leaves an app that works, and a backup comes back into it", async ({ page, browser, site }) => {
    const file = await backUp(page);
    for (const words of ["After the move", "Kim Example", "A spike", "Kept two plans"]) expect(file, "a backup is readable text").toContain(words);
    expect(file).not.toContain("sealed");
    const later = await anotherDay(page, browser, site);
    await later.goto("data/");
    await later.getByText("Forgot the passphrase?").click();
    await button(later, "Delete the locked data").click();
    await button(later, "Continue").click();
    await alive(later);
    await choose(later, file);
    await button(later, "Restore").click();
    await expect(later.getByText("The backup was added to what is here.")).toBeVisible();
    expect(without(await kept(later), `${prefix}backup/made`)).toEqual(without(everything, `${prefix}something/else`));
    await later.context().close();
  });

  test("loses nothing when everything is deleted and that is undone", async ({ page }) => {
    await button(page, "Delete everything").click();
    await expect(page.getByText("Everything was deleted.")).toBeVisible();
    expect(Object.keys(await kept(page)).filter((key) => !key.includes("/lock/"))).toEqual([]);
    await button(page, "Undo").click();
    await expect(row(page, "Kim Example")).toBeVisible();
    await expect.poll(async () => (await kept(page))[caseKey] ?? "").toMatch(/^\{"schema":1,"sealed":/);
    await button(page, "Switch the lock off").click();
    await expect(page.getByText("The lock is off.")).toBeVisible(slow);
    expect(await kept(page)).toEqual(everything);
  });

  test("has no fault that axe finds, shut and open, in light and in dark, and fits 320 px", async ({ page, context }) => {
    const other = await context.newPage();
    await other.goto("results/");
    await unlock(other, "correct house battery");
    await expect(other.getByText("That isn’t the passphrase.")).toBeVisible(slow);
    await other.getByText("Forgot the passphrase?").click();
    await page.getByText("Change the passphrase").click();
    for (const tab of [other, page]) {
      await tab.bringToFront();
      expect.soft(await unfair(tab)).toEqual([]);
      await tab.setViewportSize({ width: 320, height: 256 });
      expect.soft(await overflow(tab)).toEqual([]);
      expect.soft(await smallTargets(tab)).toEqual([]);
    }
  });
});

test.describe("another tab that is open when the lock is switched on", () => {
  test("with the quiz under way asks, and no answer is lost or written plain", async ({ page, context }) => {
    const other = await context.newPage();
    await open(other, "quiz/");
    await begin(other);
    await answer(other, "deep", 1, 3);
    await lockJournal(page);
    await expect(asks(other)).toBeVisible();
    expect(Object.values(await kept(page)).join("\n")).not.toContain('"p13');
    await unlock(other);
    await expect(other.getByText(/Question 4 of 32|restored: 3 of 32/).first()).toBeVisible(slow);
  });

  test("with an entry half typed keeps that text too", async ({ page, context }) => {
    await keep(page, readable);
    const other = await context.newPage();
    await open(page, "data/");
    await open(other, journal);
    const form = await edit(other, "A spike that killed an idea");
    const seen = form.getByLabel("Who saw it");
    await page.getByLabel("Passphrase, 8 characters or more").fill(passphrase);
    await page.getByLabel("Passphrase again").fill(passphrase);
    // What was typed into the field before is saved; the rest is typed just as the lock takes effect.
    await seen.pressSequentially("not a word");
    await form.getByLabel("What came of it").focus();
    await expect.poll(async () => (await entriesIn(page))[0].witnesses).toBe("not a word");
    const stands = other.evaluate((key) => new Promise((done) => { addEventListener("storage", (event) => event.key === key && done(), { capture: true }); }), lockKey).catch(() => {});
    await button(page, "Lock my data").click();
    const typing = seen.pressSequentially(" of this may go", { delay: 30 }).catch(() => {});
    await Promise.all([stands, typing]);
    await expect(asks(other)).toBeVisible(slow);
    await expect(page.getByText("Your data has a lock now")).toBeVisible(slow);
    await unlock(other);
    await expect(entry(other, "A spike that killed an idea")).toContainText("not a word", slow);
    const sealed = Object.entries(await kept(page)).filter(([key]) => /\/(evidence|case)\//.test(key));
    expect(sealed).toHaveLength(2);
    for (const [key, text] of sealed) expect(text, key).toContain("sealed");
  });

  test("does not bring back what it knew before", async ({ page, context }) => {
    await keep(page, attemptWith("a1", answersBy("standard", 1), { name: "Before" }));
    const other = await context.newPage();
    await open(other, "results/?attempt=a1");
    await lockJournal(page);
    await expect(asks(other)).toBeVisible();
    await open(page, "results/?attempt=a1");
    await page.getByRole("textbox", { name: "Name of this attempt" }).fill("After");
    await expect(page.getByText("Saved in this browser.")).toBeVisible();
    await unlock(other);
    await expect(other.getByRole("textbox", { name: "Name of this attempt" })).toHaveValue("After", slow);
    await open(page, "data/");
    await button(page, "Switch the lock off").click();
    await expect(page.getByText("The lock is off.")).toBeVisible(slow);
    expect((await attempts(page))[0].name).toBe("After");
  });
});
