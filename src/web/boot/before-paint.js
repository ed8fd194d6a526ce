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
      // The home page had the words of each level once; the page of the ladder has them now.
      const words = name.toLowerCase() === "rung" && document.querySelector("a[data-rung]");
      if (words) location.replace(`${words.href}?rung=${tidy(value)}#in-words`);
      for (const choice of document.getElementsByName(name.toLowerCase())) {
        if (choice.type !== "radio" && choice.type !== "checkbox") {
          if (!("inAddress" in choice.dataset || "fromAddress" in choice.dataset)) continue;
          // A list takes the option that is meant, a field the value itself, each only if it can hold it.
          const before = choice.value;
          const meant = choice.options ? [...choice.options].find((option) => tidy(option.value) === tidy(value))?.value : tidy(value);
          choice.value = meant ?? before;
          if (choice.value !== meant) choice.value = before;
        } else if ("inAddress" in choice.dataset && tidy(choice.value) === tidy(value)) choice.checked = true;
      }
    }
    const next = asked.has("a") && !asked.has("b") && document.querySelector("select[name=a] option:checked")?.dataset.next;
    if (next) document.querySelector("select[name=b]").value = next;
  }, { once: true });
  // A view for a frame reads nothing from this browser's storage. It is light, whatever the reader's system,
  // unless the address says otherwise: most wikis are. Where the address names the theme of the page around
  // the frame, that page shows through.
  const view = asked.get("embed");
  if (view === "1" || view === "card") {
    const [base, theme] = [document.createElement("base"), asked.get("theme")];
    base.target = "_blank";
    document.head.append(base);
    Object.assign(root.dataset, { embed: view, away: "" });
    if (theme === "light" || theme === "dark") root.style.background = "none";
    const paint = (rules) => {
      for (const rule of rules) {
        if (rule.media?.mediaText.includes("prefers-color-scheme: dark")) rule.media.mediaText = theme === "dark" ? "screen" : "not all";
        else if (rule.cssRules) paint(rule.cssRules);
      }
    };
    document.addEventListener("readystatechange", () => {
      if (theme !== "auto") {
        root.style.colorScheme = theme === "dark" ? "dark" : "light";
        for (const sheet of document.styleSheets) paint(sheet.cssRules);
      }
      const card = view === "card" && document.getElementById("link-as-card");
      if (card) document.body.replaceChildren(card.content);
      delete root.dataset.away;
    }, { once: true });
    // A sandbox may forbid new tabs: then a link opens in the frame, as the same kind of view.
    addEventListener("click", (event) => {
      const link = event.target.closest?.("a[href]");
      if (!link || event.button || event.ctrlKey || event.metaKey || event.shiftKey || event.altKey) return;
      event.preventDefault();
      const [to, here] = [link.href, location.href].map((address) => new URL(address));
      if (to.hash && to.pathname === here.pathname) return (location.hash = to.hash);
      const tab = open(to);
      // Without an origin the tab cannot be cut off; it is in the same sandbox then.
      if (tab) try { return (tab.opener = null); } catch { return; }
      if (to.origin === here.origin) for (const name of ["embed", "theme"]) if (asked.has(name)) to.searchParams.set(name, asked.get(name));
      location.assign(to);
    });
    return;
  }
  const waits = () => root.setAttribute("data-waiting", "");
  if (asked.has("step") || asked.has("attempt")) waits();
  // Remembers a press of “Take the quiz”, and of which one, until the program is loaded.
  addEventListener("click", ({ target }) => {
    const start = target?.closest?.("[data-start]");
    if (!start || "alive" in root.dataset) return;
    root.dataset.pressed = "";
    if (start.dataset.start) root.dataset.tap = "";
  });
  // No other framed page reads storage either: the embedding page could draw over its buttons.
  if (self !== top) return;
  // The Back button may restore an old page from the browser's memory (bfcache). It would show, and
  // write again, what was deleted or locked since. So each page is hidden while it is away, and
  // reloaded if saved data has changed or there is a lock.
  const saved = () => {
    try {
      const starts = ["ladder-explorer/v1/", `ladder-explorer/v2/${root.dataset.site}/`];
      // With a lock, open or not, a page that comes back is always loaded anew.
      if (localStorage.getItem(`${starts[1]}lock/lock`)) return null;
      const names = Object.keys(localStorage).filter((name) => starts.some((start) => name.startsWith(start)) && !name.endsWith("/probe"));
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
