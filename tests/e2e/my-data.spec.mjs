// “My data”: everything that is stored, in plain words, with a size and a date, and whether saving works.
import { attemptOf, expect, keep, kept, open, test } from "./app.mjs";
import { overflow, smallTargets, unfair } from "./faults.mjs";
import { backUp, button, everything, prefix, press, readable, row } from "./keeping.mjs";
import { fillStorage, refuseStorage, site } from "./storage.mjs";

const fact = (page, name) => page.locator("dt").filter({ hasText: name }).locator("xpath=following-sibling::dd[1]");
const grouped = (number) => number.toLocaleString("en-US");
const units = (records) => Object.entries(records).reduce((sum, [key, text]) => sum + key.length + text.length, 0);
const written = (page, time) => page.evaluate((at) => new Date(at).toLocaleString(navigator.language, { dateStyle: "long", timeStyle: "short" }), time);

const settings = Object.keys(readable).filter((key) => /\/(setting|choice)\//.test(key)).sort();
const newerKey = `ladder-explorer/v3/${site}/attempt/a1`;

test.describe("the list", () => {
  const words = {
    "attempt/a1": ["An attempt at the quiz “After the move”", null, 1.701e12],
    "attempt/b2": ["An attempt at the quiz", null, 1.702e12],
    "opinion/00000000000000a1": ["A second opinion from Kim Example", null, 1.703e12],
    "opinion/00000000000000b2": ["A second opinion", null, 1.704e12],
    "evidence/technical-leadership/e1": ["My growth: evidence", null, 1.72e12],
    "case/technical-leadership/case": ["Your case: earlier notes and passport", null, 1.72e12],
    "attempt/bad": ["An attempt at the quiz", /^It can’t be read and is left unchanged: answers\.p01: .* A backup file contains it exactly as it is\. Delete it here to start again\.$/, null],
    "attempt/de": ["An attempt at the quiz “From tomorrow”", "A newer version of this app wrote it (format 9). It is left unchanged.", 1.705e12],
    "something/else": ["Something this version doesn’t know", "It is left unchanged.", null],
    "aside/attempt/c3": ["An attempt at the quiz", "An earlier version set it aside, exactly as it was.", null],
  };

  test("has every record of this app once, in plain words, with its size and its last change", async ({ page }) => {
    await keep(page, { ...everything, "another-app": "not ours" });
    await open(page, "data/");
    // The settings are in one row, whatever keys they have.
    await expect(page.locator(".record")).toHaveCount(Object.keys(everything).length - settings.length + 1);
    const one = row(page, "Your settings: titles, level, reminder");
    await expect(one.locator("code")).toHaveText(settings);
    await expect(one.locator(".record-size")).toHaveText(`${grouped(units(Object.fromEntries(settings.map((key) => [key, everything[key]]))))} characters`);
    for (const [name, [says, state, changed]] of Object.entries(words)) {
      const key = prefix + name;
      const here = page.locator(".record").filter({ has: page.locator("code", { hasText: new RegExp(`^${key}$`) }) });
      const when = changed ? `${says}, changed ${await written(page, changed)}` : says;
      await expect(here.locator(".record-name"), key).toHaveText(when);
      await expect(here.locator(".record-size"), key).toHaveText(`${grouped(key.length + everything[key].length)} characters`);
      if (state) await expect(here.locator(".record-state"), key).toHaveText(state);
      else await expect(here.locator(".record-state"), key).toHaveCount(0);
    }
  });

  test("has what a newer version of this app keeps under its own names", async ({ page }) => {
    await keep(page, { ...readable, [newerKey]: '{"schema":1}' });
    await open(page, "data/");
    await expect(row(page, "After the move")).toBeVisible();
    await expect(row(page, newerKey)).toContainText("A newer version of this app wrote it (format 3)");
  });

  test("with nothing kept says so and offers nothing to delete", async ({ page }) => {
    await open(page, "data/");
    await expect(page.getByText("Nothing is saved in this browser yet.")).toBeVisible();
    await expect(page.getByRole("button", { name: /^Delete/ })).toHaveCount(0);
    await expect(button(page, "Save a backup file")).toBeDisabled();
  });
});

test.describe("how it is kept", () => {
  test("a browser that saves is tested there and then, and the test leaves nothing behind", async ({ page }) => {
    await keep(page, readable);
    await open(page, "data/");
    await expect(fact(page, "Saving")).toHaveText("Works: a test was just written, read back and removed.");
    expect(await kept(page)).toEqual(readable);
  });

  test("the room is that of every record, and of other pages on this host", async ({ page }) => {
    await keep(page, { ...everything, other: "12345" });
    await open(page, "data/");
    await expect(fact(page, "Space").locator("span").first()).toHaveText("Less than 1 % of the space is used. Other pages on this host use part of it.");
    const exact = fact(page, "Space").locator("details span");
    await expect(exact, "no count in sight until it is asked for").toBeHidden();
    await fact(page, "Space").getByText("In numbers").click();
    await expect(exact).toBeVisible();
    await expect(exact).toHaveText(
      `${grouped(units(everything))} characters of about 5,242,880 that a browser gives one host. Other pages on this host: 10.`,
    );
  });

  test("a browser that refuses storage is said to save nothing, and nothing is claimed about what it kept before", async ({ page }) => {
    await refuseStorage(page);
    await open(page, "data/");
    await expect(fact(page, "Saving")).toHaveText(/^Nothing is saved: this browser refuses storage on this page/);
    await expect(page.getByText("Nothing is saved in this browser yet.")).toHaveCount(0);
  });

  test("a full storage is said to be full, and what is kept can still be read and backed up", async ({ page }) => {
    await keep(page, readable);
    await fillStorage(page);
    const before = await kept(page);
    await open(page, "data/");
    await expect(fact(page, "Saving")).toContainText("This is not saved: this browser’s storage for this site is full");
    const { records } = JSON.parse(await backUp(page));
    for (const key of Object.keys(readable)) expect(records[key.slice(prefix.length)], key).toBe(readable[key]);
    await expect(row(page, "Kim Example")).toBeVisible();
    const after = await kept(page);
    for (const key of Object.keys(readable)) expect(after[key], key).toBe(before[key]);
  });

  for (const [answers, before, after] of [
    [{ persisted: false, persist: true }, /^Not yet: your browser may delete this/, /^Yes: your browser says it won’t delete this on its own/],
    [{ persisted: false, persist: false }, /^Not yet: your browser may delete this/, /^No: your browser didn’t promise it.* A backup helps\.\s*$/],
    [{ persisted: true }, /^Yes: your browser says it won’t delete this on its own/, null],
    [null, /^This browser doesn’t say\./, null],
  ]) {
    const told = answers === null ? "says nothing of a promise" : `answers ${Object.values(answers).join(", then ")}`;
    test(`a browser that ${told} is quoted, and asked only by a press`, async ({ page }) => {
      await page.addInitScript((given) => {
        self.asked = 0;
        const storage = given && { persisted: async () => given.persisted, persist: async () => ((self.asked += 1), given.persist) };
        Object.defineProperty(navigator, "storage", { value: storage ?? undefined });
      }, answers);
      await open(page, "data/");
      await expect(fact(page, "Safe from cleaning up")).toHaveText(before);
      expect(await page.evaluate(() => self.asked)).toBe(0);
      const ask = button(page, "Ask the browser not to delete it");
      if (!after) return expect(ask).toHaveCount(0);
      await ask.click();
      await expect(fact(page, "Safe from cleaning up")).toHaveText(after);
      await expect(ask).toHaveCount(0);
      expect(await page.evaluate(() => self.asked)).toBe(1);
    });
  }
});

test.describe("for everybody", () => {
  test("the filled page has no fault that axe finds, in light and in dark, and fits 320 px", async ({ page }) => {
    const long = attemptOf("f", "deep");
    const [[key, text]] = Object.entries(long);
    await keep(page, { ...everything, [key]: JSON.stringify({ ...JSON.parse(text), name: "W".repeat(80) }) });
    await open(page, "data/");
    await press(page, "Kim Example", "Delete");
    await page.getByText("Change the passphrase").or(page.getByText("Passphrase, 8 characters")).first().waitFor();
    expect.soft(await unfair(page)).toEqual([]);
    for (const width of [375, 320]) {
      await page.setViewportSize({ width, height: 640 });
      expect.soft(await overflow(page), `at ${width} px`).toEqual([]);
    }
    expect.soft(await smallTargets(page)).toEqual([]);
  });

  test("every control is reached by keyboard alone, in sight, and none traps the focus", async ({ page }) => {
    await keep(page, everything);
    await open(page, "data/");
    const wanted = await page.locator("main").locator("a[href], button, input, summary").evaluateAll((all) => all
      .filter((one) => one.checkVisibility() && !one.disabled)
      .map((one, at) => ((one.dataset.stop = at), at)));
    // From the heading on, as after the app itself has focused it.
    await page.locator("#stage-head").evaluate((head) => { head.tabIndex = -1; head.focus(); });
    const reached = new Map();
    for (let stop = 0; stop < wanted.length + 2; stop += 1) {
      await page.keyboard.press("Tab");
      const { at, seen } = await page.evaluate(() => {
        const { outlineStyle, outlineWidth } = getComputedStyle(document.activeElement);
        const { top, bottom } = document.activeElement.getBoundingClientRect();
        const inView = top < innerHeight && bottom > 0;
        return { at: document.activeElement.dataset.stop, seen: inView && outlineStyle !== "none" && parseFloat(outlineWidth) >= 2 };
      });
      if (at !== undefined) reached.set(Number(at), seen);
    }
    expect([...reached.keys()].sort((a, b) => a - b)).toEqual(wanted);
    expect([...reached].filter(([, seen]) => !seen), "a focus that cannot be seen").toEqual([]);
  });

  test("deleting and undoing need no mouse, and the focus is never lost", async ({ page }) => {
    await keep(page, readable);
    await open(page, "data/");
    await row(page, "After the move").getByRole("button", { name: /^Delete/ }).focus();
    await page.keyboard.press("Enter");
    await expect(button(page, "Undo")).toBeFocused();
    await expect(page.getByRole("status").filter({ hasText: "Deleted: An attempt at the quiz “After the move”." })).toBeVisible();
    await page.keyboard.press("Enter");
    await expect(page.getByRole("heading", { level: 1 })).toBeFocused();
    expect(await kept(page)).toEqual(readable);
  });
});
