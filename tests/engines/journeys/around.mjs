// What browsers do differently without any action of the user: frames, fields that are refilled,
// the language, files that are fetched twice.
import assert from "node:assert/strict";
import { attempt, keep, ladder } from "./app.mjs";

const risk = ladder.competencies.find(({ id }) => id === "risk");
const ticks = () => [...document.querySelectorAll(".tick input")].map(({ checked }) => checked);

export const around = [
  {
    title: "a page in a frame of another site shows its content, and touches nothing that is kept",
    work: async ({ tab, served, plain }) => {
      await keep(tab, attempt("a1"));
      const before = await tab.kept();
      served.length = 0;
      await tab.driver.goto(`${plain}/?frame=${encodeURIComponent("levels/l7/risk/?embed=1")}`);
      await tab.until("the frame", () => document.body.dataset.loaded === "");
      assert.ok(served.some((path) => path.startsWith("levels/l7/risk/")), "the frame asked for its page");
      await tab.go("levels/l7/risk/?embed=1");
      await tab.sees(risk.expectations.L7.gist);
      assert.equal(await tab.count("html[data-alive]"), 0, "no program");
      assert.deepEqual(await tab.kept(), before);
    },
  },
  {
    title: "ticks that are not kept are gone after a reload",
    work: async ({ tab }) => {
      for (const path of ["guide/growing/", "guide/for-the-organisation/"]) {
        await tab.open(path);
        await tab.evaluate(() => document.querySelector(".tick input").focus());
        await tab.press("Space");
        assert.equal((await tab.evaluate(ticks))[0], true, path);
        await tab.reload();
        assert.ok(!(await tab.evaluate(ticks)).includes(true), `a tick came back on ${path}`);
      }
    },
  },
  {
    title: "hours that are not kept are gone after a reload",
    work: async ({ tab }) => {
      await tab.open("guide/hands-on-time/");
      await tab.evaluate(() => document.querySelector("[data-log]").focus());
      await tab.type("12");
      assert.equal(await tab.value("[data-log]"), "12");
      await tab.reload();
      assert.notEqual(await tab.value("[data-log]"), "12");
    },
  },
  {
    title: "each program is fetched once for a page",
    work: async ({ tab, served }) => {
      for (const path of ["", "quiz/", "results/", "data/", "growth/evidence/"]) {
        served.length = 0;
        await tab.open(path);
        const programs = served.filter((file) => /\.(wasm|js)$/.test(file));
        assert.deepEqual(programs, [...new Set(programs)], path);
      }
    },
  },
];
