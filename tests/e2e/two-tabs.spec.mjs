// Two tabs of one browser at the same time: no edit in either is lost, and each shows what the other does.
import { attemptOf, attempts, expect, keep, ladder, open, settings, settingsWith, test } from "./app.mjs";
import { button, edit, entriesIn, entryWith, journal } from "./keeping.mjs";
import { unfoldPart } from "./steps.mjs";

const both = async (context, page, path, second = path) => {
  const other = await context.newPage();
  await open(page, path);
  await open(other, second);
  return other;
};

/** In a new session of the quiz: gives this many answers, one after the other as fast as the page can; returns them. */
async function sitting(count) {
  const tick = () => new Promise((done) => { setTimeout(done, 0); });
  const button = (name) => [...document.querySelectorAll("main button")].find((one) => one.textContent === name);
  const asked = () => {
    const question = document.querySelector(".question");
    return question?.checkVisibility() ? question.dataset.item : undefined;
  };
  (button("Start over") ?? button("Take the 5-minute quiz")).click();
  while (!asked()) await tick();
  const { quiz } = JSON.parse(document.getElementById("page-data").textContent);
  const turned = new Set(quiz.items.filter(({ ask }) => ask.pair?.left === "broad").map(({ id }) => id));
  const given = {};
  for (let at = 0; at < count; at += 1) {
    const name = asked();
    const chosen = [...document.querySelectorAll(".question input")][(at + performance.now()) % 5 | 0];
    chosen.click();
    given[name] = turned.has(name) ? 4 - Number(chosen.value) : Number(chosen.value);
    button("Next").click();
    while (asked() === name) await tick();
  }
  return given;
}

/** Gives `count` answers in a tab, in as many sessions as needed; returns them by session. */
async function answerOn(tab, count) {
  const sittings = [];
  for (let left = count; left > 0; left -= 32) {
    await open(tab, "quiz/");
    const given = await tab.evaluate(sitting, Math.min(left, 32));
    expect(Object.keys(given)).toHaveLength(Math.min(left, 32));
    sittings.push(given);
  }
  return sittings;
}

test.describe("400 edits from two tabs at once, on records of their own (figure 1)", () => {
  for (let run = 1; run <= (Number(process.env.RUNS) || 1); run += 1) {
    test(`run ${run}: 400 of 400 are kept`, async ({ page, context }) => {
      const other = await both(context, page, "quiz/");
      const given = (await Promise.all([page, other].map((tab) => answerOn(tab, 200)))).flat();
      const sorted = (sittings) => sittings.map((answers) => JSON.stringify(Object.entries(answers).sort())).sort();
      // What another tab wrote arrives here a moment later: each tab has its own view of the storage.
      const held = async () => sorted((await attempts(page)).map(({ answers }) => answers));
      await expect.poll(held, { timeout: 2000 }).toEqual(sorted(given));
    });
  }
});

test("two texts for which one field of an entry has no room are both still there, and it is said which is not saved (figure 2)", async ({ page, context }) => {
  await keep(page, entryWith("a", "Shared"));
  const other = await both(context, page, journal);
  const [mine, theirs] = [await edit(page, "Shared"), await edit(other, "Shared")];
  const [outcome, seen] = [(form) => form.getByLabel("What came of it"), (form) => form.getByLabel("Who saw it")];
  await outcome(mine).fill("a".repeat(1500));
  await outcome(theirs).fill("b".repeat(1500));
  await seen(theirs).focus();
  await seen(mine).focus();
  await expect(mine.getByText("there is no room for both texts. Yours isn’t saved")).toBeVisible();
  expect((await entriesIn(page))[0].outcome).toBe("b".repeat(1500));
  // The other tab continues to write: the text that is nowhere else stays in its field.
  await outcome(theirs).fill(`${"b".repeat(1500)}!`);
  await seen(theirs).fill("Ada");
  await outcome(theirs).focus();
  await expect(seen(mine)).toHaveValue("Ada");
  expect((await entriesIn(page))[0].outcome).toMatch(/!$/);
  await expect(outcome(mine)).toHaveValue("a".repeat(1500));
  await expect(outcome(theirs)).toHaveValue(/^b+!$/);
});

