// A backup: everything in one file, restored unchanged; an invalid file changes nothing.
import { expect, keep, kept, open, test } from "./app.mjs";
import { attemptKey, backUp, backupOf, button, caseKey, caseWith, choose, entry, everything, journal, prefix, previewed, readable, row, strange, wipe } from "./keeping.mjs";
import { fillStorage } from "./storage.mjs";

const unknown = `${prefix}something/else`;
const without = (records, ...keys) => Object.fromEntries(Object.entries(records).filter(([key]) => !keys.includes(key)));
/** Everything stored, except the record that a backup was made. */
const records = async (page) => without(await kept(page), `${prefix}backup/made`);
const restore = async (page, how) => {
  await page.getByRole("radio", { name: new RegExp(`^${how}:`) }).check();
  await button(page, "Restore").click();
  await expect(page.getByRole("status").filter({ hasText: "The backup " })).toBeVisible();
};

test.describe("there and back", () => {
  for (const how of ["Add", "Replace"]) {
    test(`backup, wipe, ${how.toLowerCase()}: every record is the same byte for byte`, async ({ page }) => {
      await keep(page, everything);
      await open(page, "data/");
      const file = await backUp(page);
      await expect(page.getByText(/^Your browser was asked to save ladder-explorer-\d{4}-\d\d-\d\d\.json\. It contains 11 records\. Left out, .*something\/else\. Check that it is there\.$/)).toBeVisible();
      await wipe(page);
      await page.reload();
      await choose(page, file);
      expect(await previewed(page)).toEqual([["Only in the backup", "11", "restored", "restored"]]);
      await restore(page, how);
      expect(await records(page)).toEqual(without(everything, unknown));
    });
  }

  test("in another browser, the results, the entries and the notes of an older case are there", async ({ page, stranger }) => {
    await keep(page, readable);
    await open(page, "data/");
    const file = await backUp(page);
    await open(stranger, "data/");
    await choose(stranger, file);
    await restore(stranger, "Add");
    await open(stranger, "results/?attempt=a1");
    await expect(stranger.getByText("After the move")).toBeVisible();
    await expect(stranger.getByText("Kim Example").first()).toBeVisible();
    await open(stranger, journal);
    await expect(entry(stranger, "A spike that killed an idea")).toBeVisible();
    await button(stranger, "Make them entries").click();
    await expect(entry(stranger, "Kept two plans alive.")).toBeVisible();
  });

  test("undone, a replacement leaves every byte as it was", async ({ page }) => {
    await keep(page, everything);
    await open(page, "data/");
    await choose(page, backupOf(caseWith({ depth: "from the backup" })));
    await restore(page, "Replace");
    expect(JSON.parse((await kept(page))[caseKey]).notes).toEqual({ depth: "from the backup" });
    await expect(button(page, "Undo")).toBeFocused();
    await page.keyboard.press("Enter");
    await expect(row(page, "After the move")).toBeVisible();
    expect(await kept(page)).toEqual(everything);
  });
});

