// Saving and restoring a backup.
import assert from "node:assert/strict";
import { attempt, deleteEverything, edit, entryWith, journal, keep, note } from "./app.mjs";

const name = "After the move";

/** Saves a backup and returns its text, which the page passes to the browser as a file. */
async function saved(tab) {
  await tab.evaluate(() => {
    const make = URL.createObjectURL;
    URL.createObjectURL = (file) => {
      file.text().then((text) => { window.savedText = text; });
      return make.call(URL, file);
    };
  });
  await tab.click("button", "Save a backup file");
  return tab.until("the backup", () => window.savedText);
}

async function restore(tab, text) {
  await tab.choose(text, "backup.json");
  await tab.click("button", "Restore");
  await tab.sees(name);
}

export const backup = [
  {
    title: "a backup, everything deleted, and all of it back",
    work: async ({ tab }) => {
      await keep(tab, { ...entryWith(note), ...attempt("a1", { name }) });
      await tab.open("data/");
      const text = await saved(tab);
      for (const words of [note, name]) assert.ok(text.includes(words), words);
      await deleteEverything(tab);
      await tab.reload();
      await tab.alive();
      await restore(tab, text);
      await tab.open(journal);
      await tab.sees(note);
      await tab.open("results/?attempt=a1");
      await tab.sees(name);
    },
  },
  {
    title: "restored, then Back to a journal without entries: it shows what was restored, and writes nothing over it",
    work: async ({ tab, back }) => {
      await keep(tab, { ...entryWith(note), ...attempt("a1", { name }) });
      await tab.open("data/");
      const text = await saved(tab);
      await deleteEverything(tab);
      await tab.open(journal);
      await tab.follow("My data");
      await restore(tab, text);
      await back(tab);
      await tab.alive();
      await tab.sees(note);
      await edit(tab);
      await tab.press("End");
      await tab.type(", and so on");
      await tab.click("button", "Done");
      await tab.keeps("the longer text", (all) => JSON.stringify(all).includes(`${note}, and so on`));
    },
  },
];
