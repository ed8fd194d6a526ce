// How the browser tests run: no retries, two at a time, the system's Chromium.
import { defineConfig, devices } from "@playwright/test";
import { launchOptions } from "./chromium.mjs";

export default defineConfig({
  testDir: ".",
  outputDir: "results",
  reporter: "list",
  fullyParallel: true,
  forbidOnly: Boolean(process.env.CI),
  retries: 0,
  workers: 2,
  timeout: 45_000,
  expect: { timeout: 5_000 },
  use: { ...devices["Desktop Chrome"], launchOptions, locale: "en-GB", screenshot: "only-on-failure" },
  projects: [
    { name: "sub-path", use: { folder: "/some/sub/path/" } },
    { name: "root", use: { folder: "/" }, grep: /@root/ },
  ],
});
