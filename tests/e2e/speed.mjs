// First paint, time until interactive, and click to next paint, of dist, on a slow phone's network and CPU:
// 150 ms round trip, 1.6 Mbit/s, CPU slowed four times, gzip, median of nine cold loads (LOADS), and the
// same clicks in five rounds (ROUNDS).
import { chromium } from "@playwright/test";
import { launchOptions } from "./chromium.mjs";
import { answersBy, attemptWith, quiz } from "./app.mjs";
import { clicks } from "./clicks.mjs";
import { serve } from "./serve.mjs";

const loads = Number(process.env.LOADS ?? 9);
const sessions = new Map();
const base = "/some/sub/path/";
const median = (numbers) => numbers.toSorted((a, b) => a - b)[Math.floor(numbers.length / 2)];

async function slowPage(browser) {
  const context = await browser.newContext({ viewport: { width: 375, height: 667 } });
  const page = await context.newPage();
  const session = await context.newCDPSession(page);
  sessions.set(page, session);
  await session.send("Network.enable");
  await session.send("Network.emulateNetworkConditions", {
    offline: false, latency: 150, downloadThroughput: 200_000, uploadThroughput: 93_750,
  });
  await session.send("Emulation.setCPUThrottlingRate", { rate: 4 });
  await page.addInitScript(() => {
    new MutationObserver(() => {
      if ("alive" in document.documentElement.dataset) window.aliveAt ??= performance.now();
    }).observe(document, { attributes: true, subtree: true, attributeFilter: ["data-alive"] });
    window.interactions = [];
    new PerformanceObserver((list) => {
      const clicks = list.getEntries().filter((entry) => entry.name === "click");
      window.interactions.push(...clicks.map(({ duration, target }) => ({ duration, on: target?.closest("button, label, summary")?.localName })));
    }).observe({ type: "event", durationThreshold: 16, buffered: true });
  });
  return page;
}

const server = await serve(base, 8098);
const browser = await chromium.launch(launchOptions);
console.log(`${"page".padEnd(24)} first paint ms   alive ms   (median of ${loads})`);
for (const path of process.argv.length > 2 ? process.argv.slice(2) : ["", "levels/t7/", "competencies/risk/", "quiz/", "results/"]) {
  const [paints, alive] = [[], []];
  for (let load = 0; load < loads; load += 1) {
    const page = await slowPage(browser);
    await page.goto(`http://127.0.0.1:8098${base}${path}`);
    await page.waitForFunction(() => window.aliveAt);
    paints.push(await page.evaluate(() => performance.getEntriesByName("first-contentful-paint")[0].startTime));
    alive.push(await page.evaluate(() => window.aliveAt));
    await page.context().close();
  }
  console.log(`/${path.padEnd(23)} ${median(paints).toFixed(0).padStart(14)} ${median(alive).toFixed(0).padStart(10)}`);
}

/** Opens a slowed-down page and waits until it is interactive. */
async function opened(path, records = {}) {
  const page = await slowPage(browser);
  await page.addInitScript((all) => Object.entries(all).forEach(([key, text]) => localStorage.setItem(key, text)), records);
  await page.goto(`http://127.0.0.1:8098${base}${path}`);
  await page.waitForFunction(() => window.aliveAt);
  await page.waitForTimeout(500);
  return page;
}

const rounds = Number(process.env.ROUNDS ?? 5);
/** For each kind of click, the time of each click, by round. */
const kinds = new Map();

/** Makes `count` clicks and records their times, or those of clicks on elements called `only`: the work of
 * the main thread, and the browser's own figure from the press to the screen, in steps of 8 ms and
 * at least 16. */
async function note(page, name, count, target, only) {
  await page.evaluate(() => { window.interactions = []; });
  const on = [];
  const all = await clicks(page, sessions.get(page), count, (at) => {
    const there = target(at);
    on.push(there.evaluate((element) => element.localName));
    return there;
  });
  const names = await Promise.all(on);
  const took = all.filter((_, at) => !only || names[at] === only);
  const listed = (await page.evaluate(() => window.interactions)).filter((one) => !only || one.on === only).map(({ duration }) => duration);
  const shown = [...Array(Math.max(0, took.length - listed.length)).fill(16), ...listed];
  const kind = kinds.get(name) ?? [];
  kind.push(took.map((one, at) => ({ ...one, shown: shown[at] })));
  kinds.set(name, kind);
}

