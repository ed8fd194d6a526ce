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
    const { page, query, hash, near } = meant(parts.slice(depth).join("/"), site);
    const address = root + page;
    if (page !== undefined && address !== location.pathname && (await there(address))?.ok) {
      location.replace(address + (query || location.search) + (hash || location.hash));
      return;
    }
    for (const link of document.querySelectorAll("[data-to]")) {
      link.href = root + link.dataset.to;
    }
    for (const target of near.filter((one) => !document.querySelector(`[data-to="${one}"]`))) {
      const link = document.createElement("a");
      link.href = root + target;
      link.textContent = target;
      const item = document.createElement("li");
      item.append(link);
      document.querySelector("#near ul").append(item);
      document.getElementById("near").hidden = false;
    }
    document.getElementById("ways-out").hidden = false;
    return;
  }
})();
