// The whole matrix: filters in the address, headings that stay in view, and the keys of a grid.
import { alive, expect, holdWasm, ladder, open, test } from "./app.mjs";

// On a busy machine the browser may abort the view transition between two pages and report it in the console.
test.use({ contextOptions: { reducedMotion: "reduce" } });

const rows = (page) => page.locator(".matrix tbody tr:visible th[scope=row] a");
const heads = (page) => page.locator(".matrix thead th[class]:visible .station");
const cells = (page) => page.locator(".matrix tbody td:visible");
const cell = (page, code, id) => page.locator(`.matrix td a[href$="levels/${code}/${id}/"]`);
const choice = (page, name) => page.getByRole("radio", { name, exact: true });
const rung = (page, end) => page.getByRole("combobox", { name: end, exact: true });
const query = (page) => Object.fromEntries(new URL(page.url()).searchParams);
const names = (wanted) => ladder.competencies.filter(wanted).map(({ name }) => name);
const all = ladder.levels.map(({ code }) => code);
const upTo = (from, to) => all.filter((code) => Number(code[1]) >= from && Number(code[1]) <= to);

/** Each filter: how it is set, the query that is then in the address, and what is shown. */
const filters = [
  { words: "a lean", make: (page) => choice(page, "Broad").check(), query: { lean: "broad" }, rows: names(({ lean }) => lean === "broad"), heads: all },
  { words: "both leans", make: (page) => choice(page, "Both").check(), query: { lean: "both" }, rows: names(({ lean }) => lean === "both"), heads: all },
  { words: "a dimension", make: (page) => choice(page, "Organisational impact").check(), query: { dimension: "O" }, rows: names(({ dimension }) => dimension === "O"), heads: all },
  { words: "the rungs from 7", make: (page) => rung(page, "from").selectOption("7"), query: { from: "7" }, rows: names(() => true), heads: upTo(7, 9) },
  { words: "the rungs up to 4", make: (page) => rung(page, "to").selectOption("4"), query: { to: "4" }, rows: names(() => true), heads: upTo(1, 4) },
];

async function shows(page, filter) {
  await expect(rows(page)).toHaveText(filter.rows);
  await expect(heads(page)).toHaveText(filter.heads);
  await expect(cells(page)).toHaveCount(filter.rows.length * filter.heads.length);
}

/** Checks that only differences are shown: no trunk, and no competency whose twins say nearly the same on every rung. */
async function showsWhatDiffers(page) {
  await expect(heads(page)).toHaveText(upTo(5, 9));
  const shown = await rows(page).count();
  expect(shown).toBeGreaterThan(4);
  const telling = page.locator(".matrix tbody tr:visible").filter({ has: page.locator("td:not(.hue-shared):not(.alike)") });
  await expect(telling).toHaveCount(shown);
}

