// The keys that this copy of the app keeps records under, and browsers that keep nothing, or no more:
// what the tests do to a page's storage.
import { ladder, siteId } from "./content.mjs";

/** The ids that keys are made of. */
export const site = siteId;
export const ladderId = ladder.id;

/** The prefix of every key of this copy, and that of the keys of the first layout. */
export const prefix = `ladder-explorer/v2/${site}/`;
export const oldPrefix = "ladder-explorer/v1/";

/** The key of a record; it contains the ladder's id if the kind belongs to a ladder. */
export const keyOf = (kind, id) => `${prefix}${kind}/${["case", "choice", "mark", "evidence", "plan", "check-in", "view"].includes(kind) ? `${ladderId}/` : ""}${id}`;
export const caseKey = keyOf("case", "case");
export const lockKey = keyOf("lock", "lock");
export const probeKey = `${prefix}probe`;

const settingKeys = {
  titleScheme: keyOf("choice", "title-scheme"), rung: keyOf("choice", "rung"),
  slashKey: keyOf("setting", "slash-key"), remindAt: keyOf("setting", "remind-at"), askOnEveryPage: keyOf("setting", "ask-on-every-page"),
};

/** The text of a record with one value. */
export const valueOf = (value) => JSON.stringify({ schema: 1, value });

/** Settings by name, as keys and texts. */
export const settingsWith = (fields) => Object.fromEntries(Object.entries(fields).map(([name, value]) => [settingKeys[name], valueOf(value)]));

/** The settings among keys and texts, by name. */
export const settingsIn = (all) => Object.fromEntries(Object.entries(settingKeys).filter(([, key]) => key in all).map(([name, key]) => [name, JSON.parse(all[key]).value]));

/** Before any script of the page: every access to local storage throws, as in a blocked frame. */
export function refuseStorage(page) {
  return page.addInitScript(() => {
    Object.defineProperty(window, "localStorage", {
      get() {
        throw new DOMException("The operation is insecure.", "SecurityError");
      },
    });
  });
}

/** Fills the origin's storage to the last character, under a key of another app. */
export function fillStorage(page) {
  return page.evaluate(() => {
    let text = "";
    for (let size = 4_194_304; size >= 1; size /= 2) {
      try {
        localStorage.setItem("another-app", text + "x".repeat(size));
        text += "x".repeat(size);
      } catch {
        // Too long with this size: try half of it.
      }
    }
  });
}
