// Unusual hosts and browsers: a folder served without its trailing slash, pages opened as files, no
// WebAssembly, programs that are blocked, missing or changed. The page works, or reports the true cause once.
import { readFileSync } from "node:fs";
import { createServer } from "node:http";
import { pathToFileURL } from "node:url";
import { alive, expect, holdWasm, ladder, open, test } from "./app.mjs";
import { dist } from "./serve.mjs";

const notice = (page) => page.locator(".if-failed");
const said = (page) => notice(page).innerText();
const { gist } = ladder.competencies.find(({ id }) => id === "risk").expectations.L7;
const personal = ["quiz/", "results/", "data/", "growth/evidence/", "search/"];

/** Counts the loads of the page. */
function loads(page) {
  const seen = { count: 0 };
  page.on("request", (request) => {
    if (request.isNavigationRequest() && request.frame() === page.mainFrame()) seen.count += 1;
  });
  return seen;
}

/** Waits until everything had time to fail: the page reports one cause, and was not reloaded needlessly. */
async function saysOnce(page, loaded, cause, others = /extension|WebAssembly|as a file|isn’t responding|in a frame|JavaScript/) {
  await expect(notice(page)).toBeVisible();
  await page.waitForLoadState("networkidle");
  await expect.poll(() => said(page)).toMatch(cause);
  const rest = (await said(page)).replace(cause, "");
  if (others) expect(rest).not.toMatch(others);
  expect(loaded.count, "no reload for nothing").toBe(1);
  await expect(page.locator("html[data-alive]")).toHaveCount(0);
  await expect(page.getByRole("heading", { level: 1 })).toBeVisible();
}

test.describe("a host that answers a folder without its slash", () => {
  /** Serves folders directly, without a redirect to the address with a slash. */
  const sloppy = (page, site) => page.route((url) => url.href.startsWith(site.slice(0, -1)) && !/\/$|\.\w+$/.test(url.pathname), async (route) => {
    const url = new URL(route.request().url());
    url.pathname += "/";
    await route.fulfill({ response: await route.fetch({ url: url.href }) });
  });

  for (const [path, end] of [
    ["quiz", "quiz/"], ["levels/l7/risk", "levels/l7/risk/"], ["levels/l7?x=1#risk", "levels/l7/?x=1#risk"],
    ["matrix?lean=broad", "matrix/?lean=broad"], ["results", "results/"], ["", ""],
  ]) {
    test(`/${path} is the page with the slash, and works @root`, async ({ page, site, folder, watch }) => {
      test.skip(path === "" && folder === "/", "the root of a host always has its slash");
      await sloppy(page, site);
      const loaded = loads(page);
      await page.goto(path === "" ? site.slice(0, -1) : path);
      await alive(page);
      expect(page.url()).toBe(site + end);
      expect(loaded.count).toBe(1);
      await page.getByRole("navigation", { name: "Main" }).getByRole("link", { name: "Ladder", exact: true }).click();
      await expect(page.getByRole("heading", { level: 1 })).toHaveText("The ladder at a glance");
      const astray = watch.requests.filter((url) => !url.startsWith(site) && url !== site.slice(0, -1));
      expect(astray).toEqual([]);
    });
  }

  test("two levels in the query still lead to their comparison", async ({ page, site }) => {
    await sloppy(page, site);
    await page.goto("compare?a=t5&b=l6#carry-over");
    await expect(page).toHaveURL(`${site}compare/t5/l6/#carry-over`);
    await alive(page);
  });

  test("one that takes the slash away is not asked for it again and again", async ({ browser, site, folder }) => {
    const asked = [];
    const host = createServer(async ({ url }, response) => {
      asked.push(url);
      const [path, query = ""] = url.split(/(?=\?)/);
      if (path.endsWith("/") && path !== folder) return response.writeHead(308, { location: path.slice(0, -1) + query }).end();
      const answer = await fetch(new URL(path + query, site));
      return response.writeHead(answer.status, { "content-type": answer.headers.get("content-type") }).end(Buffer.from(await answer.arrayBuffer()));
    });
    await new Promise((done) => { host.listen(0, "127.0.0.1", done); });
    const context = await browser.newContext();
    const page = await context.newPage();
    await page.goto(`http://127.0.0.1:${host.address().port}${folder}levels/l7/risk/`);
    await alive(page);
    await page.waitForLoadState("networkidle");
    expect(asked.filter((url) => /risk/.test(url))).toEqual([`${folder}levels/l7/risk/`, `${folder}levels/l7/risk`]);
    expect(asked.filter((url) => /\.(js|wasm)$/.test(url)).every((url) => url.lastIndexOf("/") === folder.length - 1)).toBe(true);
    await page.getByRole("navigation", { name: "Main" }).getByRole("link", { name: "Ladder", exact: true }).click();
    await expect(page.getByRole("heading", { level: 1 })).toHaveText("The ladder at a glance");
    await context.close();
    host.close();
  });

  test("an unknown address stays as it was typed", async ({ page, site, watch }) => {
    watch.expected.push(/404/);
    await page.goto("no/such/thing");
    await expect(page.getByRole("heading", { level: 1 })).toBeVisible();
    expect(page.url()).toBe(`${site}no/such/thing`);
  });
});

