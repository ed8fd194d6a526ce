// A ladder of 20 levels and 20 competencies: how long its site takes to render, and the longest tasks of
// the main thread while its matrix opens and is filtered, with the CPU slowed four times. Needs a build.
import { execFileSync } from "node:child_process";
import { copyFileSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { chromium } from "@playwright/test";
import { launchOptions } from "./chromium.mjs";
import { serve } from "./serve.mjs";
import { ladder } from "../fixtures/large-ladder.mjs";

const here = (path) => fileURLToPath(new URL(`../../${path}`, import.meta.url));
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
    ["a cell", () => page.locator(".heat td a").last().click()],
    ["everything again", () => page.getByRole("button", { name: "Show all" }).click()],
  ]) {
    await act();
    await longest(`/matrix/ filtered: ${what}`);
  }
  await browser.close();
  server.close();
} finally {
  rmSync(folder, { recursive: true, force: true });
}
