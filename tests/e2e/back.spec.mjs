// Back: to the previous page, at the same scroll position.
import { alive, expect, open, test } from "./app.mjs";
import { launchOptions } from "./chromium.mjs";

// The test tool disables a browser feature: keeping the previous page unchanged for Back.
test.use({ launchOptions: { ...launchOptions, ignoreDefaultArgs: ["--disable-back-forward-cache"] } });

const back = async (page, path) => {
  await page.evaluate(() => history.back());
  await page.waitForURL(new RegExp(`/${path}$`), { waitUntil: "commit" });
  await alive(page);
};

test("Back from an expectation finds the cell that was chosen in the ladder", async ({ page }) => {
  await open(page, "matrix/");
  await page.locator('.heat a[href="#risk_t6"]').first().click();
  await page.locator(":target a").click();
  await page.waitForURL(/\/levels\/t6\/risk\/$/);
  await alive(page);
  await back(page, "matrix/#risk_t6");
  await expect(page.locator("#risk_t6:target")).toBeInViewport();
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
  for (const name of ["Broad", "Deep", "Nearly equal"]) await page.getByRole("radio", { name, exact: true }).check();
  await page.getByRole("combobox", { name: "Group" }).selectOption("O");
  await back(page, "about/");
  await expect(page.getByRole("heading", { level: 1 })).toBeVisible();
});
