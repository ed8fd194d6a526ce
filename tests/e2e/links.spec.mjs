// A link to any part: its address, Markdown, HTML and frame, and copying it to the clipboard.
import { readdirSync, readFileSync } from "node:fs";
import { expect, ladder, open, test } from "./app.mjs";
import { dist } from "./serve.mjs";

test.use({ permissions: ["clipboard-read", "clipboard-write"] });

const { name, expectations } = ladder.competencies.find(({ id }) => id === "risk");
const title = `L7 · ${name}: ${expectations.L7.gist}`;
const over = (page) => page.getByRole("dialog", { name: title });
const form = (page, label) => page.getByRole("dialog").getByRole("textbox", { name: label, exact: true });
const clipboard = (page) => page.evaluate(() => navigator.clipboard.readText());
const said = (page) => page.getByRole("dialog").getByRole("status");
const escape = (text) => text.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll('"', "&quot;");

const forms = (address) => ({
  Address: address,
  Markdown: `[${title}](<${address}>)`,
  HTML: `<a href="${address}">${escape(title)}</a>`,
  "HTML for a card in a frame": `<iframe src="${address}?embed=card&amp;theme=light" title="${escape(title)}" width="100%" height="150" loading="lazy" referrerpolicy="no-referrer"></iframe>`,
  "HTML for the page in a frame": `<iframe src="${address}?embed=1&amp;theme=light" title="${escape(title)}" width="100%" height="480" loading="lazy" referrerpolicy="no-referrer"></iframe>`,
});

test.describe("the window of a link", () => {
  test("has every form with the full address, and each can be copied", async ({ page, site }) => {
    await open(page, "levels/l7/risk/");
    await page.getByRole("button", { name: `Link to ${title}` }).click();
    await expect(over(page)).toBeVisible();
    for (const [label, text] of Object.entries(forms(`${site}levels/l7/risk/`))) {
      await expect(form(page, label)).toHaveValue(text);
      await over(page).getByRole("button", { name: `Copy: ${label}`, exact: true }).click();
      await expect(said(page)).toHaveText("Copied.");
      expect(await clipboard(page)).toBe(text);
    }
  });

  test("on an expectation, leads to it, and the address opens it", async ({ page, site }) => {
    const item = ladder.competencies[1];
    for (const code of ["T6", "L6"]) {
      await open(page, `levels/${code.toLowerCase()}/${item.id}/`);
      await page.getByRole("button", { name: `Link to ${code} · ${item.name}` }).click();
      await expect(form(page, "Address")).toHaveValue(`${site}levels/${code.toLowerCase()}/${item.id}/`);
      await expect(said(page), "what was said of another link is gone").toBeEmpty();
      await page.getByRole("dialog").getByRole("button", { name: "Copy: Address" }).click();
      await page.keyboard.press("Escape");
    }
    await page.goto(await clipboard(page));
    await expect(page.getByRole("heading", { level: 1 })).toContainText(item.name);
    await expect(page.getByText(item.expectations.L6.gist, { exact: true }).first()).toBeVisible();
  });

  test("needs no mouse, and gives the focus back", async ({ page, site }) => {
    await open(page, "levels/l7/risk/");
    const button = page.getByRole("button", { name: `Link to ${title}` });
    await button.focus();
    await page.keyboard.press("Enter");
    await expect(over(page)).toBeVisible();
    for (let presses = 0; presses < 8; presses += 1) {
      if (await form(page, "Markdown").evaluate((element) => element === document.activeElement)) break;
      await page.keyboard.press("Tab");
    }
    await expect(form(page, "Markdown")).toBeFocused();
    await page.keyboard.press("Tab");
    await page.keyboard.press("Enter");
    await expect(said(page)).toHaveText("Copied.");
    expect(await clipboard(page)).toBe(forms(`${site}levels/l7/risk/`).Markdown);
    await page.keyboard.press("Escape");
    await expect(over(page)).toBeHidden();
    await expect(button).toBeFocused();
  });

  test("of the ladder carries the filters that were chosen", async ({ page, site }) => {
    await open(page, "matrix/");
    await page.getByRole("radio", { name: "Broad", exact: true }).check();
    await page.getByRole("radio", { name: "8", exact: true }).check();
    await page.getByRole("button", { name: "Link to The ladder" }).click();
    await expect(form(page, "Address")).toHaveValue(`${site}matrix/?lean=broad&rung=8`);
    await expect(form(page, "HTML for the page in a frame")).toHaveValue(/matrix\/\?lean=broad&amp;rung=8&amp;embed=1&amp;theme=light"/);
  });

  test("the page about links has one for each kind of part", async ({ page, site }) => {
    await open(page, "link/");
    const buttons = page.getByRole("button", { name: /^Link to/ });
    await expect(buttons).toHaveCount(5);
    for (const path of ["levels/l7/", "competencies/depth/", "levels/l7/depth/", "compare/t7/l7/", "matrix/"]) {
      await expect(page.getByRole("cell").getByRole("link", { name: path, exact: true })).toBeVisible();
      await page.getByRole("row").filter({ has: page.getByRole("link", { name: path, exact: true }) }).getByRole("button").click();
      await expect(form(page, "Address")).toHaveValue(site + path);
      await page.keyboard.press("Escape");
    }
  });
});

test.describe("a browser that does not copy", () => {
  for (const [words, script] of [
    ["refuses", () => { navigator.clipboard.writeText = () => Promise.reject(new DOMException("no", "NotAllowedError")); }],
    ["has no clipboard", () => Object.defineProperty(navigator, "clipboard", { value: undefined })],
  ]) {
    test(`one that ${words} is told of, and the text is there to take by hand`, async ({ page, site }) => {
      await page.addInitScript(script);
      await open(page, "levels/l7/risk/");
      await page.getByRole("button", { name: `Link to ${title}` }).click();
      await over(page).getByRole("button", { name: "Copy: Address" }).click();
      await expect(said(page)).toContainText("The browser refused to copy.");
      await form(page, "Address").focus();
      await page.keyboard.press("Control+a");
      expect(await page.evaluate(() => getSelection().toString())).toBe(`${site}levels/l7/risk/`);
      await open(page, "guide/growing/");
      await page.locator("details:has(> * > [data-copy-text]) > summary").first().click();
      const copy = page.locator("[data-copy-text]").first();
      await copy.click();
      await expect(copy).toContainText("refused");
    });
  }
});

test("every link button of every page names a page that is there", () => {
  const files = readdirSync(dist, { recursive: true }).filter((file) => file.endsWith("index.html"));
  const broken = [];
  let buttons = 0;
  for (const file of files) {
    for (const [, href] of readFileSync(dist + file, "utf8").matchAll(/data-link="([^"]*)"/g)) {
      const { pathname, search } = new URL(href, `http://x/${file.slice(0, -"index.html".length)}`);
      buttons += 1;
      if (search || !files.includes(`${pathname.slice(1)}index.html`)) broken.push(`${file}: ${href}`);
    }
  }
  expect(broken).toEqual([]);
  expect(buttons).toBeGreaterThan(500);
});
