// The bare view for a frame: only the content, no program, no data of the visitor.
import { attemptOf, expect, keep, kept, ladder, settingsWith, test } from "./app.mjs";
import { unfair } from "./faults.mjs";

const parts = ["levels/l7/", "competencies/risk/", "levels/l7/risk/", "matrix/"];
const risk = ladder.competencies.find(({ id }) => id === "risk");

/** Records every access to browser storage, from before the first script of the page. */
function listen(page) {
  return page.addInitScript(() => {
    const touched = [];
    Object.defineProperty(window, "touched", { value: touched });
    for (const name of ["localStorage", "sessionStorage", "indexedDB", "caches"]) {
      const own = Object.getOwnPropertyDescriptor(window, name);
      Object.defineProperty(window, name, { get() { touched.push(name); return own.get.call(window); } });
    }
    for (const name of ["getItem", "setItem", "removeItem", "clear", "key"]) {
      const own = Storage.prototype[name];
      Storage.prototype[name] = function (...words) { touched.push(name); return own.apply(this, words); };
    }
    const cookie = Object.getOwnPropertyDescriptor(Document.prototype, "cookie");
    Object.defineProperty(document, "cookie", { get() { touched.push("cookie"); return cookie.get.call(document); } });
  });
}

const calm = async (page) => {
  await page.waitForLoadState("networkidle");
  await expect(page.locator("html[data-embed]")).toBeAttached();
};

for (const path of parts) {
  test(`${path} shows its content alone`, async ({ page }) => {
    await page.goto(`${path}?embed=1`);
    await calm(page);
    await expect(page.getByRole("main")).toContainText(path === "matrix/" ? risk.expectations.T1.gist : risk.expectations.L7.gist);
    for (const role of ["banner", "contentinfo", "navigation", "button", "radio", "textbox", "combobox", "checkbox", "dialog"]) {
      await expect(page.getByRole(role), role).toHaveCount(0);
    }
  });

  test(`${path} looks at nothing that this browser keeps, and starts no program`, async ({ page, watch }) => {
    await keep(page, { ...attemptOf("a", "deep"), ...settingsWith({ titleScheme: "architect" }) });
    const before = await kept(page);
    await listen(page);
    watch.requests.length = 0;
    await page.goto(`${path}?embed=1`);
    await calm(page);
    await page.locator("body").click({ position: { x: 2, y: 2 } });
    for (const keys of ["/", "Control+k", "Tab", "ArrowRight"]) await page.keyboard.press(keys);
    expect(await page.evaluate(() => window.touched)).toEqual([]);
    await expect(page.locator("html[data-alive]")).toHaveCount(0);
    await expect(page.locator("html")).not.toHaveAttribute("data-scheme");
    await expect(page.getByRole("dialog")).toHaveCount(0);
    expect(watch.requests.filter((url) => /\.(js|wasm|json)$/.test(url)), "nothing of a program is asked for").toEqual([]);
    expect(await kept(page)).toEqual(before);
  });
}

test("without the parameter the same page does look, so that the tests above can tell", async ({ page }) => {
  await listen(page);
  await page.goto("levels/l7/");
  await expect(page.locator("html[data-alive]")).toBeAttached();
  expect(await page.evaluate(() => window.touched)).toContain("localStorage");
});

test("the filters of the address hold in the bare view", async ({ page }) => {
  await page.goto("matrix/?lean=broad&embed=1");
  await calm(page);
  const wanted = ladder.competencies.filter(({ lean }) => lean === "broad").map(({ name }) => name);
  await expect(page.locator(".heat tbody tr:visible th a")).toHaveText(wanted);
  await page.locator(".heat tbody tr:visible td a").last().click();
  await expect(page.locator(".words-row:has(:target)"), "in the frame itself").toBeVisible();
});

/** The colours of the view: of its text, and of what is behind it. */
const colours = (page) => page.evaluate(() => [getComputedStyle(document.body).color, getComputedStyle(document.documentElement).backgroundColor].map((colour) => colour.match(/[\d.]+/g).map(Number)));
const isDark = ([red, green, blue]) => red + green + blue < 300;

for (const scheme of ["light", "dark"]) {
  test.describe(`the theme, on a ${scheme} system`, () => {
    test.use({ colorScheme: scheme });

    for (const [query, dark, through] of [
      ["?embed=1", false, false], ["?embed=1&theme=light", false, true], ["?embed=1&theme=dark", true, true],
      ["?embed=1&theme=auto", scheme === "dark", false], ["?embed=card", false, false], ["?embed=card&theme=dark", true, true], ["?embed=1&theme=x", false, false],
    ]) {
      test(`${query} is ${dark ? "dark" : "light"}, ${through ? "on the page around it" : "on paper of its own"}`, async ({ page }) => {
        await page.goto(`levels/l7/risk/${query}`);
        await calm(page);
        const [text, paper] = await colours(page);
        expect(isDark(text)).toBe(!dark);
        expect(paper[3] === 0).toBe(through);
        if (!through) expect(isDark(paper)).toBe(dark);
        const form = await page.evaluate(() => getComputedStyle(document.documentElement).colorScheme);
        if (!query.includes("auto")) expect(form).toBe(dark ? "dark" : "light");
      });
    }
  });
}

