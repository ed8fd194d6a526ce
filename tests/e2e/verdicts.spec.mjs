// Each result in its own words: the sentence of fit, its chance, the line, the themes, three next steps; and what is told apart before a verdict.
import { answersBy, attemptWith, content, expect, keep, ladder, open, quiz, settings, settingsWith, test } from "./app.mjs";
import { answersIn, unfoldPart } from "./steps.mjs";

const head = (page) => page.getByRole("heading", { level: 1 });
const lede = (page) => page.locator("main .lede");
const model = "according to this quiz’s own model, from the 28 answers that count for it. The model was set by hand and tested only on simulated answers.";
const names = (page) => page.locator("#model-head").locator("xpath=ancestor::details").getByRole("listitem").locator("strong");

/** Pairs alternate by one step around the middle; their sum is nothing. */
const even = (at) => [1, 3][at % 2];
const verdicts = {
  "clear deep": {
    answers: answersIn(quiz, "deep", "standard"),
    headline: "Your answers point clearly to deep work.",
    fit: "If you had to choose today, the deep track looks like the better fit.",
    chance: `The chance that deep work energises you more than broad work is more than 19 in 20, ${model}`,
    listed: "clearly deep, from 28 answers",
    read: ["Solver", "Architect"],
  },
  "clear broad": {
    answers: answersIn(quiz, "broad", "standard"),
    headline: "Your answers point clearly to broad work.",
    fit: "If you had to choose today, the broad track looks like the better fit.",
    chance: `The chance that broad work energises you more than deep work is more than 19 in 20, ${model}`,
    listed: "clearly broad, from 28 answers",
    read: ["Architect", "Tech Lead", "Right Hand"],
  },
  "leans deep": {
    answers: answersBy("standard", 2, 3, 2),
    headline: "Your answers lean towards deep work.",
    fit: "If you had to choose today, the deep track looks a little more like you. Try it before you decide.",
    chance: `The chance that deep work energises you more than broad work is about 4 in 5, ${model}`,
    listed: "leans deep, from 28 answers",
    read: ["Solver", "Architect"],
  },
  "leans broad": {
    answers: answersBy("standard", 2, 2, 3),
    headline: "Your answers lean towards broad work.",
    fit: "If you had to choose today, the broad track looks a little more like you. Try it before you decide.",
    chance: `The chance that broad work energises you more than deep work is about 4 in 5, ${model}`,
    listed: "leans broad, from 28 answers",
    read: ["Architect", "Tech Lead", "Right Hand"],
  },
  both: {
    answers: answersBy("standard", 2, 4, 4),
    headline: "Both deep and broad work energise you, and neither is clearly ahead.",
    fit: "You don’t need to choose yet: from level 5 to level 6 you can move between the tracks freely.",
    chance: `The chance that broad work energises you more than deep work is about 1 in 2, ${model}`,
    listed: "both energise, from 28 answers",
    read: ["Solver", "Architect", "Tech Lead", "Right Hand"],
  },
  neither: {
    answers: answersBy("standard", 2, 0, 0),
    headline: "Neither deep nor broad work energises you at the moment.",
    fit: "That may be the work, the team or the month. It says little about which track suits you.",
    chance: `The chance that broad work energises you more than deep work is about 1 in 2, ${model}`,
    listed: "neither energises now, from 28 answers",
    read: ["Solver", "Architect", "Tech Lead", "Right Hand"],
  },
  open: {
    answers: answersBy("standard", even, 2, 2),
    headline: "Your answers don’t point either way.",
    fit: "A small trial of each kind of work will tell you more than another question.",
    chance: `The chance that broad work energises you more than deep work is about 1 in 2, ${model}`,
    listed: "no clear lean, from 28 answers",
    read: ["Solver", "Architect", "Tech Lead", "Right Hand"],
  },
  withheld: {
    answers: answersIn(quiz, "contradictory", "standard"),
    headline: "Your answers pull in different directions.",
    fit: "They contradict one another more than answers usually do. Any result would be a guess, so none is shown.",
    listed: "no result, from 28 answers",
    read: ["Solver", "Architect", "Tech Lead", "Right Hand"],
  },
};

for (const [verdict, { answers, headline, fit, chance, listed, read }] of Object.entries(verdicts)) {
  test(`“${verdict}” has its own words, its chance, its limits and its steps`, async ({ page }) => {
    await keep(page, attemptWith("a", answers));
    await open(page, "results/");
    await expect(page.locator(".attempt-verdict")).toHaveText(listed);
    await page.getByRole("link", { name: /^Open/ }).click();
    await expect(head(page)).toHaveText(headline);
    await expect(lede(page)).toHaveText(fit);
    if (chance) await expect(page.locator(".chance").first()).toHaveText(chance);
    else await expect(page.getByText(/^The chance that/)).toHaveCount(0);
    await expect(page.locator(".answer figure")).toHaveCount(chance ? 1 : 0);
    await expect(page.getByText("99 in 100")).toHaveCount(0);
    await expect(page.locator(".next-steps > li")).toHaveCount(3);
    await expect(page.getByRole("region", { name: "Three next steps" }).getByRole("link")).toHaveCount(3);
    await expect(page.locator(".limits-line")).toBeVisible();
    await unfoldPart(page, "What this cannot tell you");
    await expect(page.locator(".limits").getByRole("listitem")).toHaveText(quiz.limits.map(({ text }) => text));
    await unfoldPart(page, "How this is worked out");
    await expect(names(page)).toHaveText(read);
  });
}

