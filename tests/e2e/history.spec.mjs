// Attempts over time: on one scale, side by side, with names and notes, deleted and restored, and a reminder.
import { alive, answersBy, attemptWith, attempts, content, expect, keep, kept, open, opinions, opinionWith, quiz, settings, settingsWith, test } from "./app.mjs";
import { answersIn, unfoldPart } from "./steps.mjs";
import { keyOf } from "./storage.mjs";

const chart = (page) => page.locator(".history-row");
const choose = (page, label, at) => page.getByRole("combobox", { name: new RegExp(`^${label}`) }).selectOption({ index: at });
const change = (page) => page.getByText(/^(A clear change|No clear change)/);
const name = (page) => page.getByRole("textbox", { name: "Name of this attempt" });
const note = (page) => page.getByRole("textbox", { name: "Note" });
const saved = (page) => page.getByText("Saved in this browser.");
const day = 24 * 3600 * 1000;

const deep = attemptWith("a", answersIn(quiz, "deep", "standard"), { started: 1.70e12, name: "At the old job" });
const alike = attemptWith("b", answersBy("standard", (at) => 1 + (at % 2) * 2), { started: 1.72e12 });
const broad = attemptWith("c", answersIn(quiz, "broad", "standard"), { started: 1.74e12 });

test.describe("several attempts", () => {
  test("stand on one scale, the earliest first, each with its interval and its verdict", async ({ page }) => {
    const other = JSON.parse(Object.values(attemptWith("e", {}))[0]);
    await keep(page, {
      ...deep, ...alike, ...broad,
      ...attemptWith("d", answersBy("quick", 0), { started: 1.75e12, finished: null }),
      [keyOf("attempt", "e")]: JSON.stringify({ ...other, quizVersion: quiz.version + 1 }),
    });
    await open(page, "results/");
    await expect(chart(page)).toContainText([/^At the old job, .*2023.*clearly deep$/, /2024.*no clear lean$/, /2025.*clearly broad$/]);
    const rows = await chart(page).evaluateAll((all) => all.map((row) => {
      // A band across the middle has two parts.
      const bands = [...row.querySelectorAll(".lean-band")].map((band) => ["x", "width"].map((name) => Number(band.getAttribute(name))));
      const point = row.querySelector(".lean-point");
      return { low: bands[0][0], high: bands.at(-1)[0] + bands.at(-1)[1], point: Number(/^M(\d+)/.exec(point.getAttribute("d"))[1]) };
    }));
    for (const { low, high, point } of rows) {
      expect(high - low, "a band, not a dot").toBeGreaterThan(10);
      expect(low).toBeLessThan(point);
      expect(point).toBeLessThan(high);
    }
    expect(rows[0].high, "deep lies left of the middle").toBeLessThan(150);
    expect(rows[1].point, "as much for one as for the other lies in it").toBe(150);
    expect(rows[2].low, "broad lies right of it").toBeGreaterThan(150);
    const places = await page.locator(".history-row svg").evaluateAll((all) => all.map((svg) => Math.round(svg.getBoundingClientRect().width)));
    expect(new Set(places).size, "every row has the same scale").toBe(1);
  });

  test("a single one has no history", async ({ page }) => {
    await keep(page, deep);
    await open(page, "results/");
    await expect(page.getByRole("link", { name: /^Open/ })).toBeVisible();
    await expect(page.getByRole("heading", { name: "Over time" })).toHaveCount(0);
  });

  test("side by side, a change beyond chance is told with its direction, a small one as none", async ({ page }) => {
    const near = attemptWith("d", answersBy("standard", (at) => 1 + (at % 2) * 2, 2, 3), { started: 1.73e12 });
    await keep(page, { ...deep, ...alike, ...near, ...broad });
    await open(page, "results/");
    // The newest is first: broad, near, alike, deep.
    for (const [from, to, words] of [
      [3, 0, "A clear change towards broad work, larger than the usual noise between two attempts."],
      [0, 3, "A clear change towards deep work, larger than the usual noise between two attempts."],
      [2, 1, "No clear change: the difference is within the usual noise between two attempts."],
    ]) {
      await choose(page, "Earlier", from);
      await choose(page, "Later", to);
      await expect(change(page)).toHaveText(words);
    }
    await choose(page, "Later", 2);
    await expect(page.getByText("Choose two different attempts.")).toBeVisible();
    await expect(change(page)).toHaveCount(0);
  });

  test("a result says what the attempt before said, and whether the lean has changed since", async ({ page }) => {
    await keep(page, { ...deep, ...alike, ...broad });
    await open(page, "results/?attempt=c");
    await expect(page.locator(".result-since")).toHaveText(/^Your attempt before, .*2024.*: no clear lean\. A clear change towards broad work, larger than the usual noise between two attempts\. See both$/);
    await page.getByRole("link", { name: "See both", exact: true }).click();
    await expect(page.getByRole("heading", { name: "Two attempts side by side" })).toBeVisible();
    await open(page, "results/?attempt=a");
    await expect(page.locator(".result-since")).toHaveCount(0);
  });

  test("the answers that moved stand in a table with both answers, and no others", async ({ page }) => {
    const before = answersBy("standard", (at) => 1 + (at % 2) * 2);
    const [pair, one, other] = ["p02", "r26", "r27"];
    const after = { ...before, [pair]: 4, [one]: 0, [other]: "never" };
    await keep(page, { ...attemptWith("a", before), ...attemptWith("b", after) });
    await open(page, "results/");
    await page.getByText("3 answers differ").click();
    const rows = page.getByRole("table", { name: "Answers that differ between the two attempts" }).locator("tbody tr");
    const item = (id) => quiz.items.find((found) => found.id === id).ask;
    const label = (answer) => quiz.ratingLabels[answer];
    await expect(rows).toHaveCount(3);
    await expect(rows.nth(0).locator("th, td").last()).toHaveText(`Much more A: ${item(pair).pair.broad}`);
    await expect(rows.nth(1).locator("th, td")).toHaveText([item(one).rating.text, label(before[one]), label(0)]);
    await expect(rows.nth(2).locator("th, td")).toHaveText([item(other).rating.text, label(before[other]), "Never had the chance"]);
  });

  test("no change is computed across versions of the quiz, and both open with their own questions", async ({ page, watch }) => {
    const first = content("quiz-1.json");
    const old = Object.fromEntries(first.forms[1].items.map((id, at) => [id, at % 3 ? 4 : 3]));
    await keep(page, { ...broad, ...attemptWith("b", old, { schema: 2, quizVersion: 1, started: 1.71e12 }) });
    await open(page, "results/");
    await expect(page.locator(".attempt-verdict")).toHaveCount(2);
    await expect(page.locator(".attempt-verdict").last()).not.toContainText("does not have");
    await expect(page.getByText("The two were made with different versions of the quiz, so no change is computed.")).toBeVisible();
    await open(page, "results/?attempt=b");
    await unfoldPart(page, "All your answers");
    await expect(page.locator(".all-answers li").first()).toContainText(first.items[0].ask.pair.stem);
    await open(page, "results/?attempt=c");
    await expect(page.locator("h1.verdict")).toBeVisible();
    const fetched = watch.requests.filter((url) => url.endsWith("quiz/1.json"));
    expect(fetched.length, "only for what is old").toBe(2);
  });
});

