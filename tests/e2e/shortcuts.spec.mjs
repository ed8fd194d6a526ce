// Opening and closing the search: the button, the keys, and the switch for the key “/”.
import { expect, keep, open, settings, test } from "./app.mjs";
import { entryWith, journal, line } from "./keeping.mjs";

/** One page of each kind. */
const kinds = [
  "", "levels/", "levels/l7/", "levels/l7/risk/", "competencies/", "competencies/risk/", "matrix/", "compare/",
  "compare/t5/l6/", "guide/", "guide/hands-on-time/", "guide/your-case/", "guide/growing/", journal, "whole/", "talk/", "link/",
  "quiz/", "results/", "about/",
];
const over = (page) => page.getByRole("dialog", { name: "Search" });
const field = (page) => page.getByRole("searchbox", { name: /^Search the ladder/ });

async function closed(page) {
  await page.keyboard.press("Escape");
  await expect(over(page)).toBeHidden();
}

test.describe("opening", () => {
  test("every kind of page opens the search by “/”, by Ctrl+K and by its button", async ({ page }) => {
    test.slow();
    for (const path of kinds) {
      await open(page, path);
      await expect(over(page), path).toBeHidden();
      for (const keys of ["/", "Control+k"]) {
        await page.keyboard.press(keys);
        await expect(field(page), `${path} by ${keys}`).toBeFocused();
        await expect(field(page)).toHaveValue("");
        await closed(page);
      }
      await page.getByRole("link", { name: "Search", exact: true }).click();
      await expect(field(page), `${path} by its button`).toBeFocused();
      await expect(page).toHaveURL(new RegExp(`${path}$`));
    }
  });

  test("on the page of the search both keys lead into its field", async ({ page }) => {
    await open(page, "search/");
    for (const keys of ["/", "Control+k"]) {
      await page.getByRole("link", { name: "Ladder", exact: true }).focus();
      await page.keyboard.press(keys);
      await expect(field(page), keys).toBeFocused();
      await expect(field(page)).toHaveValue("");
    }
  });

  test("a “/” that is typed into a field stays a “/”", async ({ page }) => {
    await keep(page, entryWith("a", "An entry"));
    await open(page, journal);
    await line(page).pressSequentially("and/or");
    await expect(line(page)).toHaveValue("and/or");
    await page.getByRole("combobox").first().focus();
    await page.keyboard.press("/");
    await open(page, "guide/hands-on-time/");
    await page.getByRole("spinbutton", { name: /hours in your week/ }).focus();
    await page.keyboard.press("/");
    await expect(over(page)).toBeHidden();
    await page.keyboard.press("Control+k");
    await expect(field(page)).toBeFocused();
    await field(page).pressSequentially("ci/cd");
    await expect(field(page)).toHaveValue("ci/cd");
  });

  test("a “/” beside choices opens the search, since it types nothing there", async ({ page }) => {
    await open(page, "matrix/");
    await page.getByRole("radio", { name: "Broad", exact: true }).focus();
    await page.keyboard.press("/");
    await expect(field(page)).toBeFocused();
  });

  test("keys that belong to the browser are left to it", async ({ page }) => {
    await open(page, "levels/l7/");
    for (const keys of ["Control+/", "Alt+/", "Meta+/", "k", "Alt+Control+k", "Control+Shift+k"]) {
      await page.keyboard.press(keys);
      await expect(over(page), keys).toBeHidden();
    }
  });

  test("the button opened in a new tab is the page of the search", async ({ page, context }) => {
    await open(page, "levels/l7/");
    const tab = context.waitForEvent("page");
    await page.getByRole("link", { name: "Search", exact: true }).click({ modifiers: ["Control"] });
    await expect((await tab).getByRole("heading", { level: 1 })).toHaveText("Search");
    await expect(over(page)).toBeHidden();
  });
});

