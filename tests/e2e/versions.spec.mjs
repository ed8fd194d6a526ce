// What was made with version 1 of the quiz: read, shown and finished with its own questions, which are fetched only then.
import { alive, attemptWith, attempts, content, expect, keep, kept, open, opinions, test } from "./app.mjs";
import { answerForm, madeLink, unfoldPart } from "./steps.mjs";

const first = content("quiz-1.json");
const [, standard] = first.forms;
const head = (page) => page.getByRole("heading", { level: 1 });
const warning = (page) => page.getByRole("alert").filter({ visible: true });
const questions = "**/quiz/1.json";

/** Links that version 1 of the app made for one sheet of answers. */
const links = {
  result: "r1.deep-or-broad.1.standard.1e1c33bc.3444434444340n03040414040304.22xxxxxxxxxxxxxxxxxxxxxx.20000.5a6fc3ab.d3e61942",
  request: "o1.deep-or-broad.1.standard.d00a3ca1.19aa5c1d280-2f6b1c3.5a6fc3ab.ce509efe",
  reply: "a1.deep-or-broad.1.standard.d00a3ca1.19aa5c1d280-2f6b1c3.3444434444340n03040414040304.53616d.0e156145",
};
const sheet = Object.fromEntries([..."3444434444340n03040414040304"].map((answer, at) => [standard.items[at], answer === "n" ? null : Number(answer)]));
const old = (id, answers, more) => attemptWith(id, answers, { schema: 2, quizVersion: 1, ...more });

test("a half-done attempt goes on with its own questions to its own result", async ({ page }) => {
  const begun = Object.fromEntries(Object.entries(sheet).slice(0, 25));
  await keep(page, old("a", begun, { finished: null }));
  await open(page, "quiz/");
  await page.getByRole("button", { name: "Continue" }).click();
  await expect(page.getByText("Question 26 of 28")).toBeVisible();
  const { ask } = first.items.find(({ id }) => id === standard.items[25]);
  await expect(page.locator(".question")).toContainText(ask.rating.text);
  await answerForm(page, first, sheet, [26, 28], 28);
  await page.getByRole("button", { name: "See your result" }).click();
  await expect(head(page)).toHaveText("Your answers point clearly to broad work.");
  const [attempt] = await attempts(page);
  expect(attempt).toMatchObject({ id: "a", quizVersion: 1, answers: sheet });
  expect(attempt.finished).toBeGreaterThan(0);
});

test("a link with a result shows it with its own questions, and saves nothing", async ({ page }) => {
  await page.goto("about/");
  const before = await kept(page);
  await open(page, `results/#${links.result}`);
  await expect(warning(page)).toContainText("This is the result of Zoë, from a link.");
  await expect(head(page)).toContainText("clearly to broad work");
  await unfoldPart(page, "All your answers");
  await expect(page.locator(".all-answers li")).toHaveCount(standard.items.length);
  await expect(page.locator(".all-answers li").first()).toContainText(first.items[0].ask.pair.stem);
  expect(await kept(page)).toEqual(before);
});

test("a request asks the questions of the attempt, and a reply to it joins that attempt", async ({ page, context }) => {
  await open(page, `quiz/#${links.request}`);
  await page.getByRole("button", { name: /^Take the .*quiz$/ }).click();
  await answerForm(page, first, { ...sheet, [standard.items[13]]: 4 }, [1, 28], 28);
  await page.getByRole("button", { name: "Go on to the link" }).click();
  const made = await madeLink(page.locator("main"), "Sam");
  expect(made).toContain("#a1.deep-or-broad.1.standard.");

  const owner = await context.newPage();
  await keep(owner, old("19aa5c1d280-2f6b1c3", sheet));
  for (const link of [made, `results/#${links.reply}`]) {
    await owner.goto("about:blank");
    await open(owner, link);
    await owner.getByRole("button", { name: "Save it with that attempt" }).click();
  }
  expect((await opinions(owner)).map(({ quizVersion, from }) => [quizVersion, from])).toEqual([[1, "Sam"], [1, "Sam"]]);
  await open(owner, "results/?attempt=19aa5c1d280-2f6b1c3");
  await unfoldPart(owner, "A second opinion");
  await expect(owner.getByRole("region", { name: "A second opinion" })).toContainText("Sam");
});

test.describe("the earlier questions", () => {
  test("are fetched only when something old is opened", async ({ page }) => {
    const asked = [];
    page.on("request", (request) => request.url().endsWith("quiz/1.json") && asked.push(page.url()));
    for (const place of ["quiz/", "results/", "data/"]) await open(page, place);
    expect(asked).toEqual([]);
    await keep(page, old("a", sheet));
    await open(page, "results/?attempt=a");
    await expect(head(page)).toBeVisible();
    expect(asked).toHaveLength(1);
  });

  test("that are slow show a sign after a moment, then the result", async ({ page }) => {
    let release;
    const held = new Promise((done) => { release = done; });
    await page.route(questions, async (route) => {
      await held;
      await route.continue();
    });
    await keep(page, old("a", sheet));
    await page.goto("results/?attempt=a");
    await expect(page.getByRole("status").filter({ hasText: "Fetching the questions of an earlier version" })).toBeVisible();
    release();
    await expect(head(page)).toContainText("clearly to broad work");
  });

  test("that cannot be fetched are named, and “Try again” brings the result", async ({ page, watch }) => {
    watch.expected.push(/ERR_FAILED/);
    await page.route(questions, (route) => route.abort());
    await keep(page, old("a", sheet));
    const before = await kept(page);
    await page.goto("results/?attempt=a");
    await expect(head(page)).toHaveText("The earlier questions couldn’t be loaded");
    expect(await kept(page)).toEqual(before);
    await page.unroute(questions);
    await page.getByRole("button", { name: "Try again" }).click();
    await alive(page);
    await expect(head(page)).toContainText("clearly to broad work");
  });
});
