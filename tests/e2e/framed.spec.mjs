// Pages in a foreign frame: its owner could draw over them, so they read nothing that is stored, offer
// nothing that would change it, say so, and keep working (figure 8).
import { createServer } from "node:http";
import { alive, attemptOf, expect, keep, kept, open, settingsWith, test } from "./app.mjs";
import { add, asks, everything as usual, journal, lockJournal, readable } from "./keeping.mjs";
import { answer } from "./steps.mjs";

// An unfinished session, and a title that is not the last of its row: if each control were pressed in turn, neither would stay.
const everything = { ...usual, ...attemptOf("2540be400", "deep", 5), ...settingsWith({ titleScheme: "director-of-technology", rung: 7 }) };
const secrets = ["After the move", "A quiet week", "Kim Example", "A spike", "Kept two plans", "From tomorrow"];
const notKept = /refuses storage on this page|Nothing is saved|nothing is being saved|Not saved: this browser refuses storage/;
const places = ["results/", "results/?attempt=a1", "quiz/", "quiz/?step=3", "data/", journal, "./", "levels/l7/"];

/** Puts pages into frames of a page of this origin. */
async function framed(page, ...paths) {
  await page.route("**/framing.html", (route) => route.fulfill({
    contentType: "text/html",
    body: `<!doctype html><title>A page around it</title>${paths.map((path) => `<iframe src="${path}" width="1000" height="700"></iframe>`).join("")}`,
  }));
  await page.goto("framing.html");
  const frames = page.frames().filter((frame) => frame !== page.mainFrame());
  for (const frame of frames) await frame.locator("html[data-alive]").waitFor({ state: "attached" });
  return frames;
}

/** Everything in the page, including what is not visible. */
const held = (frame) => frame.evaluate(() => document.documentElement.outerHTML + [...document.querySelectorAll("input, textarea")].map(({ value }) => value));

test.describe("in a frame of the same origin", () => {
  for (const path of places) {
    test(`/${path} shows nothing personal and does not let what is kept be changed`, async ({ page }) => {
      await keep(page, everything);
      const [frame] = await framed(page, path);
      const words = await held(frame);
      for (const secret of [...secrets, "Your earlier answers were restored"]) expect(words, secret).not.toContain(secret);
      expect(await frame.evaluate(() => document.documentElement.dataset.scheme), "the titles that were chosen").toBeUndefined();
      for (const name of [/^Delete(:| the| everything)/, /^Lock/, /^Unlock/, /^Undo/, /^Restore/]) {
        await expect(frame.getByRole("button", { name }).filter({ visible: true }), String(name)).toHaveCount(0);
      }
      // Presses and fills in every remaining button and field: storage does not change.
      for (const control of await frame.locator("main button, main input:not([type=file]), main textarea, main select").all()) {
        if (!(await control.isVisible()) || !(await control.isEnabled())) continue;
        await control.evaluate((one) => {
          if ("value" in one && /text|search/.test(one.type)) one.value = "typed in a frame";
          one.dispatchEvent(new Event("input", { bubbles: true }));
          one.dispatchEvent(new Event("change", { bubbles: true }));
          one.click();
        }).catch(() => {});
      }
      await frame.evaluate(() => dispatchEvent(new Event("pagehide"))).catch(() => {});
      expect(await kept(page)).toEqual(everything);
    });
  }

  test("the quiz says before the first answer that nothing is saved, and still gives a result", async ({ page }) => {
    await keep(page, everything);
    const [frame] = await framed(page, "quiz/");
    await expect(frame.getByRole("alert").filter({ visible: true })).toContainText(notKept);
    await frame.getByRole("button", { name: /^Take the .*quiz$/ }).click();
    await answer(frame, "broad");
    // Announced once, but visible all the time.
    await expect(frame.locator(".notice-warning").filter({ visible: true })).toContainText(notKept);
    await frame.getByRole("button", { name: "See your result" }).click();
    await expect(frame.getByRole("heading", { level: 1 })).toHaveText(/^Your (answers|trade-offs) point clearly to broad work/);
    expect(await kept(page)).toEqual(everything);
  });

  test("“Your results” and “My data” say that nothing is saved, and do not claim that nothing is kept", async ({ page }) => {
    await keep(page, everything);
    const [results, data] = await framed(page, "results/", "data/");
    await expect(results.getByRole("alert").filter({ visible: true })).toContainText(notKept);
    await expect(data.getByText(notKept).first()).toBeVisible();
    await expect.soft(results.getByText("Nothing is kept yet.")).toHaveCount(0);
    await expect.soft(data.getByText("Nothing is saved in this browser yet.")).toHaveCount(0);
  });

  test("the journal says that what is typed is kept only while the page is open", async ({ page }) => {
    await keep(page, everything);
    const [frame] = await framed(page, journal);
    await add(frame, "typed in a frame");
    await expect(frame.getByText(notKept).filter({ visible: true }).first()).toBeVisible();
    expect(await kept(page)).toEqual(everything);
  });

  test("a locked journal is not asked for there, and stays locked", async ({ page }) => {
    await keep(page, readable);
    await lockJournal(page);
    const before = await kept(page);
    for (const frame of await framed(page, "results/", "data/", journal)) {
      await expect(asks(frame)).toBeHidden();
      const words = await held(frame);
      for (const secret of secrets) expect(words, secret).not.toContain(secret);
    }
    expect(await kept(page)).toEqual(before);
  });

  test("the pages do show all of that outside a frame, so that the tests above can tell", async ({ page }) => {
    await keep(page, everything);
    await open(page, "data/");
    const words = await held(page);
    for (const secret of ["After the move", "Kim Example", "From tomorrow"]) expect(words).toContain(secret);
    await expect(page.getByRole("button", { name: /^Delete/ }).first()).toBeVisible();
  });
});

