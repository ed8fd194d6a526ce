// Programs that are not those that were built, and old pages whose programs are gone: none of them starts,
// the page says so, its text stays readable, and what is saved stays unchanged (figure 25).
import { createHash } from "node:crypto";
import { alive, attemptOf, expect, keep, kept, ladder, open, test } from "./app.mjs";
import { asks, journal, lockJournal, lockKey, readable, unlock } from "./keeping.mjs";

const hashed = /-[0-9a-f]{16}(_bg)?\.(js|wasm)$/;
const failed = (page) => page.locator(".if-failed");
const { expectations } = ladder.competencies.find(({ id }) => id === "risk");

test.beforeEach(({ watch }) => {
  watch.expected.push(/integrity|digest|Failed to (load|fetch)|404|dynamically imported|wasm|WebAssembly/i);
});

/** Serves every file of this name with one byte added or changed; counts how often. */
async function tamper(page, file) {
  const handed = { count: 0 };
  await page.route(file, async (route) => {
    const response = await route.fetch();
    const bytes = Buffer.from(await response.body());
    const changed = String(file).includes("wasm") ? Buffer.concat([bytes.subarray(0, -1), Buffer.from([bytes.at(-1) ^ 1])]) : Buffer.concat([bytes, Buffer.from("\n")]);
    handed.count += 1;
    await route.fulfill({ response, body: changed });
  });
  return handed;
}

/** Counts the loads of the page. */
function loads(page) {
  const seen = { count: 0 };
  page.on("request", (request) => {
    if (request.isNavigationRequest() && request.frame() === page.mainFrame()) seen.count += 1;
  });
  return seen;
}

test.describe("one byte changed in", () => {
  const pages = {
    "levels/l7/risk/": ["page", () => expectations.L7.gist],
    "quiz/": ["quiz", () => "Which work energises you?"],
    "results/": ["results", () => "Your results"],
    "data/": ["data", () => "My data"],
    "guide/hands-on-time/": ["workshop", () => "A week’s log"],
    "growth/evidence/": ["journal", () => "Evidence"],
  };
  for (const [path, [program, words]] of Object.entries(pages)) {
    const parts = [
      ["the program’s script", new RegExp(`/${program}-[0-9a-f]{16}\\.js$`)],
      ["the program", new RegExp(`/${program}-[0-9a-f]{16}_bg\\.wasm$`)],
      ["the file that starts it", /\/start-[0-9a-f]{16}\.js$/],
    ];
    // Every page is started in the same way: one page tests all parts, each page tests the program.
    for (const [part, file] of path === "quiz/" ? parts : parts.slice(1, 2)) {
      test(`${part} of ${path}: it does not start, which is said, and the page can be read`, async ({ page }) => {
        await keep(page, readable);
        const handed = await tamper(page, file);
        const loaded = loads(page);
        await page.goto(path);
        await expect(failed(page)).toContainText(/couldn’t be loaded, or it isn’t the one that was published/);
        await expect(failed(page)).toBeVisible();
        await expect(page.getByRole("main")).toContainText(words());
        await expect(page.getByText(words()).filter({ visible: true }).first()).toBeVisible();
        await page.waitForLoadState("networkidle");
        await expect(page.locator("html[data-alive]")).toHaveCount(0);
        expect(handed.count).toBeGreaterThan(0);
        expect(loaded.count, "no reload: the host has the same page").toBe(1);
        expect(await kept(page)).toEqual(readable);
      });
    }
  }

  for (const file of [/\/search-[0-9a-f]{16}\.js$/, /\/search-[0-9a-f]{16}_bg\.wasm$/]) {
    test(`the search (${String(file).includes("wasm") ? "its program" : "its script"}): only the search does not start, and it says so`, async ({ page }) => {
      await tamper(page, file);
      await open(page, "levels/l7/risk/");
      await page.keyboard.press("/");
      await expect(page.getByText("The search didn’t load.")).toBeVisible();
      await expect(page.locator("html[data-finds]")).toHaveCount(0);
      await expect(failed(page)).toBeHidden();
    });
  }

  test("the file of the lock: the passphrase is asked by nobody, nothing opens, and it is said", async ({ page, context }) => {
    await keep(page, readable);
    await lockJournal(page);
    const before = await kept(page);
    const other = await context.newPage();
    const handed = await tamper(other, /\/vault-[0-9a-f]{16}\.js$/);
    for (const path of ["data/", "results/", "quiz/", journal]) {
      const loaded = loads(other);
      await other.evaluate(() => sessionStorage.clear()).catch(() => {});
      await other.goto(path);
      await other.waitForLoadState("networkidle");
      expect(loaded.count, path).toBe(1);
      await expect(failed(other), path).toBeVisible();
      await expect(asks(other), path).toBeHidden();
      await expect(other.locator("html[data-alive]")).toHaveCount(0);
    }
    expect(handed.count).toBeGreaterThan(0);
    expect(await kept(page)).toEqual(before);
    expect(before).toHaveProperty([lockKey]);
  });
});

