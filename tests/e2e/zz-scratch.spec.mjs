import { answersBy, attemptWith, opinionWith, settingsWith, expect, keep, open, quiz, test } from "./app.mjs";
import { answersIn } from "./steps.mjs";
const sheets = (pdf) => (pdf.toString("latin1").match(/\/Type\s*\/Page\b/g) ?? []).length;
const today = Object.fromEntries(quiz.behaviours.filter(b=>b.facet===1).map(({ id }, at) => [id, at % 3]));
for (const [name, records] of Object.entries({
  plain: attemptWith("a", answersIn(quiz,"broad","standard")),
  lean: attemptWith("a", answersBy("standard",2,3,2)),
  today: attemptWith("a", answersIn(quiz,"broad","standard"), { today }),
  rung3: { ...attemptWith("a", answersIn(quiz,"broad","standard")), ...settingsWith({ rung: 3 }) },
  full: { ...attemptWith("a", answersIn(quiz,"broad","standard"), { today, name: "N", note: "x".repeat(300) }), ...opinionWith("00000000000000a1","a",answersIn(quiz,"deep","standard")) },
}))
test("print " + name, async ({ page }) => {
  await keep(page, records);
  await open(page, "results/?attempt=a");
  await expect(page.getByText("What carried it")).toBeVisible();
  const out = {};
  for (const format of ["A4", "Letter"]) out[format] = sheets(await page.pdf({ format }));
  await page.pdf({ format: "A4", path: `/tmp/i4scratch/${name}.pdf` });
  await page.addStyleTag({ content: "@media print { details.open-in-print:not([open]) { display: none !important; } }" });
  for (const format of ["A4", "Letter"]) out[format + " closed"] = sheets(await page.pdf({ format }));
  await page.pdf({ format: "A4", path: `/tmp/i4scratch/${name}-closed.pdf` });
  await page.emulateMedia({ media: "print" });
  await page.setViewportSize({ width: 717, height: 1000 });
  await page.evaluate(() => {});
  out.px = await page.evaluate(() => document.querySelector("main").getBoundingClientRect().height);
  await page.screenshot({ path: `/tmp/i4scratch/${name}.png`, fullPage: true });
  out.parts = await page.evaluate(() => { const live = document.querySelector(".results"); return [...live.children].filter(e=>e.getBoundingClientRect().height).map((e) => `${e.tagName}.${e.className} ${Math.round(e.getBoundingClientRect().height)} ${e.textContent.slice(0,30)}`); });
  console.log(name, out);
});
