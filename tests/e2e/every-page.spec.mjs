// Three pages of each template and every single page, each loaded once (EVERY_PAGE=1 takes all): accessible in light and in dark, on a phone and on paper.
import { expect, open, sampled, test } from "./app.mjs";
import { overflow, prepare, smallTargets, unfair, unprintable } from "./faults.mjs";

const desk = { width: 1280, height: 720 };

test.use({ viewport: desk });
test.describe.configure({ timeout: 120_000 });
test.beforeEach(({ page }) => prepare(page));

/** Checks an open page in all four ways; every fault names the page. */
async function inspect(page, route) {
  expect.soft(await unfair(page), `/${route}: axe finds nothing`).toEqual([]);
  await page.setViewportSize({ width: 375, height: 667 });
  expect.soft(await overflow(page), `/${route}: nothing reaches over 375 px`).toEqual([]);
  expect.soft(await smallTargets(page), `/${route}: every target is 24 px high and wide, or exempt by the standard`).toEqual([]);
  await page.setViewportSize({ width: 320, height: 256 });
  expect.soft(await overflow(page), `/${route}: nothing reaches over 320 px`).toEqual([]);
  expect.soft(await unprintable(page), `/${route}: paper gets all the words and no controls`).toEqual([]);
  await page.setViewportSize(desk);
}

for (const [group, routes] of Object.entries(sampled)) {
  test(`${group} can be read by everybody, in light and dark, on a phone and on paper`, async ({ page }) => {
    for (const route of routes) {
      await open(page, route);
      await inspect(page, route);
    }
  });
}

test("an unknown address can be read by everybody, in light and dark, on a phone and on paper", async ({ page, watch }) => {
  watch.expected.push(/404/);
  await page.goto("levels/t77/nowhere");
  await inspect(page, "levels/t77/nowhere");
});
