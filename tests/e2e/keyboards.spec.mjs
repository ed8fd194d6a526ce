// Keys as other keyboards send them: input methods, layouts that are not Latin, AltGr, a Mac. The events
// are synthetic, because no test tool has those keyboards.
import { expect, open, test } from "./app.mjs";
import { journal, line } from "./keeping.mjs";

const over = (page) => page.getByRole("dialog", { name: "Search" });
const field = (page) => page.getByRole("searchbox", { name: /^Search the ladder/ });
const hits = (page) => page.locator("#search-found a");

/** Sends a key to the focused element, or to a given one; returns whether the page handled it. */
const press = (page, key, selector) => page.evaluate(([init, place]) => {
  const target = (place ? document.querySelector(place) : document.activeElement) ?? document.body;
  return !target.dispatchEvent(new KeyboardEvent("keydown", { bubbles: true, composed: true, cancelable: true, ...init }));
}, [key, selector]);

/** Makes the browser look like one on a Mac, as far as a page can see. */
const onMac = (page) => page.addInitScript(() => {
  Object.defineProperty(navigator, "platform", { get: () => "MacIntel" });
  Object.defineProperty(navigator, "userAgentData", { get: () => undefined });
});

const composing = {
  "while composing": { isComposing: true },
  "that ends a composition, as Safari tells it": { isComposing: false, keyCode: 229 },
  "while composing, by its code too": { isComposing: true, keyCode: 229 },
};

test.describe("a key that belongs to an input method", () => {
  for (const [words, how] of Object.entries(composing)) {
    test(`Enter and arrows ${words} open and move nothing in the search`, async ({ page }) => {
      await open(page, "levels/l7/");
      await page.keyboard.press("/");
      await field(page).pressSequentially("risk");
      await expect(hits(page).first()).toBeVisible();
      const address = page.url();
      for (const key of ["Enter", "ArrowDown", "ArrowUp", "Escape"]) {
        expect(await press(page, { key, ...how }), key).toBe(false);
        await expect(field(page), key).toBeFocused();
      }
      await expect(over(page)).toBeVisible();
      expect(page.url()).toBe(address);
      // Without it, the same keys work as usual.
      expect(await press(page, { key: "ArrowDown" })).toBe(true);
      await expect(hits(page).first()).toBeFocused();
    });

    test(`arrows ${words} move nothing in the ladder`, async ({ page }) => {
      await open(page, "matrix/");
      const from = page.locator(".heat tbody td a").first();
      await from.focus();
      for (const key of ["ArrowRight", "ArrowDown", "Home", "End"]) {
        expect(await press(page, { key, ...how }), key).toBe(false);
        await expect(from, key).toBeFocused();
      }
      expect(await press(page, { key: "ArrowRight" })).toBe(true);
    });

    test(`the shortcuts ${words} open nothing`, async ({ page }) => {
      await open(page, "levels/l7/");
      for (const key of [{ key: "/", code: "Slash" }, { key: "k", code: "KeyK", ctrlKey: true }]) {
        expect(await press(page, { ...key, ...how })).toBe(false);
      }
      await expect(over(page)).toBeHidden();
    });
  }

  test("a word that is really composed reaches the field whole, and opens nothing", async ({ page }) => {
    await open(page, "levels/l7/");
    await page.keyboard.press("/");
    const client = await page.context().newCDPSession(page);
    await client.send("Input.imeSetComposition", { text: "risk", selectionStart: 4, selectionEnd: 4 });
    await expect(hits(page).first()).toBeVisible();
    await press(page, { key: "Enter", isComposing: true });
    await client.send("Input.insertText", { text: "risk" });
    await expect(field(page)).toHaveValue("risk");
    await expect(hits(page).first()).toBeVisible();
    await expect(page).toHaveURL(/levels\/l7\/$/);
  });
});