test.describe("an old page after a new version was put up", () => {
  /** Serves a page once as an old version, which names files that no longer exist. Its policy allows its scripts. */
  async function old(page, path) {
    let first = true;
    await page.route((url) => url.pathname.endsWith(`/${path}`), async (route) => {
      if (!first) return route.continue();
      first = false;
      const response = await route.fetch();
      const sums = (html) => [...html.matchAll(/<script(?: type="importmap")?>([^]*?)<\/script>/g)]
        .map(([, script]) => createHash("sha256").update(script).digest("base64"));
      const html = await response.text();
      let body = html.replace(/(-[0-9a-f]{15})[0-9a-f]((?:_bg)?\.(?:js|wasm))/g, "$1g$2");
      sums(html).forEach((sum, at) => { body = body.replace(sum, sums(body)[at]); });
      return route.fulfill({ response, body });
    });
  }

  const [[key, text]] = Object.entries(attemptOf("f00", "deep", 5));
  const records = { ...readable, [key]: text.replace(/"started":\d+/, '"started":1710000000000') };
  for (const [path, words] of [["quiz/", "restored: 5 of 32"], ["results/", "After the move"], ["data/", "Kim Example"], [journal, "A spike that killed an idea"], ["levels/l7/", expectations.L7.gist], ["", "Continue the quiz you began"]]) {
    test(`/${path} fetches itself anew and works, with everything that is kept`, async ({ page }) => {
      await keep(page, records);
      await old(page, path);
      const loaded = loads(page);
      await page.goto(path);
      await alive(page);
      expect(loaded.count).toBe(2);
      await expect(failed(page)).toBeHidden();
      await expect(page.getByText(words).filter({ visible: true }).first()).toBeVisible();
      expect(await kept(page)).toEqual(records);
    });
  }

  test("comes back at the question and with the answers that somebody was at", async ({ page }) => {
    await keep(page, attemptOf("f00", "deep", 5));
    await old(page, "quiz/");
    await page.goto("quiz/?step=4");
    await alive(page);
    await expect(page.getByText("Question 4 of 32")).toBeVisible();
    await expect(page.locator(".question input:checked")).toHaveCount(1);
  });

  test("with a locked journal asks for the passphrase, and opens it", async ({ page, context }) => {
    await keep(page, readable);
    await lockJournal(page);
    const other = await context.newPage();
    await old(other, "results/");
    await other.goto("results/");
    await expect(asks(other)).toBeVisible();
    await unlock(other);
    await expect(other.getByText("After the move").first()).toBeVisible({ timeout: 20_000 });
  });

  test("whose files stay gone says so, and can be read", async ({ page }) => {
    await page.route(hashed, (route) => route.fulfill({ status: 404, body: "gone" }));
    const loaded = loads(page);
    await page.goto("levels/l7/risk/");
    await expect(failed(page)).toBeVisible();
    await expect(page.getByText(expectations.L7.gist).first()).toBeVisible();
    await page.waitForLoadState("networkidle");
    expect(loaded.count).toBe(1);
  });

  test("of which only the file that starts it is gone fetches itself anew too", async ({ page }) => {
    let first = true;
    await page.route(/\/start-[0-9a-f]+\.js$/, (route) => {
      if (!first) return route.continue();
      first = false;
      return route.fulfill({ status: 404, body: "gone" });
    });
    // The page that is now on the host names another file.
    let pages = 0;
    await page.route((url) => url.pathname.endsWith("/levels/l7/"), async (route) => {
      pages += 1;
      const response = await route.fetch();
      const body = await response.text();
      await route.fulfill({ response, body: pages === 2 ? body.replace(/start-[0-9a-f]{16}/g, "start-ffffffffffffffff") : body });
    });
    const loaded = loads(page);
    await page.goto("levels/l7/");
    await alive(page);
    expect(loaded.count).toBe(2);
  });

  test("of a host that gives another old page each time is loaded anew once, then it is said", async ({ page }) => {
    await page.route(hashed, (route) => route.fulfill({ status: 404, body: "gone" }));
    let version = 0;
    await page.route((url) => url.pathname.endsWith("/levels/l7/"), async (route) => {
      const response = await route.fetch();
      version += 1;
      // Without a policy: the names change, and the script that loads them is still allowed.
      const body = (await response.text()).replace(/<meta http-equiv="Content-Security-Policy"[^>]*>/, "").replace(/(-[0-9a-f]{15})[0-9a-f]((?:_bg)?\.(?:js|wasm))/g, `$1${version}$2`);
      await route.fulfill({ response, body });
    });
    const loaded = loads(page);
    await page.goto("levels/l7/");
    await expect.poll(() => loaded.count).toBe(2);
    await expect(failed(page)).toBeVisible();
    await page.waitForLoadState("networkidle");
    expect(loaded.count).toBe(2);
  });
});
