// Browsers that keep nothing, or no more: what the tests do to a page's storage.

/** Before any script of the page: every look at local storage throws, as in a blocked frame. */
export function refuseStorage(page) {
  return page.addInitScript(() => {
    Object.defineProperty(window, "localStorage", {
      get() {
        throw new DOMException("The operation is insecure.", "SecurityError");
      },
    });
  });
}

/** Fills the origin's storage to the last character, under a key of another app. */
export function fillStorage(page) {
  return page.evaluate(() => {
    let text = "";
    for (let size = 4_194_304; size >= 1; size /= 2) {
      try {
        localStorage.setItem("another-app", text + "x".repeat(size));
        text += "x".repeat(size);
      } catch {
        // Too much by this size: try half of it.
      }
    }
  });
}
