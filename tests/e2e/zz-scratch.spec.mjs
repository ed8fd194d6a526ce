import { answersBy, attemptWith, opinionWith, settingsWith, alive, attempts, expect, keep, open, quiz, test } from "./app.mjs";
import { answersIn } from "./steps.mjs";
const sheets = (pdf) => (pdf.toString("latin1").match(/\/Type\s*\/Page\b/g) ?? []).length;
const some = Object.fromEntries(quiz.behaviours.filter(b=>b.facet===1).map(({ id }, at) => [id, at % 3]));
const all = Object.fromEntries(quiz.behaviours.map(({ id }, at) => [id, at % 3]));
for (const [name, records] of Object.entries({
  plain: attemptWith("a", answersIn(quiz,"broad","standard")),
  lean: attemptWith("a", answersBy("standard",2,3,2)),
  today: attemptWith("a", answersBy("standard",4,1,4), { today:some }),
  todayLean: attemptWith("a", answersBy("standard",at=>at%5,3,at=>at%5), { today:some }),
  withheld: attemptWith("a", answersIn(quiz,"contradictory","standard"),{today:some}),
  quick: attemptWith("a", answersIn(quiz,"broad","quick"),{form:"quick"}),
  long: attemptWith("a", answersIn(quiz,"broad","long"),{form:"long",today:all}),
  full: { ...attemptWith("a", answersIn(quiz,"broad","standard"), { today:some, name: "N", note: "x".repeat(300) }), ...opinionWith("00000000000000a1","a",answersIn(quiz,"deep","standard")) },
}))
test("print " + name, async ({ page }) => {
  await keep(page, records);
  await open(page, "results/?attempt=a");
  await expect(page.getByRole("heading",{name:"What carried it"})).toBeVisible();
  const out = {};
  for (const format of ["A4", "Letter"]) out[format] = sheets(await page.pdf({ format }));
  await page.pdf({ format: "A4", path: `/tmp/i4scratch/${name}.pdf` });
  await page.emulateMedia({ media: "print" });
  out.font = await page.locator("main .reasons td").filter({visible:true}).first().evaluate(e=>getComputedStyle(e).fontSize);
  out.p = await page.locator("main p").filter({visible:true}).nth(3).evaluate(e=>getComputedStyle(e).fontSize);
  console.log("PRINT", name, JSON.stringify(out));
});
test("start over after longer", async ({page})=>{
  await keep(page, attemptWith("a", answersIn(quiz,"broad","quick"),{form:"quick",finished:null}));
  await open(page,"quiz/");
  await page.getByRole("button",{name:"Start over"}).click();
  console.log("OVER", await page.locator("label[for=progress]").innerText());
});
test("history withheld", async ({page})=>{
  await keep(page, {...attemptWith("a", answersIn(quiz,"contradictory","standard")),...attemptWith("b", answersIn(quiz,"broad","quick"),{form:"quick"})});
  await open(page,"results/");
  console.log("HIST", await page.locator(".history-row").evaluateAll(r=>r.map(x=>x.innerText+" bands "+x.querySelectorAll(".lean-band").length)));
});
test("note lost on close", async ({page, context})=>{
  await keep(page, attemptWith("a", answersIn(quiz,"broad","standard")));
  await open(page,"results/?attempt=a");
  await page.getByRole("textbox",{name:"Note"}).pressSequentially("abc");
  await page.reload(); await alive(page);
  console.log("NOTE", JSON.stringify((await attempts(page))[0].note));
});
test("reminder focus", async ({page})=>{
  await keep(page, {...attemptWith("a", answersIn(quiz,"broad","standard")),...settingsWith({remindAt:1e12})});
  await open(page,"results/");
  await page.getByRole("button",{name:"Put the reminder away"}).click();
  console.log("FOCUS", await page.evaluate(()=>document.activeElement.tagName));
  await open(page,"results/?attempt=a");
  console.log("REM", await page.getByText("You asked to be reminded").filter({visible:true}).count());
});
