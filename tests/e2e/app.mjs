// The base of every test: dist served under a folder, and a watch that is always on:
// an error in the console, an uncaught error or a request to another origin fails the test.
import { readdirSync } from "node:fs";
import { test as base, expect } from "@playwright/test";
import { leadsOn } from "./files.mjs";
import { dist, serve } from "./serve.mjs";
import { keyOf, probeKey, settingsIn } from "./storage.mjs";
import { content, ladder, ladders } from "./content.mjs";
import { answersOf } from "./steps.mjs";

export { expect };

export const test = base.extend({
  /** The folder under which dist is served. */
  folder: ["/some/sub/path/", { option: true, scope: "worker" }],

  server: [
    async ({ folder }, use) => {
      const server = await serve(folder, 0);
      await use(server);
      server.closeAllConnections();
      server.close();
    },
    { scope: "worker" },
  ],

  /** The address of the root of the app. */
  site: [({ folder, server }, use) => use(`http://127.0.0.1:${server.address().port}${folder}`), { scope: "worker" }],

  baseURL: ({ site }, use) => use(site),

  /** `requests` lists the address of every request, `served` the path of those that reached the
   * server; put messages that may be in the console into `expected`. */
  watch: [
    async ({ context, server, site }, use) => {
      const watch = { requests: [], served: [], expected: [] };
      const errors = [];
      const count = (request) => watch.served.push(request.url);
      server.on("request", count);
      context.on("request", (request) => watch.requests.push(request.url()));
      context.on("weberror", (error) => errors.push(String(error.error())));
      context.on("console", (message) => {
        if (["error", "warning"].includes(message.type())) errors.push(message.text());
      });
      await use(watch);
      server.off("request", count);
      const surprising = errors.filter((error) => !watch.expected.some((known) => known.test(error)));
      expect(surprising, "the console stays clean").toEqual([]);
      const { origin } = new URL(site);
      const foreign = watch.requests.filter((url) => new URL(url).origin !== origin);
      expect(foreign, "nothing is asked of another origin").toEqual([]);
    },
    { auto: true },
  ],

  /** A page in another user's browser, which has nothing stored yet; watched like the first. */
  stranger: async ({ browser, site }, use) => {
    const context = await browser.newContext({ baseURL: site });
    const errors = [];
    context.on("weberror", (error) => errors.push(String(error.error())));
    context.on("console", (message) => {
      if (["error", "warning"].includes(message.type())) errors.push(message.text());
    });
    context.on("request", (request) => {
      if (!request.url().startsWith(new URL(site).origin)) errors.push(`asked elsewhere: ${request.url()}`);
    });
    await use(await context.newPage());
    await context.close();
    expect(errors, "the other browser's console stays clean").toEqual([]);
  },
});

/** The content that the pages are made from. */
export { content, ladder, ladders };
export const quiz = content("quiz.json");

/** The address of every page of dist, seen from the root. */
export const routes = readdirSync(dist, { recursive: true })
  .filter((file) => /(^|\/)index\.html$/.test(file) && !file.startsWith("."))
  .filter((file) => !leadsOn(file))
  .map((file) => file.slice(0, -"index.html".length))
  .sort();

/** The routes by the template from which they are generated. */
export const groups = {};
for (const route of routes) (groups[kind(route)] ??= []).push(route);

/** The first, the middle and the last page of each template, and all that have their own template. */
export const sampled = Object.fromEntries(Object.entries(groups).map(([name, all]) => {
  const alike = !["the guide", "the other pages"].includes(name) && !process.env.EVERY_PAGE;
  return [name, alike ? [all[0], all[all.length >> 1], all.at(-1)] : all];
}));

/** The address of a page within its ladder: without the id of one that is not the site's default. */
export function within(route) {
  const other = ladders.slice(1).find(({ id }) => route.startsWith(`${id}/`));
  return other ? route.slice(other.id.length + 1) : route;
}

function kind(route) {
  const [folder, first, second] = within(route).split("/");
  if (folder === "levels" && second) return "the expectations";
  if (folder === "compare" && second) return "the comparisons";
  const several = { levels: "the levels", competencies: "the competencies", talk: "the sheets" }[folder];
  return folder === "guide" ? "the guide" : (first && several) || "the other pages";
}

