// What a screen reader says for the quiz, a result, the ladder and a locked journal: names and order.
// The reader is a virtual one, in Chromium. It says what the markup says; it does not replace a person.
import assert from "node:assert/strict";
import { after, before, describe, test } from "node:test";
import { serve } from "../e2e/serve.mjs";
import { engines } from "./engines.mjs";
import { answerSome, attempt, begin, choose, entryWith, journal, keep, ladder, lock, note, passphrase, questions, quizOf } from "./journeys/app.mjs";
import { hear, hearMeanwhile, inOrder } from "./listener.mjs";
import { Tab } from "./tab.mjs";

const FOLDER = "/some/sub/path/";
const answers = [/^radio, Much more A, not checked, position 1, set size 8$/, /^radio, Rather A, .*position 2/, /^radio, Both alike, .*position 3/, /^radio, Rather B, .*position 4/, /^radio, Much more B, .*position 5/, /^radio, Neither appeals.*position 6/, /^radio, Not sure.*position 7/, /^radio, Never had the chance.*position 8, set size 8$/];

describe("a screen reader", { skip: engines.chromium.from === null && "LEFT OUT: there is no Chromium for tests on this machine" }, () => {
  let server, started;
  before(async () => {
    server = await serve(FOLDER, 0);
    started = await engines.chromium.start();
  });
  after(async () => {
    await started?.stop();
    server?.closeAllConnections();
    server?.close();
  });

  /** A test with its own tab. */
  const listens = (title, work) => test(`screen reader: ${title}`, { timeout: 60_000 }, async () => {
    const visit = await started.visit();
    try {
      const newTab = async () => new Tab(await visit.newTab(), `http://127.0.0.1:${server.address().port}${FOLDER}`);
      await work(await newTab(), newTab);
    } finally {
      await visit.close();
    }
  });

  listens("the start of the quiz: the heading, the buttons, then each form with its length", async (tab) => {
    await tab.open("quiz/");
    const said = await hear(tab);
    inOrder(said, /^heading, .*, level 1$/, "button, Take the 5-minute quiz", "button, Start: one tap per answer", /^group, Length/, /^radio, Quick: 2 min.*position 1, set size 3$/, /^radio, Standard.*position 2, set size 3$/, /^radio, Long.*position 3, set size 3$/, /^heading, Before you start, level 2$/);
    assert.equal(said.filter((one) => /^radio, .*, checked,/.test(one)).length, 1, "one form is chosen");
    assert.ok(!said.some((one) => /Question 1 of|needs JavaScript/.test(one)), "nothing is read that nobody sees");
  });

  listens("a question: where one is, how to think of it, the question, its sides, eight answers, the buttons", async (tab) => {
    await tab.open("quiz/");
    await begin(tab);
    const { stem, A, B } = quizOf(0);
    const said = await hear(tab);
    inOrder(said, new RegExp(`^progressbar, Question 1 of ${questions}, .*max value ${questions}`), /^Which draws you more\?/, `group, ${stem}`, `heading, ${stem}, level 1`, "A", A, "B", B, ...answers, "button, Next", "button, Back", "button, Skip");
    assert.ok(!said.some((one) => /^radio.*, checked,/.test(one)), "nothing is chosen beforehand");
    assert.ok(!said.some((one) => one.includes(quizOf(1).stem)), "no other question is read");
  });

  listens("“Next” without an answer is refused aloud; with one, the next question is said, once", async (tab) => {
    await tab.open("quiz/");
    await begin(tab);
    const refused = await hearMeanwhile(tab, () => tab.click("button", "Next"));
    inOrder(refused, /Choose an answer, or skip this question\./);
    await choose(tab, 3);
    const moved = await hearMeanwhile(tab, async () => {
      await tab.click("button", "Next");
      await tab.sees(`Question 2 of ${questions}`);
    });
    const { stem, A, B } = quizOf(1);
    inOrder(moved, `heading, ${stem}, level 1`);
    assert.equal(moved.filter((one) => one.includes(stem)).length, 1, "the question is said once");
    const said = await hear(tab);
    inOrder(said, new RegExp(`^progressbar, Question 2 of ${questions}`), `heading, ${stem}, level 1`, "A", A, "B", B, ...answers);
    assert.ok(!said.some((one) => one.includes(quizOf(0).stem)), "the question before is gone");
  });

  listens("the answers before the result: every question with its answer, each button with its number", async (tab) => {
    await tab.open("quiz/");
    await begin(tab);
    await answerSome(tab, 1, questions);
    await tab.sees("Check your answers");
    await tab.click("button", "Check your answers");
    const said = await hear(tab);
    inOrder(said, "heading, Check your answers, level 1", /Change the answer to question 1\b/, /Change the answer to question 2\b/, new RegExp(`Change the answer to question ${questions}\\b`));
    inOrder(said, quizOf(0).stem, `Rather B: ${quizOf(0).B}`, quizOf(1).stem, `Rather B: ${quizOf(1).B}`);
    inOrder(said, "heading, Check your answers, level 1", /^button, See your result/);
  });

  listens("a result: when, the verdict, how sure, the figure in words, the tables with their heads", async (tab) => {
    await keep(tab, attempt("a1", { name: "After the move" }));
    await tab.open("results/?attempt=a1");
    const said = await hear(tab);
    const figure = /^image, By the quiz’s model, there is a 4 in 5 chance .* far broad side\./;
    inOrder(said, /After the move/, /^heading, Your answers point clearly to broad work\., level 1$/, /^If you had to choose today/, /^The chance that broad work energises you more/, figure, /^heading, Your answers by theme, level 2$/, /^table, How many answers favour/, "columnheader, Theme", "columnheader, deep", "columnheader, broad", /^rowheader, /, /^heading, Three next steps, level 2$/, /^heading, What this cannot tell you, level 2$/, /^heading, All your answers, level 2$/, /^heading, What would change this result, level 2$/, /^heading, Save, print or share, level 2$/, /^heading, Name, note and reminder, level 2$/);
    assert.ok(!said.some((one) => /^(button|link|image|textbox)$/.test(one)), "every control and figure has a name");
  });

  listens("the ladder: its name, its filters, the levels over it, and what each cell says", async (tab) => {
    await tab.open("matrix/?lean=broad");
    const said = await hear(tab);
    inOrder(said, "heading, The ladder at a glance, level 1", /^group, Counts more for$/, /^radio, Broad, checked, position 3, set size 4$/, /^combobox, Group/, /^grid, Competencies down, levels across/, "columnheader, Competency", /^columnheader, .*T7/, /^columnheader, .*L7/, /^heading, In words, level 2$/);
    const wanted = ladder.competencies.filter(({ lean }) => lean === "broad").map(({ name }) => name);
    assert.deepEqual(said.filter((one) => /^rowheader, /.test(one)), wanted.map((name) => `rowheader, ${name}`));
    assert.ok(said.some((one) => /L7: .*counts 3 of 3/.test(one)), "a cell says its step and its weight");
  });

  listens("a locked journal: what is asked for and how, a wrong passphrase aloud, and nothing of the journal", async (tab, newTab) => {
    await keep(tab, entryWith(note));
    await tab.open("data/");
    await lock(tab);
    const other = await newTab();
    await other.go(journal);
    await other.sees("Enter your passphrase to see");
    const said = await hear(other);
    inOrder(said, /^heading, Your data is locked, level \d$/, /^Enter your passphrase to see/, /^textbox, Passphrase|^Passphrase$/, "button, Unlock", /Forgot the passphrase\?/);
    assert.ok(!said.some((one) => one.includes(note) || /^textbox, What did you do/.test(one)), "nothing of the journal is read");
    assert.ok(!said.some((one) => /isn’t the passphrase|Delete the locked data|The locked data and the lock are deleted/.test(one)), "no message is read before its time");
    await other.write("Passphrase", `not ${passphrase}`);
    const refused = await hearMeanwhile(other, async () => {
      await other.press("Enter");
      await other.sees("That isn’t the passphrase.");
    });
    inOrder(refused, /That isn’t the passphrase\./);
  });
});
