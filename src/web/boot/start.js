// Starts a page: its keys at once, its program when the page is read, the search when it is asked for.
// Knows no file of the page's own program: load.js brings it.

const root = document.documentElement;
const inside = self !== top;

// The browser refuses a file that is not the one which was built.
const load = (name, integrity) =>
  fetch(new URL(name, import.meta.url), { integrity, credentials: "same-origin" });

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
  // What was asked before stays, and the next word takes its place.
  const field = document.getElementById("search-words");
  field?.focus();
  field?.select();
  find();
};

const mac = /mac|iphone|ipad|ipod/i.test(navigator.userAgentData?.platform ?? navigator.platform);
const fields = "textarea, select, input:not([type=radio], [type=checkbox], [type=range], [type=button], [type=submit], [type=file])";
/** Whether a key stands for a letter or sign: by what it types, or by its place where it types no Latin letter. */
const means = ({ key, code, shiftKey }, sign, place) =>
  key.toLowerCase() === sign || (code === place && !shiftKey && /^(?!\p{Script=Latin})\p{L}$/u.test(key));

function press(event) {
  // Filling in a form, a browser sends events that have no key. Keys of a composition belong to it;
  // in Safari its last Enter is told by the code alone.
  if (!event.key || event.isComposing || event.keyCode === 229) return;
  const [target] = event.composedPath();
  const over = document.getElementById("search");
  // Safari would only empty the field.
  if (event.key === "Escape" && over?.open && over.contains(target)) {
    event.preventDefault();
    over.close();
    // Safari keeps the focus in the closed field until the next frame, and a slash typed there would be text.
    target.blur();
    return;
  }
  // AltGr types signs, and some systems call it Ctrl and Alt.
  const types = event.getModifierState("AltGraph");
  const [ctrl, alt] = [event.ctrlKey && !types, event.altKey && !types];
  const typing = target.isContentEditable || target.closest?.(fields);
  const slash = means(event, "/", "Slash") && !ctrl && !event.metaKey && !typing && !("noSlash" in root.dataset);
  // On a Mac, Ctrl+K in a field deletes to the end of the line.
  const command = event.metaKey || (ctrl && !(mac && typing));
  if (!alt && (slash || (command && !event.shiftKey && means(event, "k", "KeyK")))) {
    event.preventDefault();
    ask();
  }
}

/** Opens what is locked before the program starts, and on my data in any case: there it may be locked. */
async function openRecords() {
  const lock = `ladder-explorer/v2/${root.dataset.site}/lock/lock`;
  // That of an older version, which may be of another copy of the app: the vault tells.
  const older = "ladder-explorer/v1/lock/lock";
  const personal = document.getElementById("unlock");
  let locked;
  try {
    locked = [lock, older].some((key) => localStorage.getItem(key) !== null);
    // The page's program asks the same: see dom/local_store.rs.
    localStorage.key(localStorage.length);
  } catch {
    // Storage fails, in whatever way: nothing is kept, so nothing is locked.
    return;
  }
  if (locked || personal?.dataset.settings !== undefined) {
    await (await import("./{{vault}}")).default();
  } else if (personal) {
    // Another tab has locked it: this page knows nothing of that, so it begins anew.
    addEventListener("storage", ({ key, newValue }) => [lock, older].includes(key) && newValue && location.reload());
  }
}

/** Does a part of the start; where it fails, the page says the cause. */
async function orSay(cause, work) {
  try {
    return await work();
  } catch (error) {
    const unfit = error instanceof WebAssembly.CompileError || error instanceof WebAssembly.LinkError;
    dispatchEvent(new CustomEvent("not-started", { detail: unfit ? "browser" : cause }));
    throw error;
  }
}

export default async (init, program) => {
  addEventListener("keydown", press);
  addEventListener("click", (event) => {
    const meant = event.target.closest?.("[data-search]");
    if (!meant || event.ctrlKey || event.metaKey || event.shiftKey) return;
    event.preventDefault();
    ask();
  });
  if (document.readyState === "loading") {
    await new Promise((done) => document.addEventListener("DOMContentLoaded", done, { once: true }));
  }
  // Leptos makes the parts of a view that never change from markup in the program. Let through what is
  // such markup and nothing that could run or load: no other element, no other attribute.
  if (document.querySelector("[data-live]")) {
    const inert = /^(?:[^<>]|<\/?(?:a|b|br|button|caption|code|d[dlt]|div|em|fig(?:caption|ure)|h[1-6]|i|kbd|label|legend|li|[ou]l|p|section|small|span|strong|summary|table|t(?:body|[dhr]|head)|circle|g|line|path|rect|svg|text)(?: (?:class|id|for|role|scope|tabindex|type|aria-[a-z]+|data-[a-z-]+|[xyr][12]?|c[xy]|d|width|height|viewBox|text-anchor)="[^"<>]*")*>)*$/;
    try {
      self.trustedTypes?.createPolicy("default", { createHTML: (html) => (inert.test(html) ? html : null) });
    } catch {
      // A script of the visitor's own has made one; what it lets through is up to it.
    }
  }
  if (!inside) await orSay("files", openRecords);
  if (!document.getElementById("search") && document.getElementById("search-words")) find();
  const wasm = await orSay("files", () => program);
  await orSay("stopped", () => init({ module_or_path: wasm }));
};
