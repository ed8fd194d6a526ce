// The locked journal: what is written is encrypted, opens in this tab, and needs the passphrase in every other.
import { alive, answersBy, attemptWith, expect, keep, kept, open, settingsWith, test } from "./app.mjs";
import { add, asks, attemptKey, button, caseKey, edit, entry, everything, journal, lockJournal, lockKey, passphrase, prefix, readable, row, unlock } from "./keeping.mjs";
import { answer, unfoldPart } from "./steps.mjs";
import { fillStorage } from "./storage.mjs";

const begun = attemptWith("c3", answersBy("quick", 1), { started: 1.71e12, finished: null, name: "Under way" });
const records = { ...everything, ...begun };
const region = (page) => page.getByRole("region", { name: "Lock your data" });
const sealed = /^\{"schema":1,"sealed":\{"iv":"[A-Za-z0-9+/=]{16}","data":"[A-Za-z0-9+/=]+"\}\}$/;
// Short text is listed with its quote, because three letters occur in encrypted text by chance.
const secrets = ["After the move", "A quiet week", "Kim Example", "A spike", "Kept two plans", "Two weeks saved", "Under way", '"p01', "answers", "deep-or-broad", "half a record", "From tomorrow", passphrase];
const personal = ["quiz/", "results/", "results/?attempt=a1", "data/", journal];
const isPersonal = (key) => !/\/(lock|backup|notice|setting|choice)\//.test(key);

/** Checks that every personal record is encrypted and no secret is in local storage; returns what is stored. */
async function expectSealed(page) {
  const all = await kept(page);
  for (const [key, text] of Object.entries(all)) if (isPersonal(key)) expect(text, key).toMatch(sealed);
  const whole = Object.values(all).join("\n");
  for (const secret of secrets) expect(whole, secret).not.toContain(secret);
  return all;
}

// A page that asks for the passphrase does not read the ladder yet, which was fetched ahead; on a busy machine the
// browser says so.
test.beforeEach(({ watch }) => {
  watch.expected.push(/preloaded using link preload but not used/);
});

test.describe("before it is set", () => {
  test("it says what it does, what it does not, and that a forgotten passphrase cannot be replaced", async ({ page }) => {
    await keep(page, readable);
    await open(page, "data/");
    for (const words of ["encrypted before they are saved", "A forgotten passphrase can’t be recovered.", "make a backup first", "It opens in one tab", "Your settings stay readable", "may stay in the browser’s own files"]) {
      await expect(region(page)).toContainText(words);
    }
    expect(await kept(page)).toEqual(readable);
  });

  for (const [words, first, again, message] of [
    ["too short", "1234567", "1234567", "The passphrase is too short. Use 8 characters or more"],
    ["of seven letters that many bytes make", "é🙂é🙂é🙂é", "é🙂é🙂é🙂é", "The passphrase is too short."],
    ["typed differently", "correct horse", "correct house", "The two passphrases differ. Type the same one twice."],
  ]) {
    test(`a passphrase that is ${words} is refused, and nothing is changed`, async ({ page }) => {
      await keep(page, readable);
      await open(page, "data/");
      await page.getByLabel("Passphrase, 8 characters or more").fill(first);
      await page.getByLabel("Passphrase again").fill(again);
      await button(page, "Lock my data").click();
      await expect(region(page).getByRole("alert")).toContainText(message);
      expect(await kept(page)).toEqual(readable);
    });
  }

  test("a storage without room for the lock says so, and nothing is changed", async ({ page }) => {
    await keep(page, readable);
    await open(page, "data/");
    await fillStorage(page);
    const before = await kept(page);
    await page.getByLabel("Passphrase, 8 characters or more").fill(passphrase);
    await page.getByLabel("Passphrase again").fill(passphrase);
    await button(page, "Lock my data").click();
    await expect(region(page).getByRole("alert")).toContainText("Storage is full", { timeout: 20_000 });
    expect(await kept(page)).toEqual(before);
  });
});

test("locking, failing to and unlocking need no mouse, and the focus is never lost", async ({ page, context }) => {
  await keep(page, readable);
  await open(page, "data/");
  const focus = (tab) => tab.evaluate(() => document.activeElement.tagName);
  const type = async (tab, first, ...rest) => {
    await tab.keyboard.type(first);
    for (const words of rest) {
      await tab.keyboard.press("Tab");
      await tab.keyboard.type(words);
    }
    await tab.keyboard.press("Enter");
  };
  await page.getByLabel("Passphrase, 8 characters or more").focus();
  await type(page, "short", "short");
  await expect(region(page).getByRole("alert")).toContainText("too short");
  expect.soft(await focus(page), "after a refusal").not.toBe("BODY");
  await page.getByLabel("Passphrase, 8 characters or more").fill("");
  await page.getByLabel("Passphrase again").fill("");
  await page.getByLabel("Passphrase, 8 characters or more").focus();
  await type(page, passphrase, passphrase);
  await expect(page.getByText("Your data has a lock now")).toBeVisible({ timeout: 20_000 });
  expect.soft(await focus(page), "after it was locked").not.toBe("BODY");
  const other = await context.newPage();
  await other.goto("results/");
  await expect(other.getByLabel("Passphrase", { exact: true })).toBeFocused();
  await type(other, "not the passphrase");
  await expect(other.getByText("That isn’t the passphrase.")).toBeVisible({ timeout: 20_000 });
  await expect(other.getByLabel("Passphrase", { exact: true })).toBeFocused();
  await type(other, passphrase);
  await expect(other.getByText("After the move").first()).toBeVisible({ timeout: 20_000 });
  expect.soft(await focus(other), "after it was unlocked").not.toBe("BODY");
});

