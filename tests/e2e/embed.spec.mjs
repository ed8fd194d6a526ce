// The bare view for a frame: only the content, no program, no data of the visitor.
import { attemptOf, expect, keep, kept, ladder, settingsWith, test } from "./app.mjs";

// On a busy machine the browser may abort the view transition between two pages and report it in the console.
test.use({ contextOptions: { reducedMotion: "reduce" } });

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

test("only “1” asks for the bare view", async ({ page }) => {
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
    await page.frameLocator("iframe").locator(".station-link").click();
    const opened = await tab;
    await expect(opened).toHaveURL(/\/levels\/l7\/$/);
    await expect(opened.getByRole("banner")).toBeVisible();
    await expect(page.getByRole("heading", { name: "A wiki" })).toBeVisible();
    await expect(page.frameLocator("iframe").getByText(risk.expectations.L7.gist).first()).toBeVisible();
    expect(await opened.evaluate(() => window.opener), "the new tab knows nothing of the wiki").toBe(null);
  });
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
