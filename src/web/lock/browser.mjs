// The vault of this tab. Knows the browser’s parts and events, and nothing else.
import { attempt } from "./format.mjs";
import { createVault } from "./vault.mjs";

/** The vault of this tab: the browser's parts and its events, nothing else. */
export default function browserVault({ site, idle = 15 * 60_000, onSaved, onOutside, onState } = {}) {
  const [local, session] = ["localStorage", "sessionStorage"].map((name) => attempt(() => window[name]));
  const { crypto, navigator: { locks } } = window;
  // A page out of the browser's memory that is about to be fetched anew writes nothing: see before-paint.js.
  const isStale = () => "stale" in document.documentElement.dataset;
  const vault = createVault({ isStale, site, local, session, crypto, locks, idle, onSaved, onOutside, onState });
  addEventListener("storage", ({ storageArea, key }) => {
    if (storageArea === local) vault.outside(key);
  });
  for (const name of ["pointerdown", "keydown", "wheel"]) addEventListener(name, vault.touch, { capture: true, passive: true });
  addEventListener("pagehide", vault.leave);
  addEventListener("pageshow", ({ persisted }) => {
    // A page that was put away heard of nothing meanwhile: not that the tab was used, nor what was written.
    if (persisted) vault.back();
    vault.touch();
    if (persisted) vault.outside();
  });
  document.addEventListener("visibilitychange", vault.tick);
  setInterval(vault.tick, 15_000);
  return vault;
}
