// What a user does with saved data: views it, backs it up, restores it, locks it.
// Shared by the tests of “My data”, of backups and of the lock.
import { readFileSync } from "node:fs";
import { answersBy, attemptWith, expect, kept, open, opinionWith, settingsWith } from "./app.mjs";
import { recordsOf } from "./growing.mjs";
import { caseKey, keyOf, lockKey, prefix } from "./storage.mjs";

export { caseKey, lockKey, prefix };
export const attemptKey = (id) => `${prefix}attempt/${id}`;

/** The notes of an older case, as their key and text. */
export const caseWith = (notes, more = {}) => ({
  [caseKey]: JSON.stringify({ schema: 1, level: "L7", notes, passport: {}, changed: 1.72e12, ...more }),
});

/** A stored entry of evidence, as its key and text. */
export const entryWith = (id, did, more = {}) => ({
  [keyOf("evidence", id)]: JSON.stringify({ schema: 1, id, did, created: 1.72e12, changed: 1.72e12, ...more }),
});

/** Records that this version reads: two attempts with an opinion each, an entry, notes of an older case, the settings. */
export const readable = {
  ...attemptWith("a1", answersBy("standard", 1), { name: "After the move", note: "A quiet week", started: 1.701e12 }),
  ...attemptWith("b2", answersBy("standard", 3), { started: 1.702e12 }),
  ...opinionWith("00000000000000a1", "a1", answersBy("standard", 2), { from: "Kim Example", received: 1.703e12 }),
  ...opinionWith("00000000000000b2", "b2", answersBy("standard", 4), { received: 1.704e12 }),
  ...entryWith("e1", "A spike that killed an idea", { outcome: "Two weeks saved" }),
  ...caseWith({ risk: "Kept two plans alive." }),
  ...settingsWith({ titleScheme: "architect", rung: 7 }),
};

/** Records that this version cannot read, each for another reason. */
export const strange = {
  [attemptKey("bad")]: '{"schema":2,"id":"bad","answers":{"p01":',
  [attemptKey("de")]: '{"schema":9,"id":"de","name":"From tomorrow","changed":1705000000000}',
  [`${prefix}something/else`]: "of no kind that is known",
  [`${prefix}aside/attempt/c3`]: '{"schema":2,"id":"c3", half a record',
};

export const everything = { ...readable, ...strange };

/** A row of the list, by text in it. */
export const row = (page, words) => page.locator(".record").filter({ hasText: words });

export const button = (page, name) => page.getByRole("button", { name, exact: true });

/** Presses a button of a row. */
export const press = (page, words, name) => row(page, words).getByRole("button", { name: new RegExp(`^${name}: `) }).click();

/** The page of the journal of evidence, its line for a new entry, an entry, and the entries that are stored. */
export const journal = "growth/evidence/";
export const line = (page) => page.getByLabel("What did you do?");
export const entry = (page, words) => page.locator(".entry").filter({ hasText: words });
export const entriesIn = async (page) => recordsOf(await kept(page), "evidence");

/** Adds an entry by the line. */
export async function add(page, words) {
  await line(page).fill(words);
  await line(page).press("Enter");
  await expect(entry(page, words)).toBeVisible();
}

/** Opens the form of an entry and returns it. */
export async function edit(page, words) {
  await entry(page, words).getByRole("button", { name: /^Edit: / }).click();
  const form = page.getByRole("group", { name: `Edit: ${words}` });
  await expect(form.getByLabel("What I did")).toBeFocused();
  return form;
}

/** Saves a backup on “My data” and returns the text of the file. */
export async function backUp(page) {
  const download = page.waitForEvent("download");
  await button(page, "Save a backup file").click();
  return readFileSync(await (await download).path(), "utf8");
}

/** Chooses a file with this text as the backup to restore. */
export const choose = (page, text, name = "backup.json") => page
  .getByLabel(/^Choose a backup file/)
  .setInputFiles({ name, mimeType: "application/json", buffer: Buffer.from(text) });

/** The text of a backup of these records, given by their full keys. */
export const backupOf = (records, made = 1.75e12) => JSON.stringify({
  format: "ladder-explorer-backup", version: 2, made,
  records: Object.fromEntries(Object.entries(records).map(([key, text]) => [key.slice(prefix.length), text])),
});

/** The rows of the preview: which records, how many, and what adding and replacing would do to them. */
export const previewed = async (page) => {
  await page.getByRole("button", { name: "Restore" }).waitFor();
  const rows = page.getByRole("region", { name: "What the backup would change" }).getByRole("row");
  const cells = await rows.evaluateAll((all) => all.map((one) => [...one.cells].map((cell) => cell.textContent)));
  return cells.slice(1);
};

/** Empties the storage of this origin, and returns what it contained. */
export async function wipe(page) {
  const before = await kept(page);
  await page.evaluate(() => localStorage.clear());
  return before;
}

export const passphrase = "correct horse battery";
export const asks = (page) => page.getByRole("heading", { name: "Your data is locked" });

/** Opens “My data” and locks the journal there. */
export async function lockJournal(page, words = passphrase) {
  await open(page, "data/");
  await page.getByLabel("Passphrase, 8 characters or more").fill(words);
  await page.getByLabel("Passphrase again").fill(words);
  await button(page, "Lock my data").click();
  await expect(page.getByText("Your data has a lock now.")).toBeVisible({ timeout: 20_000 });
}

/** Unlocks a journal on a page that shows the form for it. */
export async function unlock(page, words = passphrase) {
  await page.getByLabel("Passphrase", { exact: true }).fill(words);
  await button(page, "Unlock").click();
}

/** The same browser on another day: a tab that never had the passphrase, with the same storage. */
export async function anotherDay(page, browser, site) {
  const context = await browser.newContext({ baseURL: site, storageState: await page.context().storageState() });
  return context.newPage();
}
