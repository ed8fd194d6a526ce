// What a user of a screen reader hears: the phrases of a virtual screen reader that runs in the page.
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";

const bundle = readFileSync(new URL("node_modules/@guidepup/virtual-screen-reader/lib/esm/index.browser.js", import.meta.url), "utf8");
// The file is a module with one line of exports; here it must provide its reader as a value.
const reader = bundle.replace(/export\s*\{[^}]*?([\w$]+) as virtual\s*\};?/, "; globalThis.listener = $1;").replace(/\/\/# sourceMappingURL.*$/m, "");

/** Reads a part of the page from start to end, and returns every phrase. */
export async function hear(tab, part = "main") {
  await ready(tab);
  return tab.driver.evaluate(`(${readAll})(${JSON.stringify(part)})`);
}

/** Performs an action, and returns what is read meanwhile: focused elements, status messages, alerts. */
export async function hearMeanwhile(tab, act) {
  await ready(tab);
  await tab.driver.evaluate(`(${listen})()`);
  await act();
  await new Promise((done) => setTimeout(done, 500));
  return tab.driver.evaluate(`(${heard})()`);
}

/** Checks that the phrases are heard in this order, whatever is between them. */
export function inOrder(said, ...phrases) {
  let from = 0;
  for (const phrase of phrases) {
    const at = said.findIndex((one, place) => place >= from && (typeof phrase === "string" ? one === phrase : phrase.test(one)));
    assert.ok(at >= 0, `${phrase} is not said after “${said[from - 1] ?? "the beginning"}”, but:\n${said.slice(from, from + 60).join("\n")}`);
    from = at + 1;
  }
}

async function ready(tab) {
  if (!(await tab.driver.evaluate("'listener' in globalThis"))) await tab.driver.evaluate(`(() => { ${reader}\n})()`);
}

async function readAll(part) {
  const { listener } = globalThis;
  const container = document.querySelector(part);
  // Content that a browser hides from a screen reader in ways that the virtual one does not know: closed
  // folds, content that is not rendered, and content for browsers without scripts.
  const hidden = [...container.querySelectorAll("*")].filter((one) => !one.hasAttribute("aria-hidden") &&
    (one.matches("noscript") || (!one.checkVisibility({ visibilityProperty: true }) && one.parentElement.checkVisibility({ visibilityProperty: true }))));
  for (const one of hidden) one.setAttribute("aria-hidden", "true");
  // It reads the state in the markup; a choice made since then is a property.
  const choices = [...container.querySelectorAll("input:is([type=radio], [type=checkbox]):not([aria-checked])")];
  for (const one of choices) one.setAttribute("aria-checked", String(one.checked));
  await listener.start({ container });
  const [first] = await listener.spokenPhraseLog();
  for (let count = 0; count < 5000 && (await listener.lastSpokenPhrase()) !== `end of ${first}`; count += 1) await listener.next();
  const said = await listener.spokenPhraseLog();
  await listener.stop();
  for (const one of hidden) one.removeAttribute("aria-hidden");
  for (const one of choices) one.removeAttribute("aria-checked");
  return said;
}

async function listen() {
  const { listener } = globalThis;
  await listener.start({ container: document.body });
  await listener.clearSpokenPhraseLog();
  // An alert that is added to the page is read at once; the virtual reader only knows alerts that change.
  listener.alerts = [];
  listener.watch = new MutationObserver((changes) => {
    const added = changes.flatMap(({ addedNodes }) => [...addedNodes]).filter((node) => node.nodeType === Node.ELEMENT_NODE);
    const alerts = added.flatMap((one) => [one, ...one.querySelectorAll("*")]).filter((one) => one.getAttribute("role") === "alert");
    listener.alerts.push(...alerts.map((one) => `alert: ${one.textContent}`));
  });
  listener.watch.observe(document.body, { childList: true, subtree: true });
}

async function heard() {
  const { listener } = globalThis;
  const said = [...(await listener.spokenPhraseLog()), ...listener.alerts];
  listener.watch.disconnect();
  await listener.stop();
  return said;
}