test.describe("once it is set", () => {
  test.beforeEach(async ({ page }) => {
    await keep(page, records);
    await lockJournal(page);
  });

  test("every personal record is sealed, and no note, name or answer stands anywhere", async ({ page }) => {
    const all = await expectSealed(page);
    const names = Object.keys(all).filter((key) => !key.startsWith(`${prefix}lock/`));
    expect(names.sort()).toEqual(Object.keys(records).sort());
    for (const key of Object.keys(settingsWith({ titleScheme: "", rung: 1 }))) expect(all[key]).toBe(records[key]);
    expect(JSON.parse(all[lockKey]).kdf).toMatchObject({ name: "PBKDF2", hash: "SHA-256", iterations: 600_000 });
  });

  test("this tab goes on without asking, from page to page and after a reload", async ({ page }) => {
    for (const [path, words] of [["results/", "After the move"], ["results/?attempt=a1", "Kim Example"], ["data/", "Kim Example"], ["quiz/", "restored: 12 of 32"], ["", "Continue the quiz you began"]]) {
      await open(page, path);
      await expect(page.getByText(words).first(), path).toBeVisible();
      await expect(asks(page)).toBeHidden();
    }
    await open(page, journal);
    await page.reload();
    await alive(page);
    await expect(entry(page, "A spike that killed an idea")).toBeVisible();
    await expect(asks(page)).toBeHidden();
  });

  test("another tab asks wherever personal records show, and holds none of them", async ({ page, context }) => {
    const other = await context.newPage();
    for (const path of personal) {
      await other.goto(path);
      await expect(asks(other), path).toBeVisible();
      await expect(other.getByLabel("Passphrase", { exact: true })).toBeFocused();
      await expect(other.getByRole("main").getByRole("heading")).toHaveText(["Your data is locked"]);
      const held = await other.evaluate(() => document.documentElement.outerHTML + [...document.querySelectorAll("input, textarea")].map(({ value }) => value));
      for (const secret of secrets.slice(0, 7)) expect(held, `${path}: ${secret}`).not.toContain(secret);
    }
    for (const path of ["", "levels/l7/", "guide/traps/", "privacy/"]) {
      await open(other, path);
      await expect(asks(other)).toHaveCount(0);
      await expect(other.getByText("Continue the quiz you began")).toBeHidden();
    }
    await expectSealed(page);
  });

  test("a wrong passphrase says so, keeps asking and changes nothing; the right one opens the page", async ({ page, context }) => {
    const before = await kept(page);
    for (const [path, words] of [["quiz/", "restored: 12 of 32"], ["results/?attempt=a1", "Kim Example"], ["data/", "After the move"], [journal, "A spike that killed an idea"]]) {
      const other = await context.newPage();
      await other.goto(path);
      await unlock(other, "correct house battery");
      await expect(other.getByRole("alert").filter({ hasText: "That isn’t the passphrase." })).toBeVisible({ timeout: 20_000 });
      await expect(asks(other)).toBeVisible();
      await unlock(other);
      await alive(other);
      await expect(asks(other)).toBeHidden();
      await expect(other.getByText(words).first()).toBeVisible();
      await other.close();
    }
    expect(await kept(page)).toEqual(before);
  });

  test("answers, notes and names are sealed before they are called saved, and are there when it is opened again", async ({ page, context }) => {
    await open(page, "quiz/");
    await button(page, "Continue").click();
    await answer(page, "deep", 13, 15);
    await expect(page.getByText("Saved in this browser.")).toBeVisible();
    await expectSealed(page);
    await open(page, "results/?attempt=b2");
    await unfoldPart(page, "Name, note and reminder");
    await page.getByRole("textbox", { name: "Note", exact: true }).fill("half a record, typed while open");
    await expect(page.getByText("Saved in this browser.")).toBeVisible();
    await expectSealed(page);
    await open(page, journal);
    await add(page, "A quiet week of depth");
    await expect(page.getByText("Saved in this browser.")).toBeVisible();
    await expectSealed(page);
    const form = await edit(page, "A spike that killed an idea");
    await form.getByLabel("Who saw it").fill("Kim Example");
    await button(page, "Done").click();
    await expect(page.getByText("Saved in this browser.")).toBeVisible();
    await expectSealed(page);
    const other = await context.newPage();
    await other.goto(journal);
    await unlock(other);
    await alive(other);
    await expect(entry(other, "A quiet week of depth")).toBeVisible();
    await expect(entry(other, "A spike")).toContainText("Kim Example");
    await open(other, "quiz/");
    await expect(other.getByText("restored: 15 of 32")).toBeVisible();
    await open(other, "results/?attempt=b2");
    await expect(other.getByRole("textbox", { name: "Note", exact: true })).toHaveValue("half a record, typed while open");
  });

  test("“My data” lists the lock beside everything else, in plain words", async ({ page }) => {
    await expect(row(page, "The lock on your data").first()).toBeVisible();
    for (const key of Object.keys(records)) await expect(row(page, key).first(), key).toBeVisible();
    await expect(page.locator(".record").filter({ hasText: "It is locked." })).toHaveCount(0);
    expect(await kept(page)).toHaveProperty([caseKey]);
    expect(await kept(page)).toHaveProperty([attemptKey("a1")]);
  });
});
