// If the system names no language, WebKitGTK reports the language as “C”, which `Intl` rejects.
import assert from "node:assert/strict";
import { attempt, keep } from "./app.mjs";

const name = "After the move";

export const languageJourneys = [
  ["the list of results", "results/", name],
  ["a result", "results/?attempt=a1", "Three next steps"],
  ["my data", "data/", name],
].map(([what, path, words]) => ({
  title: `with the language “C”, ${what} is not blank`,
  start: { language: "C.UTF-8" },
  work: async ({ tab, leaveOut }) => {
    await keep(tab, attempt("a1", { name }));
    if ((await tab.evaluate(() => navigator.language)) !== "C") return leaveOut("this build of WebKit names a language of its own");
    await tab.open(path);
    await tab.sees(words);
    assert.match(await tab.shown(), /20\d\d/, "a date stands there");
  },
}));
