// Each verdict in its own words, with every answer it is based on, a reading lens, and what it means at each rung.
import { answersBy, attemptWith, expect, keep, ladder, open, quiz, settings, settingsWith, test } from "./app.mjs";
import { answersIn } from "./steps.mjs";

const head = (page) => page.getByRole("heading", { level: 1 });
const lede = (page) => page.locator("main .lede");
const all = (page) => page.getByRole("table", { name: /^All \d+ answers that count$/ });
const lens = (page) => page.getByRole("group").filter({ hasText: "A reading lens" });
const names = (page) => lens(page).getByRole("listitem").locator("strong");

const chance = "(about|more than|less than) \\d+ in \\d+";
const verdicts = {
  "clear deep": {
    answers: answersIn(quiz, "deep", "standard"),
    headline: "Deep work energises you more than broad work.",
    certainty: new RegExp(`^From your 28 answers, the chance that this is so is ${chance}\\.$`),
    listed: "clearly deep, from 28 answers",
    read: ["Solver", "Architect"],
  },
  "clear broad": {
    answers: answersIn(quiz, "broad", "standard"),
    headline: "Broad work energises you more than deep work.",
    certainty: new RegExp(`^From your 28 answers, the chance that this is so is ${chance}\\.$`),
    listed: "clearly broad, from 28 answers",
    read: ["Architect", "Tech Lead", "Right Hand"],
  },
  "leans deep": {
    answers: answersBy("standard", 2, 3, 2),
    headline: "Your answers lean towards deep work.",
    certainty: /^From your 28 answers, the chance that deep work energises you more is about 4 in 5\. It may be otherwise; look at what carried it\.$/,
    listed: "leans deep, from 28 answers",
    read: ["Solver", "Architect"],
  },
  "leans broad": {
    answers: answersBy("standard", 2, 2, 3),
    headline: "Your answers lean towards broad work.",
    certainty: /^From your 28 answers, the chance that broad work energises you more is about 4 in 5\. It may be otherwise; look at what carried it\.$/,
    listed: "leans broad, from 28 answers",
    read: ["Architect", "Tech Lead", "Right Hand"],
  },
  "no clear lean, both": {
    answers: answersBy("standard", 2, 4, 4),
    headline: "No clear lean: both energise you.",
    certainty: /^Your 28 answers speak about as much for one as for the other \(broad ahead: about 1 in 2\), and for plenty of both\. .*overlap at Senior and Staff/,
    listed: "no clear lean: both energise, from 28 answers",
    read: ["Solver", "Architect", "Tech Lead", "Right Hand"],
  },
  "no clear lean, neither": {
    answers: answersBy("standard", 2, 0, 0),
    headline: "No clear lean: neither energises you at the moment.",
    certainty: /^Your 28 answers speak about as much for one as for the other \(broad ahead: about 1 in 2\), and for little of either\. That says something about these weeks, not about you for good\.$/,
    listed: "no clear lean: neither does now, from 28 answers",
    read: ["Solver", "Architect", "Tech Lead", "Right Hand"],
  },
  "no clear lean, open": {
    answers: answersBy("standard", 2, 2, 2),
    headline: "No clear lean between deep and broad.",
    certainty: /^Your 28 answers do not settle it: the chance that broad work energises you more is about 1 in 2\.$/,
    listed: "no clear lean, from 28 answers",
    read: ["Solver", "Architect", "Tech Lead", "Right Hand"],
  },
  withheld: {
    answers: answersIn(quiz, "contradictory", "standard"),
    headline: "No verdict: these answers pull in different directions.",
    certainty: /^Your 28 answers contradict one another more than answers usually do, so a verdict would be a guess\. Both directions are listed below;/,
    listed: "no verdict, from 28 answers",
    read: ["Solver", "Architect", "Tech Lead", "Right Hand"],
  },
};

