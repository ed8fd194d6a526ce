// A week without a backup: a discreet note on “Your results”, shown once, never repeated.
import { answersBy, attemptWith, expect, keep, kept, open, settingsWith, test } from "./app.mjs";
import { backUp, button, caseWith, prefix } from "./keeping.mjs";
import { valueOf } from "./storage.mjs";

const day = 86_400_000;
const ago = (days) => Date.now() - days * day;
const word = (page) => page.getByText("Some of your changes haven’t been backed up for a week or longer.");
const attempt = (days) => attemptWith("a1", answersBy("standard", 1), { started: ago(days) });
const made = `${prefix}backup/made`;
const putOff = `${prefix}backup/put-off`;
const madeAt = (time) => ({ [made]: valueOf(time) });
const putOffAt = (time) => ({ [putOff]: valueOf(time) });

const rows = {
  "is said a week after the first record, where no backup was made": [attempt(7.1), true],
  "is not said before that week is over": [attempt(6.9), false],
  "is not said where nothing is kept": [{}, false],
  "is not said for settings alone": [settingsWith({ titleScheme: "architect" }), false],
  "is said for a case alone": [caseWith({ risk: "a note" }, { changed: ago(8) }), true],
  "is not said while the last backup holds everything": [{ ...attempt(30), ...madeAt(ago(20)) }, false],
  "is said again a week after the last backup, if something was changed since": [{ ...attempt(9), ...madeAt(ago(10)) }, true],
  "is not said within a week of the last backup": [{ ...attempt(1), ...madeAt(ago(2)) }, false],
  "is not said within a week of “Not this week”": [{ ...attempt(30), ...putOffAt(ago(6.9)) }, false],
  "is said a week after “Not this week”": [{ ...attempt(30), ...putOffAt(ago(7.1)) }, true],
  "is said though the last backup is dated a year ahead": [{ ...attempt(9), ...madeAt(ago(-365)) }, true],
  "is said though it was put off at a time that lies ahead": [{ ...attempt(9), ...putOffAt(ago(-3)) }, true],
};
for (const [words, [records, due]] of Object.entries(rows)) {
  test(`the word ${words}`, async ({ page }) => {
    await keep(page, records);
    await open(page, "results/");
    await expect(page.getByRole("heading", { level: 1 })).toBeVisible();
    await expect(word(page)).toHaveCount(due ? 1 : 0);
    expect(await kept(page), "looking changes nothing").toEqual(records);
  });
}

test("“Not this week” puts it away for good visits of a week, and moves the focus on", async ({ page }) => {
  await keep(page, attempt(30));
  await open(page, "results/");
  await button(page, "Not this week").click();
  await expect(word(page)).toHaveCount(0);
  await expect(page.getByRole("heading", { level: 1 })).toBeFocused();
  await page.reload();
  await expect(page.locator(".attempt")).toHaveCount(1);
  await expect(word(page)).toHaveCount(0);
  await page.clock.setFixedTime(Date.now() + 7.1 * day);
  await open(page, "results/");
  await expect(word(page)).toBeVisible();
});

test("it leads to “My data”, and a backup that arrived puts it away", async ({ page }) => {
  await keep(page, attempt(30));
  await open(page, "results/");
  await page.getByRole("link", { name: "Save a backup" }).click();
  await expect(page.getByRole("heading", { level: 1, name: "My data" })).toBeVisible();
  await backUp(page);
  expect((await kept(page))[made], "that it was asked for is not that it arrived").toBeUndefined();
  await button(page, "I have the file").click();
  await expect.poll(async () => (await kept(page))[made]).toBeDefined();
  await open(page, "results/");
  await expect(page.locator(".attempt")).toHaveCount(1);
  await expect(word(page)).toHaveCount(0);
});

test("a record of backups that a newer version wrote is left alone, and nobody is asked", async ({ page }) => {
  const records = { ...attempt(30), [made]: '{"schema":9,"value":1}' };
  await keep(page, records);
  await open(page, "results/");
  await expect(page.locator(".attempt")).toHaveCount(1);
  await expect(word(page)).toHaveCount(0);
  await open(page, "data/");
  await backUp(page);
  await button(page, "I have the file").click();
  await expect(page.getByText("Noted: you have this backup file.")).toBeVisible();
  expect(await kept(page)).toEqual(records);
});
