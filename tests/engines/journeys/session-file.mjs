// Firefox writes its open tabs to a file every few seconds, with session storage and the text of fields.
// That file must not hold what a locked journal hides.
import assert from "node:assert/strict";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { Tab } from "../tab.mjs";
import { sessionFile } from "../session-file.mjs";
import { edit, journal, keep, lock, locked, note } from "./app.mjs";

const prefs = { "browser.sessionstore.interval": 500, "browser.sessionstore.resume_from_crash": true };
/** A word typed into a field that the browser may save: once it is in the file, the file is up to date. */
const marker = "seen-by-the-session-file";

/** Runs with its own profile; `written` returns the session file once it contains everything done before. */
async function inProfile({ engine, site }, work) {
  const profile = await mkdtemp(join(tmpdir(), "ladder-explorer-firefox-"));
  const visit = await engine.visitIn(profile, prefs);
  try {
    const newTab = async () => new Tab(await visit.newTab(), site);
    let count = 0;
    const written = async () => {
      const other = await newTab();
      const word = `${marker}-${count += 1}`;
      await other.go(`about/#${word}`);
      for (let tries = 0; tries < 150; tries += 1) {
        const text = await sessionFile(profile);
        if (text?.includes(word)) return text;
        await new Promise((done) => setTimeout(done, 100));
      }
      throw new Error("Firefox does not write its session file");
    };
    await work({ tab: await newTab(), written });
  } finally {
    await visit.close();
    await rm(profile, { recursive: true, force: true });
  }
}

/** The values of the key in session storage: the only form in which the key could be written. */
const secrets = (tab) => tab.evaluate(() => Object.entries(sessionStorage).filter(([key]) => key.endsWith("/lock/key")).map(([, text]) => text));

export const sessionFileJourneys = [
  {
    title: "the session file holds no evidence, typed or saved, while a journal is open, locked, or has no lock",
    work: (given) => inProfile(given, async ({ tab, written }) => {
      await tab.open(journal);
      await tab.write("What did you do?", note);
      assert.ok(!(await written()).includes(note), "what is typed is in the session file, without a lock");
      await tab.press("Enter");
      await tab.sees("Saved in this browser");
      await tab.open("data/");
      await lock(tab);
      await tab.open(journal);
      await tab.sees(note);
      await edit(tab);
      await tab.press("End");
      await tab.type(" and its sequel");
      // Another tab has the focus, so leaving the field would not count as a change.
      await tab.click("button", "Done");
      await tab.sees("Saved in this browser");
      assert.ok(!(await written()).includes(note), "an entry is in the session file, with the journal open");
      await tab.open("data/");
      await tab.click("button", "Lock now");
      await tab.sees(locked);
      assert.ok(!(await written()).includes(note), "an entry is in the session file, after “Lock now”");
    }),
  },
  {
    title: "the session file holds the key only as long as the journal is open, as the lock form says",
    work: (given) => inProfile(given, async ({ tab, written }) => {
      await keep(tab, {});
      await tab.open("data/");
      const before = await tab.shown();
      assert.match(before, /session storage|its own files/, "the lock form says what may reach the disk");
      await lock(tab);
      const held = await secrets(tab);
      assert.ok(held.length > 0);
      await written();
      await tab.click("button", "Lock now");
      await tab.sees(locked);
      const text = await written();
      for (const one of held) assert.ok(!text.includes(JSON.stringify(one).slice(1, -1)), "the key is in the session file after “Lock now”");
    }),
  },
  {
    title: "with “ask on every page”, no key is in the session file",
    work: (given) => inProfile(given, async ({ tab, written }) => {
      await tab.open("data/");
      await tab.click("tick", /on every page/i);
      await lock(tab);
      assert.deepEqual(await secrets(tab), []);
      const text = await written();
      assert.doesNotMatch(text, /lock\/key/);
    }),
  },
];