/** Adds a button that changes one letter: the cost of a click in the browser alone. */
async function addLetter(locator) {
  await locator.evaluate((place) => {
    const plain = Object.assign(document.createElement("button"), { id: "plain", textContent: "a", type: "button" });
    plain.onclick = () => { plain.textContent = plain.textContent === "a" ? "b" : "a"; };
    place.before(plain);
  });
}

const buttonOf = (page, name) => page.getByRole("button", { name, exact: true });

async function round() {
  const answer = (at) => `.question label:has(input[value="${[0, 4, 2, 1, 3][at % 5]}"])`;
  const asking = await opened("quiz/");
  await asking.waitForTimeout(1000);
  await note(asking, "“Take the 5-minute quiz”", 1, () => buttonOf(asking, "Take the 5-minute quiz"));
  await asking.getByText("Question 1 of 32").waitFor();
  await addLetter(asking.locator(".quiz form"));
  await note(asking, "a letter changes, quiz page", 20, () => asking.locator("#plain"));
  await note(asking, "an answer of the quiz", 20, (at) => asking.locator(answer(at)));
  await note(asking, "“Next” in the quiz", 40, (at) => asking.locator(at % 2 ? ".quiz form button[type=submit]" : answer(at)), "button");
  await asking.context().close();

  const last = await opened("quiz/?step=27", attemptWith("a", answersBy("standard", 4, 0, 4), { finished: null }));
  await last.waitForTimeout(1000);
  await note(last, "“today”, under a rating", 6, (at) => last.locator(".today-row label").nth(at % 3));
  await note(last, "“Check your answers”, 32 of them", 1, () => buttonOf(last, "Check your answers"));
  await note(last, "“Back to the questions”", 1, () => buttonOf(last, "Back to the questions"));
  await note(last, "“Next” after the last question", 1, () => buttonOf(last, "Next"));
  await last.context().close();

  // Every behaviour has a “today”, so another rung changes a step for each behaviour with a place.
  const today = Object.fromEntries(quiz.behaviours.map(({ id }, at) => [id, at % 3]));
  const result = await opened("results/?attempt=a", attemptWith("a", answersBy("standard", 4, 0, 4), { today }));
  await result.locator(".what-if > summary").click();
  await result.waitForTimeout(300);
  await addLetter(result.locator(".what-if-steps").first());
  await note(result, "a letter changes, result", 20, () => result.locator("#plain"));
  await note(result, "an answer moved in “what if”", 20, (at) => result.locator(".what-if-steps button:enabled").nth(at));
  await note(result, "where you stand, on a result", 10, (at) => result.getByRole("group", { name: "Where are you now?" }).locator("label").nth([6, 7][at % 2]));
  await result.context().close();

  const hinge = await opened("results/?attempt=b", attemptWith("b", answersBy("quick", (at) => (at < 9 ? 3 : 2)), { form: "quick" }));
  const change = hinge.getByRole("region", { name: "What would change this result" });
  await note(hinge, "“what if” opened or closed", 10, () => change.locator(".what-if > summary"));
  await note(hinge, "the smallest change tried, or back", 20, (at) => change.getByRole("button", { name: at % 2 ? "Back to your answers" : "Try it" }).first());
  await hinge.context().close();
}

for (let at = 0; at < rounds; at += 1) await round();
console.log(`
CPU slowed four times, ms, ${rounds} rounds. “Slowest”: of all places in a round, the one whose click took
longest at the median of the rounds, which is the program's doing; “worst”: of all clicks, which is the
machine's as well.
                                    handler           to the frame             longest task      press to screen
click                               median slowest    median slowest  worst    median  worst     median  worst`);
for (const [name, all] of kinds) {
  const every = (part) => all.flat().map((click) => click[part]);
  const places = all[0].map((_, at) => all.map((clicked) => clicked[at]).filter(Boolean));
  const slowest = (part) => Math.max(...places.map((clicked) => median(clicked.map((click) => click[part]))));
  const worst = (part) => Math.max(...every(part));
  const columns = [
    [median(every("handler")), slowest("handler")],
    [median(every("frame")), slowest("frame"), worst("frame")],
    [median(every("task")), worst("task")],
    [median(every("shown")), worst("shown")],
  ];
  console.log(`${name.padEnd(34)} ${columns.map((one) => one.map((ms) => ms.toFixed(1).padStart(7)).join("")).join("    ")}`);
}
await browser.close();
server.close();
