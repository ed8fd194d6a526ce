// The ladder by keyboard: a grid as the ARIA Authoring Practices describe it.
import { alive, expect, holdWasm, open, test } from "./app.mjs";

const head = (page, code) => page.locator(`.heat thead a[href$="levels/${code}/"]`);
const side = (page, id) => page.locator(`.heat tbody th a[href$="#row_${id}"]`);
const cell = (page, code, id) => page.locator(`.heat td a[href$="#${id}_${code}"]`);
const choice = (page, name) => page.getByRole("radio", { name, exact: true });
const caption = /^Competencies down, levels across/;

/** The elements in the table that Tab reaches from the filters on. */
async function stops(page) {
  await page.getByRole("combobox", { name: "Group" }).focus();
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

test("the ladder is a grid once its keys work, and a table before", async ({ page }) => {
  const release = await holdWasm(page);
  await page.goto("matrix/", { waitUntil: "domcontentloaded" });
  await expect(page.getByRole("table", { name: caption })).toHaveCount(1);
  await expect(page.getByRole("grid")).toHaveCount(0);
  release();
  await alive(page);
  await expect(page.getByRole("grid", { name: caption })).toHaveCount(1);
  await expect(page.getByRole("gridcell")).toHaveCount(14 * 14);
});

test("Tab stops once in the table, and goes on behind it", async ({ page }) => {
  await open(page, "matrix/");
  expect(await stops(page)).toHaveLength(1);
  await cell(page, "t7", "risk").focus();
  await page.keyboard.press("ArrowRight");
  await page.keyboard.press("Tab");
  await expect(choice(page, "7")).toBeFocused();
  await page.keyboard.press("Shift+Tab");
  await expect(cell(page, "t8", "risk"), "Tab comes back to where one was").toBeFocused();
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
  await cell(page, "t7", "risk").focus();
  await walk(page, [
    ["End", cell(page, "l9", "risk")],
    ["ArrowRight", cell(page, "l9", "risk")],
    ["Home", side(page, "risk")],
    ["Control+End", cell(page, "l9", "reach")],
    ["ArrowDown", cell(page, "l9", "reach")],
    ["Control+Home", page.locator(".heat thead th").first()],
    ["ArrowDown", side(page, "depth")],
  ]);
});

test("Enter shows the words of a cell, Tab goes on in them, and Close leads back", async ({ page }) => {
  await open(page, "matrix/");
  await side(page, "depth").focus();
  await page.keyboard.press("ArrowRight");
  await page.keyboard.press("Enter");
  await expect(page).toHaveURL(/\/matrix\/#depth_t1$/);
  await page.keyboard.press("Tab");
  await expect(page.locator(":target a")).toBeFocused();
  await page.getByRole("link", { name: "Close" }).press("Enter");
  await page.keyboard.press("Tab");
  await expect(cell(page, "t1", "depth")).toBeFocused();
});

test("what is filtered out is passed over", async ({ page }) => {
  await open(page, "matrix/?lean=broad");
  await head(page, "t5").focus();
  const shown = await page.locator(".heat tbody tr:visible th a").evaluateAll((links) => links.map(({ hash }) => hash.replace("#row_", "")));
  await walk(page, [
    ["ArrowDown", page.locator(`.heat tbody tr:has([href="#row_${shown[0]}"]) td`).nth(4).locator("a")],
    ["Home", side(page, shown[0])],
    ["Control+End", cell(page, "l9", shown.at(-1))],
    ["ArrowUp", cell(page, "l9", shown.at(-2))],
  ]);
});

test("Tab reaches the table whatever is filtered out, by a link or later", async ({ page }) => {
  await open(page, "matrix/?lean=broad");
  expect(await stops(page)).toHaveLength(1);
  await open(page, "matrix/");
  await cell(page, "t2", "depth").focus();
  await page.keyboard.press("ArrowRight");
  await choice(page, "Broad").check();
  expect(await stops(page)).toHaveLength(1);
});

test("the keys leave the filters, and combinations of the browser, alone", async ({ page }) => {
  await open(page, "matrix/");
  await choice(page, "Deep").focus();
  await page.keyboard.press("ArrowRight");
  await expect(choice(page, "Deep").or(choice(page, "Broad")).and(page.locator(":checked"))).toBeFocused();
  await cell(page, "t7", "risk").focus();
  await page.keyboard.press("Alt+ArrowUp");
  await expect(cell(page, "t7", "risk")).toBeFocused();
});