test.describe("filters", () => {
  test("all of it shows at first", async ({ page }) => {
    await open(page, "matrix/");
    await shows(page, { rows: names(() => true), heads: all });
  });

  for (const filter of filters) {
    test(`${filter.words}: chosen, kept in the address, there again on reload and for whoever gets the link`, async ({ page }) => {
      await open(page, "matrix/?ref=wiki");
      await filter.make(page);
      await shows(page, filter);
      await expect.poll(() => query(page)).toEqual({ ref: "wiki", ...filter.query });
      await page.reload();
      await shows(page, filter);
      await alive(page);
      await shows(page, filter);
      await page.getByRole("button", { name: "Show everything" }).click();
      await shows(page, { rows: names(() => true), heads: all });
      expect(query(page)).toEqual({ ref: "wiki" });
    });
  }

  test("only what differs leaves out the trunk and what both tracks share", async ({ page }) => {
    await open(page, "matrix/");
    await page.getByRole("checkbox", { name: "Only what differs" }).check();
    await showsWhatDiffers(page);
    expect(query(page)).toEqual({ differs: "1" });
    await page.reload();
    await showsWhatDiffers(page);
  });

  test("a link with every filter shows the right cells before any program has arrived", async ({ page }) => {
    const release = await holdWasm(page);
    await page.goto("matrix/?lean=broad&dimension=O&from=6&to=8&differs=1", { waitUntil: "domcontentloaded" });
    const wanted = names(({ lean, dimension }) => lean === "broad" && dimension === "O");
    await shows(page, { rows: wanted, heads: upTo(6, 8) });
    release();
    await alive(page);
    await shows(page, { rows: wanted, heads: upTo(6, 8) });
    await expect(choice(page, "Organisational impact")).toBeChecked();
    await expect(rung(page, "from")).toHaveValue("6");
    expect(query(page)).toEqual({ lean: "broad", dimension: "O", from: "6", to: "8", differs: "1" });
  });

  test("values that mean nothing filter nothing", async ({ page }) => {
    await open(page, "matrix/?lean=green&dimension=%22&from=99&to=x&differs=maybe");
    await shows(page, { rows: names(() => true), heads: all });
  });

  test("a range named from above to below is the same range", async ({ page }) => {
    await open(page, "matrix/?from=7&to=6");
    await expect(heads(page)).toHaveText(upTo(6, 7));
  });

  test("only choices that stand in the address are taken from it", async ({ page }) => {
    await open(page, "matrix/?scheme=architect");
    const chosen = page.locator("input[name=scheme]:checked");
    const scheme = await page.evaluate(() => document.documentElement.dataset.scheme ?? "");
    expect(await chosen.getAttribute("value"), "the box says what the page shows").toBe(scheme || (await page.locator("input[name=scheme]").first().getAttribute("value")));
  });

  test("coming back from an expectation finds the filters as they were", async ({ page }) => {
    await open(page, "matrix/");
    await choice(page, "Broad").check();
    await rung(page, "from").selectOption("7");
    await cell(page, "l7", "risk").click();
    await expect(page).toHaveURL(/\/levels\/l7\/risk\/$/);
    await page.goBack();
    await shows(page, { rows: names(({ lean }) => lean === "broad"), heads: upTo(7, 9) });
  });
});

test.describe("without JavaScript", () => {
  test.use({ javaScriptEnabled: false });

  for (const filter of filters) {
    test(`${filter.words} can be chosen all the same`, async ({ page }) => {
      await page.goto("matrix/");
      await filter.make(page);
      await shows(page, filter);
    });
  }

  test("the matrix is a plain table, and nothing is offered that would do nothing", async ({ page }) => {
    await page.goto("matrix/");
    await page.getByRole("checkbox", { name: "Only what differs" }).check();
    await showsWhatDiffers(page);
    await expect(page.getByRole("grid")).toHaveCount(0);
    await expect(page.getByRole("table")).toHaveCount(1);
    await expect(page.locator("button:visible, input[name=scheme]:visible")).toHaveCount(0);
  });
});

test.describe("heads that stay", () => {
  for (const [width, height] of [[1280, 720], [375, 667]]) {
    test(`both heads stay in sight however far one scrolls, at ${width} px`, async ({ page }) => {
      await page.setViewportSize({ width, height });
      await open(page, "matrix/");
      const frame = page.locator(".matrix-scroll");
      await frame.scrollIntoViewIfNeeded();
      await frame.evaluate((element) => element.scrollTo(700, 500));
      const seen = await page.evaluate(() => {
        const [frame, column, row] = [".matrix-scroll", ".matrix thead th.r7", ".matrix tbody tr:nth-child(9) th"].map((it) => document.querySelector(it));
        const [outer, head, side] = [frame, column, row].map((it) => it.getBoundingClientRect());
        return { scrolled: [frame.scrollLeft, frame.scrollTop], top: head.top - outer.top - frame.clientTop, left: side.left - outer.left };
      });
      expect(seen.scrolled[0]).toBeGreaterThan(300);
      expect(seen.scrolled[1]).toBeGreaterThan(300);
      expect(Math.abs(seen.top)).toBeLessThan(1.5);
      expect(Math.abs(seen.left)).toBeLessThan(1.5);
    });
  }
});