/** Clicks the elements that the selectors find, in both tabs at the same moment. */
async function pressAtOnce(tabs, selectors) {
  const when = await tabs[0].evaluate(() => Date.now() + 300);
  await Promise.all(tabs.map((tab, side) => tab.evaluate(([selector, at]) => {
    const box = document.querySelector(selector);
    while (Date.now() < at);
    box.click();
  }, [selectors[side], when])));
}

test.describe("the settings in two tabs (figure 2)", () => {
  const shown = (page) => page.locator("html");
  const reminder = (page) => page.getByRole("checkbox", { name: /^Remind me in six months/ });
  const schemes = ladder.titleSchemes.map(({ id }) => id);

  test("different settings, changed in the same instant, are both kept, and both tabs show both", async ({ page, context }) => {
    await keep(page, attemptOf("a", "broad"));
    const other = await both(context, page, "levels/l7/", "results/?attempt=a");
    await unfoldPart(other, "Name, note and reminder");
    await expect(reminder(other)).not.toBeChecked();
    for (let round = 0; round < 6; round += 1) {
      const [scheme, on] = [schemes[(round + 1) % schemes.length], round % 2 === 0];
      await pressAtOnce([page, other], [`input[name=scheme][value=${scheme}]`, "section[aria-labelledby=named-head] label.check input"]);
      const held = async () => {
        const { titleScheme, remindAt } = await settings(page);
        return [titleScheme, remindAt !== undefined];
      };
      await expect.poll(held, { timeout: 2000, message: `round ${round}` }).toEqual([scheme, on]);
      await expect(shown(other)).toHaveAttribute("data-scheme", scheme);
    }
  });

  test("what one tab chooses, the other one shows at once", async ({ page, context }) => {
    await keep(page, { ...attemptOf("a", "broad"), ...settingsWith({ rung: 5 }) });
    const other = await both(context, page, "results/?attempt=a");
    for (const tab of [page, other]) {
      for (const part of ["What each track expects at your level", "Name, note and reminder"]) await unfoldPart(tab, part);
    }
    const rungs = (tab) => tab.getByRole("group", { name: "Where are you now?" });
    await rungs(page).getByRole("radio", { name: "7" }).check();
    await expect(rungs(other).getByRole("radio", { name: "7" })).toBeChecked();
    await expect(other.getByRole("link", { name: "Compare T7 with L7" })).toBeVisible();
    await rungs(other).getByRole("radio", { name: "6" }).check();
    await expect(rungs(page).getByRole("radio", { name: "6" })).toBeChecked();
    await expect(page.getByRole("link", { name: "Compare T6 with L6" })).toBeVisible();
    await reminder(page).check();
    await expect(reminder(other)).toBeChecked();
    await open(page, "");
    await open(other, "levels/t7/");
    const scheme = schemes[1];
    await page.locator(`input[name=scheme][value=${scheme}]`).check();
    await expect(shown(other)).toHaveAttribute("data-scheme", scheme);
    await expect(other.locator(`input[name=scheme][value=${scheme}]`)).toBeChecked();
  });
});

test("the home page offers what another tab began, and no longer what it deleted", async ({ page, context }) => {
  const other = await both(context, page, "", "quiz/");
  const back = page.locator("#resume");
  await expect(back).toBeHidden();
  await other.getByRole("button", { name: /^Take the .*quiz$/ }).click();
  await other.getByRole("radio", { name: "Much more A" }).check();
  await expect(back).toHaveText(/^Continue the quiz you began on ./);
  await open(other, "data/");
  await button(other, "Delete everything").click();
  await expect(back).toBeHidden();
});
