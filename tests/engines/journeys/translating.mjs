// A page translator: it replaces every text with its own elements, before the program
// starts and after each step.
import assert from "node:assert/strict";
import { translate } from "../../e2e/translator.mjs";
import { recordsOf } from "./app.mjs";

export const translating = [
  {
    title: "under a page translator the quiz shows the question that it asks, and keeps each answer where it was given",
    work: async ({ tab }) => {
      await tab.go("quiz/");
      await tab.evaluate(translate);
      await tab.alive();
      await tab.evaluate(translate);
      await tab.click("button", /^Take the .*quiz$/);
      const seen = [];
      for (let at = 1; at <= 4; at += 1) {
        await tab.sees(`Question ${at} of 32`);
        const asked = await tab.evaluate(() => ({
          id: document.querySelector("[data-item]").dataset.item,
          words: document.querySelector("#question").innerText,
          quiz: JSON.parse(document.getElementById("page-data").textContent).quiz,
        }));
        const { ask } = asked.quiz.items.find(({ id }) => id === asked.id);
        assert.equal(asked.words.replace(/\s+/g, " ").trim(), ask.pair.stem);
        seen.push(asked.id);
        await tab.evaluate(translate);
        await tab.click("radio", /^Much more A/);
        await tab.evaluate(translate);
        await tab.click("button", "Next");
      }
      await tab.sees("Question 5 of 32");
      const [kept] = recordsOf(await tab.kept(), "attempt").map((text) => JSON.parse(text));
      assert.deepEqual(Object.keys(kept.answers).sort(), [...seen].sort());
      assert.equal(new Set(seen).size, 4);
    },
  },
];
