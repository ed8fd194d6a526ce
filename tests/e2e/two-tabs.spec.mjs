// Two tabs of one browser at the same time: no edit in either is lost, and each shows what the other does.
import { attemptOf, attempts, expect, keep, kept, ladder, open, settings, settingsWith, test } from "./app.mjs";
import { button, caseKey, caseWith } from "./keeping.mjs";
import { unfoldPart } from "./steps.mjs";

const here = "guide/your-case/";
const note = (page, id) => page.locator(`#note-${id}`);
const notes = async (page) => JSON.parse((await kept(page))[caseKey] ?? "{}").notes;
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

test.describe("one case in two tabs (figure 2)", () => {
  test("notes typed into one line before the other tab’s were kept are both kept, and it is said", async ({ page, context }) => {
    await keep(page, caseWith({ risk: "as it was" }));
    const other = await both(context, page, here);
    await note(other, "risk").fill("as it was, the second tab’s");
    await note(page, "risk").fill("as it was, the first tab’s");
    const told = (tab) => tab.getByText("This line was also changed in another tab. It now contains both texts");
    await expect.poll(async () => (await told(page).count()) + (await told(other).count())).toBeGreaterThan(0);
    const { risk } = await notes(page);
    for (const words of ["the first tab’s", "the second tab’s"]) expect(risk).toContain(words);
    for (const tab of [page, other]) await expect(note(tab, "risk")).toHaveValue(risk);
  });

  test("two texts for which one line has no room are both still there, and it is said which is not saved", async ({ page, context }) => {
    const other = await both(context, page, here);
    await note(page, "risk").fill("a".repeat(3000));
    await note(other, "risk").fill("b".repeat(3000));
    const told = (tab) => tab.getByText("there is no room for both texts. Yours isn’t saved");
    await expect.poll(async () => (await told(page).count()) + (await told(other).count())).toBe(1);
    const values = await Promise.all([page, other].map((tab) => note(tab, "risk").inputValue()));
    expect(values.map((text) => text[0]).sort()).toEqual(["a", "b"]);
    expect(["a", "b"]).toContain((await notes(page)).risk[0]);
    // The tab whose text was saved continues to write: the other text is nowhere else, and stays in its field.
    const [letter] = (await notes(page)).risk;
    const [winner, loser] = values[0].startsWith(letter) ? [page, other] : [other, page];
    const unsaved = await note(loser, "risk").inputValue();
    await note(winner, "risk").fill(`${letter.repeat(3000)}!`);
    await expect.poll(async () => (await notes(loser)).risk).toMatch(/!$/);
    await note(winner, "depth").fill("seen by the other tab");
    await expect(note(loser, "depth")).toHaveValue("seen by the other tab");
    await expect(note(loser, "risk")).toHaveValue(unsaved);
  });
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
