// Takes the pictures of the guide “Use your own ladder” from the Studio of dist, and writes them into
// public/. Run it after a change of the Studio’s looks: node tests/e2e/own-ladder-pictures.mjs
import { writeFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { chromium } from "@playwright/test";
import { launchOptions } from "./chromium.mjs";
import { serve } from "./serve.mjs";

const sheet = [
  "Group,Competency,Engineer,Senior engineer,Staff engineer",
  "Building,Testing,Writes tests for own changes,Decides what is worth a test,Sets what all teams test",
  "Building,Design,Follows the plan of the team,Plans a change before it begins,Shapes how services meet",
  "Building,Running it,Answers alerts with help,Finds the cause and removes it,Makes whole kinds of fault impossible",
  "Working together,Feedback,Asks for it,Gives it early and kindly,Teaches others to give it",
  "Working together,Plans,Says when a date is in doubt,Cuts work into steps that can ship,Settles what depends on what",
].join("\n");
const [width, margin] = [880, 16];

const server = await serve("/", 8094);
const browser = await chromium.launch(launchOptions);
const page = await browser.newPage({ viewport: { width, height: 1000 }, reducedMotion: "reduce" });
const painter = await browser.newPage();
await page.goto("http://127.0.0.1:8094/studio/");
await page.locator("html[data-alive]").waitFor({ state: "attached" });

/** The page between the tops of two elements, as a WebP. */
async function take(number, from, to) {
  await page.evaluate(() => document.activeElement.blur());
  const top = async (one) => (await one.boundingBox()).y + (await page.evaluate(() => scrollY));
  const [begin, end] = [await top(from), await top(to)];
  const png = await page.screenshot({ fullPage: true, clip: { x: 0, y: begin - margin, width, height: end - begin } });
  const webp = await painter.evaluate(async (data) => {
    const picture = await createImageBitmap(await (await fetch(`data:image/png;base64,${data}`)).blob());
    const canvas = new OffscreenCanvas(picture.width, picture.height);
    canvas.getContext("2d").drawImage(picture, 0, 0);
    const bytes = new Uint8Array(await (await canvas.convertToBlob({ type: "image/webp", quality: 0.8 })).arrayBuffer());
    return [picture.width, picture.height, btoa(String.fromCharCode(...bytes))];
  }, png.toString("base64"));
  const bytes = Buffer.from(webp[2], "base64");
  writeFileSync(fileURLToPath(new URL(`../../public/own-ladder-${number}.webp`, import.meta.url)), bytes);
  console.log(`own-ladder-${number}.webp: ${webp[0]} by ${webp[1]} pixels, ${bytes.length} bytes`);
}

const head = (name) => page.getByRole("heading", { name, exact: true });
await page.getByLabel(/^Choose one file/).setInputFiles({ name: "engineering-levels.csv", mimeType: "text/csv", buffer: Buffer.from(sheet) });
await head("What was read").waitFor();
await take(1, head("What was read"), head("What to do next"));
await page.getByRole("button", { name: "Use these answers" }).click();
await page.getByText("Nothing is left to confirm.").waitFor();
await take(2, head("Levels"), head("Groups"));
await page.getByRole("button", { name: "Show my pages" }).click();
await page.waitForFunction(() => document.querySelector("#preview-head ~ p[role=status]")?.textContent === "" && document.getElementById("studio-frame"));
await page.frameLocator("#studio-frame").getByRole("heading", { level: 1 }).waitFor();
await take(3, head("See it"), head("Take it along"));
await page.getByRole("button", { name: "Make the site" }).press("Enter");
await page.getByText(/^It has \d+ pages/).waitFor();
await take(4, head("A site of your own"), page.locator("footer"));
await browser.close();
server.close();
