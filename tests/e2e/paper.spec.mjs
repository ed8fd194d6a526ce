// Printed output: real sheets of both sizes, and what is on them.
import { attemptOf, expect, keep, ladder, open, test } from "./app.mjs";

/** Pages that people print, each with the smallest and largest sensible number of sheets. */
const printed = {
  "whole/": [11, 60],
  "levels/l7/": [1, 12],
  "compare/t5/l6/": [1, 14],
  "guide/the-fork/": [1, 8],
  "guide/your-case/": [1, 12],
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

test("the whole ladder on paper has every expectation, gist and detail", async ({ page }) => {
  await open(page, "whole/");
  await page.emulateMedia({ media: "print" });
  const text = (await page.locator("main").innerText()).replace(/\s+/g, " ");
  const parts = ladder.competencies.flatMap(({ name, expectations }) => [name, ...Object.values(expectations).flatMap(({ gist, detail }) => [gist, detail])]);
  expect(parts.filter((part) => part && !text.includes(part))).toEqual([]);
  expect(ladder.competencies.flatMap(({ expectations }) => Object.keys(expectations))).toHaveLength(196);
});

test("what was written in the case is printed, its buttons are not", async ({ page }) => {
  await open(page, "guide/your-case/");
  const note = page.getByRole("main").getByRole("textbox").filter({ visible: true }).first();
  await note.fill("Moved the billing service without a night shift.");
  await page.emulateMedia({ media: "print" });
  await expect(note).toBeVisible();
  await expect(note).toHaveValue("Moved the billing service without a night shift.");
  await expect(page.locator("nav, button, input, select, .button").filter({ visible: true })).toHaveCount(0);
});

test("a printed result has its words and no controls", async ({ page }) => {
  await keep(page, attemptOf("a", "deep"));
  await open(page, "results/?attempt=a");
  await page.emulateMedia({ media: "print" });
  await expect(page.getByRole("heading", { level: 1 })).toBeVisible();
  await expect(page.getByText(/^Answered /)).toBeVisible();
  for (const head of ["Three next steps", "What this cannot tell you"]) {
    await expect(page.getByRole("heading", { name: head })).toBeVisible();
  }
  await expect.soft(page.locator("nav, button, input, .button").filter({ visible: true })).toHaveCount(0);
  await expect.soft(page.locator(".all-answers li"), "every answer is printed").toHaveCount(32);
});
