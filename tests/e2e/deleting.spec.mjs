// Deleting and setting aside on “My data”: always the intended record, and always with an undo.
import { expect, keep, kept, open, test } from "./app.mjs";
import { attemptKey, button, caseKey, caseWith, everything, prefix, press, readable, row, strange } from "./keeping.mjs";
import { ladderId } from "./storage.mjs";

const foreign = { "another-app": "not ours", "ladder-explored": "not ours either" };
const all = { ...everything, ...foreign };
const without = (records, ...keys) => Object.fromEntries(Object.entries(records).filter(([key]) => !keys.includes(key)));
const here = (page, key) => page.locator(".record").filter({ has: page.locator("code", { hasText: new RegExp(`^${key}$`) }) });
// The settings are handled together.
const isSetting = (key) => /\/(setting|choice)\//.test(key);
const together = (key) => (isSetting(key) ? Object.keys(everything).filter(isSetting) : [key]);
const told = (page, words) => page.getByRole("status").filter({ hasText: words });

test.describe("one record", () => {
  for (const key of Object.keys(everything).filter((one) => !one.endsWith("attempt/a1") && !one.endsWith("attempt/b2"))) {
    test(`${key.slice(prefix.length)} goes alone and comes back byte for byte`, async ({ page }) => {
      await keep(page, all);
      await open(page, "data/");
      await here(page, key).getByRole("button", { name: /^Delete: / }).click();
      await expect(told(page, "Deleted: ")).toBeVisible();
      expect(await kept(page)).toEqual(without(all, ...together(key)));
      await expect(here(page, key)).toHaveCount(0);
      await button(page, "Undo").click();
      await expect(here(page, key)).toBeVisible();
      expect(await kept(page)).toEqual(all);
      await expect(button(page, "Undo")).toHaveCount(0);
    });
  }

  test("an attempt takes the opinions on it along, and no other’s; all come back", async ({ page }) => {
    await keep(page, all);
    await open(page, "data/");
    await press(page, "After the move", "Delete");
    await expect(told(page, "Deleted: An attempt at the quiz “After the move”.")).toBeVisible();
    expect(await kept(page)).toEqual(without(all, attemptKey("a1"), `${prefix}opinion/00000000000000a1`));
    await expect(row(page, "Kim Example")).toHaveCount(0);
    await button(page, "Undo").click();
    await expect(row(page, "Kim Example")).toBeVisible();
    expect(await kept(page)).toEqual(all);
  });

  test("and then another can both be brought back", async ({ page }) => {
    await keep(page, all);
    await open(page, "data/");
    await press(page, "After the move", "Delete");
    await expect(row(page, "After the move")).toHaveCount(0);
    await press(page, "Your case", "Delete");
    await expect(row(page, "Your case")).toHaveCount(0);
    for (let step = 0; step < 2 && (await button(page, "Undo").count()); step += 1) await button(page, "Undo").first().click();
    await expect.poll(() => kept(page)).toEqual(all);
  });

  test("and then another can both be brought back on “Your results” too", async ({ page }) => {
    await keep(page, readable);
    await open(page, "results/");
    for (let left = 1; left >= 0; left -= 1) {
      await page.getByRole("button", { name: /^Delete the attempt/ }).first().click();
      await expect(page.getByRole("button", { name: /^Delete the attempt/ })).toHaveCount(left);
    }
    for (let step = 0; step < 2 && (await button(page, "Undo").count()); step += 1) await button(page, "Undo").first().click();
    await expect.poll(() => kept(page)).toEqual(readable);
  });

  test("a browser that does not delete is told of, and nothing is claimed to be gone", async ({ page }) => {
    await keep(page, all);
    await open(page, "data/");
    await page.evaluate(() => {
      const own = Storage.prototype.removeItem;
      Storage.prototype.removeItem = function (key) {
        if (!/attempt|opinion/.test(key)) own.call(this, key);
      };
    });
    await press(page, "After the move", "Delete");
    await expect(page.getByRole("alert").filter({ hasText: "Nothing was changed." })).toBeVisible();
    await expect(row(page, "After the move")).toBeVisible();
    await expect(told(page, "Deleted")).toHaveCount(0);
    expect(await kept(page)).toEqual(all);
  });
});

test.describe("everything", () => {
  test("is every record of this app and nothing of another’s, and comes back byte for byte", async ({ page }) => {
    await keep(page, all);
    await open(page, "data/");
    await button(page, "Delete everything").click();
    await expect(told(page, "Everything was deleted.")).toBeVisible();
    await expect(button(page, "Undo")).toBeFocused();
    await expect(page.getByText("Nothing is saved in this browser yet.")).toBeVisible();
    expect(await kept(page)).toEqual(foreign);
    await button(page, "Undo").click();
    await expect(row(page, "After the move")).toBeVisible();
    expect(await kept(page)).toEqual(all);
  });

  test("what was written since is not lost by the undo", async ({ page, context }) => {
    const before = caseWith({ risk: "written before" });
    await keep(page, { ...readable, ...before });
    await open(page, "data/");
    await button(page, "Delete everything").click();
    const other = await context.newPage();
    await keep(other, caseWith({ risk: "written since" }, { changed: 1.73e12 }));
    await expect(row(page, "Your case")).toBeVisible();
    await button(page, "Undo").click();
    await expect(row(page, "After the move")).toBeVisible();
    const { [caseKey]: text, ...rest } = await kept(page);
    expect(rest).toEqual(without(readable, caseKey));
    expect(JSON.parse(text).notes.risk).toContain("written before");
    expect(JSON.parse(text).notes.risk).toContain("written since");
  });
});

test.describe("what cannot be read", () => {
  const bad = attemptKey("bad");

  test("is left as it is, and makes room for a new record once it is deleted", async ({ page }) => {
    const key = `${prefix}draft/aim.${ladderId}`;
    const broken = { [key]: '{"schema":1,"own":' };
    await keep(page, { ...all, ...broken });
    await open(page, "data/");
    await expect(here(page, bad)).toContainText("It can’t be read and is left unchanged");
    await here(page, key).getByRole("button", { name: /^Delete: / }).click();
    await open(page, "growth/");
    await page.getByLabel("My level").selectOption("t6");
    await expect.poll(async () => key in (await kept(page))).toBe(true);
    const { [key]: fresh, ...rest } = await kept(page);
    expect(JSON.parse(fresh).own).toBe("t6");
    expect(rest).toEqual(all);
  });
});
