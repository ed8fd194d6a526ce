// Runs before the first paint, so that nothing the visitor chose before jumps into place later:
// the title scheme, the rung in the address, and a veil over parts that wait for kept answers.
(() => {
  const root = document.documentElement;
  root.dataset.js = "";
  const asked = new URLSearchParams(location.search);
  const waits = () => root.setAttribute("data-waiting", "");
  if (asked.has("step") || asked.has("attempt")) waits();
  // A press of “Start the quiz” before the program is there is remembered for it.
  addEventListener("click", ({ target }) => {
    if (target?.closest?.("[data-start]") && !("alive" in root.dataset)) root.dataset.pressed = "";
  });
  // A program that cannot be loaded leaves buttons without effect: say so.
  addEventListener("error", ({ target }) => {
    if (target?.tagName === "SCRIPT") root.dataset.failed = "";
  }, true);
  try {
    if (Object.keys(localStorage).some((key) => key.startsWith("ladder-explorer/v1/attempt/"))) waits();
    const kept = JSON.parse(localStorage.getItem("ladder-explorer/v1/settings/visitor"));
    if (/^[a-z-]+$/.test(kept?.titleScheme)) root.dataset.scheme = kept.titleScheme;
  } catch {
    // Storage refused or not readable: the default titles show, and the app says the rest.
  }
  document.addEventListener("readystatechange", () => {
    const rung = document.getElementById(`rung-${asked.get("rung")}`);
    if (rung) rung.checked = true;
  }, { once: true });
})();
