// A ladder of 24 levels and 21 competencies: how long its site takes to render, and the longest tasks of
// the main thread while its matrix opens and is filtered, with the CPU slowed four times; then the same for
// My growth with a mark on each of the 504 expectations and 500 entries of evidence. Needs a build.
import { execFileSync } from "node:child_process";
import { copyFileSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { chromium } from "@playwright/test";
import { launchOptions } from "./chromium.mjs";
import { serve } from "./serve.mjs";
import { count, largeLadder, text } from "../fixtures/large-ladder.mjs";

const here = (path) => fileURLToPath(new URL(`../../${path}`, import.meta.url));
const ladder = largeLadder(24, 21);
const folder = mkdtempSync(join(tmpdir(), "large-"));
try {
  for (const file of ["quiz.json", "quiz-1.json", "quiz-figures.json"]) copyFileSync(here(`ladders/${file}`), join(folder, file));
  writeFileSync(join(folder, "large.json"), JSON.stringify(ladder));
  writeFileSync(join(folder, "site.json"), JSON.stringify({ id: "large", ladders: [{ file: "large.json" }] }));
  const out = join(folder, "site");
  console.log(execFileSync(here("dev"), ["pages", folder, out], { encoding: "utf8" }).trim());
  const server = await serve("/", 8097, `${out}/`);
  const browser = await chromium.launch(launchOptions);
  const page = await browser.newPage({ viewport: { width: 1280, height: 900 } });
  const session = await page.context().newCDPSession(page);
  await session.send("Emulation.setCPUThrottlingRate", { rate: 4 });
  await page.addInitScript(() => {
    window.tasks = [];
    new PerformanceObserver((list) => window.tasks.push(...list.getEntries().map(({ duration }) => duration))).observe({ type: "longtask", buffered: true });
  });
  const longest = async (what) => {
    await page.waitForTimeout(1500);
    const tasks = await page.evaluate(() => window.tasks.splice(0));
    console.log(`${what.padEnd(40)} longest task ${Math.max(0, ...tasks).toFixed(0).padStart(5)} ms   (of ${tasks.length} over 50 ms)`);
  };
  for (const path of ["matrix/", "", "levels/b10/", "whole/", "compare/a1/b10/"]) {
    await page.goto(`http://127.0.0.1:8097/${path}`);
    await page.locator("html[data-alive]").waitFor({ state: "attached" });
    await longest(`/${path} opens`);
  }
  await page.goto("http://127.0.0.1:8097/matrix/");
  await page.locator("html[data-alive]").waitFor({ state: "attached" });
  await longest("/matrix/ opens again");
  for (const [what, act] of [
    ["a group", () => page.locator("#dimension").selectOption("g2")],
    ["a lean", () => page.locator("#lean-one").check()],
    ["a cell", () => page.locator(".heat td a").filter({ visible: true }).last().click()],
    ["everything again", () => page.getByRole("button", { name: "Show all" }).click()],
  ]) {
    await act();
    await longest(`/matrix/ filtered: ${what}`);
  }

  // My growth: what somebody might have after years.
  const key = (kind, id) => `ladder-explorer/v2/large/${kind}/large/${id}`;
  const [own, target] = ["a6", "a7"];
  const standings = ["not-yet", "sometimes", "reliably", "no-chance"];
  const marks = Object.fromEntries(ladder.levels.flatMap(({ id }, at) => ladder.competencies.map((item, line) => {
    const { gist, items } = item.cells[id];
    return [`${id}.${item.id}`, { standing: standings[(at + line) % 4], said: [gist, ...items] }];
  })));
  const day = (at) => new Date(Date.UTC(2024, 0, 1 + at)).toISOString().slice(0, 10);
  const records = { "ladder-explorer/v2/large/draft/aim.large": { schema: 1, own, target }, "ladder-explorer/v2/large/setting/show-marks": { schema: 1, value: true } };
  const frozen = Object.fromEntries(Object.entries(marks).filter(([id]) => [own, target].includes(id.split(".")[0])));
  for (const [id, mark] of Object.entries(marks)) records[key("mark", id)] = { schema: 1, ...mark, why: text(id.length, 8), ladderVersion: "1.0.0", changed: 1.7e12 };
  for (const at of count(500)) {
    records[key("evidence", `entry-${at}`)] = {
      schema: 1, id: `entry-${at}`, did: text(at, 12), outcome: text(at + 1, 30), date: day(at), links: ["https://example.org/a"], witnesses: "Kim Example",
      competencies: [`c${at % 20}`, `c${(at + 7) % 20}`], created: 1.7e12, changed: 1.7e12,
    };
  }
  for (const at of count(20)) {
    const id = day(at * 30);
    records[key("check-in", id)] = { schema: 1, id, date: id, ladderVersion: "1.0.0", own, target, marks: frozen, changed: 1.7e12 };
  }
  await page.goto("http://127.0.0.1:8097/about/");
  await page.evaluate((all) => {
    for (const [name, record] of Object.entries(all)) localStorage.setItem(name, JSON.stringify(record));
  }, records);
  console.log(`${Object.keys(marks).length} marks, 500 entries, 20 check-ins: ${(JSON.stringify(records).length / 1e6).toFixed(1)} MB`);
  for (const path of ["growth/", "growth/marks/", "growth/evidence/", "growth/plan/", "growth/check-ins/", "growth/second-view/", `growth/case/?level=${target}`, "growth/over-time/", "matrix/", "data/"]) {
    await page.goto(`http://127.0.0.1:8097/${path}`);
    await page.locator("html[data-alive]").waitFor({ state: "attached" });
    await longest(`/${path} opens`);
  }
  await page.goto("http://127.0.0.1:8097/growth/marks/");
  await page.locator("#target-reliably").check();
  await longest("a mark");
  await page.getByRole("button", { name: "Next", exact: true }).click();
  await longest("the next competency");
  await page.goto("http://127.0.0.1:8097/growth/evidence/");
  await page.getByLabel("What did you do?").fill("One more");
  await page.keyboard.press("Enter");
  await longest("a line of evidence");
  await page.getByLabel("Find", { exact: true }).fill("repair");
  await longest("a search in 501 entries");
  await browser.close();
  server.close();
} finally {
  rmSync(folder, { recursive: true, force: true });
}