/** A page of another site with one of ours in a frame, in its own browser. Under another name this
 * machine counts as another site; a site on the internet may not frame this machine at all. */
async function elsewhere(browser, site, path, sandbox) {
  const frame = `<iframe src="${site}${path}" ${sandbox ? `sandbox="${sandbox}"` : ""} width="1000" height="700"></iframe>`;
  const server = createServer((_, response) => response.setHeader("content-type", "text/html").end(`<!doctype html><title>Elsewhere</title>${frame}`));
  await new Promise((done) => { server.listen(0, "127.0.0.1", done); });
  const context = await browser.newContext();
  const page = await context.newPage();
  const errors = [];
  context.on("weberror", (error) => errors.push(String(error.error())));
  await page.goto(`http://localhost:${server.address().port}/`, { waitUntil: "load" });
  context.on("close", () => server.close());
  return { context, errors, frame: page.frames().find((one) => one.url().startsWith(site)) };
}

test.describe("in a frame of another site", () => {
  for (const sandbox of [null, "allow-scripts allow-same-origin allow-forms", "allow-scripts allow-same-origin"]) {
    test(`${sandbox ? `in a sandbox with ${sandbox}` : "as it is"} the quiz says that nothing is saved, and runs to its result`, async ({ browser, site }) => {
      const { context, errors, frame } = await elsewhere(browser, site, "quiz/", sandbox);
      await alive(frame);
      await expect(frame.getByRole("alert").filter({ visible: true })).toContainText(notKept);
      await frame.getByRole("button", { name: /^Take the .*quiz$/ }).click();
      await answer(frame, "deep");
      await frame.getByRole("button", { name: "See your result" }).click();
      await expect(frame.getByRole("heading", { level: 1 })).toHaveText(/^Your (answers|trade-offs) point clearly to deep work/);
      expect(errors).toEqual([]);
      const held = () => { try { return localStorage.length; } catch { return "refused"; } };
      expect([0, "refused"]).toContain(await frame.evaluate(held));
      await context.close();
    });
  }

  for (const path of ["quiz/", "levels/l7/", "data/", journal]) {
    test(`in a sandbox without an origin /${path} can be read, and says what does not work`, async ({ browser, site }) => {
      const { context, errors, frame } = await elsewhere(browser, site, path, "allow-scripts");
      await expect(frame.getByRole("heading", { level: 1 })).toBeVisible();
      await expect(frame.locator(".if-failed").or(frame.getByText(notKept)).filter({ visible: true }).first()).toBeVisible();
      expect(errors).toEqual([]);
      await context.close();
    });
  }
});
