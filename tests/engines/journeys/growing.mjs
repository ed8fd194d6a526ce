// My growth: marks and evidence, saved and there again after a reload; under a translator; after a deletion.
import assert from "node:assert/strict";
import { siteId } from "../../e2e/content.mjs";
import { translate } from "../../e2e/translator.mjs";
import { keep, ladder, recordsOf } from "./app.mjs";

const prefix = `ladder-explorer/v2/${siteId}/`;
const aim = { [`${prefix}draft/aim.${ladder.id}`]: JSON.stringify({ schema: 1, own: "t5", target: "l6" }) };
const [first, second] = ladder.competencies;
const checked = (id) => document.getElementById(id)?.checked === true;

export const growing = [
  {
    title: "marks are saved one by one, and a reload leads to the same competency",
    work: async ({ tab }) => {
      await keep(tab, aim);
      await tab.open(`growth/marks/?at=${first.id}`);
      await tab.click("radio", /Reliably$/);
      await tab.keeps("the mark", (all) => recordsOf(all, "mark").some((text) => text.includes('"reliably"')));
      await tab.click("button", "Next");
      await tab.sees(second.name);
      await tab.until("the next competency", (name) => document.getElementById("marking-head").textContent === name, second.name);
      await tab.reload();
      await tab.alive();
      await tab.until("the same competency", (name) => document.getElementById("marking-head")?.textContent === name, second.name);
      await tab.open(`growth/marks/?at=${first.id}`);
      assert.equal(await tab.evaluate(checked, "mine-reliably"), true);
      await tab.open("growth/");
      await tab.sees(first.name);
    },
  },
  {
    title: "evidence is written by keyboard, and is there after a reload",
    work: async ({ tab }) => {
      await tab.open("growth/evidence/");
      await tab.evaluate(() => document.getElementById("new-entry").focus());
      await tab.type("Took the pager for search");
      await tab.press("Enter");
      await tab.keeps("the entry", (all) => recordsOf(all, "evidence").some((text) => text.includes("Took the pager")));
      await tab.reload();
      await tab.alive();
      await tab.sees("Took the pager for search");
    },
  },
  {
    title: "under a page translator each mark is saved for the competency and the level that it is beside",
    work: async ({ tab }) => {
      await keep(tab, aim);
      await tab.open(`growth/marks/?at=${first.id}`);
      for (const [item, words, standing] of [[first, /Reliably$/, "reliably"], [second, /Not yet$/, "not-yet"]]) {
        await tab.until("the competency", (name) => document.getElementById("marking-head")?.textContent.trim() === name, item.name);
        await tab.evaluate(translate);
        await tab.click("radio", words);
        await tab.evaluate(translate);
        await tab.keeps(`the mark on ${item.id}`, (all) => all[`${prefix}mark/${ladder.id}/t5.${item.id}`]?.includes(`"${standing}"`));
        await tab.click("button", "Next");
      }
      assert.equal(recordsOf(await tab.kept(), "mark").length, 2);
    },
  },
];
