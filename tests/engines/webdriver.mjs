// WebKitGTK, driven by the WebDriver protocol over HTTP, on its own screen (Xvfb).
import { spawn } from "node:child_process";
import { existsSync, readdirSync } from "node:fs";
import { createServer } from "node:net";

const DRIVER = "/usr/bin/WebKitWebDriver";
const SCREEN = "/usr/bin/Xvfb";
/** The keys without a character, as WebDriver numbers them. */
const KEYS = {
  Backspace: "\uE003", Tab: "\uE004", Enter: "\uE007", Shift: "\uE008", Control: "\uE009", Escape: "\uE00C", Space: " ",
  End: "\uE010", Home: "\uE011", ArrowLeft: "\uE012", ArrowUp: "\uE013", ArrowRight: "\uE014", ArrowDown: "\uE015",
};

/** The browser that the driver starts. */
function browserPath() {
  const libraries = readdirSync("/usr/lib", { withFileTypes: true }).filter((entry) => entry.isDirectory());
  const places = libraries.flatMap(({ name }) => ["4.1", "4.0"].map((version) => `/usr/lib/${name}/webkit2gtk-${version}/MiniBrowser`));
  return places.find((place) => existsSync(place));
}

/** Which of Debian's packages for WebKit is not installed, or null. */
export function missing() {
  if (!existsSync(DRIVER) || !browserPath()) return "webkit2gtk-driver is not installed";
  return existsSync(SCREEN) ? null : "xvfb is not installed";
}

/** Starts a screen; `language` is the value of LANG for the browsers on it. */
export async function start({ language = "en_GB.UTF-8" } = {}) {
  const screen = child(SCREEN, ["-displayfd", "3", "-screen", "0", "1280x1024x24", "-nolisten", "tcp"], { stdio: ["ignore", "ignore", "ignore", "pipe"] });
  const display = `:${await firstLine(screen.process)}`;
  const { LC_ALL, LANGUAGE, WAYLAND_DISPLAY, ...rest } = process.env;
  // A container has no user namespace for the sandbox; the pages under test are our own.
  const env = { ...rest, DISPLAY: display, LANG: language, WEBKIT_DISABLE_SANDBOX_THIS_IS_DANGEROUS: "1" };
  return { env, stop: screen.stop };
}

/** A visit: a driver, and a browser with empty storage. */
export async function visit({ env }) {
  const port = await freePort();
  const driver = child(DRIVER, [`--port=${port}`], { env, stdio: "ignore" });
  try {
    const address = `http://127.0.0.1:${port}`;
    await ready(address);
    const options = { binary: browserPath(), args: ["--automation"] };
    const capabilities = { alwaysMatch: { browserName: "MiniBrowser", "webkitgtk:browserOptions": options } };
    const { sessionId } = await call("POST", `${address}/session`, { capabilities });
    const at = `${address}/session/${sessionId}`;
    const [first] = await call("GET", `${at}/window/handles`);
    let free = first;
    const newTab = async () => {
      // A tab in the background is not drawn, so each tab has its own window.
      const handle = free ?? (await call("POST", `${at}/window/new`, { type: "window" })).handle;
      free = null;
      return tab(at, handle);
    };
    return { errors: null, newTab, close: async () => driver.stop() };
  } catch (error) {
    driver.stop();
    throw error;
  }
}

/** A process and those that it starts, which end with it and with this one. */
function child(program, args, options) {
  const started = spawn(program, args, { ...options, detached: true });
  const stop = () => {
    process.off("exit", stop);
    try {
      process.kill(-started.pid, "SIGKILL");
    } catch {
      // It has already ended.
    }
  };
  process.on("exit", stop);
  return { process: started, stop };
}
process.once("SIGTERM", () => process.exit(1));

/** Each command goes to the window that was chosen last, so choosing it and sending are one step. */
let turn = Promise.resolve();

function tab(at, handle) {
  const ask = (method, path, body) => {
    const answer = turn.then(async () => {
      await call("POST", `${at}/window`, { handle });
      return call(method, at + path, body);
    });
    turn = answer.catch(() => {});
    return answer;
  };
  const keys = (actions) => ask("POST", "/actions", { actions: [{ type: "key", id: "keyboard", actions }] });
  const stroke = (value) => [{ type: "keyDown", value }, { type: "keyUp", value }];
  const mouse = (x, y) => [{ type: "pointerMove", x, y, duration: 0 }, { type: "pointerDown", button: 0 }, { type: "pointerUp", button: 0 }];
  return {
    goto: (url) => ask("POST", "/url", { url }),
    evaluate: (expression) => ask("POST", "/execute/sync", { script: `return ${expression}`, args: [] }),
    click: (x, y) => ask("POST", "/actions", { actions: [{ type: "pointer", id: "mouse", parameters: { pointerType: "mouse" }, actions: mouse(x, y) }] }),
    type: (text) => keys([...text].flatMap(stroke)),
    press: (key, held) => {
      const [last, ...others] = [key, ...held].map((name) => KEYS[name] ?? name);
      const down = others.map((value) => ({ type: "keyDown", value }));
      const up = others.map((value) => ({ type: "keyUp", value }));
      return keys([...down, ...stroke(last), ...up]);
    },
    // The answer may be lost when the window closes.
    close: () => ask("DELETE", "/window").catch(() => {}),
  };
}

/** The number of the screen. */
function firstLine(screen) {
  return new Promise((done, failed) => {
    screen.stdio[3].once("data", (data) => done(String(data).trim()));
    screen.once("exit", (code) => failed(new Error(`Xvfb ended with ${code}`)));
  });
}

async function freePort() {
  const server = createServer();
  await new Promise((done) => server.listen(0, "127.0.0.1", done));
  const { port } = server.address();
  await new Promise((done) => server.close(done));
  return port;
}

async function ready(address) {
  for (let tries = 0; tries < 100; tries += 1) {
    const answer = await fetch(`${address}/status`).catch(() => null);
    if (answer?.ok) return;
    await new Promise((done) => setTimeout(done, 50));
  }
  throw new Error("WebKitWebDriver does not answer");
}

/** A command that the browser does not answer in time, as can happen between two pages, is aborted, so that the next one is handled. */
async function call(method, url, body) {
  const signal = AbortSignal.timeout(/execute\/sync$|window$/.test(url) ? 4_000 : 20_000);
  const options = { method, body: body && JSON.stringify(body), headers: { "content-type": "application/json" }, signal };
  const answer = await fetch(url, options).catch(() => {
    throw new Error(`WebKitWebDriver does not answer ${method} ${url.replace(/.*session\/[^/]*/, "")}`);
  });
  const { value } = await answer.json();
  if (!answer.ok) throw new Error(`WebDriver: ${value.error}: ${value.message}`);
  return value;
}
