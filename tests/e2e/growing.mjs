// Records of My growth, as keys and texts: levels, marks, items of the plan, check-ins, second views.
import { ladder } from "./content.mjs";
import { keyOf, ladderId, prefix } from "./storage.mjs";

/** What the ladder says of a mark’s expectation, as a mark remembers it. */
export function saidOf(id) {
  const [level, competency] = id.split(".");
  const { gist, text } = ladder.competencies.find((item) => item.id === competency).cells[level];
  return [gist, text];
}

export const nameOf = (id) => ladder.competencies.find((item) => item.id === id.split(".").at(-1)).name;

/** The visitor’s own level and the one that they look at. */
export const levelsOf = (own, target) => ({
  [`${prefix}draft/aim.${ladderId}`]: JSON.stringify({ schema: 1, own, target }),
});

export const markOf = (id, standing, more = {}) => ({
  [keyOf("mark", id)]: JSON.stringify({ schema: 1, standing, said: saidOf(id), ladderVersion: ladder.version, changed: 1.79e12, ...more }),
});

export const planOf = (id, mark, quarter, more = {}) => ({
  [keyOf("plan", id)]: JSON.stringify({ schema: 1, id, mark, aim: `Aim of ${id}`, state: "open", quarter, created: 1.79e12, changed: 1.79e12, ...more }),
});

export const checkInOf = (id, marks, more = {}) => ({
  [keyOf("check-in", id)]: JSON.stringify({ schema: 1, id, date: id.slice(0, 10), ladderVersion: ladder.version, own: "t5", target: "t6", marks, changed: 1.79e12, ...more }),
});

/** A mark as a check-in freezes it. */
export const frozen = (id, standing, more = {}) => ({ [id]: { standing, said: saidOf(id), ...more } });

export const viewOf = (id, from, marks, more = {}) => ({
  [keyOf("view", id)]: JSON.stringify({ schema: 1, id, from, ladderVersion: ladder.version, levels: ["t6"], marks, received: 1.79e12, ...more }),
});

/** The records of a kind among what is stored. */
export const recordsOf = (all, kind) => Object.entries(all).filter(([key]) => key.startsWith(keyOf(kind, ""))).map(([, text]) => JSON.parse(text));

/** Sets the clock of a page to noon of a day. */
export const onDay = (page, day) => page.clock.setFixedTime(new Date(`${day}T12:00:00`));

/** What a browser does when the tab moves to the background. */
export const hide = (page) => page.evaluate(() => {
  Object.defineProperty(document, "hidden", { value: true, configurable: true });
  document.dispatchEvent(new Event("visibilitychange"));
  delete document.hidden;
});