test.describe("the band", () => {
  for (const [verdict, bands] of [["clear deep", ["lean-band-1"]], ["clear broad", ["lean-band-2"]], ["open", ["lean-band-1", "lean-band-2"]]]) {
    test(`of “${verdict}” has the colour of its side`, async ({ page }) => {
      await keep(page, attemptWith("a", verdicts[verdict].answers));
      await open(page, "results/?attempt=a");
      const classes = await page.locator(".answer .lean-band").evaluateAll((all) => all.map((one) => one.classList[1]));
      expect(classes).toEqual(bands);
    });
  }
});

test.describe("by theme", () => {
  test("every answer that counts is in one theme, and the exceptions are named", async ({ page }) => {
    const pairs = quiz.forms[0].items;
    const answers = { ...answersBy("standard", 4, 1, 4), [pairs[0]]: 0, [pairs[1]]: 1, [pairs[2]]: null };
    await keep(page, attemptWith("a", answers));
    await open(page, "results/?attempt=a");
    const table = page.getByRole("region", { name: "Your answers by theme" });
    const rows = await table.locator("tbody tr").evaluateAll((all) => all.map((row) => [...row.children].map((cell) => cell.innerText.trim())));
    expect(rows.map(([name]) => name)).toEqual(quiz.themes.map(({ name }) => name));
    const sum = (at) => rows.reduce((total, row) => total + Number(row[at]), 0);
    expect([sum(1), sum(2)]).toEqual([2, 25]);
    await expect(table.getByText("Two answers went the other way")).toBeVisible();
    const named = table.getByRole("listitem");
    await expect(named).toHaveCount(2);
    const { deep } = quiz.items.find(({ id }) => id === pairs[0]).ask.pair;
    await expect(named.first()).toHaveText(`Much rather: “${deep.replace(/\.$/, "")}”`);
    await unfoldPart(page, "All your answers");
    await expect(page.locator(".all-answers li")).toHaveCount(32);
    await expect(page.locator(".all-answers")).toContainText("Not sure");
  });

  test("where none went the other way, that is said", async ({ page }) => {
    await keep(page, attemptWith("a", verdicts["clear deep"].answers));
    await open(page, "results/?attempt=a");
    await expect(page.getByText("No answers went the other way.")).toBeVisible();
  });
});

test.describe("before any verdict", () => {
  test("the same position every time is said, and leads to the answers", async ({ page }) => {
    const last = Object.fromEntries(quiz.forms[1].items.map((id) => {
      const { ask } = quiz.items.find((item) => item.id === id);
      return [id, ask.pair?.left === "broad" ? 0 : 4];
    }));
    await keep(page, attemptWith("a", last));
    await open(page, "results/?attempt=a");
    await expect(head(page)).toHaveText("You chose the same position every time.");
    await expect(lede(page)).toContainText("Please look at your answers again.");
    await expect(page.locator("figure")).toHaveCount(0);
    await expect(page.getByText("Three next steps")).toHaveCount(0);
    await page.getByRole("link", { name: "Look at your answers again" }).click();
    await expect(head(page)).toHaveText("Check your answers");
  });

  test("fewer than six answers give no result", async ({ page }) => {
    const few = Object.fromEntries(quiz.forms[0].items.slice(0, 5).map((id) => [id, 4]));
    await keep(page, attemptWith("a", few, { form: "quick" }));
    await open(page, "results/?attempt=a");
    await expect(head(page)).toHaveText("These are too few answers for a result.");
    await expect(page.locator("figure")).toHaveCount(0);
  });
});

test("trade-offs alone show a preference, and the share of random answers that would show one", async ({ page }) => {
  const { randomDefinite } = content("quiz-figures.json").forms.quick;
  await keep(page, attemptWith("a", answersBy("quick", (at) => (at % 4 ? 4 : 3)), { form: "quick" }));
  await open(page, "results/?attempt=a");
  await expect(head(page)).toHaveText("Your trade-offs point clearly to broad work.");
  await expect(page.locator(".chance").first()).toContainText("The chance that you prefer broad work to deep work is more than 19 in 20");
  await expect(page.getByText("they show which work you prefer, not which work gives or costs you energy")).toBeVisible();
  expect(randomDefinite).toBeGreaterThan(0.2);
  await expect(page.getByText(/^Of people who answer these 12 questions at random, about 1 in [345] would get such a result\. Take it as a first impression\.$/)).toBeVisible();
  await expect(page.locator("main").getByText(/work costs you|work gives you/)).toHaveCount(0);
});