test.describe("opened as a file", () => {
  for (const path of ["index.html", "quiz/index.html", "levels/l7/risk/index.html", "results/index.html"]) {
    test(`${path} can be read, and says what to do`, async ({ browser }) => {
      const context = await browser.newContext();
      const page = await context.newPage();
      const loaded = loads(page);
      const asked = [];
      page.on("request", (request) => asked.push(request.url()));
      await page.goto(pathToFileURL(dist).href + path);
      await saysOnce(page, loaded, /This page was opened as a file, and browsers don’t run programs from a file\..*“python3 -m http\.server”\./);
      expect(asked.filter((url) => /\.(js|wasm)$/.test(url))).toEqual([]);
      if (path.startsWith("levels")) await expect(page.getByText(gist).first()).toBeVisible();
      await context.close();
    });
  }
});

test.describe("a browser without WebAssembly", () => {
  for (const path of ["", "quiz/", "data/", "levels/l7/risk/"]) {
    test(`/${path} says so, and asks for no program`, async ({ page, watch }) => {
      await page.addInitScript(() => { delete self.WebAssembly; });
      const loaded = loads(page);
      await page.goto(path);
      await saysOnce(page, loaded, /This page needs WebAssembly, which is off in this browser, or the browser is too old\./);
      expect(watch.requests.filter((url) => /\.(js|wasm)$/.test(url))).toEqual([]);
    });
  }

  test("one that refuses to compile the program is named as the cause too", async ({ page, watch }) => {
    watch.expected.push(/CompileError/);
    await page.addInitScript(() => {
      const refuse = () => Promise.reject(new WebAssembly.CompileError("not here"));
      Object.assign(WebAssembly, { instantiate: refuse, instantiateStreaming: refuse, compile: refuse });
    });
    const loaded = loads(page);
    await page.goto("quiz/");
    await saysOnce(page, loaded, /This page needs WebAssembly, which is off in this browser, or the browser is too old\./);
  });
});

test("a program that stops while it starts is told as that", async ({ page, watch }) => {
  watch.expected.push(/stopped by the test/);
  await page.addInitScript(() => {
    const { instantiateStreaming } = WebAssembly;
    WebAssembly.instantiateStreaming = async (...all) => {
      const made = await instantiateStreaming(...all);
      return { ...made, instance: { exports: { ...made.instance.exports, __wbindgen_start() { throw new Error("stopped by the test"); } } } };
    };
  });
  const loaded = loads(page);
  await page.goto("levels/l7/risk/");
  await saysOnce(page, loaded, /The program stopped because of an error\. Reload the page\. If that doesn’t help, switch off extensions that change pages, or tell the owner of the site\./);
});

test.describe("a host", () => {
  test("that sends the wrong type for programs: they start all the same", async ({ page, watch }) => {
    watch.expected.push(/MIME|application\/wasm/);
    await page.route("**/*.wasm", async (route) => {
      const response = await route.fetch();
      await route.fulfill({ response, headers: { ...response.headers(), "content-type": "application/octet-stream" } });
    });
    await open(page, "quiz/");
    await expect(notice(page)).toBeHidden();
  });

  const broken = {
    "that answers a missing program with a page": { file: "**/*.wasm", status: 200, contentType: "text/html", body: "<!doctype html><title>Not here</title>" },
    "that answers a missing script with a page": { file: /\/page-[0-9a-f]+\.js$/, status: 200, contentType: "text/html", body: "<!doctype html><title>Not here</title>" },
    "that sends scripts as plain text": { file: /\/start-[0-9a-f]+\.js$/, contentType: "text/plain" },
    "that lacks a program": { file: "**/*.wasm", status: 404, contentType: "text/html", body: "gone" },
  };
  for (const [words, { file, ...answer }] of Object.entries(broken)) {
    test(`${words}: that is said, and the page is not loaded again, since it is the same`, async ({ page, watch }) => {
      watch.expected.push(/MIME|Failed|404|integrity|digest|dynamically imported|wasm/i);
      await page.route(file, async (route) => route.fulfill({ response: await route.fetch(), ...answer }));
      const loaded = loads(page);
      await page.goto("levels/l7/risk/");
      await saysOnce(page, loaded, /The program couldn’t be loaded, or it isn’t the one that was published\..*tell the owner of the site\./);
      await expect(page.getByText(gist).first()).toBeVisible();
    });
  }

  test("that does not answer any more is named as the cause", async ({ page, context, watch }) => {
    watch.expected.push(/ERR_|Failed/);
    await page.route(/\.(js|wasm)$/, async (route) => {
      await context.setOffline(true);
      await route.abort();
    });
    const loaded = loads(page);
    await page.goto("quiz/");
    await saysOnce(page, loaded, /The site isn’t responding\. Reload the page when you are online\./);
  });
});