test.describe("closing", () => {
  for (const [words, typed] of [["an empty field", ""], ["words in the field", "risk"]]) {
    test(`Escape closes the search with ${words}, and the focus returns`, async ({ page }) => {
      await open(page, "levels/l7/");
      const link = page.getByRole("link", { name: /^any level/ });
      await link.focus();
      await page.keyboard.press("/");
      await field(page).pressSequentially(typed);
      await expect(page.locator("html[data-finds]")).toBeAttached();
      await page.keyboard.press("Escape");
      await expect(over(page)).toBeHidden();
      await expect(link).toBeFocused();
    });
  }

  test("the button “Close” closes it by keyboard, and the focus returns", async ({ page }) => {
    await open(page, "guide/");
    const button = page.getByRole("link", { name: "Search", exact: true });
    await button.focus();
    await page.keyboard.press("Enter");
    await expect(field(page)).toBeFocused();
    await page.keyboard.press("Shift+Tab");
    await expect(over(page).getByRole("button", { name: "Close" })).toBeFocused();
    await page.keyboard.press("Enter");
    await expect(over(page)).toBeHidden();
    await expect(button).toBeFocused();
  });

  test("pressed again while it is open, the keys lead back to the field", async ({ page }) => {
    await open(page, "levels/l7/");
    await page.keyboard.press("/");
    await field(page).pressSequentially("risk");
    await expect(over(page).getByRole("link").first()).toBeVisible();
    await page.keyboard.press("ArrowDown");
    await expect(over(page).getByRole("link").first()).toBeFocused();
    await page.keyboard.press("Control+k");
    await expect(field(page)).toBeFocused();
    await expect(field(page)).toHaveValue("risk");
  });
});

test.describe("the key “/” can be turned off (WCAG 2.2, 2.1.4)", () => {
  const box = (page) => page.getByRole("checkbox", { name: "Open the search with the / key, and a note with the n key" });

  test("it is off on every page from then on, Ctrl+K is not, and it can be turned on again", async ({ page }) => {
    await open(page, "search/");
    await expect(box(page)).toBeChecked();
    await box(page).focus();
    await page.keyboard.press("Space");
    await expect(box(page)).not.toBeChecked();
    await page.keyboard.press("/");
    await expect(field(page)).not.toBeFocused();
    for (const path of ["", "levels/l7/", "quiz/"]) {
      await open(page, path);
      await page.keyboard.press("/");
      await expect(over(page), path).toBeHidden();
      await page.keyboard.press("Control+k");
      await expect(field(page), path).toBeFocused();
    }
    await open(page, "search/");
    await expect(box(page)).not.toBeChecked();
    await box(page).check();
    await open(page, "levels/l7/");
    await page.keyboard.press("/");
    await expect(field(page)).toBeFocused();
  });

  test("turning it off keeps the titles that were chosen, and the other way round", async ({ page }) => {
    await open(page, "levels/l7/");
    await page.getByRole("radio", { name: "Architect" }).check();
    await open(page, "search/");
    await box(page).uncheck();
    expect(await settings(page)).toMatchObject({ titleScheme: "architect", slashKey: false });
  });

  test("a key that does nothing is not shown as one that does", async ({ page }) => {
    await open(page, "search/");
    await box(page).uncheck();
    await open(page, "levels/l7/");
    await expect(page.locator(".site-header kbd:visible")).toHaveCount(0);
  });

  test("a browser that keeps nothing says that the choice does not last", async ({ page }) => {
    await page.addInitScript(() => {
      Storage.prototype.setItem = () => {
        throw new DOMException("no", "QuotaExceededError");
      };
    });
    await open(page, "search/");
    await box(page).uncheck();
    await expect(page.getByRole("alert")).toContainText("not saved");
  });
});

test.describe("without JavaScript", () => {
  test.use({ javaScriptEnabled: false });

  test("the button leads to the page of the search, which says where else to look", async ({ page }) => {
    await page.goto("levels/l7/risk/");
    await page.getByRole("link", { name: "Search", exact: true }).click();
    await expect(page).toHaveURL(/\/search\/$/);
    await expect(page.locator(".if-failed")).toContainText("The search didn’t start. This page needs JavaScript");
    await expect(page.locator(".if-failed")).toBeVisible();
    await expect(page.locator("input:visible, button:visible, kbd:visible")).toHaveCount(0);
    await page.locator(".if-failed a").click();
    await expect(page).toHaveURL(/\/whole\/$/);
  });
});
