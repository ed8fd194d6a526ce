// A level: its headlines on few screens, what opens below them, and the other track beside them.
import { expect, ladder, open, test } from "./app.mjs";

const row = (page, id) => page.locator(`details#${id}`);
const item = ladder.competencies.find(({ id }) => id === "depth");
const shared = ladder.competencies.filter(({ cells }) => cells.l5.as === "t5");

test("closed, a level is at most five screens of a phone", async ({ page }) => {
  await page.setViewportSize({ width: 375, height: 812 });
  for (const { id } of ladder.levels) {
    await page.goto(`levels/${id}/`);
    const height = await page.evaluate(() => document.documentElement.scrollHeight);
    expect(height / 812, id).toBeLessThanOrEqual(5);
  }
});

test("the headlines of a level are one screen of a laptop", async ({ page }) => {
  await page.setViewportSize({ width: 1280, height: 800 });
  for (const { id } of ladder.levels) {
    await page.goto(`levels/${id}/`);
    const box = await page.locator(".headlines").boundingBox();
    expect(box.height, id).toBeLessThanOrEqual(800);
  }
});

test("the other track is beside from 1024 px, and one tap below that", async ({ page }) => {
  const { T7, L7 } = item.expectations;
  await page.setViewportSize({ width: 1024, height: 800 });
  await page.goto("levels/l7/");
  const [left, right] = [T7, L7].map(({ gist }) => row(page, "depth").locator("summary").getByText(gist));
  const place = async (one) => (await one.boundingBox()).x;
  expect(await place(left)).toBeLessThan(await place(right));
  await page.setViewportSize({ width: 375, height: 812 });
  await expect(left).toBeHidden();
  await row(page, "depth").locator("summary").click();
  const opened = row(page, "depth").locator(".headline-body");
  for (const text of [L7.detail, T7.gist, T7.detail]) await expect(opened.getByText(text)).toBeVisible();
});

test("what two levels share is there once, and says so", async ({ page }) => {
  await page.goto("levels/t5/");
  expect(shared.length).toBeGreaterThanOrEqual(9);
  for (const { id } of shared) {
    await expect(row(page, id).locator("summary")).toContainText("the same for L5");
    await expect(row(page, id).locator(".headline-text")).toHaveCount(1);
  }
  await expect(page.getByText(`Both expect the same in ${shared.length} of ${ladder.competencies.length} competencies.`)).toBeVisible();
});

test("a headline opens by keyboard, and a link to it opens it", async ({ page }) => {
  await open(page, "levels/l7/");
  const detail = row(page, "depth").getByText(item.expectations.L7.detail);
  await expect(detail).toBeHidden();
  await row(page, "depth").locator("summary").focus();
  await page.keyboard.press("Enter");
  await expect(detail).toBeVisible();
  await open(page, "levels/t8/#risk");
  await expect(row(page, "risk")).toHaveAttribute("open", "");
  await open(page, "competencies/risk/#l7");
  await expect(row(page, "l7")).toHaveAttribute("open", "");
});

test("an expectation names its level, title and track, and leads up, down, across and on", async ({ page }) => {
  const { id, name } = ladder.competencies[9];
  await open(page, `levels/l7/${id}/`);
  const head = page.locator(".expectation-of");
  for (const words of ["L7", ladder.levels.find(({ code }) => code === "L7").title, ladder.tracks[1].name]) await expect(head).toContainText(words);
  await expect(page.getByRole("heading", { level: 1 })).toHaveText(name);
  const beside = page.getByRole("navigation", { name: "Next to this" });
  for (const path of ["l8", "t7", "l6"].map((level) => `levels/${level}/${id}/`)) await expect(beside.locator(`a[href$="${path}"]`)).toBeVisible();
  for (const at of [8, 10]) await expect(beside.getByRole("link", { name: ladder.competencies[at].name })).toBeVisible();
});