test.describe("a name and a note", () => {
  test("survive a reload, stand in the list, and are taken away again", async ({ page }) => {
    await keep(page, { ...deep, ...broad });
    await open(page, "results/?attempt=c");
    await unfoldPart(page, "Name, note and reminder");
    await name(page).fill("  After the move <b>  ");
    await note(page).fill("First line\nSecond line: “a quiet week”");
    await note(page).blur();
    await expect(saved(page)).toBeVisible();
    await page.reload();
    await unfoldPart(page, "Name, note and reminder");
    await expect(name(page)).toHaveValue("After the move <b>");
    await expect(note(page)).toHaveValue("First line\nSecond line: “a quiet week”");
    await open(page, "results/");
    await expect(page.locator(".attempt").first().locator("strong")).toHaveText("After the move <b>");
    await expect(chart(page).last()).toContainText("After the move <b>, ");
    await open(page, "results/?attempt=c");
    await unfoldPart(page, "Name, note and reminder");
    await name(page).fill("   ");
    await note(page).fill("");
    await note(page).blur();
    await expect.poll(async () => (await attempts(page)).find(({ id }) => id === "c")).not.toHaveProperty("note");
    const after = (await attempts(page)).find(({ id }) => id === "c");
    expect(after).toEqual({ ...JSON.parse(Object.values(broad)[0]), changed: after.changed });
  });
});

