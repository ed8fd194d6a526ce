// The quiz and its result.
import assert from "node:assert/strict";
import { answerSome, attempt, begin, choose, keep, questions, recordsOf } from "./app.mjs";

const focused = () => {
  const { activeElement: one } = document;
  return (one.getAttribute("aria-label") ?? one.innerText ?? "").replace(/\s+/g, " ").trim();
};

/** Presses Tab until the button with this name has the focus. */
async function tabTo(tab, name) {
  for (let count = 0; count < 60; count += 1) {
    if ((await tab.evaluate(focused)) === name) return;
    await tab.press("Tab");
  }
  throw new Error(`Tab does not get to “${name}”`);
}

const chosen = () => [...document.querySelectorAll("[data-item] input[type=radio]")].findIndex(({ checked }) => checked);

export const quiz = [
  {
    title: "the quiz by keyboard, to a result that opens again",
    work: async ({ tab }) => {
      await tab.open("quiz/");
      await tab.evaluate(() => document.getElementById("main").focus());
      await tabTo(tab, "Start: one tap per answer");
      await tab.press("Tab");
      await tab.press("ArrowUp");
      await tab.until("the shorter form", () => document.querySelector("input[value=quick]").checked);
      for (const name of ["Start: one tap per answer", "Take the 2-minute quiz"]) {
        await tab.press("Tab", "Shift");
        assert.equal(await tab.evaluate(focused), name);
      }
      await tab.press("Enter");
      for (let at = 1; at <= questions; at += 1) {
        await tab.sees(`Question ${at} of ${questions}`);
        await tab.until("a question without an answer", () => document.querySelector("[data-item]") && !document.querySelector("[data-item] input:checked"));
        await tab.until("the question to have the focus", () => document.activeElement.tagName === "H1");
        await tab.press("Tab");
        await tab.press("Space");
        // Not the same position every time: that gets no steps.
        for (let step = 0; step < at % 5; step += 1) await tab.press("ArrowDown");
        await tab.until(`answer ${at % 5 + 1}`, (place) => document.querySelectorAll("[data-item] input[type=radio]")[place].checked, at % 5);
        await tab.press("Enter");
      }
      await tab.sees("Check your answers");
      await tabTo(tab, "See your result");
      await tab.leave(() => tab.press("Enter"));
      await tab.sees("Three next steps");
      const heading = () => document.querySelector("h1").innerText;
      const said = await tab.evaluate(heading);
      assert.match(said, /\w/);
      await tab.reload();
      await tab.alive();
      assert.equal(await tab.evaluate(heading), said);
      const [record] = recordsOf(await tab.kept(), "attempt");
      assert.equal(Object.keys(JSON.parse(record).answers).length, questions);
    },
  },
  {
    title: "a result that was kept opens: verdict, figure, tables, list",
    work: async ({ tab }) => {
      await keep(tab, attempt("a1", { name: "After the move" }));
      await tab.open("results/");
      await tab.sees("After the move");
      await tab.leave(() => tab.click("link", /^Open/));
      await tab.sees("Three next steps");
      assert.match(await tab.evaluate(() => document.querySelector("h1").innerText), /^Your answers point clearly to broad work/);
      await tab.sees("The chance that broad work energises you more than deep work is more than 19 in 20");
      assert.ok((await tab.count("main svg")) > 0, "a figure");
      assert.ok((await tab.count("main table")) > 0, "a table");
    },
  },
  {
    title: "the quiz goes on where it stopped, after the tab was closed",
    work: async ({ tab, newTab }) => {
      await tab.open("quiz/");
      await begin(tab);
      await answerSome(tab, 1, 3);
      await tab.sees(`Question 4 of ${questions}`);
      const later = await newTab();
      await tab.close();
      await later.open("");
      await later.leave(() => later.click("link", /^Continue the quiz you began on .*20\d\d/));
      await later.sees(`restored: 3 of ${questions}`);
      await later.click("button", "Continue");
      await later.sees(`Question 4 of ${questions}`);
      assert.equal(await later.evaluate(chosen), -1);
    },
  },
  {
    title: "two tabs that answer the same attempt keep both answers",
    work: async ({ tab, newTab }) => {
      await tab.open("quiz/");
      await begin(tab);
      await answerSome(tab, 1, 1);
      const other = await newTab();
      await other.open("quiz/?step=3");
      await other.sees(`Question 3 of ${questions}`);
      await choose(other, 1);
      await tab.sees(`Question 2 of ${questions}`);
      await choose(tab, 3);
      await tab.until("three answers", () => Object.entries(localStorage).some(([key, text]) => key.includes("/attempt/") && Object.keys(JSON.parse(text).answers).length === 3));
    },
  },
];
