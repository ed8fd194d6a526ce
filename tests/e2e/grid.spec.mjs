// The whole matrix by keyboard: a grid as the ARIA Authoring Practices describe it.
import { alive, expect, holdWasm, open, test } from "./app.mjs";

// On a busy machine the browser may abort the view transition between two pages and report it in the console.
test.use({ contextOptions: { reducedMotion: "reduce" } });

const head = (page, code) => page.locator(`.matrix thead a[href$="levels/${code}/"]`);
const side = (page, id) => page.locator(`.matrix tbody th a[href$="competencies/${id}/"]`);
const cell = (page, code, id) => page.locator(`.matrix td a[href$="levels/${code}/${id}/"]`);
const choice = (page, name) => page.getByRole("radio", { name, exact: true });
const rung = (page, end) => page.getByRole("combobox", { name: end, exact: true });

/** The elements in the matrix that Tab reaches from the filters to the end of the page. */
async function stops(page) {
  await page.locator("input[name=scheme]:checked").focus();
  const reached = [];
  for (let presses = 0; presses < 6; presses += 1) {
    await page.keyboard.press("Tab");
    const inside = await page.evaluate(() => document.activeElement.closest("table") && document.activeElement.outerHTML);
    if (inside) reached.push(inside);
  }
  return reached;
}

/** Presses keys one by one; each is listed with the element that it leads to. */
async function walk(page, steps) {
  for (const [keys, target] of steps) {
    await page.keyboard.press(keys);
    await expect(target, keys).toBeFocused();
  }
}

test("the matrix is a grid once its keys work, and a table before", async ({ page }) => {
  const release = await holdWasm(page);
  await page.goto("matrix/", { waitUntil: "domcontentloaded" });
  await expect(page.getByRole("table", { name: /^What each competency asks/ })).toHaveCount(1);
  await expect(page.getByRole("grid")).toHaveCount(0);
  release();
  await alive(page);
  await expect(page.getByRole("grid", { name: /^What each competency asks/ })).toHaveCount(1);
  await expect(page.getByRole("gridcell")).toHaveCount(14 * 14);
});

test("Tab stops once in the matrix, and goes on behind it", async ({ page }) => {
  await open(page, "matrix/");
  expect(await stops(page)).toHaveLength(1);
  await cell(page, "t6", "risk").focus();
  await page.keyboard.press("ArrowRight");
  await page.keyboard.press("Tab");
  await expect(page.getByRole("link", { name: "Where the tracks part most" })).toBeFocused();
  await page.keyboard.press("Shift+Tab");
  await expect(cell(page, "l6", "risk"), "Tab comes back to where one was").toBeFocused();
});

test("the arrow keys go from cell to cell, and stop at the edges", async ({ page }) => {
  await open(page, "matrix/");
  await side(page, "depth").focus();
  await walk(page, [
    ["ArrowLeft", side(page, "depth")],
    ["ArrowRight", cell(page, "t1", "depth")],
    ["ArrowDown", cell(page, "t1", "delivery")],
    ["ArrowRight", cell(page, "t2", "delivery")],
    ["ArrowUp", cell(page, "t2", "depth")],
    ["ArrowUp", head(page, "t2")],
    ["ArrowUp", head(page, "t2")],
    ["ArrowRight", head(page, "t3")],
    ["ArrowDown", cell(page, "t3", "depth")],
  ]);
});

test("Home and End go to the ends of the row, with Ctrl to the corners", async ({ page }) => {
  await open(page, "matrix/");
  await cell(page, "t5", "risk").focus();
  await walk(page, [
    ["End", cell(page, "l9", "risk")],
    ["ArrowRight", cell(page, "l9", "risk")],
    ["Home", side(page, "risk")],
    ["Control+End", cell(page, "l9", "reach")],
    ["ArrowDown", cell(page, "l9", "reach")],
    ["Control+Home", page.locator(".matrix thead th").first()],
    ["ArrowDown", side(page, "depth")],
  ]);
});

test("Enter opens the expectation, and Back returns to the matrix", async ({ page }) => {
  await open(page, "matrix/");
  await side(page, "depth").focus();
  await page.keyboard.press("ArrowRight");
  await page.keyboard.press("Enter");
  await expect(page).toHaveURL(/\/levels\/t1\/depth\/$/);
  await page.goBack();
  await expect(page).toHaveURL(/\/matrix\/$/);
});

test("what is filtered out is passed over", async ({ page }) => {
  await open(page, "matrix/?lean=broad&from=5&to=7");
  await head(page, "t5").focus();
  await walk(page, [
    ["ArrowDown", cell(page, "t5", "cohesion")],
    ["ArrowLeft", side(page, "cohesion")],
    ["End", cell(page, "l7", "cohesion")],
    ["Control+End", cell(page, "l7", "product")],
    ["ArrowUp", cell(page, "l7", "teams")],
    ["ArrowUp", cell(page, "l7", "practice")],
    ["ArrowUp", cell(page, "l7", "risk")],
    ["Control+Home", page.locator(".matrix thead th").first()],
    ["ArrowRight", head(page, "t5")],
  ]);
});

test("Tab reaches the matrix whatever a link has filtered out", async ({ page }) => {
  await open(page, "matrix/?lean=broad");
  expect(await stops(page)).toHaveLength(1);
});

test("Tab reaches the matrix whatever is filtered out after one was in it", async ({ page }) => {
  await open(page, "matrix/");
  await cell(page, "t2", "depth").focus();
  await page.keyboard.press("ArrowRight");
  await choice(page, "Broad").check();
  expect(await stops(page)).toHaveLength(1);
  await rung(page, "from").selectOption("7");
  expect(await stops(page)).toHaveLength(1);
});

test("the keys leave the filters, and combinations of the browser, alone", async ({ page }) => {
  await open(page, "matrix/");
  await choice(page, "Deep").focus();
  await page.keyboard.press("ArrowRight");
  await expect(choice(page, "Deep").or(choice(page, "Broad")).and(page.locator(":checked"))).toBeFocused();
  await cell(page, "t6", "risk").focus();
  await page.keyboard.press("Alt+ArrowUp");
  await expect(cell(page, "t6", "risk")).toBeFocused();
});

test("the cell in focus is never behind the heads (WCAG 2.2, 2.4.11)", async ({ page }) => {
  const hidden = [];
  for (const width of [1280, 375]) {
    await page.setViewportSize({ width, height: 700 });
    await open(page, "matrix/");
    await cell(page, "l9", "reach").focus();
    const ways = [...Array(11).fill("ArrowUp"), ...Array(11).fill("ArrowLeft"), ...Array(8).fill("ArrowDown")];
    for (const [at, key] of ways.entries()) {
      await page.keyboard.press(key);
      const seen = await page.evaluate(() => {
        const { left, right, top, bottom } = document.activeElement.getBoundingClientRect();
        const points = [[left + 4, top + 4], [right - 4, top + 4], [(left + right) / 2, (top + bottom) / 2]];
        const there = points.map(([x, y]) => document.elementFromPoint(x, y));
        return there.some((element) => element?.closest("td, th") === document.activeElement.closest("td, th"));
      });
      if (!seen) hidden.push(`${width} px, press ${at + 1}: ${key}`);
    }
  }
  expect(hidden).toEqual([]);
});
