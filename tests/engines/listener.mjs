// What somebody hears who listens to a page: the phrases of a virtual screen reader that runs in it.
import { readFileSync } from "node:fs";

const bundle = readFileSync(new URL("node_modules/@guidepup/virtual-screen-reader/lib/esm/index.browser.js", import.meta.url), "utf8");
// The file is a module with one line of exports; here it has to give its reader as a value.
const reader = bundle.replace(/export\s*\{[^}]*?([\w$]+) as virtual\s*\};?/, "; globalThis.listener = $1;").replace(/\/\/# sourceMappingURL.*$/m, "");

/** Reads a part of the page from its beginning to its end, and gives every phrase. */
export async function hear(tab, part = "main") {
  await ready(tab);
  return tab.driver.evaluate(`(${readAll})(${JSON.stringify(part)})`);
}

/** Gives what is said while `act` is done, without anybody moving on: status messages and alerts. */
export async function hearMeanwhile(tab, act) {
  await ready(tab);
  await tab.driver.evaluate("globalThis.listener.start({ container: document.body })");
  await tab.driver.evaluate("globalThis.listener.clearSpokenPhraseLog()");
  await act();
  await new Promise((done) => setTimeout(done, 300));
  return tab.driver.evaluate("(async () => { const said = await globalThis.listener.spokenPhraseLog(); await globalThis.listener.stop(); return said; })()");
}

async function ready(tab) {
  if (await tab.driver.evaluate("'listener' in globalThis")) return;
  await tab.driver.evaluate(`(() => { ${reader}\n})()`);
}

async function readAll(part) {
  const { listener } = globalThis;
  await listener.start({ container: document.querySelector(part) });
  while ((await listener.lastSpokenPhrase()) !== `end of ${(await listener.spokenPhraseLog())[0]}` && (await listener.spokenPhraseLog()).length < 5000) await listener.next();
  const said = await listener.spokenPhraseLog();
  await listener.stop();
  return said;
}
