// The Studio with a ladder of 20 levels and 20 competencies: how long it takes to read a sheet, to draw a
// page after an edit, and to make the whole site; and the most memory that it takes, beyond an empty tab of
// the same browser. Needs a release build.
import { readdirSync, readFileSync } from "node:fs";
import { chromium } from "@playwright/test";
import { largeLadder } from "../fixtures/large-ladder.mjs";
import { launchOptions } from "./chromium.mjs";
import { serve } from "./serve.mjs";

const ladder = { ...largeLadder(20, 20), id: "a-large-one" };
const quoted = (text) => `"${text.replaceAll('"', '""')}"`;
const sheet = [
  ["Group", "Competency", ...ladder.levels.map(({ title }) => title)].join(","),
  ...ladder.competencies.map(({ name, group, cells }) => [group, name, ...ladder.levels.map(({ id }) => quoted(cells[id].items.join("\n")))].join(",")),
].join("\n");

/** The most memory of each running process of this browser, in MB, the largest first. */
function memory() {
  const sizes = readdirSync("/proc").filter((name) => /^\d+$/.test(name)).flatMap((pid) => {
    try {
      if (!readFileSync(`/proc/${pid}/cmdline`, "utf8").includes("--type=renderer")) return [];
      return [Number(readFileSync(`/proc/${pid}/status`, "utf8").match(/VmHWM:\s+(\d+)/)[1]) / 1000];
    } catch {
      return [];
    }
  });
  return sizes.sort((a, b) => b - a);
}

const server = await serve("/", 8096);
const browser = await chromium.launch(launchOptions);
const page = await browser.newPage({ viewport: { width: 1280, height: 900 } });
await page.goto("about:blank");
const [empty] = memory();
await page.goto("http://127.0.0.1:8096/studio/");
await page.locator("html[data-alive]").waitFor({ state: "attached" });
const timed = async (what, work, wait) => {
  const began = performance.now();
  await work();
  await wait();
  console.log(`${what.padEnd(48)} ${((performance.now() - began) / 1000).toFixed(2).padStart(7)} s`);
};
const field = page.getByLabel(/^Choose one file/);
const file = (name, text) => ({ name, mimeType: "text/plain", buffer: Buffer.from(text) });
await timed(`a sheet of ${(sheet.length / 1000).toFixed(0)} KB is read, with what that loads`, () => field.setInputFiles(file("ours.csv", sheet)), () => page.locator("#report-head").waitFor());
await page.locator("details.studio-begin > summary").click();
await timed("the same, once that is loaded", () => field.setInputFiles(file("again.csv", sheet)), () => page.getByText("From again.csv").waitFor());
await page.locator("details.studio-begin > summary").click();
await timed("it is read again with the answers", () => page.getByRole("button", { name: "Use these answers" }).press("Enter"), () => page.getByText("Nothing is left to confirm.").waitFor());
await timed("the same as a ladder’s own file", () => field.setInputFiles(file("ours.json", JSON.stringify(ladder))), () => page.getByText("From ours.json").waitFor());
const said = page.locator("#preview-head ~ p[role=status]");
const drawn = () => page.waitForFunction(() => document.querySelector("#preview-head ~ p[role=status]")?.textContent === "" && document.getElementById("studio-frame"));
await timed("the first page is drawn, with what that loads", () => page.getByRole("button", { name: "Show my pages" }).click(), drawn);
for (const name of ["The ladder", "All levels", "Home"]) {
  await timed(`another page is drawn: ${name}`, () => page.getByRole("button", { name, exact: true }).click(), async () => {
    await page.waitForFunction(() => document.querySelector("#preview-head ~ p[role=status]")?.textContent === "");
  });
}
console.log((await said.textContent()) || "nothing is in the way");
await page.getByRole("button", { name: "Make the site" }).press("Enter");
await page.getByText(/^It has \d+ pages/).waitFor();
console.log(await page.locator("#site-state").textContent());
await timed("the whole site is made", () => page.getByRole("button", { name: /^Make it: / }).click(), () => page.getByText(/^Done: /).waitFor({ timeout: 120_000 }));
console.log(await page.locator("#site-state").textContent());
const [most] = memory();
console.log(`the most memory of a process: ${most.toFixed(0)} MB, ${(most - empty).toFixed(0)} MB beyond the ${empty.toFixed(0)} MB of an empty tab`);
await browser.close();
server.close();
