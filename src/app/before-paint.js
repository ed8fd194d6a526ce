// Runs before the first paint, so that nothing jumps into place later: the bare view for frames, the
// choices in the address, the titles that were chosen, a veil over parts that wait for kept answers.
(() => {
  const root = document.documentElement;
  root.dataset.js = "";
  // A host may answer a folder without its slash; every relative address would then miss its target.
  // What comes behind this script is found from the address with it. An unknown address may lack one
  // too: its page, 404.html, has no manifest.
  if (!/(\/|\.html?|\/index)$/.test(location.pathname) && document.querySelector("link[rel=manifest]")) try {
    history.replaceState(history.state, "", `${location.pathname}/${location.search}${location.hash}`);
  } catch {
    // A frame without an origin may not: its links miss, its words can be read.
  }
  const asked = new URLSearchParams(location.search);
  // Two levels in the query of the page that compares lead to the comparison itself.
  const codes = [asked.get("a"), asked.get("b")].map((code) => code?.toLowerCase());
  if (location.pathname.endsWith("/compare/") && codes.every((code) => /^(t[1-9]|l[5-9])$/.test(code)) && codes[0] !== codes[1]) {
    asked.delete("a");
    asked.delete("b");
    const rest = asked.size ? `?${asked}` : "";
    location.replace(`${codes.join("/")}/${rest}${location.hash}`);
  }
  document.addEventListener("readystatechange", () => {
    for (const [name, value] of asked) {
      for (const choice of document.getElementsByName(name)) {
        if (choice.type !== "radio" && choice.type !== "checkbox") {
          if (!("inAddress" in choice.dataset || "fromAddress" in choice.dataset)) continue;
          const before = choice.value;
          choice.value = value.toLowerCase();
          if (choice.value !== value.toLowerCase()) choice.value = before;
        } else if ("inAddress" in choice.dataset && choice.value === value) choice.checked = true;
      }
    }
  }, { once: true });
  // A framed view reads nothing that this browser keeps.
  if (asked.get("embed") === "1") {
    root.dataset.embed = "";
    const base = document.createElement("base");
    base.target = "_blank";
    document.head.append(base);
    return;
  }
  const waits = () => root.setAttribute("data-waiting", "");
  if (asked.has("step") || asked.has("attempt")) waits();
  // A press of “Start the quiz” before the program is there is remembered for it.
  addEventListener("click", ({ target }) => {
    if (target?.closest?.("[data-start]") && !("alive" in root.dataset)) root.dataset.pressed = "";
  });
  // Nor does any other page in a frame: whoever framed it could draw over what is pressed here.
  if (self !== top) return;
  try {
    if (Object.keys(localStorage).some((key) => key.startsWith("ladder-explorer/v1/attempt/"))) waits();
    const kept = JSON.parse(localStorage.getItem("ladder-explorer/v1/settings/visitor"));
    if (/^[a-z-]+$/.test(kept?.titleScheme)) root.dataset.scheme = kept.titleScheme;
    if (kept?.slashKey === false) root.dataset.noSlash = "";
  } catch {
    // Storage that fails, in whatever way: the default titles show, and the app says the rest.
  }
})();
