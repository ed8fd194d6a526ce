// Screenshots of the main pages at three widths, light and dark: node shots.mjs FOLDER [page …]
import { mkdir } from "node:fs/promises";
import { chromium } from "@playwright/test";
import { launchOptions } from "./chromium.mjs";
import { serve } from "./serve.mjs";
import { answerAll } from "./steps.mjs";

const [folder = "/tmp/shots", ...wanted] = process.argv.slice(2);
const base = "/some/sub/path/";
const pages = {
  home: { path: "" },
  "home-full": { path: "", full: true },
  level: { path: "levels/t7/" },
  "level-full": { path: "levels/l6/", full: true },
  levels: { path: "levels/" },
  expectation: { path: "levels/l7/risk/" },
  matrix: { path: "matrix/" },
  "matrix-filtered": { path: "matrix/?lean=broad#risk_l7" },
  compare: { path: "compare/" },
  pair: { path: "compare/t5/l6/", full: true },
  guide: { path: "guide/" },
  choosing: { path: "guide/which-track/", full: true },
  parting: { path: "guide/where-the-tracks-part/", full: true },
  switching: { path: "guide/switching/", full: true },
  growing: { path: "guide/growing/", full: true },
  hours: { path: "guide/hands-on-time/" },
  traps: { path: "guide/traps/" },
  case: { path: "guide/your-case/", full: true },
  managers: { path: "guide/for-managers/", full: true },
  organisation: { path: "guide/for-the-organisation/", full: true },
  titles: { path: "guide/roles-and-titles/", full: true },
  glossary: { path: "guide/glossary/" },
  sources: { path: "guide/sources/" },
  whole: { path: "whole/" },
  talk: { path: "talk/" },
  sheet: { path: "talk/l7/", full: true },
  link: { path: "link/" },
  search: {
    path: "levels/t6/",
    act: async (page) => {
      await page.keyboard.press("/");
      await page.locator("html[data-finds]").waitFor({ state: "attached" });
      await page.keyboard.type("l7 risk");
      await page.locator(".search-found a").first().waitFor();
    },
  },
  "link-window": {
    path: "levels/l7/",
    act: (page) => page.getByRole("button", { name: /^Link to L7 · / }).first().click(),
  },
  embedded: { path: "levels/l7/?embed=1" },
  card: { path: "levels/l7/risk/?embed=card&theme=light" },
  competency: { path: "competencies/risk/" },
  competencies: { path: "competencies/" },
  about: { path: "about/", full: true },
  quiz: { path: "quiz/" },
  question: { path: "quiz/", act: (page) => page.getByRole("button", { name: /^Take the .*quiz$/ }).click() },
  review: { path: "quiz/", act: (page) => answerAll(page, "broad", false), full: true },
  result: { path: "quiz/", act: (page) => answerAll(page, "broad"), full: true },
  results: {
    path: "quiz/",
    act: async (page) => {
      await answerAll(page, "deep");
      await page.getByRole("link", { name: "All your results" }).click();
      await page.locator(".attempt").first().waitFor();
    },
  },
  data: {
    path: "quiz/",
    act: async (page) => {
      await answerAll(page, "deep");
      await page.goto(`http://127.0.0.1:8099${base}data/`);
      await page.locator(".record").first().waitFor();
    },
    full: true,
  },
  privacy: { path: "privacy/", full: true },
  "not-found": { path: "levels/t77/nowhere" },
};

await mkdir(folder, { recursive: true });
const server = await serve(base, 8099);
const browser = await chromium.launch(launchOptions);
for (const name of wanted.length ? wanted : Object.keys(pages)) {
  const { path, act, full } = pages[name];
  for (const width of (process.env.WIDTHS ?? "375,768,1280").split(",").map(Number)) {
    for (const colorScheme of (process.env.SCHEMES ?? "light,dark").split(",")) {
      const height = { 375: 667, 768: 1024, 1280: 800 }[width] ?? 800;
      const page = await browser.newPage({ viewport: { width, height }, colorScheme });
      await page.goto(`http://127.0.0.1:8099${base}${path}`);
      await page.waitForTimeout(300);
      if (act) await act(page);
      await page.waitForTimeout(200);
      await page.screenshot({ path: `${folder}/${name}-${width}-${colorScheme}.png`, fullPage: Boolean(full) });
      await page.close();
    }
  }
}
await browser.close();
server.close();