test.describe("what happens is what was said", () => {
  // One record of each state: changed on both sides, the same, only in the backup, only here, newer here.
  const mine = { ...readable, ...caseWith({ risk: "here" }), [attemptKey("de")]: strange[attemptKey("de")], [attemptKey("bad")]: strange[attemptKey("bad")] };
  const theirs = {
    ...without(readable, attemptKey("b2"), `${prefix}opinion/00000000000000b2`),
    ...caseWith({ risk: "there", depth: "only there" }, { changed: 1.73e12 }),
    [attemptKey("de")]: '{"schema":2,"id":"de"}',
    [attemptKey("c3")]: readable[attemptKey("a1")].replace('"id":"a1"', '"id":"c3"').replace("After the move", "Only in the backup"),
  };

  test("in numbers of records, for both ways", async ({ page }) => {
    await keep(page, mine);
    await open(page, "data/");
    await choose(page, backupOf(theirs));
    expect(await previewed(page)).toEqual([
      ["Only in the backup", "1", "restored", "restored"],
      ["The same in both", "5", "unchanged", "unchanged"],
      ["Different here", "1", "unchanged", "replaced by the backup"],
      ["Different here, and newer or unreadable", "1", "unchanged", "unchanged"],
      ["Only here", "2", "unchanged", "deleted"],
    ]);
    expect(await kept(page), "a preview changes nothing").toEqual(mine);
    await button(page, "Cancel").click();
    await expect(button(page, "Restore")).toHaveCount(0);
    expect(await kept(page)).toEqual(mine);
  });

  test("when adding: what was missing comes, and nothing else changes", async ({ page }) => {
    await keep(page, mine);
    await open(page, "data/");
    await choose(page, backupOf(theirs));
    await restore(page, "Add");
    expect(await kept(page)).toEqual({ ...mine, [attemptKey("c3")]: theirs[attemptKey("c3")] });
  });

  test("when replacing: what is newer or cannot be read stays, the rest is the backup’s", async ({ page }) => {
    await keep(page, mine);
    await open(page, "data/");
    await choose(page, backupOf(theirs));
    await restore(page, "Replace");
    expect(await kept(page)).toEqual({ ...theirs, [attemptKey("de")]: mine[attemptKey("de")], [attemptKey("bad")]: mine[attemptKey("bad")] });
  });

  test("of a record that is damaged: it is named with its fault, and comes back byte for byte", async ({ page }) => {
    const damaged = { [attemptKey("a1")]: '{"schema":2,"id":"a1","answers":{"p01":{"pull":9' };
    await open(page, "data/");
    await choose(page, backupOf(damaged));
    await expect(page.getByText(/^This version can’t read records\["attempt\/a1"\]: answers\.p01.*it comes back as it is/)).toBeVisible();
    await restore(page, "Add");
    expect(await kept(page)).toEqual(damaged);
  });
});

// tests/backups.rs tests every fault of a file.
test.describe("a file that is no good changes nothing and says what to do", () => {
  const good = backupOf(readable);
  const twice = good.replace('"attempt/b2":', '"attempt/a1":');
  const rows = {
    "that is no JSON": ["not a backup", /This backup can’t be used\. .*line 1.*choose a backup that was not changed\./],
    "of 17 MiB": [`${good}${" ".repeat(17 * 2 ** 20)}`, /larger than 16 MiB, so it isn’t a backup of this app\. Choose another\./],
    "with a key that stands twice": [twice, /records\["attempt\/a1"\]: stands twice; keep one of the two\./],
    "with a locked record": [backupOf({ [caseKey]: '{"schema":1,"sealed":{"iv":"","data":""}}' }), /records\["case\/technical-leadership\/case"\]: is locked; unlock it where it is from, and back up again\./],
  };
  for (const [words, [file, message]] of Object.entries(rows)) {
    test(`one ${words}`, async ({ page }) => {
      expect(words === "with a key that stands twice" ? twice !== good : true).toBe(true);
      await keep(page, everything);
      await open(page, "data/");
      await choose(page, file);
      const alert = page.getByRole("alert").filter({ hasText: "Nothing was changed." });
      await expect(alert).toHaveText(message);
      await expect(button(page, "Restore")).toHaveCount(0);
      expect(await kept(page)).toEqual(everything);
    });
  }

  for (const how of ["Add", "Replace"]) {
    test(`a good one for which there is no room when it comes to “${how}”`, async ({ page }) => {
      await keep(page, everything);
      await fillStorage(page);
      const before = await kept(page);
      await open(page, "data/");
      await choose(page, backupOf({ ...readable, [attemptKey("f00d")]: "x".repeat(45_000) }));
      await page.getByRole("radio", { name: new RegExp(`^${how}:`) }).check();
      await button(page, "Restore").click();
      const alert = page.getByRole("alert").filter({ hasText: "Nothing was changed." });
      await expect(alert).toBeVisible();
      await expect.soft(alert).toContainText("storage for this site is full");
      expect(await kept(page)).toEqual(before);
    });
  }
});
