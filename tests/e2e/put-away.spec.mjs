// What Back restores from the browser's back-forward cache, which is enabled here: after deleting,
// locking, restoring or changing a setting, no page shows or writes what it still remembers.
import { chromium } from "@playwright/test";
import { launchOptions } from "./chromium.mjs";
import { alive, attemptOf, attempts, expect, keep, kept, open, settingsWith, test as base } from "./app.mjs";
import { add, journal } from "./keeping.mjs";
import { answer, begin } from "./steps.mjs";

const test = base.extend({
  /** A browser with its back-forward cache, which the test tool otherwise disables. */
  context: async ({ baseURL, locale }, use) => {
    const browser = await chromium.launch({ ...launchOptions, ignoreDefaultArgs: ["--disable-back-forward-cache"] });
    const context = await browser.newContext({ baseURL, locale });
    await context.addInitScript(() => {
      addEventListener("pageshow", ({ persisted }) => {
        if (persisted) sessionStorage.setItem("test/persisted", String(Number(sessionStorage.getItem("test/persisted")) + 1));
      });
    });
    await use(context);
    await browser.close();
  },
});

/** Goes Back to a page from the cache: `times` is how often that has happened. */
async function back(page, times = 1) {
  await page.evaluate(() => history.back());
  await expect.poll(() => page.evaluate(() => sessionStorage.getItem("test/persisted")).catch(() => null)).toBe(String(times));
  // The test tool does not notice when a page from the cache has loaded.
  const isThere = () => document.readyState === "complete" && "alive" in document.documentElement.dataset && !("away" in document.documentElement.dataset);
  await expect.poll(() => page.evaluate(isThere).catch(() => false)).toBe(true);
}

const lockNow = async (page) => {
  await page.getByRole("button", { name: "Lock now" }).click();
  await expect(page.getByRole("button", { name: "Unlock" })).toBeVisible();
};

async function switchOn(page) {
  await open(page, "data/");
  await page.getByLabel("Passphrase, 8 characters or more").fill("correct horse");
  await page.getByLabel("Passphrase again").fill("correct horse");
  await page.getByRole("button", { name: "Lock my data" }).click();
  await expect(page.getByText("Your data has a lock now")).toBeVisible({ timeout: 20_000 });
}

const plain = async (page, words) => Object.values(await kept(page)).filter((text) => text.includes(words));

test("nothing has changed: Back shows the page as it was left, at once", async ({ page }) => {
  await open(page, "quiz/");
  await begin(page);
  await answer(page, "deep", 1, 2);
  await page.evaluate(() => { self.asItWas = true; });
  await page.goto("levels/t6/");
  await back(page);
  expect(await page.evaluate(() => self.asItWas)).toBe(true);
  await expect(page.getByText("Question 3 of 32")).toBeVisible();
});

test("“Delete everything”, then Back: the quiz begins anew, and writes none of the old answers", async ({ page }) => {
  await open(page, "quiz/");
  await begin(page);
  await answer(page, "deep", 1, 3);
  await page.goto("data/");
  await alive(page);
  await page.getByRole("button", { name: "Delete everything" }).click();
  expect(await attempts(page)).toEqual([]);
  await back(page);
  await expect(page.getByText("Question 4 of 32")).toBeHidden();
  await page.getByRole("button", { name: /^Take the .*quiz$/ }).click();
  await page.locator("input[name=answer][value='0']").check();
  expect(Object.keys((await attempts(page))[0].answers)).toHaveLength(1);
});

test("a deleted result is not shown by Back, nor is the way to it on the home page", async ({ page }) => {
  await keep(page, attemptOf("a", "deep"));
  await open(page, "");
  await expect(page.locator("#resume")).toBeVisible();
  await page.goto("results/?attempt=a");
  await alive(page);
  await page.getByRole("heading", { name: "Three next steps" }).waitFor();
  await page.goto("data/");
  await alive(page);
  await page.getByRole("button", { name: "Delete everything" }).click();
  await back(page);
  await expect(page.getByText("This attempt isn’t in this browser.")).toBeVisible();
  await expect(page.getByRole("heading", { name: "Three next steps" })).toBeHidden();
  await back(page, 2);
  await expect(page.locator("#resume")).toBeHidden();
});

test("deleted entries are not shown by Back, and not written again", async ({ page }) => {
  await open(page, journal);
  await add(page, "The outage of May");
  await expect(page.getByText("Saved in this browser.")).toBeVisible();
  await page.goto("data/");
  await alive(page);
  await page.getByRole("button", { name: "Delete everything" }).click();
  await back(page);
  await expect(page.getByText("The outage of May")).toHaveCount(0);
  await add(page, "The guide");
  await expect(page.getByText("Saved in this browser.")).toBeVisible();
  expect(await plain(page, "outage")).toEqual([]);
});

test("“Lock now”, then Back: the result is not shown, and the passphrase is asked for", async ({ page }) => {
  await keep(page, attemptOf("a", "deep"));
  await switchOn(page);
  await page.goto("results/?attempt=a");
  await alive(page);
  await page.getByRole("heading", { name: "Three next steps" }).waitFor();
  await page.goto("data/");
  await alive(page);
  await lockNow(page);
  await page.evaluate(() => history.back());
  await expect(page.getByLabel("Passphrase")).toBeVisible();
  await expect(page.getByRole("heading", { name: "Three next steps" })).toBeHidden();
  await page.getByLabel("Passphrase").fill("correct horse");
  await page.keyboard.press("Enter");
  await expect(page.getByRole("heading", { name: "Three next steps" })).toBeVisible({ timeout: 20_000 });
});

test("a page that was left before the lock was switched on writes nothing in plain text after Back", async ({ page }) => {
  await page.goto(journal);
  await alive(page);
  await switchOn(page);
  await back(page);
  await add(page, "The outage of May");
  await expect(page.getByText("Saved in this browser.")).toBeVisible({ timeout: 20_000 });
  expect(await plain(page, "outage")).toEqual([]);
});

test("a title that was chosen since shows after Back", async ({ page }) => {
  await keep(page, settingsWith({ titleScheme: "architect" }));
  await open(page, "levels/l7/");
  await page.goto("levels/l8/");
  await alive(page);
  const before = await page.evaluate(() => document.documentElement.dataset.scheme);
  await page.evaluate(() => Object.keys(localStorage).forEach((key) => localStorage.removeItem(key)));
  await back(page);
  expect(before).toBe("architect");
  expect(await page.evaluate(() => document.documentElement.dataset.scheme)).toBeUndefined();
});

test("a page that must be fetched anew writes nothing meanwhile", async ({ page }) => {
  await open(page, "quiz/");
  await begin(page);
  await answer(page, "deep", 1, 2);
  await page.evaluate(() => { document.documentElement.dataset.stale = ""; });
  const before = await kept(page);
  await page.locator("input[name=answer]").first().check();
  await expect(page.getByRole("alert")).toBeVisible();
  expect(await kept(page)).toEqual(before);
});

test("a page is not seen while it is away", async ({ page }) => {
  await open(page, "quiz/");
  await page.evaluate(() => dispatchEvent(new PageTransitionEvent("pagehide", { persisted: true })));
  await expect(page.getByRole("heading", { level: 1 })).toBeHidden();
  await page.evaluate(() => dispatchEvent(new PageTransitionEvent("pageshow", { persisted: true })));
  await expect(page.getByRole("heading", { level: 1 })).toBeVisible();
});
