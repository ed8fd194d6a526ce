// First paint, time until alive, and click to next paint, of dist, on a slow phone's network and CPU:
// 150 ms round trip, 1.6 Mbit/s, CPU slowed four times, gzip, median of nine cold loads.
import { chromium } from "@playwright/test";
import { launchOptions } from "./chromium.mjs";
import { attemptOf } from "./app.mjs";
import { serve } from "./serve.mjs";

const loads = 9;
const base = "/some/sub/path/";
const median = (numbers) => numbers.toSorted((a, b) => a - b)[Math.floor(numbers.length / 2)];

async function slowPage(browser) {
  const context = await browser.newContext({ viewport: { width: 375, height: 667 } });
  const page = await context.newPage();
  const session = await context.newCDPSession(page);
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
    window.tasks = [];
    new PerformanceObserver((list) => {
      window.tasks.push(...list.getEntries().map((entry) => Math.round(entry.duration)));
    }).observe({ type: "longtask", buffered: true });
    new PerformanceObserver((list) => {
      window.interactions.push(...list.getEntries().filter((entry) => entry.interactionId).map((entry) => entry.duration));
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

/** Prints how long the clicks since `begin` took to their next paint, and the longest task behind them. */
async function report(page, name, clicks) {
  // The browser lists interactions of 16 ms and more, in steps of 8; the others took less.
  const { slow, tasks } = await page.evaluate(() => ({ slow: window.interactions, tasks: window.tasks }));
  const all = [...Array(Math.max(0, clicks - slow.length)).fill(16), ...slow];
  console.log(`${clicks} ${name}, to the next paint: median ${median(all)} ms at most, worst ${Math.max(...all)} ms; tasks over 50 ms: ${tasks.length ? tasks.join(", ") : "none"}`);
}

/** Opens a page that is slow, waits until it is alive and forgets what that took. */
async function opened(path, records = {}) {
  const page = await slowPage(browser);
  await page.addInitScript((all) => Object.entries(all).forEach(([key, text]) => localStorage.setItem(key, text)), records);
  await page.goto(`http://127.0.0.1:8098${base}${path}`);
  await page.waitForFunction(() => window.aliveAt);
  await page.waitForTimeout(500);
  await page.evaluate(() => { window.interactions = []; window.tasks = []; });
  return page;
}

console.log();
const asking = await opened("quiz/");
await asking.getByRole("button", { name: "Start the quiz" }).click();
let clicks = 0;
for (let at = 1; at <= 10; at += 1) {
  await asking.getByText(`Question ${at} of 28`).waitFor();
  for (const value of [0, 4, 2]) {
    await asking.locator(`.question input[value="${value}"]`).click();
    await asking.waitForTimeout(60);
    clicks += 1;
  }
  await asking.getByRole("button", { name: "Next" }).click();
  await asking.waitForTimeout(60);
  clicks += 1;
}
await report(asking, "clicks in the quiz", clicks);

// Each of these clicks scores every answer anew and draws verdict and line.
const result = await opened("results/?attempt=a", attemptOf("a", "broad"));
await result.locator(".what-if > summary").click();
await result.waitForTimeout(300);
await result.evaluate(() => { window.interactions = []; window.tasks = []; });
const steps = result.locator(".what-if-steps button:enabled");
for (let at = 0; at < 20; at += 1) {
  await steps.nth(at).click();
  await result.waitForTimeout(60);
}
await report(result, "clicks in “what if”", 20);
await browser.close();
server.close();
