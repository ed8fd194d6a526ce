// Starts a page: its shortcut keys at once, its program when the page is parsed, the search and the program
// of notes and marks on demand.
// load.js loads the page's own program.

const root = document.documentElement;
const inside = self !== top;

// The browser rejects a file whose hash differs from the build's.
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
  const over = document.querySelector("dialog#search");
  if (over && !over.open) over.showModal();
  // The previous query stays, selected, so that the next one replaces it.
  const field = document.getElementById("search-words");
  field?.focus();
  field?.select();
  find();
};

let noting;
const here = () => {
  noting ??= import("./{{here_js}}")
    .then(({ default: start }) => start({ module_or_path: load("./{{here_wasm}}", "{{here_wasm_integrity}}") }))
    .catch((error) => {
      noting = undefined;
      throw error;
    });
  return noting;
};
const note = (link) => here().then(() => dispatchEvent(new Event("note")), () => location.assign(link.href));

/** Shows the visitor's marks, once they are switched on, and what is due, where there is a plan. */
const recall = () => {
  const { site, ladder } = root.dataset;
  const own = `ladder-explorer/v2/${site}/`;
  try {
    const marks = document.querySelector("[data-mark], .heat") && localStorage[`${own}setting/show-marks`]?.includes("true");
    const plan = document.getElementById("plan_due") && Object.keys(localStorage).some((key) => key.startsWith(`${own}plan/${ladder}/`));
    if (marks || plan) here().catch(() => {});
  } catch {
    // Storage fails: there is nothing to show.
  }
};

const mac = /mac|iphone|ipad|ipod/i.test(navigator.userAgentData?.platform ?? navigator.platform);
const fields = "textarea, select, input:not([type=radio], [type=checkbox], [type=range], [type=button], [type=submit], [type=file])";
/** Whether a key event means a character: by the character it types, or by its position on a keyboard
 * without Latin letters. */
const means = ({ key, code, shiftKey }, sign, place) =>
  key.toLowerCase() === sign || (code === place && !shiftKey && /^(?!\p{Script=Latin})\p{L}$/u.test(key));

function press(event) {
  // Autofill sends key events without a key. Keys of a composition belong to the input method; in
  // Safari its last Enter can be recognised by `keyCode` alone.
  if (!event.key || event.isComposing || event.keyCode === 229) return;
  const [target] = event.composedPath();
  const over = document.querySelector("dialog#search");
  // Safari would only clear the field.
  if (event.key === "Escape" && over?.open && over.contains(target)) {
    event.preventDefault();
    over.close();
    // Safari keeps the focus in the closed field until the next frame, so a slash would be typed into
    // it.
    target.blur();
    return;
  }
  // AltGr types characters, and some systems report it as Ctrl and Alt.
  const types = event.getModifierState("AltGraph");
  const [ctrl, alt] = [event.ctrlKey && !types, event.altKey && !types];
  const typing = target.isContentEditable || target.closest?.(fields);
  const single = !ctrl && !event.metaKey && !typing && !("noSlash" in root.dataset);
  const slash = single && means(event, "/", "Slash");
  // On a Mac, Ctrl+K in a field deletes to the end of the line.
  const command = event.metaKey || (ctrl && !(mac && typing));
  if (!alt && (slash || (command && !event.shiftKey && means(event, "k", "KeyK")))) {
    event.preventDefault();
    ask();
  }
  const link = document.querySelector("[data-here]");
  if (link && single && !alt && !event.shiftKey && means(event, "n", "KeyN") && !document.querySelector("dialog[open]")) {
    event.preventDefault();
    note(link);
  }
}

/** Opens locked records before the program starts; on the page My data always, since the lock is set
 * there. */
async function openRecords() {
  const lock = `ladder-explorer/v2/${root.dataset.site}/lock/lock`;
  // The lock of an older version, possibly of another copy of the app: the vault finds out.
  const older = "ladder-explorer/v1/lock/lock";
  const personal = document.getElementById("unlock");
  let locked;
  try {
    locked = [lock, older].some((key) => localStorage.getItem(key) !== null);
    // The page's program makes the same test: see dom/local_store.rs.
    localStorage.key(localStorage.length);
  } catch {
    // Storage fails: nothing is stored, so nothing is locked.
    return;
  }
  if (locked || personal?.dataset.settings !== undefined) {
    await (await import("./{{vault}}")).default();
  } else if (personal) {
    // Another tab has set a lock that this page does not have yet, so the page is reloaded.
    addEventListener("storage", ({ key, newValue }) => [lock, older].includes(key) && newValue && location.reload());
  }
}

/** Runs a part of the start; if it fails, the page shows the cause. */
async function orSay(cause, work) {
  try {
    return await work();
  } catch (error) {
    const unfit = error instanceof WebAssembly.CompileError || error instanceof WebAssembly.LinkError;
    dispatchEvent(new CustomEvent("not-started", { detail: unfit ? "browser" : cause }));
    throw error;
  }
}

/** Opens what a link leads to. Before the page has been shown, `:target` may match nothing yet. */
const unfold = () => {
  const folded = document.getElementById(location.hash.slice(1))?.closest("details");
  if (folded) folded.open = true;
};

export default async (init, program) => {
  addEventListener("keydown", press);
  addEventListener("hashchange", unfold);
  addEventListener("click", (event) => {
    if (event.target.closest?.("[data-print]")) return print();
    const meant = event.target.closest?.("[data-search], [data-here]");
    if (!meant || event.ctrlKey || event.metaKey || event.shiftKey) return;
    event.preventDefault();
    if ("here" in meant.dataset) note(meant);
    else ask();
  });
  if (document.readyState === "loading") {
    await new Promise((done) => document.addEventListener("DOMContentLoaded", done, { once: true }));
  }
  unfold();
  // Nothing is saved in a frame.
  if (inside) document.querySelector("[data-here]")?.remove();
  // Leptos creates the static parts of a view from markup in the program. Only such markup is allowed,
  // and nothing that could run or load: no other element, no other attribute.
  if (document.querySelector("[data-live]")) {
    const inert = /^(?:[^<>]|<\/?(?:a|b|br|button|caption|code|d[dlt]|div|em|fig(?:caption|ure)|h[1-6]|i|kbd|label|legend|li|[ou]l|p|section|small|span|strong|summary|table|t(?:body|[dhr]|head)|circle|g|line|path|rect|svg|text)(?: (?:class|id|for|role|scope|tabindex|type|aria-[a-z]+|data-[a-z-]+|[xyr][12]?|c[xy]|d|width|height|viewBox|text-anchor)="[^"<>]*")*>)*$/;
    try {
      self.trustedTypes?.createPolicy("default", {
        createHTML: (html) => (inert.test(html) ? html : null),
        // The worker of the Studio, which is in every build.
        createScriptURL: (address) => (/^(?:\.\.\/)+builder-[0-9a-f]+\.js$/.test(address) ? address : null),
      });
    } catch {
      // The visitor has a script that already created this policy; that policy then decides.
    }
  }
  if (!inside) {
    await orSay("files", openRecords);
    recall();
    addEventListener("storage", ({ key }) => key?.endsWith("/show-marks") && recall());
  }
  if (!document.querySelector("dialog#search") && document.getElementById("search-words")) find();
  const wasm = await orSay("files", () => program);
  await orSay("stopped", () => init({ module_or_path: wasm }));
};
