// Printed output: real sheets of both sizes, and what is on them.
import { attemptOf, expect, groups, keep, ladder, open, test } from "./app.mjs";
import { add, entry, journal } from "./keeping.mjs";

/** Margins that a browser or a user may set, besides none. */
const margins = ["0", "10mm", "0.6in"].map((each) => ({ top: each, right: each, bottom: each, left: each }));

/** Pages that people print, each with the smallest and largest sensible number of sheets. */
const printed = {
  "whole/": [11, 60],
  "levels/l7/": [1, 12],
  "compare/t5/l6/": [1, 3],
  "guide/where-the-tracks-part/": [1, 12],
  "guide/for-the-organisation/": [1, 16],
  "guide/your-case/": [1, 12],
  "talk/t1/": [1, 1],
  "talk/l7/": [1, 1],
  "small-company/talk/e4/": [1, 1],
};

for (const [route, [fewest, most]] of Object.entries(printed)) {
  test(`/${route} prints on A4 and on Letter, on a plausible number of sheets`, async ({ page }) => {
    await open(page, route);
    for (const [format, sheet] of [["A4", [595, 842]], ["Letter", [612, 792]]]) {
      const pdf = (await page.pdf({ format })).toString("latin1");
      expect(pdf.slice(0, 5), format).toBe("%PDF-");
      const sheets = pdf.match(/\/Type\s*\/Page\b/g) ?? [];
      expect(sheets.length, format).toBeGreaterThanOrEqual(fewest);
      expect(sheets.length, format).toBeLessThanOrEqual(most);
      const sizes = [...pdf.matchAll(/\/MediaBox\s*\[0 0 ([\d.]+) ([\d.]+)\]/g)].map(([, width, height]) => [Number(width), Number(height)]);
      expect(sizes, format).toHaveLength(sheets.length);
      for (const size of sizes) for (const side of [0, 1]) expect(Math.abs(size[side] - sheet[side]), format).toBeLessThan(1.5);
    }
  });
}

test("the ladder at a glance prints on one sheet, lying, with its key and without its words", async ({ page }) => {
  await open(page, "matrix/");
  for (const format of ["A4", "Letter"]) {
    for (const margin of margins) {
      const pdf = (await page.pdf({ format, margin, preferCSSPageSize: true, printBackground: true })).toString("latin1");
      expect(pdf.match(/\/Type\s*\/Page\b/g) ?? [], `${format} ${margin.top}`).toHaveLength(1);
      const [, width, height] = pdf.match(/\/MediaBox\s*\[0 0 ([\d.]+) ([\d.]+)\]/);
      expect(Number(width), format).toBeGreaterThan(Number(height));
    }
  }
  await page.emulateMedia({ media: "print" });
  await expect(page.locator(".heat td:visible")).toHaveCount(14 * 14);
  await expect(page.locator(".heat-key")).toBeVisible();
  await expect(page.locator("nav, button, input, select, .words").filter({ visible: true })).toHaveCount(0);
});

test("each level is one sheet, with every headline and what is behind it", async ({ page }) => {
  for (const route of groups["the levels"]) {
    await open(page, route);
    for (const format of ["A4", "Letter"]) {
      for (const margin of margins) {
        const pdf = (await page.pdf({ format, margin })).toString("latin1");
        expect(pdf.match(/\/Type\s*\/Page\b/g), `${route} ${format} ${margin.top}`).toHaveLength(1);
      }
    }
  }
  await open(page, `levels/${ladder.levels.at(-1).id}/`);
  await page.emulateMedia({ media: "print" });
  const text = (await page.locator("main").innerText()).replace(/\s+/g, " ");
  const { code } = ladder.levels.at(-1);
  for (const { name, expectations } of ladder.competencies) {
    for (const part of [name, expectations[code].gist, expectations[code].detail]) expect(text).toContain(part);
  }
});

test("the whole ladder on paper has every expectation, gist and detail", async ({ page }) => {
  await open(page, "whole/");
  await page.emulateMedia({ media: "print" });
  const text = (await page.locator("main").innerText()).replace(/\s+/g, " ");
  const parts = ladder.competencies.flatMap(({ name, expectations }) => [name, ...Object.values(expectations).flatMap(({ gist, detail }) => [gist, detail])]);
  expect(parts.filter((part) => part && !text.includes(part))).toEqual([]);
  expect(ladder.competencies.flatMap(({ expectations }) => Object.keys(expectations))).toHaveLength(196);
});

test("the sheet of a growth talk has every headline, a place to mark it, and room to write", async ({ page }) => {
  await open(page, "talk/l7/");
  await page.emulateMedia({ media: "print" });
  const sheet = page.locator(".sheet");
  for (const { expectations } of ladder.competencies) {
    const line = sheet.getByRole("listitem").filter({ hasText: expectations.L7.gist });
    await expect(line.locator(".sheet-marks span")).toHaveText(["N", "S", "R", "–"]);
  }
  for (const words of ["Engineer", "Manager", "Date", "not yet", "sometimes", "reliably", "no chance so far"]) await expect(sheet.getByText(words, { exact: false }).first()).toBeVisible();
  await expect(sheet.getByRole("table").getByRole("row")).toHaveCount(4);
  await expect(page.locator("nav, button, input, select, .button, header, footer").filter({ visible: true })).toHaveCount(0);
});

test("the entries of evidence are printed, their buttons are not", async ({ page }) => {
  await open(page, journal);
  await add(page, "Moved the billing service without a night shift.");
  await page.emulateMedia({ media: "print" });
  await expect(entry(page, "Moved the billing service without a night shift.")).toBeVisible();
  await expect(page.locator("nav, button, input, select, .button").filter({ visible: true })).toHaveCount(0);
});

test("a printed result has its words and no controls, on two sheets at most", async ({ page }) => {
  await keep(page, attemptOf("a", "deep"));
  await open(page, "results/?attempt=a");
  await expect(page.getByRole("heading", { level: 1 })).toBeVisible();
  for (const format of ["A4", "Letter"]) {
    const pdf = (await page.pdf({ format })).toString("latin1");
    expect(pdf.match(/\/Type\s*\/Page\b/g).length, format).toBeLessThanOrEqual(2);
  }
  await page.emulateMedia({ media: "print" });
  await expect(page.getByRole("heading", { level: 1 })).toBeVisible();
  await expect(page.getByText(/^Answered /)).toBeVisible();
  for (const head of ["Three next steps", "What this cannot tell you"]) {
    await expect(page.getByRole("heading", { name: head })).toBeVisible();
  }
  await expect.soft(page.locator("nav, button, input, .button").filter({ visible: true })).toHaveCount(0);
  await expect.soft(page.locator(".all-answers li"), "every answer is printed").toHaveCount(32);
});
