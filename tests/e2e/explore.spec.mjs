// The ladder at a glance: its filters, what a chosen cell shows, and the words of one level below it.
import { alive, expect, holdWasm, ladder, open, test } from "./app.mjs";
import { overflow } from "./faults.mjs";

const rows = (page) => page.locator(".heat tbody tr:visible th[scope=row] a");
const heads = (page) => page.locator(".heat thead th[class]:visible a");
const cells = (page) => page.locator(".heat tbody td:visible");
const cell = (page, code, id) => page.locator(`.heat td a[href$="#${id}_${code}"]`);
const card = (page) => page.locator(".words-row:is(:target, :has(:target))");
const words = (page) => page.locator(".words section > ul > li:visible");
const choice = (page, name) => page.getByRole("radio", { name, exact: true });
const group = (page) => page.getByRole("combobox", { name: "Group" });
const query = (page) => Object.fromEntries(new URL(page.url()).searchParams);
const names = (wanted) => ladder.competencies.filter(wanted).map(({ name }) => name);
const codes = ladder.levels.map(({ code }) => code);
const all = [...codes.filter((code) => code[0] === "T"), ...codes.filter((code) => code[0] === "L")];

/** Each filter: how it is set, the query that is then in the address, and what is shown. */
const filters = [
  { words: "a track", make: (page) => choice(page, "Broad").check(), query: { lean: "broad" }, rows: names(({ lean }) => lean === "broad") },
  { words: "neither track", make: (page) => choice(page, "Nearly equal").check(), query: { lean: "both" }, rows: names(({ lean }) => lean === "both") },
  { words: "a group", make: (page) => group(page).selectOption("O"), query: { dimension: "O" }, rows: names(({ dimension }) => dimension === "O") },
];

async function shows(page, rowsWanted) {
  await expect(rows(page)).toHaveText(rowsWanted);
  await expect(heads(page)).toHaveText(all);
  await expect(cells(page)).toHaveCount(rowsWanted.length * all.length);
  await expect(page.locator(".words h3:visible")).toHaveText(rowsWanted);
}

test.describe("filters", () => {
  for (const filter of filters) {
    test(`${filter.words}: chosen, kept in the address, there again on reload and for whoever gets the link`, async ({ page }) => {
      await open(page, "matrix/?ref=wiki");
      await shows(page, names(() => true));
      await filter.make(page);
      await shows(page, filter.rows);
      await expect.poll(() => query(page)).toEqual({ ref: "wiki", ...filter.query });
      await page.reload();
      await shows(page, filter.rows);
      await alive(page);
      await page.getByRole("button", { name: "Show all" }).click();
      await shows(page, names(() => true));
      expect(query(page)).toEqual({ ref: "wiki" });
    });
  }

  test("a link with every filter shows the right rows before any program has arrived", async ({ page }) => {
    const release = await holdWasm(page);
    await page.goto("matrix/?lean=broad&dimension=o&rung=8", { waitUntil: "domcontentloaded" });
    const wanted = names(({ lean, dimension }) => lean === "broad" && dimension === "O");
    await shows(page, wanted);
    release();
    await alive(page);
    await shows(page, wanted);
    await expect(group(page)).toHaveValue("O");
    await expect(choice(page, "8")).toBeChecked();
  });

  test("values that mean nothing, and filters of an older version, hide nothing", async ({ page }) => {
    await open(page, "matrix/?lean=green&dimension=%22&from=7&to=9&differs=1");
    await shows(page, names(() => true));
  });
});

for (const javaScriptEnabled of [true, false]) {
  test.describe(javaScriptEnabled ? "choosing" : "choosing without JavaScript", () => {
    test.use({ javaScriptEnabled });
    const { id, name, expectations } = ladder.competencies.find((one) => one.id === "risk");

    test("a cell shows its words among those of the other levels, and can be closed", async ({ page }) => {
      await page.goto("matrix/");
      await expect(card(page)).toHaveCount(0);
      await cell(page, "l7", id).click();
      await expect(page).toHaveURL(/\/matrix\/#risk_l7$/);
      await expect(card(page)).toBeInViewport();
      await expect(card(page).getByRole("heading")).toHaveText(name);
      await expect(page.locator(":target")).toContainText(expectations.L7.gist);
      await expect(page.locator(":target")).toBeInViewport();
      for (const { gist } of Object.values(expectations)) await expect(card(page)).toContainText(gist);
      await page.reload();
      await expect(card(page)).toBeInViewport();
      await card(page).getByRole("link", { name: "Close" }).click();
      await expect(card(page)).toHaveCount(0);
    });

    test("a name shows all levels of its competency", async ({ page }) => {
      await page.goto("matrix/");
      await page.locator(".heat").getByRole("link", { name }).click();
      await expect(card(page)).toHaveAttribute("id", `row_${id}`);
      await card(page).getByRole("link", { name }).click();
      await expect(page).toHaveURL(/\/competencies\/risk\/$/);
    });

    test("the words below are those of the chosen level, the deep track at the left", async ({ page }) => {
      await page.goto("matrix/");
      for (const rung of [3, 8]) {
        await choice(page, String(rung)).check();
        const both = rung > 4;
        await expect(page.locator(".words-head li:visible .station")).toHaveText(both ? [`T${rung}`, `L${rung}`] : [`T${rung}`]);
        await expect(words(page)).toHaveCount(ladder.competencies.length * (both ? 2 : 1));
      }
      const [left, right] = await page.locator(".words-head li:visible").evaluateAll((heads) => heads.map((head) => head.getBoundingClientRect().left));
      expect(left).toBeLessThan(right);
    });
  });
}

test("a cell that is chosen stays in sight, and the page does not jump", async ({ page }) => {
  for (const [width, height] of [[1280, 800], [1920, 1080]]) {
    await page.setViewportSize({ width, height });
    await open(page, "matrix/");
    await page.evaluate(() => scrollTo(0, 120));
    await cell(page, "l7", "risk").click();
    await expect(card(page)).toBeVisible();
    expect(await page.evaluate(() => scrollY), `${width}`).toBe(120);
    const boxes = await Promise.all([cell(page, "l7", "risk"), card(page)].map((one) => one.boundingBox()));
    expect(boxes[0].x + boxes[0].width, `${width}`).toBeLessThan(boxes[1].x);
  }
});

test("the whole table fits every width from 320 px, without a scroll", async ({ page }) => {
  for (const width of [320, 375, 768, 1024, 1280, 1920]) {
    await page.setViewportSize({ width, height: 800 });
    await open(page, "matrix/");
    expect(await overflow(page), `${width}`).toEqual([]);
    await expect(cells(page)).toHaveCount(14 * 14);
    const widths = await heads(page).evaluateAll((all) => all.map((one) => one.scrollWidth - one.clientWidth));
    expect(Math.max(...widths), `${width}: each code is whole`).toBeLessThanOrEqual(0);
    const heights = await page.locator(".heat tbody tr").evaluateAll((rows) => rows.map((row) => new Set([...row.cells].slice(1).map((one) => one.getBoundingClientRect().top)).size));
    expect(Math.max(...heights), `${width}: the cells of a row are on one line`).toBe(1);
  }
});
