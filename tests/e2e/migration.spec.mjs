// Storage written by an older version: it opens complete, locked or not, also when an old page writes again;
// and two copies of the app on one origin do not touch each other.
import { cpSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { alive, expect, keep, kept, open, settings, test } from "./app.mjs";
import { asks, backUp, button, entry, journal, lockJournal, passphrase, row, unlock } from "./keeping.mjs";
import { dist, serve } from "./serve.mjs";
import { caseKey, fillStorage, keyOf, lockKey, oldPrefix, prefix } from "./storage.mjs";

const fixture = (name) => JSON.parse(readFileSync(new URL(`../fixtures/storage-${name}.json`, import.meta.url), "utf8"));
const [first, plain, locked, now] = ["v1-first", "v1-plain", "v1-locked", "v2"].map(fixture);
const old = (name) => oldPrefix + name;
/** The offer to make entries of so many notes of an older case. */
const offered = (page, count) => page.getByText(`You have notes that you wrote under “Your case” before: ${count} aren’t entries yet.`);
const slow = { timeout: 20_000 };
/** What is left of the previous layout, except its lock and what this version does not know. */
const left = async (page) => Object.keys(await kept(page)).filter((key) => key.startsWith(oldPrefix) && !/\/lock\/|something\/else$/.test(key));
/** Writes as a page of an older version would, in another tab of this browser. */
const writeAsOld = (tab, records) => tab.evaluate((all) => Object.entries(all).forEach(([key, text]) => localStorage.setItem(key, text)), records);

test("a storage of the first layout opens with all of it there, each record under its new key", async ({ page }) => {
  await keep(page, plain);
  await open(page, "results/");
  await expect(page.getByText("After the move to the new team")).toBeVisible();
  await expect.poll(() => kept(page)).toEqual(now);
  await open(page, journal);
  await expect(offered(page, 2)).toBeVisible();
  await expect(page.locator("html")).toHaveAttribute("data-scheme", "director-of-technology");
  await open(page, "data/");
  await expect(row(page, "Zoë")).toBeVisible();
  await expect(row(page, "Your settings").filter({ hasNotText: "set it aside" })).toHaveCount(1);
  expect(await kept(page)).toEqual(now);
});

for (const path of ["", "levels/l7/"]) {
  test(`/${path} shows the old choices before any program, and moves nothing`, async ({ page }) => {
    await keep(page, plain);
    await page.goto(path, { waitUntil: "commit" });
    await expect(page.locator("html")).toHaveAttribute("data-scheme", "director-of-technology");
    await alive(page);
    await expect(page.locator("html")).toHaveAttribute("data-no-slash", "");
    expect(await kept(page)).toEqual(plain);
  });
}

test("a title that is chosen on a page of reading is the later choice, and the other old ones stay", async ({ page }) => {
  await keep(page, plain);
  await open(page, "levels/l7/");
  await page.getByRole("radio", { name: "Architect" }).check();
  await expect.poll(() => settings(page)).toEqual({ titleScheme: "architect", rung: 6, slashKey: false, remindAt: 1779274800000 });
  expect(await kept(page)).not.toHaveProperty([old("settings/visitor")]);
  await page.reload();
  await expect(page.locator("html")).toHaveAttribute("data-scheme", "architect");
});

for (const path of ["quiz/", "data/"]) {
  test(`/${path} shows the old choices before any program, and takes them in`, async ({ page }) => {
    await keep(page, plain);
    await page.goto(path, { waitUntil: "commit" });
    await expect(page.locator("html")).toHaveAttribute("data-scheme", "director-of-technology");
    await alive(page);
    await expect.poll(() => settings(page)).toEqual({ titleScheme: "director-of-technology", rung: 6, slashKey: false, remindAt: 1779274800000 });
    expect(await kept(page)).not.toHaveProperty([old("settings/visitor")]);
    await expect(page.locator("html")).toHaveAttribute("data-no-slash", "");
  });
}

test("the home page offers the way back into an old attempt", async ({ page }) => {
  await keep(page, first);
  await open(page, "");
  await expect(page.locator("#resume")).toHaveText(/^Your quiz of ./);
  expect(await kept(page)).toEqual(first);
});

test.describe("a journal that the first layout locked", () => {
  test("asks, opens with its passphrase, and leaves no old record and no readable word anywhere", async ({ page }) => {
    await keep(page, locked);
    await page.goto("results/");
    await expect(asks(page)).toBeVisible();
    await unlock(page, passphrase);
    await expect(page.getByText("After the move to the new team")).toBeVisible(slow);
    await expect.poll(() => left(page)).toEqual([]);
    const all = await kept(page);
    for (const key of Object.keys(now).filter((one) => /\/(attempt|opinion|case|aside)\//.test(one) && one.startsWith(prefix))) {
      expect(all[key], key).toMatch(/^\{"schema":1,"sealed":/);
    }
    for (const word of ["After the move", "The second", "Zoë", "Kept two plans", "not a record"]) expect(JSON.stringify(all)).not.toContain(word);
    // The lock is in both places, so that an old page asks for the passphrase too.
    expect(all[old("lock/lock")]).toBe(all[lockKey]);
    await open(page, journal);
    await expect(offered(page, 2)).toBeVisible();
    await open(page, "data/");
    await button(page, "Switch the lock off").click();
    await expect(page.getByText("The lock is off.")).toBeVisible(slow);
    const { [old("something/else")]: _unknown, ...rest } = now;
    await expect.poll(() => kept(page)).toMatchObject(rest);
    expect(Object.keys(await kept(page)).filter((key) => key.includes("/lock/"))).toEqual([]);
  });

  test("is moved by the page of the journal too, and its settings hold before it is opened", async ({ page }) => {
    await keep(page, locked);
    await page.goto(journal);
    await expect(page.locator("html")).toHaveAttribute("data-scheme", "director-of-technology");
    await unlock(page, passphrase);
    await expect(offered(page, 2)).toBeVisible(slow);
    await expect.poll(() => left(page)).toEqual([]);
    await button(page, "Make them entries").click();
    await expect(entry(page, "The second one won.")).toBeVisible();
    await expect(entry(page, "The parser, 2024")).toBeVisible();
  });

  test("shuts an old tab and a new one together", async ({ page, context }) => {
    await keep(page, locked);
    await page.goto("data/");
    await unlock(page, passphrase);
    await expect(row(page, "Zoë")).toBeVisible(slow);
    const tab = await context.newPage();
    await tab.goto("about/");
    await writeAsOld(tab, { [old("lock/now")]: "shut by an old tab" });
    await expect(asks(page)).toBeVisible(slow);
  });
});

test.describe("an old tab beside a new one", () => {
  const answered = (id, answers, changed) => JSON.stringify({ ...JSON.parse(plain[old(`attempt/${id}`)]), answers, changed });

  test("what it answers, notes and chooses is taken in at once and shown, and nothing is lost", async ({ page, context }) => {
    await keep(page, plain);
    const tab = await context.newPage();
    await tab.goto("about/");
    await alive(tab);
    await open(page, journal);
    const other = JSON.stringify({ ...JSON.parse(plain[old("journal/case")]), notes: { depth: "of the old tab" }, changed: 1.8e12 });
    await writeAsOld(tab, {
      [old("attempt/19aa5c1d300-1")]: answered("19aa5c1d300-1", { p03: 4 }, 1.8e12),
      [old("journal/case")]: other,
      [old("settings/visitor")]: '{"schema":2,"titleScheme":"architect"}',
    });
    await expect(offered(page, 3)).toBeVisible();
    await expect(page.locator("html")).toHaveAttribute("data-scheme", "architect");
    await expect.poll(() => left(page)).toEqual([]);
    const all = await kept(page);
    expect(JSON.parse(all[keyOf("attempt", "19aa5c1d300-1")]).answers).toEqual({ p01: 1, p02: 2, p03: 4 });
    expect(await settings(page)).toMatchObject({ titleScheme: "architect", rung: 6 });
  });

  test("what it writes plain beside a lock is sealed, and its old key is gone", async ({ page, context }) => {
    await keep(page, now);
    await lockJournal(page);
    const tab = await context.newPage();
    await tab.goto("about/");
    await writeAsOld(tab, { [old("journal/case")]: plain[old("journal/case")].replace("Kept two", "SECRET") });
    await expect.poll(async () => JSON.stringify(await kept(page))).not.toContain("SECRET");
    await expect.poll(() => left(page)).toEqual([]);
    await open(page, journal);
    await button(page, "Make them entries").click();
    await expect(entry(page, "SECRET")).toBeVisible();
    expect((await kept(page))[caseKey]).toMatch(/^\{"schema":1,"sealed":/);
  });
});

test("in a full storage old records make room for themselves; what waits is said, and is in a backup", async ({ page }) => {
  await keep(page, plain);
  await fillStorage(page);
  await open(page, "results/");
  await expect(page.getByRole("alert").filter({ hasText: "aren’t shown yet" })).toBeVisible();
  const all = await kept(page);
  for (const [key, text] of Object.entries(plain).filter(([one]) => /attempt|opinion|case/.test(one) && one.startsWith(oldPrefix))) {
    expect(Object.values(all), key).toContain(text);
  }
  await open(page, "data/");
  await expect(row(page, "It will be moved to its new place once there is room").first()).toBeVisible();
  const { version, records } = JSON.parse(await backUp(page));
  expect(version).toBe(2);
  const named = Object.keys(now).filter((key) => key.startsWith(prefix) && !/\/(backup|notice)\//.test(key));
  for (const key of named) expect(records[key.slice(prefix.length)], key).toBe(now[key]);
  await page.evaluate(() => localStorage.removeItem("another-app"));
  await open(page, "results/");
  await expect.poll(() => left(page)).toEqual([]);
  await expect(page.getByText("aren’t shown yet")).toHaveCount(0);
});

test.describe("two copies under two folders of one origin", () => {
  const theirs = "ladder-explorer/v2/another-copy/";
  let folder;
  let server;

  test.beforeAll(async () => {
    folder = mkdtempSync(join(tmpdir(), "two-copies-"));
    for (const name of ["one", "two"]) cpSync(dist, join(folder, name), { recursive: true, filter: (file) => !file.endsWith(".png") });
    writeFileSync(join(folder, "404.html"), "");
    for (const file of readdirSync(join(folder, "two"), { recursive: true }).filter((one) => String(one).endsWith(".html"))) {
      const path = join(folder, "two", String(file));
      const html = readFileSync(path, "utf8");
      writeFileSync(path, html.replace(/data-site="?[a-z0-9-]+"?/, 'data-site="another-copy"'));
    }
    server = await serve("/", 0, `${folder}/`);
  });
  test.afterAll(() => {
    server.closeAllConnections();
    server.close();
    rmSync(folder, { recursive: true });
  });

  test("do not touch each other's records, settings or lock", async ({ browser }) => {
    const baseURL = `http://127.0.0.1:${server.address().port}/`;
    const context = await browser.newContext({ baseURL });
    const page = await context.newPage();
    await page.goto("one/about/");
    await page.evaluate((all) => Object.entries(all).forEach(([key, text]) => localStorage.setItem(key, text)), now);
    const other = await context.newPage();
    await other.goto("two/quiz/");
    await alive(other);
    await other.getByRole("button", { name: /^Take the .*quiz$/ }).click();
    await other.getByRole("radio", { name: "Much more A" }).check();
    const ofTheirs = async () => Object.fromEntries(Object.entries(await kept(page)).filter(([key]) => key.startsWith(theirs)));
    await expect.poll(async () => Object.keys(await ofTheirs()).length).toBe(1);
    await other.goto("two/results/");
    await alive(other);
    await expect(other.getByText("After the move to the new team")).toHaveCount(0);
    const before = await ofTheirs();
    // The first copy is locked and asks for the passphrase; the second does neither.
    await page.goto("one/data/");
    await alive(page);
    await expect(page.locator(".record").filter({ hasText: "another-copy" })).toHaveCount(0);
    await page.getByLabel("Passphrase, 8 characters or more").fill(passphrase);
    await page.getByLabel("Passphrase again").fill(passphrase);
    await button(page, "Lock my data").click();
    await expect(page.getByText("Your data has a lock now")).toBeVisible(slow);
    expect(await ofTheirs()).toEqual(before);
    await other.goto("two/data/");
    await alive(other);
    await expect(asks(other)).toBeHidden();
    await button(other, "Delete everything").click();
    expect(await ofTheirs()).toEqual({});
    expect(await kept(page)).toHaveProperty([lockKey]);
    await button(other, "Undo").click();
    await expect.poll(ofTheirs).toEqual(before);
    await context.close();
  });
});

test("where each page asks, the tab's key is written nowhere, and the next page asks", async ({ page }) => {
  await keep(page, now);
  await lockJournal(page);
  const session = () => page.evaluate(() => ({ ...sessionStorage }));
  expect(await session()).toHaveProperty([`${prefix}lock/key`]);
  const box = page.getByRole("checkbox", { name: /^Ask for the passphrase on every page/ });
  await box.check();
  await expect(page.getByText("From now on every page asks, and the key is written nowhere.")).toBeVisible();
  expect(await session()).not.toHaveProperty([`${prefix}lock/key`]);
  await page.goto("results/");
  await expect(asks(page)).toBeVisible();
  await unlock(page);
  await expect(page.getByText("After the move to the new team")).toBeVisible(slow);
  expect(await session()).not.toHaveProperty([`${prefix}lock/key`]);
  await page.goto("data/");
  await unlock(page);
  await expect(box).toBeChecked(slow);
  await box.uncheck();
  await page.goto("results/");
  await unlock(page);
  await expect(page.getByText("After the move to the new team")).toBeVisible(slow);
  await page.goto("data/");
  await alive(page);
  await expect(asks(page)).toBeHidden();
});
