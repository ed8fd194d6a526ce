// Check-ins: what is frozen, what changed between two, also in the ladder itself.
import { alive, expect, keep, kept, ladder, open, test } from "./app.mjs";
import { overflow, smallTargets, unfair } from "./faults.mjs";
import { checkInOf, frozen, hide, levelsOf, markOf, nameOf, onDay, planOf, recordsOf, saidOf, viewOf } from "./growing.mjs";
import { corpus, intruders, tripwire } from "./hostile.mjs";
import { button } from "./keeping.mjs";

// On a busy machine the browser may abort the view transition between two pages and report it in the console.
test.use({ contextOptions: { reducedMotion: "reduce" } });

const here = "growth/check-ins/";
const levels = levelsOf("t5", "t6");
const row = (page, words) => page.locator(".check-in").filter({ hasText: words });
const group = (page, head) => page.locator(".change-group").filter({ has: page.getByRole("heading", { name: head, exact: true }) });
const checkIns = async (page) => recordsOf(await kept(page), "check-in");
const old = { said: ["What it said before", "It was other words."], ladderVersion: "1.0.0" };

test.beforeEach(({ page }) => onDay(page, "2026-11-28"));

test("a check-in freezes marks, plan, the chosen second view and the ladder’s version; its note can still be written", async ({ page }) => {
  const theirs = { "t6.risk": { standing: "reliably", line: "Saw it twice", said: saidOf("t6.risk") } };
  await keep(page, {
    ...levels, ...markOf("t6.risk", "sometimes", { why: "One spike" }), ...markOf("t6.depth", "reliably"), ...markOf("t6.teams", "no-chance"),
    ...planOf("a", "t6.risk", "2026-Q4"), ...planOf("b", "t6.risk", "2026-Q4", { state: "done" }),
    ...viewOf("view-1", "Kim", theirs), ...viewOf("view-2", "Sam", {}, { received: 1.7e12 }),
  });
  await open(page, here);
  const preview = page.getByRole("region", { name: "Make a check-in today" });
  await expect(preview).toContainText("3 marks");
  await expect(preview.locator(".tally li")).toHaveText(["1 reliably", "1 sometimes", "1 no chance yet"]);
  await expect(preview).toContainText("1 open, 1 done");
  await expect(preview).toContainText(`version ${ladder.version}`);
  await expect(page.getByLabel("Include a second view")).toHaveValue("view-1");
  await button(page, "Save this check-in").click();
  const note = page.getByLabel("Note", { exact: true });
  await expect(note).toBeFocused();
  await page.keyboard.type("Before the review");
  await hide(page);
  expect(await checkIns(page)).toMatchObject([{
    id: "2026-11-28", date: "2026-11-28", ladderVersion: ladder.version, own: "t5", target: "t6", note: "Before the review",
    marks: { "t6.risk": { standing: "sometimes", why: "One spike", said: saidOf("t6.risk") }, "t6.depth": { standing: "reliably" }, "t6.teams": { standing: "no-chance" } },
    plan: [{ aim: "Aim of a", state: "open" }, { aim: "Aim of b", state: "done" }],
    second: { from: "Kim", marks: { "t6.risk": { standing: "reliably", why: "Saw it twice" } } },
  }]);
  await page.getByLabel("Include a second view").selectOption("None");
  await button(page, "Save this check-in").click();
  await expect(row(page, "28 November 2026, no. 2")).toBeVisible();
  expect((await checkIns(page)).find(({ id }) => id === "2026-11-28.2").second).toBeUndefined();
  await page.reload();
  await alive(page);
  await expect(row(page, "28 November 2026").last().getByLabel("Note")).toHaveValue("Before the review");
  await row(page, "28 November 2026").last().getByText("Everything in it").click();
  await expect(row(page, "28 November 2026").last().locator(".check-in-marks li").filter({ hasText: nameOf("risk") })).toHaveText(/Mine\s+Sometimes: One spike\s*Kim\s+Reliably: Saw it twice$/);
});

