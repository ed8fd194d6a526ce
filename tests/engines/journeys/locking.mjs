// A locked journal: no page that was open before shows it again, or writes beside it.
import assert from "node:assert/strict";
import { siteId } from "../../e2e/content.mjs";
import { asks, attempt, begin, caseWith, choose, holdsNot, keep, ladder, lock, locked, note, notInFirstFrame, readable, recordsOf, unlock, yourCase } from "./app.mjs";

const name = "After the move";
const risk = ladder.competencies.find(({ id }) => id === "risk").name;
const did = "Took the pager for search";
const entry = { schema: 1, id: "19aa5c1d280-2f6b1c3", did, created: 1.7e12, changed: 1.7e12 };
const evidence = { [`ladder-explorer/v2/${siteId}/evidence/${ladder.id}/${entry.id}`]: JSON.stringify(entry) };
const records = () => ({ ...caseWith(note), ...attempt("a1", { name }), ...evidence });

/** Locks the journal, opens a page, and returns to “My data”. */
async function lockedAfter(tab, path, words) {
  await keep(tab, records());
  await tab.open("data/");
  await lock(tab);
  await tab.open(path);
  await tab.sees(words);
  await tab.follow("My data");
}

const shut = async (tab) => {
  await tab.click("button", "Lock now");
  await tab.sees(locked);
};

/** Checks that nothing personal is readable, whatever the page was asked to write. */
async function nothingReadable(tab, ...words) {
  const all = await tab.kept();
  assert.deepEqual(readable(all), [], "every personal record is sealed");
  for (const one of words) assert.ok(!JSON.stringify(all).includes(one), `“${one}” stands in local storage`);
}

export const locking = [
  ["the notes of a case", yourCase, note],
  ["a result", "results/?attempt=a1", name],
  ["the list of results", "results/", name],
  ["the evidence", "growth/evidence/", did],
].map(([what, path, words]) => ({
  title: `“Lock now”, then Back to ${what}: asked again, nothing shown`,
  work: async ({ tab, back }) => {
    await lockedAfter(tab, path, words);
    await shut(tab);
    const flash = await back(tab);
    await asks(tab, words);
    await nothingReadable(tab, words);
    await unlock(tab);
    await tab.sees(words);
    notInFirstFrame(flash, words);
  },
})).concat([
  {
    title: "“Lock now”, then Back from another page to “My data”: asked again, nothing shown",
    work: async ({ tab, back, newTab }) => {
      await lockedAfter(tab, yourCase, note);
      await tab.sees(name);
      await tab.follow("About");
      const other = await newTab();
      await other.go("data/");
      await unlock(other);
      await shut(other);
      const flash = await back(tab);
      await asks(tab, name);
      notInFirstFrame(flash, name);
    },
  },
  {
    title: "“Lock now”, Back and Forward again: asked on both pages, nothing shown",
    work: async ({ tab, back }) => {
      await lockedAfter(tab, "results/?attempt=a1", name);
      await shut(tab);
      await back(tab);
      await asks(tab, name);
      await tab.travel(1);
      await asks(tab, name);
    },
  },
  {
    title: "after “Lock now” and a reload, the browser puts no note back into a field",
    work: async ({ tab, newTab }) => {
      await keep(tab, records());
      await tab.open("data/");
      await lock(tab);
      await tab.open(yourCase);
      await tab.until("the note", (words) => document.querySelector("#note-risk")?.value === words, note);
      const other = await newTab();
      await other.go("data/");
      await unlock(other);
      await shut(other);
      await tab.sees(locked);
      await tab.reload();
      await asks(tab, note);
    },
  },
  {
    title: "the quiz, open but not begun when the lock is switched on: its answers are never plain",
    work: async ({ tab, back }) => {
      await keep(tab, caseWith(note));
      await tab.open("quiz/");
      await tab.follow("My data");
      await lock(tab);
      await back(tab);
      if ((await tab.shown()).includes(locked)) await unlock(tab);
      await tab.alive();
      await begin(tab);
      await choose(tab, 3);
      await tab.sees("Saved in this browser");
      await tab.keeps("an attempt", (all) => recordsOf(all, "attempt").length === 1);
      await nothingReadable(tab, note, '"answers"');
    },
  },
  {
    title: "an empty case, open when the lock is switched on: its notes are never plain",
    work: async ({ tab, back }) => {
      await keep(tab, attempt("a1", { name }));
      await tab.open(yourCase);
      await tab.follow("My data");
      await lock(tab);
      await back(tab);
      if ((await tab.shown()).includes(locked)) await unlock(tab);
      await tab.alive();
      await tab.write(risk, note);
      await tab.sees("Saved in this browser");
      await tab.keeps("a case", (all) => [...recordsOf(all, "journal"), ...recordsOf(all, "case")].length > 0);
      await nothingReadable(tab, note, name);
    },
  },
  {
    title: "the lock switched on in another tab: a page that was open before asks, and holds nothing",
    work: async ({ tab, newTab }) => {
      await keep(tab, records());
      await tab.open(yourCase);
      const other = await newTab();
      await other.open("data/");
      await lock(other);
      await asks(tab, note);
      await nothingReadable(tab, note, name);
    },
  },
  {
    title: "a wrong passphrase opens nothing, and the right one everything",
    work: async ({ tab, newTab }) => {
      await keep(tab, records());
      await tab.open("data/");
      await lock(tab);
      const other = await newTab();
      await other.go(yourCase);
      await other.sees(locked);
      await other.write("Passphrase", "correct house battery");
      await other.press("Enter");
      await other.sees("That isn’t the passphrase.");
      await holdsNot(other, note);
      await other.evaluate(() => { document.querySelector("#unlock [name=passphrase]").value = ""; });
      await unlock(other);
      await other.sees(note);
    },
  },
]);