for (const [verdict, { answers, headline, certainty, listed, read }] of Object.entries(verdicts)) {
  test(`“${verdict}” has its own words, its chance, its limits and its lens`, async ({ page }) => {
    await keep(page, attemptWith("a", answers));
    await open(page, "results/");
    await expect(page.locator(".attempt-verdict")).toHaveText(listed);
    await page.getByRole("link", { name: /^Open/ }).click();
    await expect(head(page)).toHaveText(headline);
    await expect(lede(page)).toHaveText(certainty);
    const drawn = verdict === "withheld" ? 0 : 1;
    await expect(page.getByText(/^The band is where your lean lies with a chance of 4 in 5: .*(deep|broad|middle)/).filter({ visible: true })).toHaveCount(drawn);
    await expect(page.locator(".limits").getByRole("listitem")).toHaveText(quiz.limits.map(({ text }) => text));
    await page.getByText("A reading lens: archetypes of engineers beyond Senior").click();
    await expect(names(page)).toHaveText(read);
  });
}

test.describe("what carried it", () => {
  test("has every answer that counts once, with its weight and the side it speaks for", async ({ page }) => {
    await keep(page, attemptWith("a", { ...verdicts["leans broad"].answers, p05: null, p01: 4, r01: 0, r02: 1 }));
    await open(page, "results/?attempt=a");
    await page.getByText("Every answer with its weight").click();
    await expect(all(page).getByRole("caption")).toHaveText("All 27 answers that count");
    const rows = (await all(page).locator("tbody tr").allInnerTexts()).map((text) => text.replace(/\s+/g, " "));
    expect(rows).toHaveLength(27);
    for (const row of rows) expect(row).toMatch(/ (less than 1 point|(less than 1 point|1 point|\d+ points) towards (deep|broad))$/);
    const asked = quiz.forms.find(({ id }) => id === "standard").items.filter((id) => id !== "p05");
    for (const id of asked) {
      const { ask } = quiz.items.find((item) => item.id === id);
      const begins = ask.pair ? ask.pair.stem : `${quiz.behaviours.find((one) => one.id === ask.rating.behaviour).name}: “`;
      expect(rows.filter((row) => row.startsWith(begins)), id).toHaveLength(1);
    }
    const [first, second] = quiz.items;
    const bare = (text) => text.replace(/\.$/, "");
    expect(rows.find((row) => row.startsWith(first.ask.pair.stem))).toMatch(/^.* You would much rather “.*” than “.*”\. \d+ points? towards broad$/);
    expect(rows.find((row) => row.startsWith(first.ask.pair.stem))).toContain(`much rather “${bare(first.ask.pair.broad)}” than “${bare(first.ask.pair.deep)}”`);
    expect(rows.find((row) => row.startsWith(second.ask.pair.stem))).toContain("Both alike:");
    const points = rows.map((row) => Number(/(\d+) points?/.exec(row.replace("less than 1 point", "0 points"))[1]));
    expect(points, "the heaviest stand first").toEqual([...points].sort((a, b) => b - a));
  });

  test("an answer that weighs nothing is not said to speak for a side", async ({ page }) => {
    await keep(page, attemptWith("a", verdicts["no clear lean, open"].answers));
    await open(page, "results/?attempt=a");
    await page.getByText("Every answer with its weight").click();
    await expect(page.getByText(/^No single answer decides it/)).toBeVisible();
    await expect(all(page)).toBeVisible();
    await expect(all(page).getByText(/towards (deep|broad)/)).toHaveCount(0);
  });
});

