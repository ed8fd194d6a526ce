// Loads all files of a page's program at once, and shows the cause if it does not start. A bare view
// for a frame loads nothing.
(() => {
  const root = document.documentElement;
  root.dataset.loads = "";
  if ("embed" in root.dataset) return;
  const failed = (cause) => {
    root.dataset.failed = cause;
    if (cause === "files") renew().catch(() => {});
  };
  // Right after a new version is deployed, an old page requests files that no longer exist. The page is
  // reloaded if the host serves a different one by now, at most once a minute.
  const renew = async () => {
    const page = await fetch(location.pathname, { cache: "reload" }).catch(() => failed("connection"));
    const text = page?.ok ? await page.text() : "";
    if (!text || (text.includes("{{start}}") && text.includes("{{js}}"))) return;
    const last = "ladder-explorer/reloaded";
    if (Date.now() - sessionStorage.getItem(last) < 60000) return;
    sessionStorage.setItem(last, Date.now());
    location.reload();
  };
  addEventListener("not-started", ({ detail }) => failed(detail));
  // A page without an origin cannot load a program: it was opened as a file, or in a frame that forbids
  // it.
  if (origin === "null") return failed(location.protocol === "file:" ? "file" : "frame");
  if (typeof WebAssembly !== "object") return failed("browser");
  const program = fetch("./{{wasm}}", { integrity: "{{wasm_integrity}}", credentials: "same-origin" });
  program.catch(() => {});
  Promise.all([import("./{{start}}"), import("./{{js}}")]).then(
    ([start, { default: init }]) => start.default(init, program),
    (error) => {
      // The page is being left for another one, which the browser takes for a failure.
      if ("away" in root.dataset) return;
      failed("files");
      throw error;
    },
  );
})();
