// Functions that run inside the page. Each is sent to the browser as text, so it uses nothing from outside.

/** The point to click on the first visible element of a kind with this name, or the names that exist. */
export function seek(kind, name) {
  const kinds = {
    button: "button, [role=button], summary",
    link: "a[href]",
    field: "textarea, select, input:not([type=radio], [type=checkbox], [type=file])",
    radio: "input[type=radio]",
    tick: "input[type=checkbox]",
  };
  const words = (text) => text.replace(/\s+/g, " ").trim();
  const named = (element) => {
    const ids = element.getAttribute("aria-labelledby")?.split(" ") ?? [];
    const labels = ids.length ? ids.map((id) => document.getElementById(id)) : [...(element.labels ?? [])];
    const label = labels.map((one) => one?.innerText ?? "").join(" ");
    return words(element.getAttribute("aria-label") ?? (label || (element.innerText ?? element.textContent)));
  };
  const test = name.source === undefined ? (text) => text === name : (text) => new RegExp(name.source, name.flags).test(text);
  const seen = [...document.querySelectorAll(kinds[kind])].filter((one) => one.checkVisibility({ visibilityProperty: true }));
  const names = seen.map(named);
  const element = seen.find((_, at) => test(names[at]));
  if (!element) return { names };
  const pressed = ["radio", "tick"].includes(kind) ? (element.labels[0] ?? element) : element;
  pressed.scrollIntoView({ block: "center", behavior: "instant" });
  const { x, y, width, height } = pressed.getClientRects()[0];
  return { x: Math.round(x + width / 2), y: Math.round(y + height / 2), disabled: element.disabled === true };
}

/** The visible text, including that of visible fields; one line for each block. */
export function shown() {
  const seen = (element) => element.checkVisibility({ visibilityProperty: true, opacityProperty: true });
  const block = (element) => (getComputedStyle(element).display.startsWith("inline") ? block(element.parentElement) : element);
  const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  let text = "";
  let last = null;
  while (walker.nextNode()) {
    const { parentElement: parent, data } = walker.currentNode;
    if (!data.trim() || parent.closest("script, style, template, textarea, noscript") || !seen(parent)) continue;
    const now = block(parent);
    text += (now === last ? "" : "\n") + data;
    last = now;
  }
  const fields = [...document.querySelectorAll("textarea, input")].filter(seen).map(({ value }) => value);
  return `${text}\n${fields.join("\n")}`.replace(/[^\S\n]+/g, " ");
}

/** Everything in the document, visible or not: its markup and the values of its fields. */
export function held() {
  const fields = [...document.querySelectorAll("textarea, input")].map(({ value }) => value);
  return `${document.documentElement.outerHTML}\n${fields.join("\n")}`;
}

/** Records in session storage when this page is restored from the back-forward cache, and
 * what is visible in the first frame; `look` is `shown`. */
export function noteReturns(key, look) {
  if (window.notesReturns) return;
  window.notesReturns = true;
  window.addEventListener("pageshow", ({ persisted }) => {
    if (!persisted) return;
    sessionStorage.setItem(key, "");
    requestAnimationFrame(() => sessionStorage.setItem(key, look()));
  }, true);
}