test("an attempt deleted and undone comes back with its opinions, and takes none of another's", async ({ page }) => {
  const records = {
    ...deep, ...broad,
    ...opinionWith("00000000000000a1", "a", answersIn(quiz, "broad", "standard"), { from: "Ada" }),
    ...opinionWith("00000000000000a2", "a", answersIn(quiz, "alike", "standard")),
    ...opinionWith("00000000000000c1", "c", answersIn(quiz, "deep", "standard")),
  };
  await keep(page, records);
  await open(page, "results/");
  await page.getByRole("button", { name: /^Delete the attempt of .*2023/ }).click();
  await expect(page.getByText("One attempt was deleted.")).toBeVisible();
  expect((await opinions(page)).map(({ id }) => id)).toEqual(["00000000000000c1"]);
  expect((await attempts(page)).map(({ id }) => id)).toEqual(["c"]);
  await expect(page.getByRole("button", { name: "Undo" })).toBeFocused();
  await page.keyboard.press("Enter");
  await expect(page.getByRole("link", { name: /^Open/ })).toHaveCount(2);
  const read = (all) => Object.fromEntries(Object.entries(all).map(([key, text]) => [key, JSON.parse(text)]));
  expect(read(await kept(page))).toEqual(read(records));
});

test.describe("the reminder", () => {
  const box = (page) => page.getByRole("checkbox", { name: /^Remind me in six months/ });
  const due = (page) => page.getByText(/^Six months have passed, and you asked to be reminded\./).filter({ visible: true });
  const then = Date.UTC(2026, 2, 2, 9);

  test("is a date half a year ahead, taken back with the tick, beside the other settings", async ({ page }) => {
    await page.clock.setFixedTime(then);
    await keep(page, { ...deep, ...settingsWith({ rung: 8, titleScheme: "architect" }) });
    await open(page, "results/?attempt=a");
    await unfoldPart(page, "Name, note and reminder");
    await expect(box(page)).not.toBeChecked();
    await box(page).check();
    await expect.poll(() => settings(page)).toEqual({ rung: 8, titleScheme: "architect", remindAt: then + 182.5 * day });
    await page.reload();
    await unfoldPart(page, "Name, note and reminder");
    await expect(box(page)).toBeChecked();
    await box(page).uncheck();
    await expect.poll(() => settings(page)).toEqual({ rung: 8, titleScheme: "architect" });
  });

  test("shows nowhere the day before, and everywhere after, until it is put away", async ({ page }) => {
    const places = ["", "levels/l7/", "results/"];
    await keep(page, { ...deep, ...settingsWith({ rung: 8, remindAt: then }) });
    await page.clock.setFixedTime(then - day);
    for (const path of places) {
      await open(page, path);
      await expect(due(page), path).toHaveCount(0);
    }
    await page.clock.setFixedTime(then + day);
    for (const path of places) {
      await open(page, path);
      await expect(due(page), path).toBeVisible();
    }
    await page.getByRole("button", { name: "Dismiss the reminder" }).click();
    await expect(due(page)).toHaveCount(0);
    expect(await settings(page)).toEqual({ rung: 8 });
    await open(page, "");
    await expect(due(page)).toHaveCount(0);
  });

  test("leads to the quiz, and finishing it again puts it away", async ({ page }) => {
    await keep(page, { ...attemptWith("a", answersBy("quick", 4), { form: "quick", finished: null }), ...settingsWith({ rung: 8, remindAt: then }) });
    await page.clock.setFixedTime(then + day);
    await open(page, "levels/l7/");
    await due(page).click();
    await alive(page);
    await page.getByRole("button", { name: "Continue" }).click();
    await page.getByRole("button", { name: "See your result" }).click();
    await expect(page.getByText("Three next steps")).toBeVisible();
    expect(await settings(page)).toEqual({ rung: 8 });
  });
});
