// Finds the Chromium for the tests: the system's, or otherwise the test tool's own.
import { existsSync } from "node:fs";

const known = ["/usr/bin/chromium", "/usr/bin/chromium-browser", "/usr/bin/google-chrome", "/snap/bin/chromium"];

export const executablePath = known.find((path) => existsSync(path));

// A container has no user namespace for the sandbox; the pages under test are our own.
export const launchOptions = {
  executablePath,
  args: ["--no-sandbox", "--disable-background-networking", "--disable-component-update", "--disable-sync", "--no-first-run"],
};

/** Debian's headless shell of Chromium, if it is installed: the same pages in half the time. */
const shell = "/usr/bin/chromium-headless-shell";
export const testOptions = existsSync(shell) ? { ...launchOptions, executablePath: shell } : launchOptions;
