// How the browser tests run: two at a time, in the system's Chromium. A failed test runs once more, so
// that a slow machine does not stop the work; a test that passes only then is listed as flaky at the
// end, and is a fault to fix. RETRIES=0 switches the second run off.
import { defineConfig, devices } from "@playwright/test";
import { testOptions } from "./chromium.mjs";

export default defineConfig({
  testDir: ".",
  outputDir: "results",
  reporter: "list",
  fullyParallel: true,
  forbidOnly: Boolean(process.env.CI),
  retries: Number(process.env.RETRIES ?? 1),
  workers: 2,
  timeout: 45_000,
  expect: { timeout: 5_000 },
  use: { ...devices["Desktop Chrome"], launchOptions: testOptions, locale: "en-GB", screenshot: "only-on-failure" },
  projects: [
    { name: "sub-path", use: { folder: "/some/sub/path/" } },
    { name: "root", use: { folder: "/" }, grep: /@root/ },
  ],
});