test.describe("scripts that were blocked or changed on their way", () => {
  /** Serves pages with their text changed. */
  const changed = (page, change) => page.route((url) => url.pathname.endsWith("/"), async (route) => {
    const response = await route.fetch();
    await route.fulfill({ response, body: change(await response.text()) });
  });
  const blocked = /This page needs JavaScript\. It is off or blocked here, or it was changed on its way to you\./;
  const ways = {
    "a space more in each": (html) => html.replace(/<script>/g, "<script> "),
    "no scripts at all": (html) => html.replace(/<script\b[^>]*>[^]*?<\/script>/g, ""),
    "a policy of somebody else": (html) => html.replace("<meta charset", "<meta http-equiv=\"Content-Security-Policy\" content=\"script-src 'none'\"><meta charset"),
  };
  for (const [words, change] of Object.entries(ways)) {
    test(`${words}: pages that need them say so at once, and the others can be read`, async ({ page, watch }) => {
      watch.expected.push(/Content Security Policy|Trusted/);
      await changed(page, change);
      for (const path of personal) {
        const loaded = loads(page);
        await page.goto(path);
        await saysOnce(page, loaded, blocked);
      }
      await page.goto("levels/l7/risk/");
      await expect(notice(page)).toBeHidden();
      await expect(page.getByText(gist).first()).toBeVisible();
    });
  }

  test("a space more in the tags alone changes nothing", async ({ page }) => {
    await changed(page, (html) => html.replace(/<script/g, "<script "));
    await open(page, "quiz/");
    await expect(notice(page)).toBeHidden();
  });
});

test.describe("without JavaScript", () => {
  test.use({ javaScriptEnabled: false });

  test("pages that need it say so, each what still works; the others say nothing", async ({ page }) => {
    const still = { "quiz/": "You can read every question below", "results/": "Nothing you saved is lost", "data/": "Nothing you saved is lost", "growth/evidence/": "Nothing you saved is lost", "search/": "the whole ladder on one page" };
    for (const path of personal) {
      await page.goto(path);
      await expect(notice(page), path).toBeVisible();
      await expect(notice(page), path).toContainText("This page needs JavaScript. It is off");
      await expect(notice(page), path).toContainText(still[path]);
    }
    for (const path of ["", "levels/l7/", "matrix/", "guide/", "guide/your-case/"]) {
      await page.goto(path);
      await expect(notice(page), path).toBeHidden();
    }
  });
});

test("a slow load shows no notice meanwhile", async ({ page }) => {
  for (const path of ["quiz/", "levels/l7/"]) {
    const release = await holdWasm(page);
    await page.goto(path, { waitUntil: "domcontentloaded" });
    await page.waitForTimeout(500);
    await expect(notice(page)).toBeHidden();
    release();
    await alive(page);
    await expect(notice(page)).toBeHidden();
    await page.unroute("**/*.wasm");
  }
});

test("each program is downloaded once, whatever asks for it early", async ({ page, watch }) => {
  for (const path of ["", "quiz/", "search/"]) {
    await open(page, path);
    await page.waitForLoadState("networkidle");
  }
  const files = watch.served.filter((url) => /\.(js|wasm)$/.test(url));
  expect(files.length).toBe(7);
  expect(files.filter((url, at) => files.indexOf(url) !== at)).toEqual([]);
});

test("the address of every script and program in a page is relative to it", () => {
  const html = readFileSync(`${dist}levels/l7/risk/index.html`, "utf8");
  const names = [...html.matchAll(/"([^"]*\/[^"]*\.(?:js|wasm))"/g)].map(([, name]) => name);
  expect(names.length).toBeGreaterThan(4);
  expect(names.filter((name) => !name.startsWith("../../../"))).toEqual([]);
});
