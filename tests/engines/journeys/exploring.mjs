// From the home page into the ladder, by mouse and by keyboard.
import assert from "node:assert/strict";
import { ladder } from "./app.mjs";

const risk = ladder.competencies.find(({ id }) => id === "risk");
const broad = ladder.competencies.filter(({ lean }) => lean === "broad");
const rows = () => [...document.querySelectorAll(".heat tbody tr")].filter((row) => row.checkVisibility()).length;

export const exploring = [
  {
    title: "home, a level, an expectation, and back",
    work: async ({ tab, back }) => {
      await tab.open("");
      await tab.follow(/^L7\b/);
      assert.match(await tab.evaluate(() => document.querySelector("h1").innerText), /L7/);
      await tab.evaluate(() => document.querySelector("#risk > summary").click());
      await tab.follow(`${risk.name} at L7`);
      await tab.sees(risk.expectations.L7.gist);
      await back(tab);
      assert.match(await tab.address(), /levels\/l7\/(#.*)?$/);
    },
  },
  {
    title: "the ladder, filtered, and again after a reload",
    work: async ({ tab }) => {
      await tab.open("matrix/");
      assert.equal(await tab.evaluate(rows), ladder.competencies.length);
      await tab.click("radio", "Broad");
      await tab.until("lean=broad in the address", () => location.search.includes("lean=broad"));
      assert.equal(await tab.evaluate(rows), broad.length);
      await tab.reload();
      assert.equal(await tab.evaluate(rows), broad.length);
    },
  },
  {
    title: "two levels compared, by a link and by an address",
    work: async ({ tab }) => {
      await tab.open("compare/?a=t5&b=l6");
      await tab.until("the comparison", () => location.pathname.endsWith("/compare/t5/l6/"));
      await tab.sees(risk.name);
      await tab.until("the comparison to come alive", () => document.documentElement.hasAttribute("data-alive"));
    },
  },
  {
    title: "the search by keyboard; Escape closes it from its field, empty or filled",
    work: async ({ tab }) => {
      const isOpen = () => document.querySelector("dialog[open] input[type=search], dialog[open] [role=searchbox]") === document.activeElement;
      const isShut = () => !document.querySelector("dialog[open]");
      await tab.open("levels/l7/");
      for (const words of ["", "risk"]) {
        await tab.press("/");
        await tab.until("the search", isOpen);
        if (words) await tab.type(words);
        await tab.press("Escape");
        await tab.until(`the search with “${words}” to close`, isShut);
      }
      // The previous query is selected: the next text replaces it.
      await tab.press("k", "Control");
      await tab.until("the search", isOpen);
      await tab.type("l7 risk");
      await tab.until("a hit", () => document.querySelector("#search-found a")?.href.endsWith("/levels/l7/risk/"));
      await tab.leave(() => tab.press("Enter"));
      assert.match(await tab.address(), /\/levels\/l7\/risk\/$/);
    },
  },
];