test("two check-ins compare: what rose, fell, came, went, stayed, and the plan", async ({ page }) => {
  const marks = (all) => Object.assign({}, ...Object.entries(all).map(([id, standing]) => frozen(`t6.${id}`, standing)));
  await keep(page, {
    ...levels, ...markOf("t6.risk", "reliably"),
    ...checkInOf("2026-05-04", marks({ risk: "not-yet", depth: "reliably", teams: "no-chance", design: "sometimes", product: "sometimes", reach: "not-yet" }), { plan: [{ aim: "Run a spike", state: "open" }, { aim: "Write it down", state: "open" }], ladderVersion: "1.0.0", own: "t4", target: "t5" }),
    ...checkInOf("2026-09-01", marks({ risk: "sometimes", depth: "sometimes", teams: "sometimes", design: "sometimes", product: "no-chance", strategy: "not-yet" }), { plan: [{ aim: "Run a spike", state: "done" }, { aim: "Write it down", state: "kept" }, { aim: "Ask twice", state: "open" }] }),
  });
  await open(page, here);
  await expect(page.getByRole("combobox", { name: "From" })).toHaveValue("2026-05-04");
  await expect(page.getByRole("combobox", { name: "To" })).toHaveValue("2026-09-01");
  const says = async (head, id, words) => {
    const line = group(page, head).getByRole("listitem").filter({ hasText: nameOf(id) });
    await expect(line.locator(".change-step"), head).toHaveText(words);
    await expect(line.getByRole("link"), head).toHaveAttribute("href", new RegExp(`levels/t6/${id}/$`));
  };
  await says("You show more often", "risk", /Not yet\s*→\s*then\s*Sometimes/);
  await says("You show less often", "depth", /Reliably\s*→\s*then\s*Sometimes/);
  await says("Had a chance since", "teams", /No chance yet\s*→\s*then\s*Sometimes/);
  await says("No chance since", "product", /Sometimes\s*→\s*then\s*No chance yet/);
  await says("Newly marked", "strategy", /^\s*Not yet$/);
  await says("No longer marked", "reach", /^\s*Not yet$/);
  await expect(page.getByText("The same: 1 mark")).toBeVisible();
  await expect(group(page, "Your plan").getByRole("listitem")).toHaveText(["✓ Done: Run a spike", "→ Kept for later: Write it down", "○ Planned: Ask twice"]);
  await expect(page.getByText(`The ladder changed from version 1.0.0 to ${ladder.version}.`)).toBeVisible();
  await page.getByRole("combobox", { name: "From" }).selectOption("now");
  await expect(group(page, "You show more often").getByRole("listitem"), "the earlier one comes first, whatever is chosen").toHaveText(new RegExp(nameOf("risk")));
  await expect(page.getByText("From 1 September 2026 to now.")).toBeVisible();
  await page.getByRole("combobox", { name: "To" }).selectOption("now");
  await expect(page.getByText("Choose two different ones.")).toBeVisible();
});

test("two check-ins on the same words compare by them, whatever the ladder says by now", async ({ page }) => {
  const said = ["What it said before"];
  await keep(page, {
    ...levels,
    ...checkInOf("2026-05-04", frozen("t6.risk", "not-yet", { said })),
    ...checkInOf("2026-09-01", frozen("t6.risk", "sometimes", { said })),
  });
  await open(page, here);
  await expect(group(page, "You show more often")).toContainText(nameOf("risk"));
  await expect(group(page, "Reworded in the ladder meanwhile")).toHaveCount(0);
});

test("in a ladder that changed a mark is asked again, with both wordings, and not carried over", async ({ page }) => {
  await keep(page, {
    ...levels, ...markOf("t6.risk", "reliably", old), ...markOf("t6.depth", "sometimes"), ...markOf("t6.risk", "reliably", old),
    ...checkInOf("2026-05-04", { ...frozen("t6.risk", "reliably", { said: old.said }), ...frozen("t6.depth", "sometimes", { said: old.said }), "t6.gone": { standing: "not-yet", said: ["What is gone"] } }, { ladderVersion: "1.0.0" }),
  });
  await open(page, here);
  const notice = page.getByText("The ladder was reworded since you marked it: 1 mark must be looked at again.");
  await expect(notice).toHaveCount(1);
  const reworded = group(page, "Reworded in the ladder meanwhile").getByRole("listitem");
  await expect(reworded).toHaveCount(2);
  const carried = reworded.filter({ hasText: nameOf("risk") });
  await carried.getByText("What changed").click();
  await expect(carried.getByText("What it said before")).toBeVisible();
  await expect(carried).toContainText(saidOf("t6.risk")[0].split(" ").at(-1));
  await expect(reworded.filter({ hasText: nameOf("depth") })).toContainText("marked again on the new words");
  await expect(reworded.filter({ hasText: nameOf("depth") }).getByRole("link", { name: "Mark it again" })).toHaveCount(0);
  await expect(group(page, "No longer marked")).toContainText("“What is gone” (no longer in the ladder)");
  await carried.getByRole("link", { name: "Mark it again" }).click();
  await alive(page);
  await expect(page.getByRole("heading", { name: nameOf("risk") })).toBeVisible();
  await page.locator("#target-reliably").check();
  await open(page, "growth/");
  await expect(page.getByRole("heading", { name: "My growth" })).toBeVisible();
  await expect(notice).toHaveCount(0);
});