test.describe("people work", () => {
  test("that clearly leads adds a hint, and names the manager’s work", async ({ page }) => {
    await keep(page, attemptWith("a", answersBy("standard", (at) => [1, 3, 2][at % 3], 1, 1, 4)));
    await open(page, "results/?attempt=a");
    await expect(page.getByText("People work gives you the most energy.")).toBeVisible();
    await expect(page.locator(".people-hint")).toContainText("the work of an engineering manager");
  });

  test("gives no hint where it does not lead, and none without ratings", async ({ page }) => {
    await keep(page, { ...attemptWith("a", verdicts["clear deep"].answers), ...attemptWith("b", answersBy("quick", 4), { form: "quick" }) });
    for (const id of ["a", "b"]) {
      await open(page, `results/?attempt=${id}`);
      await expect(head(page)).toBeVisible();
      await expect(page.locator(".people-hint")).toHaveCount(0);
    }
  });
});

test.describe("where you are now", () => {
  const says = {
    nothing: "Up to level 4 both tracks share their levels, so there is nothing to choose yet.",
    free: /^.*At level [56] you can move between the tracks freely, both ways\..*$/,
    job: /^.*From level 7 up, the tracks are two jobs\..*$/,
  };
  const meaning = (rung) => (rung < 5 ? "nothing" : rung <= ladder.freeUpTo ? "free" : "job");
  const part = "What each track expects at your level";

  test("is asked before it is used", async ({ page }) => {
    await keep(page, attemptWith("a", verdicts["leans broad"].answers));
    await open(page, "results/?attempt=a");
    await unfoldPart(page, part);
    await expect(page.getByRole("group", { name: "Where are you now?" }).getByRole("radio", { checked: true })).toHaveCount(0);
    await expect(page.getByText("Choose your level to see it on each track.")).toBeVisible();
    await expect(page.locator(".twins > section")).toHaveCount(0);
  });

  test("each level says what a lean means there, and nothing else", async ({ page }) => {
    await keep(page, attemptWith("a", verdicts["leans broad"].answers));
    await open(page, "results/?attempt=a");
    await unfoldPart(page, part);
    const rungs = ladder.levels.map(({ code }) => Number(code.slice(1)));
    for (let rung = 1; rung <= Math.max(...rungs); rung += 1) {
      await page.getByRole("radio", { name: String(rung), exact: true }).check();
      for (const [name, words] of Object.entries(says)) {
        await expect(page.getByText(words), `${name} at level ${rung}`).toHaveCount(name === meaning(rung) ? 1 : 0);
      }
      if (rung < 5) await expect(page.getByText("Your lean towards broad work begins to matter at level 5.")).toBeVisible();
      else await expect(page.getByRole("link", { name: `Compare T${rung} with L${rung}` })).toHaveAttribute("href", new RegExp(`compare/t${rung}/l${rung}/$`));
    }
  });

  test("both columns say what their own level expects, and lead to it", async ({ page }) => {
    await keep(page, { ...attemptWith("a", answersBy("standard", (at) => (at % 2 ? 4 : 0), 4, 4)), ...settingsWith({ rung: 6 }) });
    await open(page, "results/?attempt=a");
    await unfoldPart(page, part);
    for (const rung of [6, 9, 5, 2, 8]) {
      await page.getByRole("radio", { name: String(rung), exact: true }).check();
      await expect(page.locator(".twins > section")).toHaveCount(rung < 5 ? 0 : 2);
      for (const [at, code] of rung < 5 ? [] : [`T${rung}`, `L${rung}`].entries()) {
        const column = page.locator(".twins > section").nth(at);
        const lines = column.getByRole("listitem");
        await expect(lines).toHaveCount(4);
        for (const name of await lines.getByRole("link").allTextContents()) {
          const { id } = ladder.competencies.find((one) => one.name === name);
          await expect(lines.getByRole("link", { name, exact: true })).toHaveAttribute("href", new RegExp(`/levels/${code.toLowerCase()}/${id}/$`));
        }
      }
    }
  });

  test("is saved for the next visit, and a withheld result claims no lean", async ({ page }) => {
    await keep(page, { ...attemptWith("a", verdicts.withheld.answers), ...settingsWith({ titleScheme: "architect" }) });
    await open(page, "results/?attempt=a");
    await unfoldPart(page, part);
    await page.getByRole("radio", { name: "3", exact: true }).check();
    await expect(page.getByText(says.nothing)).toBeVisible();
    await expect(page.getByText(/Your lean towards/)).toHaveCount(0);
    expect(await settings(page)).toMatchObject({ rung: 3, titleScheme: "architect" });
    await page.reload();
    await expect(page.locator("#rung-3")).toBeChecked();
  });
});

test("the archetypes are marked as our idea, and lead to where they come from", async ({ page }) => {
  await keep(page, attemptWith("a", verdicts["clear deep"].answers));
  await open(page, "results/?attempt=a");
  await expect(names(page).first()).toBeHidden();
  await unfoldPart(page, "How this is worked out");
  await expect(page.getByText("Setting them beside your lean is our idea; no question asked about them.")).toBeVisible();
  await page.getByRole("link", { name: "Where they come from" }).click();
  await expect(page).toHaveURL(/\/guide\/roles-and-titles\/#archetypes$/);
});
