// What the journeys know about the app: its content, its records, and steps that several of them use.
import assert from "node:assert/strict";
import { content, ladder, siteId } from "../../e2e/content.mjs";

export const passphrase = "correct horse battery";
/** Only the form says so: an open journal is “locked with a passphrase” too. */
export const locked = "Enter your passphrase to see your saved data";
export const note = "A spike that killed an idea";
export const journal = "growth/evidence/";

export { ladder };
const quizContent = content("quiz.json");
const [shortest] = [...quizContent.forms].sort((a, b) => a.items.length - b.items.length);
/** The number of questions in the shortest form. */
export const questions = shortest.items.length;

const old = (kind, id) => `ladder-explorer/v1/${kind}/${id}`;

/** A stored attempt of a user who chose the broad side throughout, in the first layout of keys. */
export function attempt(id, { count = Infinity, name = null } = {}) {
  const { items } = quizContent.forms.find((form) => form.id === "standard");
  const answers = Object.fromEntries(items.slice(0, count).map((item) => [item, answer(item)]));
  const started = 1.7e12 + Number.parseInt(id, 16);
  const finished = count === Infinity ? started + 3e5 : null;
  const record = { schema: 2, id, quiz: quizContent.id, quizVersion: quizContent.version, form: "standard", answers, started, changed: started, finished };
  if (name !== null) record.name = name;
  return { [old("attempt", id)]: JSON.stringify(record) };
}

function answer(id) {
  const { ask } = quizContent.items.find((item) => item.id === id);
  if (ask.pair) return 4;
  return { broad: 4, deep: 1, people: 2 }[quizContent.behaviours.find((one) => one.id === ask.rating.behaviour).side];
}

/** A stored entry of evidence. */
export const entryWith = (did, id = "19aa5c1d280-2f6b1c3") => ({
  [`ladder-explorer/v2/${siteId}/evidence/${ladder.id}/${id}`]: JSON.stringify({ schema: 1, id, did, created: 1.7e12, changed: 1.7e12 }),
});

/** Adds an entry by the line of the journal. */
export async function add(tab, words) {
  await tab.evaluate(() => document.getElementById("new-entry").focus());
  await tab.type(words);
  await tab.press("Enter");
}

/** Opens the form of the only entry; its first field has the focus. */
export async function edit(tab) {
  await tab.click("button", /^Edit: /);
  await tab.until("the form", () => document.activeElement?.id.startsWith("did-"));
}

/** The records of a kind, in either layout of the keys. */
export const recordsOf = (all, kind) => Object.entries(all)
  .filter(([key]) => key.startsWith("ladder-explorer/v") && key.split("/").slice(2).includes(kind))
  .map(([, text]) => text);

/** What a locked journal leaves readable: the lock itself, settings, and the date of a backup. */
const plain = new Set(["lock", "settings", "setting", "choice", "notice", "backup", "probe"]);

/** The keys of personal records that are stored as readable text. */
export const readable = (all) => Object.entries(all)
  .filter(([key, text]) => key.startsWith("ladder-explorer/v") && !key.split("/").slice(2).some((part) => plain.has(part)) && !text.includes('"sealed"'))
  .map(([key]) => key);

/** Puts records into storage, as if they had been saved on another day. */
export async function keep(tab, records) {
  await tab.go("about/");
  await tab.keep(records);
}

/** Starts the shortest form of the quiz. */
export async function begin(tab) {
  await tab.click("radio", new RegExp(`^${shortest.name}`));
  await tab.click("button", /^Take the .*quiz$/);
  await tab.sees(`Question 1 of ${questions}`);
}

/** Answers questions `from` to `to` with the fourth answer. */
export async function answerSome(tab, from, to) {
  for (let at = from; at <= to; at += 1) {
    await tab.sees(`Question ${at} of ${questions}`);
    await tab.until("a question without an answer", () => document.querySelector("[data-item]") && !document.querySelector("[data-item] input:checked"));
    await choose(tab, 3);
    await tab.click("button", "Next");
  }
}

/** Chooses an answer to the current question, counted from 0. */
export async function choose(tab, at) {
  const names = await tab.evaluate(() => [...document.querySelectorAll("[data-item] label")].map((label) => label.innerText.replace(/\s+/g, " ").trim()));
  await tab.click("radio", names[at]);
  await tab.until("the answer", (place) => document.querySelectorAll("[data-item] input[type=radio]")[place].checked, at);
}

/** Locks the journal; the tab must be on “My data”. */
export async function lock(tab) {
  await tab.write("Passphrase, 8 characters or more", passphrase);
  await tab.write("Passphrase again", passphrase);
  await tab.click("button", "Lock my data");
  await tab.sees("Your data has a lock now");
}

export async function unlock(tab) {
  await tab.write("Passphrase", passphrase);
  await tab.click("button", "Unlock");
  await tab.until("the journal to open", () => document.documentElement.hasAttribute("data-alive"));
}

/** Checks that none of the texts is visible, or in the document or one of its fields. */
export async function holdsNot(tab, ...words) {
  const [seen, all] = [await tab.shown(), await tab.held()];
  for (const one of words) {
    assert.ok(!seen.includes(one), `“${one}” is to be seen at ${await tab.address()}`);
    assert.ok(!all.includes(one), `“${one}” is hidden in the document at ${await tab.address()}`);
  }
}

/** Checks that a page after Back does not show this text even in its first frame. */
export function notInFirstFrame(flash, words) {
  assert.ok(!flash.includes(words), `“${words}” is to be seen in the first frame after Back`);
}

/** Checks that the page asks for the passphrase and contains none of the texts. */
export async function asks(tab, ...words) {
  await tab.sees(locked);
  await holdsNot(tab, ...words);
}

/** Deletes everything; the tab must be on “My data”. */
export async function deleteEverything(tab) {
  await tab.click("button", "Delete everything");
  await tab.sees("Everything was deleted.");
}

/** The text of a trade-off of the shortest form, by its position. */
export function quizOf(at) {
  const { ask: { pair } } = quizContent.items.find(({ id }) => id === shortest.items[at]);
  const [A, B] = pair.left === "deep" ? [pair.deep, pair.broad] : [pair.broad, pair.deep];
  return { stem: pair.stem, A, B };
}
