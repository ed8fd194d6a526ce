// A tab as a user operates it, built on the few commands that every driver has:
// goto, evaluate, click, type, press, close.
import { held, noteReturns, seek, shown } from "./in-page.mjs";

const RETURNED = "engines-test/returned";
const PATIENCE = 10_000;
let passages = 0;
const pause = (ms) => new Promise((done) => setTimeout(done, ms));

export class Tab {
  constructor(driver, site) {
    this.driver = driver;
    this.site = site;
  }

  /** Runs a function in the page; it must not use anything from outside, and returns JSON. */
  evaluate(work, ...args) {
    return inTime(this.driver.evaluate(`(${work})(...${JSON.stringify(args.map(plain))})`));
  }

  /** Polls until `work` returns something true in the page, and returns that. */
  async until(what, work, ...args) {
    const end = Date.now() + PATIENCE;
    for (let trouble; ;) {
      const found = await this.evaluate(work, ...args).catch((error) => { trouble = error; });
      if (found) return found;
      if (Date.now() > end) throw new Error(`waited in vain for ${what}, at ${await this.address()}${trouble ? `: ${trouble.message}` : ""}`);
      await pause(40);
    }
  }

  address() {
    return this.evaluate(() => location.href).catch(() => "an address unknown");
  }

  /** Opens an address of the site. */
  async go(path) {
    await this.driver.goto(new URL(path, this.site).href);
    await this.watch();
  }

  /** Opens an address of the site and waits until its programs run. */
  async open(path) {
    await this.go(path);
    await this.alive();
  }

  async alive() {
    await this.until("the page to come alive", () => document.documentElement.hasAttribute("data-alive"));
    await this.watch();
  }

  watch() {
    return this.driver.evaluate(`(${noteReturns})(${JSON.stringify(RETURNED)}, ${shown})`);
  }

  /**
   * Goes Back, or Forward by 1. `cached` is whether the page came from the back-forward cache, and `flash`
   * what was visible in its first frame.
   */
  async travel(steps = -1) {
    await this.evaluate((key) => sessionStorage.removeItem(key), RETURNED);
    await this.passage(() => this.evaluate((by) => { setTimeout(() => history.go(by), 0); }, steps));
    // A page that reloads on return does so now.
    await pause(300);
    await this.until("a page that stands", () => document.readyState === "complete");
    const flash = await this.evaluate((key) => sessionStorage.getItem(key), RETURNED);
    await this.watch();
    return { cached: flash !== null, flash: flash ?? "" };
  }

  async reload() {
    await this.passage(() => this.evaluate(() => { setTimeout(() => location.reload(), 0); }));
    await this.watch();
  }

  /** Performs an action that leads to another document, and waits until that is loaded. */
  async passage(act) {
    const mark = String(passages += 1);
    await this.evaluate((text) => { window.passage = text; }, mark);
    await act();
    await this.until("another page", (text) => window.passage !== text && document.readyState === "complete", mark);
  }

  /** Clicks the visible button, link, radio button, checkbox or field with this name. */
  async click(kind, name) {
    const end = Date.now() + PATIENCE;
    for (;;) {
      const found = await this.evaluate(seek, kind, name);
      if (found.names === undefined && !found.disabled) return inTime(this.driver.click(found.x, found.y));
      if (Date.now() > end) throw new Error(`no ${kind} ${name} at ${await this.address()}, but: ${found.names?.join(" | ") ?? "it is disabled"}`);
      await pause(40);
    }
  }

  /** Follows a link with this name to a page and waits until its programs run. */
  async follow(name) {
    await this.leave(() => this.click("link", name));
  }

  /** Performs an action that leads to another page, and waits until its programs run. */
  async leave(act) {
    await this.passage(act);
    await this.alive();
  }

  /** Types into the visible field with this name. */
  async write(name, text) {
    await this.click("field", name);
    await this.driver.type(text);
  }

  type(text) { return this.driver.type(text); }

  /** Presses one key by its name, such as Enter, while others are held down. */
  press(key, ...held_) { return this.driver.press(key, held_); }

  shown() { return this.evaluate(shown); }

  held() { return this.evaluate(held); }

  /** Waits until this text is visible. */
  async sees(words) {
    const end = Date.now() + PATIENCE;
    for (;;) {
      const text = await this.shown().catch(() => "");
      if (typeof words === "string" ? text.includes(words) : words.test(text)) return text;
      if (Date.now() > end) throw new Error(`${words} is not to be seen at ${await this.address()}:\n${text.slice(0, 1500)}`);
      await pause(40);
    }
  }

  count(selector) {
    return this.evaluate((wanted) => document.querySelectorAll(wanted).length, selector);
  }

  /** The value of the element that the selector finds. */
  value(selector) {
    return this.evaluate((wanted) => document.querySelector(wanted)?.value ?? null, selector);
  }

  kept() {
    return this.evaluate(() => ({ ...localStorage }));
  }

  /** Waits until the stored records pass a test, and returns them. */
  async keeps(what, test) {
    const end = Date.now() + PATIENCE;
    for (;;) {
      const all = await this.kept();
      if (test(all)) return all;
      if (Date.now() > end) throw new Error(`${what} is not kept, but: ${JSON.stringify(all).slice(0, 600)}`);
      await pause(40);
    }
  }

  keep(records) {
    return this.evaluate((all) => Object.entries(all).forEach(([key, text]) => localStorage.setItem(key, text)), records);
  }

  /** Puts a file with this text into the file field of the page. */
  choose(text, name) {
    return this.evaluate((content, called) => {
      const files = new DataTransfer();
      files.items.add(new File([content], called, { type: "application/json" }));
      const field = document.querySelector("input[type=file]");
      field.files = files.files;
      field.dispatchEvent(new Event("input", { bubbles: true }));
      field.dispatchEvent(new Event("change", { bubbles: true }));
    }, text, name);
  }

  close() { return this.driver.close(); }
}

/** A page that hangs fails the journey instead of blocking it. */
function inTime(answer) {
  let timer;
  const late = new Promise((_, failed) => {
    timer = setTimeout(() => failed(new Error("the page does not answer")), PATIENCE);
  });
  return Promise.race([answer, late]).finally(() => clearTimeout(timer));
}

const plain = (value) => (value instanceof RegExp ? { source: value.source, flags: value.flags } : value);