/** Opens a page and waits until its interactive parts are ready. */
export async function open(page, path) {
  const response = await page.goto(path);
  await alive(page);
  return response;
}

export async function alive(page) {
  await page.locator("html[data-alive]").waitFor({ state: "attached" });
}

/** Delays the wasm until the returned function is called. */
export async function holdWasm(page) {
  let release;
  const released = new Promise((resolve) => {
    release = resolve;
  });
  await page.route("**/*.wasm", async (route) => {
    await released;
    await route.continue();
  });
  return release;
}

/**
 * Everything that this origin stores, by key. “My data” in another tab tests now and then whether
 * saving works; its test record must be gone a moment later.
 */
export async function kept(page) {
  for (let tries = 1; ; tries += 1) {
    const all = await page.evaluate(() => ({ ...localStorage }));
    if (tries === 20 || !(probeKey in all)) return all;
    await page.waitForTimeout(50);
  }
}

/** The attempts that this origin stores, as records. */
export async function attempts(page) {
  const entries = Object.entries(await kept(page));
  return entries.filter(([key]) => key.startsWith(keyOf("attempt", ""))).map(([, text]) => JSON.parse(text));
}

/** A stored attempt as its key and text: `count` answers of a user on `side`, or all and finished. */
export function attemptOf(id, side, count = Infinity) {
  const answers = Object.fromEntries(Object.entries(answersOf(quiz, side)).slice(0, count));
  const started = 1.7e12 + Number.parseInt(id, 16);
  const finished = count === Infinity ? started + 3e5 : null;
  const record = { schema: 3, id, quiz: quiz.id, quizVersion: quiz.version, form: "standard", answers, started, changed: started, finished };
  return { [keyOf("attempt", id)]: JSON.stringify(record) };
}

/** Puts records into storage, as if they had been saved on another day. */
export async function keep(page, records) {
  await page.goto("about/");
  await page.evaluate((all) => Object.entries(all).forEach(([key, text]) => localStorage.setItem(key, text)), records);
}

/** Answers to every item of a form by its kind, 0 to 4: each a number, or a function of the item's position. */
export function answersBy(form, pair, deep = 2, broad = 2, people = 2) {
  const value = (given, at) => (typeof given === "function" ? given(at) : given);
  const { items } = quiz.forms.find(({ id }) => id === form);
  return Object.fromEntries(items.map((id, at) => {
    const { ask } = quiz.items.find((item) => item.id === id);
    if (ask.pair) return [id, value(pair, at)];
    const { side } = quiz.behaviours.find((behaviour) => behaviour.id === ask.rating.behaviour);
    return [id, value({ deep, broad, people }[side], at)];
  }));
}

/** A stored and finished attempt with these answers, as its key and text; `more` are fields of its record. */
export function attemptWith(id, answers, more = {}) {
  const started = more.started ?? 1.7e12 + Number.parseInt(id, 16);
  const times = { started, changed: started, finished: started + 3e5 };
  const record = { schema: 3, id, quiz: quiz.id, quizVersion: quiz.version, form: "standard", answers, ...times, ...more };
  return { [keyOf("attempt", id)]: JSON.stringify(record) };
}

/** A stored second opinion on an attempt; its id has 16 digits. */
export function opinionWith(id, attempt, answers, more = {}) {
  const record = { schema: 2, id, attempt, quiz: quiz.id, quizVersion: quiz.version, form: "standard", answers, received: 1.71e12, ...more };
  return { [keyOf("opinion", id)]: JSON.stringify(record) };
}

/** Stored settings of a visitor. */
export { settingsWith } from "./storage.mjs";

/** The settings that this origin stores. */
export async function settings(page) {
  return settingsIn(await kept(page));
}

/** The second opinions that this origin stores, as records. */
export async function opinions(page) {
  const entries = Object.entries(await kept(page));
  return entries.filter(([key]) => key.startsWith(keyOf("opinion", ""))).map(([, text]) => JSON.parse(text));
}
