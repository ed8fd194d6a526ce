// Starts a page: its program at once, the search when it is asked for. A framed view starts nothing,
// so nothing that this browser keeps is read there.
import init from "./{{js}}";

const root = document.documentElement;
const framed = "embed" in root.dataset;

let searching;
const find = () => {
  searching ??= import("./{{search_js}}")
    .then(({ default: start }) => start({ module_or_path: new URL("./{{search_wasm}}", import.meta.url) }))
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
  if (!document.getElementById("search") && document.getElementById("search-words")) find();
  try {
    await init({ module_or_path: new URL("./{{wasm}}", import.meta.url) });
  } catch (error) {
    root.dataset.failed = "";
    throw error;
  }
}
