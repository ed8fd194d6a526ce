// Runs before the first paint, so that nothing the visitor chose before jumps into place later:
// the title scheme, the rung in the address, and a veil over parts that wait for kept answers.
(() => {
  const root = document.documentElement;
  root.dataset.js = "";
  try {
    const kept = JSON.parse(localStorage.getItem("ladder-explorer/v1/settings/visitor"));
    if (/^[a-z-]+$/.test(kept?.titleScheme)) root.dataset.scheme = kept.titleScheme;
  } catch {
    // Storage refused or not readable: the default titles show, and the app says the rest.
  }
  const asked = new URLSearchParams(location.search);
  if (asked.has("step") || asked.has("attempt")) root.dataset.waiting = "";
  document.addEventListener("readystatechange", () => {
    const rung = document.getElementById(`rung-${asked.get("rung")}`);
    if (rung) rung.checked = true;
  }, { once: true });
})();