const layouts = {
  "Russian, Ctrl+K": [{ key: "л", code: "KeyK", ctrlKey: true }, true],
  "Greek, Ctrl+K": [{ key: "κ", code: "KeyK", ctrlKey: true }, true],
  "Hebrew, Ctrl+K": [{ key: "ל", code: "KeyK", ctrlKey: true }, true],
  "Korean, Ctrl+K": [{ key: "ㅏ", code: "KeyK", ctrlKey: true }, true],
  "Arabic, the key of “/”": [{ key: "ظ", code: "Slash" }, true],
  "Thai, the key of “/”": [{ key: "ฝ", code: "Slash" }, true],
  "Russian, “/” where it is typed": [{ key: "/", code: "Backslash", shiftKey: true }, true],
  "German, “/” where it is typed": [{ key: "/", code: "Digit7", shiftKey: true }, true],
  "German, the key of “/”, which types “-”": [{ key: "-", code: "Slash" }, false],
  "Canadian, the key of “/”, which types “é”": [{ key: "é", code: "Slash" }, false],
  "Russian, the key of “/”, which types “.”": [{ key: ".", code: "Slash" }, false],
  "Dvorak, Ctrl+K where it is typed": [{ key: "k", code: "KeyV", ctrlKey: true }, true],
  "Dvorak, Ctrl and the key of K, which types “t”": [{ key: "t", code: "KeyK", ctrlKey: true }, false],
  "“/” typed with AltGr, which Windows calls Ctrl and Alt": [{ key: "/", code: "Digit7", ctrlKey: true, altKey: true, modifierAltGraph: true }, true],
  "“ĸ” typed with AltGr": [{ key: "ĸ", code: "KeyK", ctrlKey: true, altKey: true, modifierAltGraph: true }, false],
  "“k” with AltGr": [{ key: "k", code: "KeyK", ctrlKey: true, altKey: true, modifierAltGraph: true }, false],
  "Ctrl+Alt+K": [{ key: "k", code: "KeyK", ctrlKey: true, altKey: true }, false],
  "Russian, Ctrl+Shift+K": [{ key: "Л", code: "KeyK", ctrlKey: true, shiftKey: true }, false],
  "Russian, K alone": [{ key: "л", code: "KeyK" }, false],
};
test("the shortcuts work by letter and, where a layout is not Latin, by place", async ({ page }) => {
  await open(page, "levels/l7/");
  for (const [words, [key, opens]] of Object.entries(layouts)) {
    expect(await press(page, key, "h1"), words).toBe(opens);
    await expect(over(page), words).toBeVisible({ visible: opens });
    if (opens) await page.evaluate(() => document.getElementById("search").close());
  }
});

test("an event of a key that has none, as browsers send when they fill in a form, does no harm", async ({ page }) => {
  await open(page, "levels/l7/");
  await page.evaluate(() => document.body.dispatchEvent(new Event("keydown", { bubbles: true })));
  await page.evaluate(() => document.dispatchEvent(new KeyboardEvent("keydown", { key: "Unidentified" })));
  await expect(over(page)).toBeHidden();
});

test.describe("a key with which something is typed is left alone", () => {
  const places = {
    "a text that can be edited": () => Object.assign(document.createElement("p"), { contentEditable: "true" }),
    "an element in such a text": () => {
      const text = Object.assign(document.createElement("p"), { contentEditable: "true" });
      text.append(document.createElement("b"));
      return text;
    },
    "a list that jumps to what is typed": () => document.createElement("select"),
    "a field for numbers": () => Object.assign(document.createElement("input"), { type: "number" }),
    "a field that an extension put into the page": () => {
      const host = document.createElement("div");
      host.attachShadow({ mode: "open" }).append(document.createElement("textarea"));
      return host;
    },
  };
  for (const [words, make] of Object.entries(places)) {
    test(`in ${words}`, async ({ page }) => {
      await open(page, "levels/l7/");
      const taken = await page.evaluate((source) => {
        const place = (0, new Function(`return (${source})()`))();
        document.querySelector("main").append(place);
        const target = place.shadowRoot?.firstChild ?? place.querySelector("b") ?? place;
        return !target.dispatchEvent(new KeyboardEvent("keydown", { key: "/", code: "Slash", bubbles: true, composed: true, cancelable: true }));
      }, String(make)).catch(() => "not tried");
      expect(taken).toBe(false);
      await expect(over(page)).toBeHidden();
    });
  }
});