test.describe("the card", () => {
  for (const [path, words] of [
    ["levels/l7/risk/", [risk.expectations.L7.gist, "L7", risk.name]],
    ["levels/l7/", ["L7"]],
    ["levels/t1/", ["T1"]],
    ["competencies/risk/", [risk.name]],
    ["small-company/levels/e4/", ["E4"]],
  ]) {
    test(`of ${path} has its sentence, its place and a link, in 180 px at most, and starts no program`, async ({ page, watch, site }) => {
      await listen(page);
      for (const width of [600, 320]) {
        await page.setViewportSize({ width, height: 400 });
        watch.requests.length = 0;
        await page.goto(`${path}?embed=card&theme=light`);
        await calm(page);
        const card = page.locator("body > *");
        await expect(card).toHaveCount(1);
        for (const part of words) await expect(card).toContainText(part);
        await expect(card.getByRole("heading").getByRole("link")).toHaveJSProperty("href", site + path);
        const { height } = await page.locator("body").boundingBox();
        expect(height, `${width} px wide`).toBeLessThanOrEqual(width > 400 ? 150 : 200);
        expect(await page.evaluate(() => document.documentElement.scrollWidth), "no scrolling").toBeLessThanOrEqual(width);
        expect(watch.requests.filter((url) => /\.(js|wasm|json)$/.test(url))).toEqual([]);
        expect(await page.evaluate(() => window.touched)).toEqual([]);
      }
      expect(await unfair(page)).toEqual([]);
    });
  }

  test("of a page that has none is the bare view", async ({ page }) => {
    await page.goto("matrix/?embed=card");
    await calm(page);
    await expect(page.getByRole("main")).toBeVisible();
    await expect(page.getByRole("banner")).toHaveCount(0);
  });
});

test("only “1” and “card” ask for a view for frames", async ({ page }) => {
  for (const query of ["?embed=0", "?embed=", "?embed=yes"]) {
    await page.goto(`levels/l7/${query}`);
    await expect(page.getByRole("banner"), query).toBeVisible();
    await expect(page.locator("html[data-alive]")).toBeAttached();
  }
});

test.describe("in a frame of another page", () => {
  test.beforeEach(async ({ page }) => {
    await page.route("**/wiki.html", (route) => route.fulfill({
      contentType: "text/html",
      body: '<!doctype html><title>A wiki</title><h1>A wiki</h1><iframe src="levels/l7/risk/?embed=1" title="L7" width="100%" height="480" loading="lazy" referrerpolicy="no-referrer"></iframe>',
    }));
    await page.goto("wiki.html");
  });

  test("the view fills the frame with its content", async ({ page }) => {
    const frame = page.frameLocator("iframe");
    await expect(frame.getByText(risk.expectations.L7.gist).first()).toBeVisible();
    await expect(frame.getByRole("banner")).toHaveCount(0);
    await expect(frame.getByRole("button")).toHaveCount(0);
  });

  test("a link opens a page in full, in a tab of its own, and the wiki stays", async ({ page, context }) => {
    const tab = context.waitForEvent("page");
    await page.frameLocator("iframe").locator(".expectation-of a").click();
    const opened = await tab;
    await expect(opened).toHaveURL(/\/levels\/l7\/$/);
    await expect(opened.getByRole("banner")).toBeVisible();
    await expect(page.getByRole("heading", { name: "A wiki" })).toBeVisible();
    await expect(page.frameLocator("iframe").getByText(risk.expectations.L7.gist).first()).toBeVisible();
    expect(await opened.evaluate(() => window.opener), "the new tab knows nothing of the wiki").toBe(null);
  });
});

test.describe("in a sandbox", () => {
  for (const [sandbox, stays] of [["allow-scripts", true], ["allow-scripts allow-same-origin", true], ["allow-scripts allow-popups", false]]) {
    test(`with ${sandbox} a link ${stays ? "opens in the frame, as the same kind of view" : "opens a tab"}`, async ({ page, context, watch }) => {
      watch.expected.push(/Blocked opening|can escape its sandboxing/);
      await page.route("**/wiki.html", (route) => route.fulfill({
        contentType: "text/html",
        body: `<!doctype html><title>A wiki</title><iframe src="levels/l7/risk/?embed=card&theme=dark" title="L7" sandbox="${sandbox}" width="100%" height="480"></iframe>`,
      }));
      await page.goto("wiki.html");
      const tab = stays ? null : context.waitForEvent("page");
      await page.frameLocator("iframe").getByRole("link").first().click();
      if (tab) {
        await expect(await tab).toHaveURL(/\/levels\/l7\/risk\/$/);
        return;
      }
      await expect.poll(() => page.frames()[1].url()).toMatch(/\/levels\/l7\/risk\/\?embed=card&theme=dark$/);
      await expect(page.frameLocator("iframe").getByText(risk.expectations.L7.gist).first()).toBeVisible();
    });
  }
});

test.describe("without JavaScript", () => {
  test.use({ javaScriptEnabled: false });

  test("the page shows in full, which reads as well", async ({ page }) => {
    for (const path of parts) {
      await page.goto(`${path}?embed=1`);
      await expect(page.getByRole("banner"), path).toBeVisible();
      await expect(page.getByRole("heading", { level: 1 })).toBeVisible();
    }
  });
});
