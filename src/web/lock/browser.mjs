// The vault of this tab, connected to the browser's storage, clock and events.
import { attempt } from "./format.mjs";
import { createVault } from "./vault.mjs";

/** The vault of this tab, with the browser's storage, clock and events. */
export default function browserVault({ site, idle = 15 * 60_000, onSaved, onOutside, onState } = {}) {
  const [local, session] = ["localStorage", "sessionStorage"].map((name) => attempt(() => window[name]));
  const { crypto, navigator: { locks } } = window;
  // A stale page that is about to be reloaded writes nothing: see before-paint.js.
  const isStale = () => "stale" in document.documentElement.dataset;
  const vault = createVault({ isStale, site, local, session, crypto, locks, idle, onSaved, onOutside, onState });
  addEventListener("storage", ({ storageArea, key }) => {
    if (storageArea === local) vault.outside(key);
  });
  for (const name of ["pointerdown", "keydown", "wheel"]) addEventListener(name, vault.touch, { capture: true, passive: true });
  addEventListener("pagehide", vault.leave);
  document.addEventListener("visibilitychange", vault.tick);
  setInterval(vault.tick, 15_000);
  return vault;
}
