// The three engines: where each is installed on this machine, and how it is started.
import { existsSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { chromium, firefox, webkit } from "playwright-core";
import { launchOptions } from "../e2e/chromium.mjs";
import { visit, within } from "./playwright.mjs";
import * as webdriver from "./webdriver.mjs";

const DEBIAN_FIREFOX = "/usr/bin/firefox-esr";
const relay = fileURLToPath(new URL("firefox-on-debian.mjs", import.meta.url));

/** Playwright disables the back-forward cache; here it is what is tested. */
const cached = { ignoreDefaultArgs: ["--disable-back-forward-cache"] };
const firefoxUserPrefs = { "fission.bfcacheInParent": true, "browser.sessionhistory.max_total_viewers": -1 };

const own = (type) => existsSync(type.executablePath());

/** Each engine: the program that is used for it, or null; `start` returns `visit` and `stop`. */
export const engines = {
  chromium: {
    from: launchOptions.executablePath ?? (own(chromium) ? "Playwright" : null),
    start: () => byPlaywright(chromium, { ...launchOptions, ...cached }),
  },
  firefox: {
    from: existsSync(DEBIAN_FIREFOX) ? DEBIAN_FIREFOX : own(firefox) ? "Playwright" : null,
    start: () => byPlaywright(firefox, firefoxOptions()),
    /** A visit with its own profile, whose files can be read. */
    visitIn: async (folder, prefs) => {
      const { firefoxUserPrefs: usual, ...options } = firefoxOptions();
      const context = await firefox.launchPersistentContext(folder, { ...options, firefoxUserPrefs: { ...usual, ...prefs } });
      return within(context, () => context.close());
    },
  },
  webkit: {
    from: webdriver.missing() === null ? "webkit2gtk-driver" : own(webkit) ? "Playwright" : null,
    start: (options) => (webdriver.missing() === null ? byWebDriver(options) : byPlaywright(webkit, {})),
  },
};

function firefoxOptions() {
  return existsSync(DEBIAN_FIREFOX) ? { channel: "moz-firefox", executablePath: relay, firefoxUserPrefs } : { firefoxUserPrefs };
}

async function byPlaywright(type, options) {
  const browser = await type.launch(options);
  return { visit: () => visit(browser), stop: () => browser.close(), version: browser.version() };
}

async function byWebDriver(options) {
  const screen = await webdriver.start(options);
  return { visit: () => webdriver.visit(screen), stop: screen.stop, version: "WebKitGTK" };
}
