// The Studio: a sheet becomes a draft, which is corrected, kept, drawn and packed.
import assert from "node:assert/strict";
import { recordsOf } from "./app.mjs";

const sheet = "Competency,Junior,Senior\nTesting,Writes tests for own changes,Decides what is worth a test\nFeedback,Asks for it,Gives it early";
const of = (all) => recordsOf(all, "draft").map((text) => JSON.parse(text)).find(({ draft }) => draft)?.draft;

export const studio = [
  {
    title: "a sheet becomes a ladder in the Studio, is corrected, kept, drawn, and packed as a site",
    work: async ({ tab }) => {
      await tab.open("studio/");
      await tab.choose(sheet, "ours.csv");
      await tab.sees("What was read");
      await tab.click("button", "Use these answers");
      await tab.sees("Nothing is left to confirm.");
      await tab.keeps("the draft", (all) => of(all)?.levels.length === 2);
      await tab.evaluate(() => document.getElementById("studio-id").select());
      await tab.write(/^Id:/, "acme-ladder");
      await tab.press("Tab");
      await tab.keeps("the id", (all) => of(all)?.id.includes("acme-ladder"));
      await tab.reload();
      await tab.alive();
      assert.equal(await tab.value("[aria-label='Title of level 1']"), "Junior");
      await tab.click("button", "Show my pages");
      await tab.until("a drawn page", () => {
        const said = document.querySelector("#preview-head ~ p[role=status]");
        return said && document.getElementById("studio-frame") && said.textContent === "" && document.readyState === "complete";
      });
      await tab.click("button", "All levels");
      await tab.until("the next page", () => document.querySelector("#preview-head ~ p[role=status]").textContent === "");
      // Right after scrolling, Chromium may still send a press to the frame that was there.
      await tab.evaluate(() => document.getElementById("site-begin").scrollIntoView({ block: "center" }));
      await new Promise((done) => setTimeout(done, 500));
      await tab.click("button", "Make the site …");
      await tab.sees(/It has \d+ pages/);
      await tab.click("button", /^Make it: /);
      await tab.until("the archive", () => /^Done: [\d.]+ MB/.test(document.getElementById("site-state")?.textContent ?? "") || document.querySelector("#take-head ~ .notice-warning")?.textContent);
      await tab.sees("acme-ladder.zip is among your downloads.");
    },
  },
];
