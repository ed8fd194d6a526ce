// Runs before the first paint, to avoid layout shifts: sets the bare view for frames, the choices in
// the address, the chosen titles, and a veil over parts that wait for stored answers.
(() => {
  const root = document.documentElement;
  root.dataset.js = "";
  // A host may serve a folder without its trailing slash, or with two slashes; every relative address
  // would then be wrong. Whatever follows this script is resolved against the corrected address. On an
  // unknown address this is not done: its page, 404.html, has no manifest.
  const folder = location.pathname.replace(/\/{2,}/g, "/");
  const path = /(\/|\.html?|\/index)$/.test(folder) ? folder : `${folder}/`;
  if (path !== location.pathname && document.querySelector("link[rel=manifest]")) try {
    history.replaceState(history.state, "", `${path}${location.search}${location.hash}`);
  } catch {
    // Not allowed in a frame without an origin: its links are broken, but its text can be read.
  }
  const asked = new URLSearchParams(location.search);
  // Links are typed and pasted: capitals, leading zeros and trailing punctuation change nothing.
  const tidy = (text) => text.toLowerCase().replace(/[^a-z0-9]+$/, "").replace(/^0+(?=\d)/, "");
  // Two levels in the query of the page that compares lead to the comparison itself, if the page has
  // both in its lists and a link to it. Until that is known it shows nothing.
  const asksPair = location.pathname.endsWith("/compare/") && asked.has("a") && asked.has("b");
  if (asksPair) root.dataset.away = "";
  const lead = () => {
    const names = ["a", "b"].map((list) => {
      const name = tidy(asked.get(list));
      const found = [...document.querySelectorAll(`select[name=${list}] option`)];
      return name && found.find(({ value, dataset }) => [tidy(value), tidy(dataset.label ?? "")].includes(name))?.value;
    });
    const way = `${names.join("/")}/`;
    if (names[0] === names[1] || !names.every(Boolean) || !document.querySelector(`a[href$="compare/${way}"]`)) return delete root.dataset.away;
    asked.delete("a");
    asked.delete("b");
    const rest = asked.size ? `?${asked}` : "";
    location.replace(`${way}${rest}${location.hash}`);
  };
  document.addEventListener("readystatechange", () => {
    if (asksPair) lead();
    const place = location.hash.slice(1);
    // A longer fragment is not an id of this app.
    const meant = place.length < 100 ? place.replace(/(?:%[0-9a-f]{2}|[^a-z0-9%])+$/i, "").toLowerCase() : place;
    if (meant !== place && !document.getElementById(place) && document.getElementById(meant)) location.replace(`#${meant}`);
    // A link to a part opens what the part is folded in. Not every browser does so by itself.
    const reveal = () => {
      const part = document.getElementById(location.hash.slice(1));
      const folds = [...document.querySelectorAll("details:not([open])")].filter((fold) => fold.contains(part) && !fold.firstElementChild.contains(part));
      for (const fold of folds) fold.open = true;
      if (folds.length) part.scrollIntoView();
    };
    addEventListener("hashchange", reveal);
    reveal();
    // Ticks are not saved, and a browser that restores form fields after a reload must not restore
    // them.
    for (const box of document.querySelectorAll(".tick input")) box.checked = false;
    for (const [name, value] of asked) {
      for (const choice of document.getElementsByName(name.toLowerCase())) {
        if (choice.type !== "radio" && choice.type !== "checkbox") {
          if (!("inAddress" in choice.dataset || "fromAddress" in choice.dataset)) continue;
          const before = choice.value;
          choice.value = tidy(value);
          if (choice.value !== tidy(value)) choice.value = before;
        } else if ("inAddress" in choice.dataset && tidy(choice.value) === tidy(value)) choice.checked = true;
      }
    }
  }, { once: true });
  // A framed view reads nothing from this browser's storage.
  if (asked.get("embed") === "1") {
    root.dataset.embed = "";
    const base = document.createElement("base");
    base.target = "_blank";
    document.head.append(base);
    return;
  }
  const waits = () => root.setAttribute("data-waiting", "");
  if (asked.has("step") || asked.has("attempt")) waits();
  // Remembers a press of “Start the quiz” until the program is loaded.
  addEventListener("click", ({ target }) => {
    if (target?.closest?.("[data-start]") && !("alive" in root.dataset)) root.dataset.pressed = "";
  });
  // No other framed page reads storage either: the embedding page could draw over its buttons.
  if (self !== top) return;
  // The Back button may restore an old page from the browser's memory (bfcache). It would show, and
  // write again, what was deleted or locked since. So each page is hidden while it is away, and
  // reloaded if saved data has changed or the journal is no longer open.
  const saved = () => {
    try {
      const starts = ["ladder-explorer/v1/", `ladder-explorer/v2/${root.dataset.site}/`];
      const ours = (storage, key) => Object.keys(storage).filter((name) => starts.some((start) => name.startsWith(start)) && key.test(name));
      const lock = localStorage.getItem(`${starts[1]}lock/lock`);
      const [key] = ours(sessionStorage, /\/lock\/key$/);
      const isOpen = Boolean(key) && (JSON.parse(sessionStorage[key]).until ?? Infinity) > Date.now();
      if (lock && !isOpen) return null;
      const names = ours(localStorage, /./).filter((name) => !name.endsWith("/probe"));
      return JSON.stringify(names.sort().map((name) => [name, localStorage[name]]));
    } catch {
      return "";
    }
  };
  let left;
  addEventListener("pagehide", () => {
    left = saved();
    root.dataset.away = "";
  });
  addEventListener("pageshow", ({ persisted }) => {
    if (!persisted || (left !== null && left === saved())) return delete root.dataset.away;
    // The old page can no longer write: see dom/local_store.rs.
    root.dataset.stale = "";
    location.reload();
  });
  try {
    const { site, ladder } = root.dataset;
    const [own, old] = [`ladder-explorer/v2/${site}/`, "ladder-explorer/v1/"];
    if (Object.keys(localStorage).some((key) => [own, old].some((prefix) => key.startsWith(`${prefix}attempt/`)))) waits();
    // Settings of an older version that are not migrated yet are the newer choice.
    const read = (key) => {
      try {
        return JSON.parse(localStorage.getItem(key));
      } catch {
        return null;
      }
    };
    const older = read(`${old}settings/visitor`);
    const kept = older?.schema <= 2 ? older : null;
    const scheme = (ladder === root.dataset.firstLadder ? kept?.titleScheme : undefined) ?? read(`${own}choice/${ladder}/title-scheme`)?.value;
    if (typeof scheme === "string" && /^[a-z0-9-]+$/.test(scheme)) root.dataset.scheme = scheme;
    if ((kept?.slashKey ?? read(`${own}setting/slash-key`)?.value) === false) root.dataset.noSlash = "";
  } catch {
    // Storage fails: the default titles show, and the app reports the problem.
  }
})();
