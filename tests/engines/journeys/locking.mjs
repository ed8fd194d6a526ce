// A locked journal: no page that was open before shows it again, or writes beside it.
import assert from "node:assert/strict";
import { add, asks, attempt, begin, choose, edit, entryWith, holdsNot, journal, keep, lock, locked, note, notInFirstFrame, readable, recordsOf, unlock } from "./app.mjs";

const name = "After the move";
const records = () => ({ ...entryWith(note), ...attempt("a1", { name }) });

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
  ["a result", "results/?attempt=a1", name],
  ["the list of results", "results/", name],
  ["the evidence", journal, note],
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
      await lockedAfter(tab, journal, note);
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
    title: "after “Lock now” and a reload, the browser puts no text back into a field",
    work: async ({ tab, newTab }) => {
      await keep(tab, records());
      await tab.open("data/");
      await lock(tab);
      await tab.open(journal);
      await edit(tab);
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
      await keep(tab, entryWith(note));
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
    title: "a journal without entries, open when the lock is switched on: what it writes is never plain",
    work: async ({ tab, back }) => {
      await keep(tab, attempt("a1", { name }));
      await tab.open(journal);
      await tab.follow("My data");
      await lock(tab);
      await back(tab);
      if ((await tab.shown()).includes(locked)) await unlock(tab);
      await tab.alive();
      await add(tab, note);
      await tab.sees("Saved in this browser");
      await tab.keeps("an entry", (all) => recordsOf(all, "evidence").length > 0);
      await nothingReadable(tab, note, name);
    },
  },
  {
    title: "the lock switched on in another tab: a page that was open before asks, and holds nothing",
    work: async ({ tab, newTab }) => {
      await keep(tab, records());
      await tab.open(journal);
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
      await other.go(journal);
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
