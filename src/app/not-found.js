// Finds the app's root from an unknown address: the nearest folder above that has our own marker
// file. Then points the links there. Asks this origin only.
(async () => {
  const parts = location.pathname.split("/").slice(1, -1).slice(0, 12);
  for (let depth = parts.length; depth >= 0; depth -= 1) {
    const root = `/${parts.slice(0, depth).map((part) => `${part}/`).join("")}`;
    const answer = await fetch(`${root}ladder-explorer.txt`, { cache: "no-store" }).catch(() => null);
    if (answer?.ok && (await answer.text()).startsWith("ladder-explorer")) {
      for (const link of document.querySelectorAll("[data-to]")) {
        link.href = root + link.dataset.to;
      }
      return;
    }
  }
})();
