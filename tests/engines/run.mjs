// Runs every journey in one engine, each in a browser with empty storage.
import assert from "node:assert/strict";
import { existsSync } from "node:fs";
import { createServer } from "node:http";
import { after, before, describe, test } from "node:test";
import { dist, serve } from "../e2e/serve.mjs";
import { engines } from "./engines.mjs";
import { Tab } from "./tab.mjs";
import { journeys } from "./journeys/all.mjs";

const FOLDER = "/some/sub/path/";
/** WebKit does not know this part of the policy, reports it on every page, and applies the rest. */
const KNOWN = /manifest-src/;
const origin = (server) => `http://127.0.0.1:${server.address().port}`;

/** `more` are journeys for this engine alone; for one with `start`, the engine is started in that way. */
export function run(name, more = []) {
  const engine = engines[name];
  if (engine.from === null) {
    test(`${name}: every journey`, { skip: `LEFT OUT: there is no ${name} for tests on this machine` }, () => {});
    return;
  }
  describe(name, () => {
    let started, server, plain, caches;
    before(async () => {
      assert.ok(existsSync(`${dist}/index.html`), `there is no page in ${dist}; run ./dev build, or name another folder by DIST`);
      server = await serve(FOLDER, 0);
      plain = await plainPages(`${origin(server)}${FOLDER}`);
      started = await engine.start();
      caches = await keepsPages(started, origin(plain));
    }, { timeout: 60_000 });
    after(async () => {
      await started?.stop();
      for (const one of [server, plain]) {
        one?.closeAllConnections();
        one?.close();
      }
    });
    test(`${name}: keeps whole pages for Back, as the journeys need`, (context) => {
      context.diagnostic(`${name} ${started.version}, from ${engine.from}`);
      if (!caches && engine.from === "Playwright") context.skip("this build of the engine loads pages anew on Back; the journeys go Back without that cache");
      else assert.ok(caches, "the back-forward cache is on");
    });
    for (const { title, work, start } of [...journeys, ...more]) {
      test(`${name}: ${title}`, { timeout: 150_000 }, async (context) => {
        // Once more, so that a slow machine does not stop the work; what passes only then is a fault to fix.
        for (let left = Number(process.env.RETRIES ?? 1); ; left -= 1) {
          try {
            return await journey(context, work, start);
          } catch (error) {
            if (left <= 0) throw error;
            context.diagnostic(`FLAKY: ${error.message}`);
          }
        }
      });
    }

    async function journey(context, work, start) {
      const site = `${origin(server)}${FOLDER}`;
      const served = [];
      const note = ({ url }) => served.push(url.slice(FOLDER.length));
      server.on("request", note);
      const own = start && (await engine.start(start));
      const visit = await (own ?? started).visit();
      const newTab = async () => new Tab(await visit.newTab(), site);
      try {
        await work({
          tab: await newTab(), newTab, engine, site, served, plain: origin(plain),
          back: (tab) => back(tab, caches, context),
          leaveOut: (why) => context.skip(`LEFT OUT: ${why}`),
        });
      } finally {
        await visit.close();
        await own?.stop();
        server.off("request", note);
      }
      const errors = visit.errors?.filter((error) => !KNOWN.test(error)) ?? [];
      assert.deepEqual(errors, [], "the console stays clean");
    }
  });
}

/** Goes Back to a page that must come from the back-forward cache, if the engine has one; returns
 * what was visible in its first frame. */
async function back(tab, caches, context) {
  const { cached, flash } = await tab.travel();
  context.diagnostic(`Back: ${cached ? "the page came from the cache" : "the page was loaded anew"}`);
  if (caches) assert.ok(cached, "the browser brings the page from the back-forward cache, or this journey tests nothing");
  return flash;
}

/** Pages of another origin: two that can be cached, and one with a page of the site in a frame. */
async function plainPages(site) {
  const server = createServer(({ url }, response) => {
    const path = new URL(url, "http://localhost").searchParams.get("frame");
    const body = path === null ? "<p>A page" : `<iframe title="A page of the site" src="${site}${path}" onload="document.body.dataset.loaded = ''"></iframe>`;
    response.writeHead(url === "/favicon.ico" ? 204 : 200, { "content-type": "text/html" });
    response.end(url === "/favicon.ico" ? "" : `<!doctype html><html lang="en"><title>Elsewhere</title><body>${body}</body></html>`);
  });
  await new Promise((done) => server.listen(0, "127.0.0.1", done));
  return server;
}

async function keepsPages(started, address) {
  const visit = await started.visit();
  const tab = new Tab(await visit.newTab(), address);
  await tab.go("/one");
  await tab.go("/two");
  const { cached } = await tab.travel();
  await visit.close();
  return cached;
}