test("the overview says how many marks must be looked at again, and what the ladder no longer has", async ({ page }) => {
  const [[key, text]] = Object.entries(markOf("t6.risk", "reliably", old));
  await keep(page, { ...levels, [key]: text, ...markOf("t6.depth", "not-yet", old), [key.replace("t6.risk", "t6.gone")]: text });
  await open(page, "growth/");
  await expect(page.getByText("2 marks must be looked at again.")).toBeVisible();
  await expect(page.getByText("1 mark is about what the ladder no longer has.")).toBeVisible();
  await page.getByRole("link", { name: "Look again" }).click();
  await expect(page).toHaveURL(/growth\/marks\/\?at=depth$/);
});

test("two tabs write one note, and a deleted check-in can be brought back", async ({ page, context }) => {
  await keep(page, { ...levels, ...markOf("t6.risk", "reliably"), ...checkInOf("2026-05-04", frozen("t6.risk", "not-yet")) });
  const other = await context.newPage();
  await onDay(other, "2026-11-28");
  await open(page, here);
  await open(other, here);
  const note = (tab) => tab.getByLabel("Note", { exact: true });
  await note(other).fill("The second tab’s");
  await note(page).fill("The first tab’s");
  await page.keyboard.press("Tab");
  await note(other).press("Tab");
  await expect(other.getByText("This line was also changed in another tab. It now contains both texts")).toBeVisible();
  for (const tab of [page, other]) await expect(note(tab)).toHaveValue("The first tab’s\n\nThe second tab’s");
  await note(page).fill("x".repeat(5001));
  await page.keyboard.press("Tab");
  await expect(page.getByText("1 character too long; the limit is 5,000.")).toBeVisible();
  await note(page).fill("Short");
  await page.keyboard.press("Tab");
  const before = await kept(page);
  await page.getByRole("button", { name: "Delete the check-in of 4 May 2026" }).click();
  await expect(page.locator(".check-in")).toHaveCount(0);
  expect(await checkIns(page)).toEqual([]);
  await button(page, "Undo").click();
  await expect(row(page, "4 May 2026")).toBeVisible();
  expect(await kept(page)).toEqual(before);
});

test("what was agreed on is shown, hostile texts are text, on a page without faults at any width", async ({ page, context }) => {
  const seen = await tripwire(context);
  const all = corpus.map((text, at) => checkInOf(`2026-0${(at % 9) + 1}-${10 + at}`, { ...frozen("t6.risk", "sometimes", { why: text, said: [text] }), [`t6.h${at}`]: { standing: "not-yet", why: text, said: [text] } }, {
    note: text, ladderVersion: text.slice(0, 40), own: "t5", target: at % 2 ? "t6" : "gone", plan: [{ aim: text, state: "dropped" }],
    second: { from: text, marks: { "t6.risk": { standing: "reliably", why: text } } }, agreed: { "t6.risk": { standing: "reliably", why: text } },
  }));
  await keep(page, Object.assign({}, levels, markOf("t6.risk", "reliably"), ...all));
  await open(page, here);
  await expect(page.locator(".check-in")).toHaveCount(corpus.length);
  await page.locator("main details").evaluateAll((all) => all.forEach((one) => { one.open = true; }));
  await expect(page.locator(".check-in").first().locator(".check-in-marks li").filter({ hasText: nameOf("risk") })).toContainText(/Agreed\s+Reliably/);
  await page.getByRole("combobox", { name: "To" }).selectOption("now");
  expect(await intruders(page)).toEqual([]);
  expect(await unfair(page)).toEqual([]);
  for (const width of [320, 1280]) {
    await page.setViewportSize({ width, height: 800 });
    expect.soft(await overflow(page)).toEqual([]);
    expect.soft(await smallTargets(page)).toEqual([]);
  }
  expect(seen).toEqual({ ran: [], blocked: [] });
});

test("without anything to keep it leads to the marks; what cannot be read is said and left alone", async ({ page }) => {
  const [[key]] = Object.entries(checkInOf("2026-11-28", {}));
  await keep(page, { ...levels, [key]: "{half a record" });
  await open(page, here);
  await expect(page.getByRole("link", { name: "Mark where you are first" })).toHaveAttribute("href", /growth\/marks\/$/);
  await expect(page.getByText("One record in this browser can’t be read and was left unchanged")).toBeVisible();
  await keep(page, markOf("t6.risk", "reliably"));
  await open(page, here);
  await button(page, "Save this check-in").click();
  await expect(row(page, "28 November 2026, no. 2")).toBeVisible();
  expect((await kept(page))[key]).toBe("{half a record");
});
