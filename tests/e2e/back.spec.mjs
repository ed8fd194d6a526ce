// Back: to the previous page, at the same scroll position.
import { alive, expect, open, test } from "./app.mjs";
import { launchOptions } from "./chromium.mjs";

// The test tool disables a browser feature: keeping the previous page unchanged for Back.
// On a busy machine it may also abort the view transition between two pages and report it in the console.
test.use({ contextOptions: { reducedMotion: "reduce" }, launchOptions: { ...launchOptions, ignoreDefaultArgs: ["--disable-back-forward-cache"] } });

const place = (page) => page.evaluate(() => {
  const frame = document.querySelector(".matrix-scroll");
  return { page: Math.round(scrollY), down: Math.round(frame.scrollTop), right: Math.round(frame.scrollLeft) };
});
const back = async (page, path) => {
  await page.evaluate(() => history.back());
  await page.waitForURL(new RegExp(`/${path}$`), { waitUntil: "commit" });
  await alive(page);
};

test("Back from a level finds the middle of the matrix where it was", async ({ page }) => {
  await open(page, "matrix/");
  await page.evaluate(() => {
    scrollTo(0, 200);
    document.querySelector(".matrix-scroll").scrollTo(600, 400);
  });
  const before = await place(page);
  expect(Math.min(before.down, before.right)).toBeGreaterThan(300);
  await page.locator('.matrix thead a[href$="levels/t6/"]').evaluate((link) => link.click());
  await page.waitForURL(/\/levels\/t6\/$/);
  await alive(page);
  await back(page, "matrix/");
  await expect.poll(() => place(page)).toEqual(before);
});

test("Back finds the place in a long page again", async ({ page }) => {
  for (const [path, link] of [["levels/t6/#reach", 'a[href$="levels/t6/reach/"]'], ["whole/", 'a[href$="levels/l8/risk/"]']]) {
    await open(page, path);
    await page.locator(link).first().scrollIntoViewIfNeeded();
    const before = await page.evaluate(() => Math.round(scrollY));
    expect(before, path).toBeGreaterThan(500);
    await page.locator(link).first().click();
    await page.waitForURL(/\/(risk|reach)\/$/);
    await alive(page);
    await back(page, path);
    await expect.poll(() => page.evaluate(() => Math.round(scrollY)), path).toBe(before);
  }
});

test("Back steps over choices on a page, which are no pages", async ({ page }) => {
  await open(page, "about/");
  await open(page, "matrix/");
  for (const name of ["Broad", "Deep", "Both"]) await page.getByRole("radio", { name, exact: true }).check();
  await page.getByRole("checkbox", { name: "Only what differs" }).check();
  await back(page, "about/");
  await expect(page.getByRole("heading", { level: 1 })).toBeVisible();
});
