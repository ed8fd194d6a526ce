// Starts a page: its program at once, the search when it is asked for. A framed view starts nothing,
// so nothing that this browser keeps is read there.
import init from "./{{js}}";

const root = document.documentElement;
const framed = "embed" in root.dataset;
const inside = self !== top;

// The browser refuses a file that is not the one which was built.
const load = (name, integrity) =>
  fetch(new URL(name, import.meta.url), { integrity, credentials: "same-origin" });

// Leptos makes the parts of a view that never change from markup in the program. Let through what is
// such markup and nothing that could run or load: no other element, no other attribute.
if (document.querySelector("[data-live]")) {
  const inert = /^(?:[^<>]|<\/?(?:a|b|br|button|caption|code|d[dlt]|div|em|fig(?:caption|ure)|h[1-6]|i|kbd|label|legend|li|[ou]l|p|section|small|span|strong|summary|table|t(?:body|[dhr]|head)|circle|g|line|path|rect|svg|text)(?: (?:class|id|for|role|scope|tabindex|type|aria-[a-z]+|data-[a-z-]+|[xyr][12]?|c[xy]|d|width|height|viewBox|text-anchor)="[^"<>]*")*>)*$/;
  self.trustedTypes?.createPolicy("default", { createHTML: (html) => (inert.test(html) ? html : null) });
}

let searching;
const find = () => {
  searching ??= import("./{{search_js}}")
    .then(({ default: start }) => start({ module_or_path: load("./{{search_wasm}}", "{{search_wasm_integrity}}") }))
    .catch((error) => {
      searching = undefined;
      root.dataset.searchFailed = "";
      throw error;
    });
};
const ask = () => {
  const over = document.getElementById("search");
  if (over && !over.open) over.showModal();
  document.getElementById("search-words")?.focus();
  find();
};
if (!framed) {
  addEventListener("keydown", (event) => {
    if (event.altKey || event.isComposing) return;
    const meta = event.ctrlKey || event.metaKey;
    // On some keyboards “/” itself is typed with Shift.
    const typing = event.target.closest?.("input:not([type=radio], [type=checkbox], [type=range]), textarea, select");
    const slash = event.key === "/" && !meta && !typing && !("noSlash" in root.dataset);
    if (slash || (meta && !event.shiftKey && event.key.toLowerCase() === "k")) {
      event.preventDefault();
      ask();
    }
  });
  addEventListener("click", (event) => {
    const meant = event.target.closest?.("[data-search]");
    if (!meant || event.ctrlKey || event.metaKey || event.shiftKey) return;
    event.preventDefault();
    ask();
  });
  // What is preloaded is taken at once, also where a lock has to be opened first.
  const program = load("./{{wasm}}", "{{wasm_integrity}}");
  program.catch(() => {});
  // A journal that is locked, or may be on this page, is opened first.
  const lock = `ladder-explorer/v2/${root.dataset.site}/lock/lock`;
  // That of an older version, which may be of another copy of the app: the vault tells.
  const older = "ladder-explorer/v1/lock/lock";
  const personal = document.getElementById("unlock");
  if (!inside) try {
    if ([lock, older].some((key) => localStorage.getItem(key) !== null) || personal?.dataset.settings !== undefined) {
      await (await import("./{{vault}}")).default();
    } else if (personal) {
      // Another tab has locked it: this page knows nothing of that, so it begins anew.
      addEventListener("storage", ({ key, newValue }) => [lock, older].includes(key) && newValue && location.reload());
    }
  } catch (error) {
    if (error.name !== "SecurityError") {
      dispatchEvent(new Event("not-loaded"));
      throw error;
    }
    // Storage is refused: nothing is kept, so nothing is locked.
  }
  if (!document.getElementById("search") && document.getElementById("search-words")) find();
  try {
    await init({ module_or_path: program });
  } catch (error) {
    dispatchEvent(new Event("not-loaded"));
    throw error;
  }
}
