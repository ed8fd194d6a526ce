// My growth: marks and evidence, saved and there again after a reload; under a translator; a plan, a
// second view, check-ins and the case.
import assert from "node:assert/strict";
import { siteId } from "../../e2e/content.mjs";
import { translate } from "../../e2e/translator.mjs";
import { keep, ladder, recordsOf } from "./app.mjs";

const prefix = `ladder-explorer/v2/${siteId}/`;
const aim = { [`${prefix}draft/aim.${ladder.id}`]: JSON.stringify({ schema: 1, own: "t5", target: "l6" }) };
const [first, second] = ladder.competencies;
const mark = (id, standing) => {
  const [level, competency] = id.split(".");
  const { gist, text } = ladder.competencies.find((item) => item.id === competency).cells[level];
  return { [`${prefix}mark/${ladder.id}/${id}`]: JSON.stringify({ schema: 1, standing, said: [gist, text].filter(Boolean), ladderVersion: ladder.version, changed: 1.7e12 }) };
};
const checked = (id) => document.getElementById(id)?.checked === true;

/** Makes the link of this part of the second view, under this name, and returns its path. */
async function madeLink(tab, part, name) {
  await tab.sees(part);
  await tab.write(/name/i, name);
  await tab.click("button", /^Make the link/);
  const link = await tab.until("the link", () => [...document.querySelectorAll("textarea, input")].find(({ value }) => value.includes("/growth/second-view/#"))?.value);
  return link.slice(link.indexOf("growth/"));
}

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
  {
    title: "a plan, a second view by link, what the two agreed on, two check-ins, and the case",
    work: async ({ tab }) => {
      const saved = (kind, test) => tab.keeps(`a ${kind}`, (all) => recordsOf(all, kind).map((text) => JSON.parse(text)).some(test));
      await keep(tab, { ...aim, ...mark(`t5.${first.id}`, "reliably"), ...mark(`l6.${second.id}`, "not-yet") });
      await tab.open(`growth/plan/?for=${second.id}`);
      await tab.write("What I want to reach", "Run two spikes before choosing");
      await tab.click("button", "Add to the plan");
      await saved("plan", ({ aim: words }) => words === "Run two spikes before choosing");
      await tab.open("growth/check-ins/");
      await tab.click("button", "Save this check-in");
      await saved("check-in", ({ agreed }) => agreed === undefined);

      await tab.open("growth/second-view/");
      const asked = await madeLink(tab, "Ask for a second view", "Ada");
      await tab.go("about/");
      await tab.open(asked);
      await tab.click("radio", "All in one list");
      await tab.click("radio", /Sometimes$/);
      await tab.click("button", /^Go on/);
      const back = await madeLink(tab, "Send it back", "Grace");
      assert.deepEqual(recordsOf(await tab.kept(), "view"), [], "whoever answers saves nothing");
      await tab.go("about/");
      await tab.open(back);
      await tab.click("button", "Save it and compare");
      await saved("view", ({ from }) => from === "Grace");
      await tab.click("button", "Note what we agreed on");
      await tab.click("radio", /Sometimes$/);
      await saved("check-in", ({ agreed }) => Object.keys(agreed ?? {}).length === 1);
      await tab.open("growth/check-ins/");
      assert.equal(await tab.count(".check-in"), 2);

      await tab.open("growth/case/?level=l6");
      await tab.write("Summary", "I do this work already.");
      await tab.press("Tab");
      await tab.keeps("the summary", (all) => recordsOf(all, "draft").some((text) => text.includes("I do this work already.")));
      await tab.reload();
      await tab.alive();
      await tab.until("the summary", () => [...document.querySelectorAll("textarea")].some(({ value }) => value === "I do this work already."));
    },
  },
];
