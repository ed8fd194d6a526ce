// Deleted data stays deleted, whichever page Back restores.
import assert from "node:assert/strict";
import { add, answerSome, attempt, begin, choose, deleteEverything, edit, entryWith, holdsNot, journal, keep, ladder, note, notInFirstFrame, questions, recordsOf } from "./app.mjs";

const name = "After the move";
const { L7: architect } = ladder.titleSchemes.find(({ id }) => id === "architect").titles;

/** Deletes everything while a page is open behind “My data”, and goes back to it; returns its first frame. */
async function deletedBehind(tab, back, path, words) {
  await tab.open(path);
  await tab.sees(words);
  await tab.follow("My data");
  await deleteEverything(tab);
  return back(tab);
}

const nothingKept = async (tab) => {
  const all = await tab.kept();
  const personal = ["attempt", "evidence", "opinion"].flatMap((kind) => recordsOf(all, kind));
  assert.deepEqual(personal, [], "nothing was written again");
};

export const deleting = [
  {
    title: "“Delete everything”, then Back to a quiz under way: it begins anew, and old answers stay deleted",
    work: async ({ tab, back }) => {
      await tab.open("quiz/");
      await begin(tab);
      await answerSome(tab, 1, 3);
      await tab.sees(`Question 4 of ${questions}`);
      await tab.follow("My data");
      await deleteEverything(tab);
      await back(tab);
      await nothingKept(tab);
      await holdsNot(tab, `Question 4 of ${questions}`);
      await tab.alive();
      await begin(tab);
      await choose(tab, 1);
      await tab.sees("Saved in this browser");
      const kept = recordsOf(await tab.kept(), "attempt").map((text) => JSON.parse(text).answers);
      assert.equal(kept.length, 1);
      assert.equal(Object.keys(kept[0]).length, 1, "the answers before are not written again");
    },
  },
  {
    title: "“Delete everything”, then Back to a result: it is not shown",
    work: async ({ tab, back }) => {
      await keep(tab, attempt("a1", { name }));
      const flash = await deletedBehind(tab, back, "results/?attempt=a1", name);
      await holdsNot(tab, name, "Three next steps");
      await nothingKept(tab);
      notInFirstFrame(flash, name);
    },
  },
  {
    title: "“Delete everything”, then Back to the evidence: none is shown, none is written again",
    work: async ({ tab, back }) => {
      await keep(tab, entryWith(note));
      const flash = await deletedBehind(tab, back, journal, note);
      await holdsNot(tab, note);
      // Only what is written next is stored.
      await tab.alive();
      await add(tab, "Afterwards");
      const all = JSON.stringify(await tab.keeps("what was written", (kept) => JSON.stringify(kept).includes("Afterwards")));
      assert.ok(!all.includes(note), "the deleted entry is not written again");
      notInFirstFrame(flash, note);
    },
  },
  {
    title: "“Delete everything”, then Back to the home page: no quiz to continue, and the usual titles",
    work: async ({ tab, back }) => {
      await keep(tab, attempt("b2", { count: 12 }));
      await tab.open("");
      await tab.click("radio", "Architect");
      await tab.sees(architect);
      const flash = await deletedBehind(tab, back, "", "Continue the quiz you began");
      await tab.until("the usual titles", (title) => !document.querySelector("main").innerText.includes(title), architect);
      assert.ok(!(await tab.shown()).includes("Continue the quiz you began"));
      notInFirstFrame(flash, "Continue the quiz you began");
    },
  },
  {
    title: "“Delete everything”, then Back to a quiz that was restored: it offers a start, and no count of answers",
    work: async ({ tab, back }) => {
      await keep(tab, attempt("b2", { count: 12 }));
      const flash = await deletedBehind(tab, back, "quiz/", "restored: 12 of 32");
      await tab.sees("Take the 5-minute quiz");
      await holdsNot(tab, "restored: 12 of 32");
      await nothingKept(tab);
      notInFirstFrame(flash, "restored: 12 of 32");
    },
  },
  {
    title: "one attempt deleted in the list of results, then Back to it: it is not shown, and the other one stays",
    work: async ({ tab, back }) => {
      await keep(tab, { ...attempt("a1", { name }), ...attempt("b2", { name: "Before the move" }) });
      await tab.open("results/?attempt=a1");
      await tab.sees(name);
      await tab.follow("All your results");
      await tab.sees("Before the move");
      await tab.evaluate((words) => {
        const row = [...document.querySelectorAll("main li")].find((one) => one.innerText.includes(words));
        [...row.querySelectorAll("button")].find((one) => one.innerText.trim() === "Delete").focus();
      }, name);
      await tab.press("Enter");
      await tab.until("one attempt to go", () => Object.keys(localStorage).filter((key) => key.includes("/attempt/")).length === 1);
      const flash = await back(tab);
      await holdsNot(tab, name);
      assert.equal(recordsOf(await tab.kept(), "attempt").length, 1);
      notInFirstFrame(flash, name);
    },
  },
  {
    title: "an entry changed in another tab, then Back to its open form: the new text is shown, and the old one is not written again",
    work: async ({ tab, newTab, back }) => {
      await keep(tab, entryWith(note));
      await tab.open(journal);
      await edit(tab);
      await tab.follow("My data");
      const other = await newTab();
      await other.open(journal);
      await edit(other);
      await other.evaluate(() => { document.activeElement.select(); });
      await other.type("Another idea");
      await other.click("button", "Done");
      await other.keeps("the new text", (all) => JSON.stringify(all).includes("Another idea"));
      await back(tab);
      await tab.alive();
      await tab.until("the new text", (words) => [document.body.innerText, ...[...document.querySelectorAll("textarea")].map(({ value }) => value)].some((one) => one.includes(words)), "Another idea");
      await add(tab, "Deeper");
      const all = JSON.stringify(await tab.keeps("the second entry", (kept) => JSON.stringify(kept).includes("Deeper")));
      assert.ok(all.includes("Another idea"));
      assert.ok(!all.includes(note), "the old text is not written again");
    },
  },
  {
    title: "deleted in one tab, a result is gone from the other",
    work: async ({ tab, newTab }) => {
      await keep(tab, attempt("a1", { name }));
      await tab.open("results/");
      await tab.sees(name);
      const other = await newTab();
      await other.open("data/");
      await deleteEverything(other);
      await tab.until("the result to go", (words) => !document.body.innerText.includes(words), name);
    },
  },
];
