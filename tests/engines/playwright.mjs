// Chromium, Firefox and Playwright's own WebKit, driven by Playwright. Nothing here waits for elements or
// for navigations: in Firefox, Playwright does not notice a page that is restored from the cache.

/** A visit: a browser with empty storage. `launched` is a browser of Playwright. */
export async function visit(launched, options = {}) {
  const context = await launched.newContext({ viewport: { width: 1280, height: 900 }, ...options });
  return within(context, () => context.close());
}

/** A visit in an existing context, such as one with its own profile. */
export function within(context, close) {
  const errors = [];
  context.on("weberror", (error) => errors.push(String(error.error())));
  context.on("console", (message) => {
    if (["error", "warning"].includes(message.type())) errors.push(message.text());
  });
  return { errors, close, newTab: async () => tab(await context.newPage()) };
}

function tab(page) {
  return {
    goto: (url) => page.goto(url),
    evaluate: (expression) => page.evaluate(expression),
    click: (x, y) => page.mouse.click(x, y),
    type: (text) => page.keyboard.type(text),
    press: (key, held) => page.keyboard.press([...held, key].join("+")),
    close: () => page.close(),
  };
}
