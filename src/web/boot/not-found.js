// Finds the app's root from an unknown address: the nearest folder above with this app's marker file.
// Then redirects to the intended page, or corrects the links on this one. Sends requests to this origin
// only.
(async () => {
  const site = JSON.parse(document.getElementById("known-pages").textContent);
  const there = (address) => fetch(address, { cache: "no-store" }).catch(() => null);
  const parts = location.pathname.split("/").filter(Boolean);
  for (let depth = Math.min(parts.length, 12); depth >= 0; depth -= 1) {
    const root = `/${parts.slice(0, depth).map((part) => `${part}/`).join("")}`;
    const answer = await there(`${root}ladder-explorer.txt`);
    if (!answer?.ok || !(await answer.text()).startsWith("ladder-explorer")) continue;
    const behind = parts.slice(depth).join("/");
    const { page, query, hash, near, asked } = meant(behind, site);
    const address = root + page;
    if (page !== undefined && address !== location.pathname && (await there(address))?.ok) {
      location.replace(address + (query || location.search) + (hash || location.hash));
      return;
    }
    // The links are written as from the root.
    for (const [name, link] of [...document.querySelectorAll("[href^='./'], [action^='./']")].map((one) => [one.action ? "action" : "href", one])) {
      link.setAttribute(name, root + link.getAttribute(name).slice(2));
    }
    document.querySelector("[aria-current=page]")?.removeAttribute("aria-current");
    // The shortcut keys belong to programs that this page does not have.
    for (const key of document.querySelectorAll("kbd")) key.remove();
    for (const target of near) {
      const link = document.createElement("a");
      link.href = root + target;
      link.textContent = target;
      const item = document.createElement("li");
      item.append(link);
      document.querySelector("#near ul").append(item);
      document.getElementById("near").hidden = false;
    }
    document.getElementById("words").value = asked;
    for (const part of document.querySelectorAll(".when-found")) part.hidden = false;
    return;
  }
})();