test("the lens is marked as our mapping, and leads to where its names come from", async ({ page }) => {
  await keep(page, attemptWith("a", verdicts["clear deep"].answers));
  await open(page, "results/?attempt=a");
  await expect(names(page).first()).toBeHidden();
  await page.getByText("A reading lens").click();
  await expect(lens(page)).toContainText("The names come from elsewhere; setting them beside a lean is our mapping, and no question asked about them.");
  for (const line of await lens(page).getByRole("listitem").all()) await expect(line).toContainText("Our mapping, not Larson’s:");
  await page.getByRole("link", { name: "Where they come from" }).click();
  await expect(page).toHaveURL(/\/guide\/roles-and-titles\/#archetypes$/);
  await expect(page.getByRole("heading", { name: "Archetypes" })).toBeInViewport();
});

test.describe("where you stand", () => {
  const says = {
    nothing: "Up to rung 4 both tracks are one path, so there is nothing to choose yet.",
    free: /^.*At rung [56] you may move between the tracks freely, both ways, at the same rung\..*$/,
    job: "From rung 7 up, changing tracks is a change of job. Keep the number, and plan the way in.",
  };
  const meaning = (rung) => (rung < 5 ? "nothing" : rung <= ladder.freeUpTo ? "free" : "job");

  test("each rung says what a lean means there, and nothing else", async ({ page }) => {
    await keep(page, attemptWith("a", verdicts["leans broad"].answers));
    await open(page, "results/?attempt=a");
    const rungs = ladder.levels.map(({ code }) => Number(code.slice(1)));
    for (let rung = 1; rung <= Math.max(...rungs); rung += 1) {
      await page.getByRole("radio", { name: String(rung), exact: true }).check();
      for (const [name, words] of Object.entries(says)) {
        await expect(page.getByText(words), `${name} at rung ${rung}`).toHaveCount(name === meaning(rung) ? 1 : 0);
      }
      if (rung < 5) {
        await expect(page.getByText("The pull towards broad work that your answers show is worth knowing when rung 5 comes.")).toBeVisible();
        await expect(page.getByRole("link", { name: `Read what T${rung} asks` })).toHaveAttribute("href", new RegExp(`levels/t${rung}/$`));
      } else {
        await expect(page.getByRole("link", { name: `Compare T${rung} with L${rung}` })).toHaveAttribute("href", new RegExp(`compare/t${rung}/l${rung}/$`));
      }
    }
  });

  test("both columns say what their own level asks, and lead to it, from rung to rung", async ({ page }) => {
    await keep(page, { ...attemptWith("a", answersBy("standard", (at) => (at % 2 ? 4 : 0), 4, 4)), ...settingsWith({ rung: 6 }) });
    await open(page, "results/?attempt=a");
    for (const rung of [6, 9, 5, 2, 8]) {
      await page.getByRole("radio", { name: String(rung), exact: true }).check();
      await expect(page.locator(".twins > section")).toHaveCount(rung < 5 ? 0 : 2);
      for (const [at, code] of rung < 5 ? [] : [`T${rung}`, `L${rung}`].entries()) {
        const column = page.locator(".twins > section").nth(at);
        const level = ladder.levels.find((one) => one.code === code);
        const { titles } = ladder.titleSchemes[0];
        await expect(column.getByRole("heading").getByRole("link", { name: `${code} ${titles[code]}`, exact: true })).toHaveAttribute("href", new RegExp(`/levels/${code.toLowerCase()}/$`));
        await expect(column.locator(".question-of-level")).toHaveText(level.question);
        const lines = column.getByRole("listitem");
        await expect(lines).toHaveCount(4);
        for (const name of await lines.getByRole("link").allTextContents()) {
          const { id, expectations } = ladder.competencies.find((one) => one.name === name);
          await expect(lines.filter({ hasText: `${name}: ` })).toHaveText(`${name}: ${expectations[code].gist}`);
          await expect(lines.getByRole("link", { name, exact: true })).toHaveAttribute("href", new RegExp(`/levels/${code.toLowerCase()}/${id}/$`));
        }
      }
    }
  });

  test("the rung is kept for the next visit, and a withheld verdict claims no pull", async ({ page }) => {
    await keep(page, { ...attemptWith("a", verdicts.withheld.answers), ...settingsWith({ titleScheme: "architect" }) });
    await open(page, "results/?attempt=a");
    await page.getByRole("radio", { name: "3", exact: true }).check();
    await expect(page.getByText(says.nothing)).toBeVisible();
    await expect(page.getByText(/^.*The pull towards/)).toHaveCount(0);
    expect(await settings(page)).toMatchObject({ rung: 3, titleScheme: "architect" });
    await page.reload();
    await expect(page.getByRole("radio", { name: "3", exact: true })).toBeChecked();
  });
});