test.describe("on a Mac", () => {
  test.beforeEach(({ page }) => onMac(page));

  test("Command+K opens the search, also from a field", async ({ page }) => {
    await open(page, journal);
    await line(page).focus();
    expect(await press(page, { key: "k", code: "KeyK", metaKey: true })).toBe(true);
    await expect(field(page)).toBeFocused();
  });

  for (const [place, selector] of [["a line of evidence", "#new-entry"], ["the search itself", "#search-words"]]) {
    test(`Ctrl+K in ${place} is left to the editor, which deletes to the end of the line`, async ({ page }) => {
      await open(page, journal);
      if (selector === "#search-words") await page.keyboard.press("/");
      await page.locator(selector).focus();
      expect(await press(page, { key: "k", code: "KeyK", ctrlKey: true })).toBe(false);
      await expect(page.locator(selector)).toBeFocused();
    });
  }

  test("Ctrl+K opens it where nothing is typed", async ({ page }) => {
    await open(page, "levels/l7/");
    expect(await press(page, { key: "k", code: "KeyK", ctrlKey: true }, "h1")).toBe(true);
    await expect(field(page)).toBeFocused();
  });

  test("the page of the search names the key of a Mac, and so does the button", async ({ page }) => {
    await open(page, "search/");
    await expect(page.getByText("on a Mac, Command and K")).toBeVisible();
    await expect(page.getByRole("link", { name: "Search", exact: true })).toHaveAttribute("aria-keyshortcuts", "/ Control+K Meta+K");
  });
});

test("elsewhere Ctrl+K opens the search from a field too", async ({ page }) => {
  await open(page, journal);
  await line(page).focus();
  expect(await press(page, { key: "k", code: "KeyK", ctrlKey: true })).toBe(true);
  await expect(field(page)).toBeFocused();
});

test("a key with Ctrl, Alt, Shift or Command is left to the browser in the search", async ({ page }) => {
  await open(page, "levels/l7/");
  await page.keyboard.press("/");
  await field(page).pressSequentially("risk");
  await expect(hits(page).first()).toBeVisible();
  for (const how of [{ ctrlKey: true }, { altKey: true }, { shiftKey: true }, { metaKey: true }]) {
    for (const key of ["Enter", "ArrowDown"]) expect(await press(page, { key, ...how }), JSON.stringify(how)).toBe(false);
  }
  await expect(page).toHaveURL(/levels\/l7\/$/);
});

for (const [words, typed] of [["with words in it", "risk"], ["that is empty", ""]]) {
  // A synthetic event closes nothing by itself, and neither does a real one in Safari.
  test(`Escape in the field of the search ${words} closes the search by the page’s own doing`, async ({ page }) => {
    await open(page, "levels/l7/");
    await page.getByRole("link", { name: "Search", exact: true }).focus();
    await page.keyboard.press("/");
    await field(page).pressSequentially(typed);
    expect(await press(page, { key: "Escape" }, "#search-words")).toBe(true);
    await expect(over(page)).toBeHidden();
    await expect(page.getByRole("link", { name: "Search", exact: true })).toBeFocused();
  });
}

test("Escape on an entry that was found closes the search as well", async ({ page }) => {
  await open(page, "levels/l7/");
  await page.keyboard.press("/");
  await field(page).pressSequentially("risk");
  await expect(hits(page).first()).toBeVisible();
  await page.keyboard.press("ArrowDown");
  expect(await press(page, { key: "Escape" })).toBe(true);
  await expect(over(page)).toBeHidden();
});
