// Hosts where other pages of the same owner share the storage: reported once, and only there.
// Such a host is also not a secure context here, because it is opened over http.
import { answersBy, attemptWith, expect, keep, kept, open, test as base } from "./app.mjs";
import { launchOptions } from "./chromium.mjs";
import { button, prefix } from "./keeping.mjs";

const hosts = ["somebody.github.io", "group.gitlab.io", "ladder.example", "github.io.example"];
const rules = hosts.map((host) => `MAP ${host} 127.0.0.1`).join(",");
const args = [...launchOptions.args, `--host-resolver-rules=${rules}`, "--disable-features=HttpsUpgrades,HttpsFirstBalancedModeAutoEnable"];

/** Tests of the app under another host name. */
const on = (host) => base.extend({
  site: [({ folder, server }, use) => use(`http://${host}:${server.address().port}${folder}`), { scope: "worker" }],
});
base.use({ launchOptions: { ...launchOptions, args } });

const attempt = attemptWith("a1", answersBy("standard", 1), { started: Date.now() - 1000 });
const notice = (page) => page.getByRole("status").filter({ hasText: "share one storage." });
const places = ["quiz/", "results/", "data/"];

for (const host of hosts.slice(0, 2)) {
  const test = on(host);
  test.describe(`on ${host}`, () => {
    for (const place of places) {
      test(`${place} says once that pages of the same owner can read along, and what helps`, async ({ page }) => {
        await keep(page, attempt);
        await open(page, place);
        await expect(notice(page)).toHaveText(`All pages on ${host} share one storage. Other pages of the same owner can read what you answer here. What you can do about it. Understood`);
        await notice(page).getByRole("link").click();
        await expect(page).toHaveURL(/\/privacy\/#shared$/);
        await expect(page.getByRole("heading", { name: "If other pages share the storage" })).toBeInViewport();
        await open(page, place);
        await button(page, "Understood").click();
        await expect(notice(page)).toHaveCount(0);
        await expect(page.getByRole("heading", { level: 1 })).toBeFocused();
        expect(await kept(page)).toHaveProperty([`${prefix}notice/shared-origin`]);
        for (const next of places) {
          await open(page, next);
          await expect(page.getByRole("heading", { level: 1 })).toBeVisible();
          await expect(notice(page), next).toHaveCount(0);
        }
      });
    }
  });
}

for (const host of ["127.0.0.1", ...hosts.slice(2)]) {
  const test = on(host);
  test.describe(`on ${host}`, () => {
    test("no page says so", async ({ page }) => {
      await keep(page, attempt);
      for (const place of places) {
        await open(page, place);
        await expect(page.getByRole("heading", { level: 1 })).toBeVisible();
        await expect(notice(page), place).toHaveCount(0);
      }
    });
  });
}

base.describe("over http", () => {
  const test = on("ladder.example");

  test("the browser offers no encryption: “My data” says why, offers no lock, and does the rest", async ({ page }) => {
    await keep(page, attempt);
    await open(page, "data/");
    expect(await page.evaluate(() => [isSecureContext, typeof crypto.subtle])).toEqual([false, "undefined"]);
    const lock = page.getByRole("region", { name: "Lock your data" });
    await expect(lock).toContainText("A lock isn’t possible here. Browsers offer encryption only on pages that were opened over https and are allowed to save something.");
    await expect(lock.getByRole("textbox").or(lock.getByRole("button"))).toHaveCount(0);
    await expect(lock.locator("input")).toHaveCount(0);
    await expect(page.locator(".record")).toHaveCount(1);
    await expect(page.getByText("This browser doesn’t say.")).toBeVisible();
  });

  test("a journal that was locked over https asks, says why it cannot be opened here, and loses nothing", async ({ page }) => {
    const locked = { [`${prefix}lock/lock`]: '{"schema":1,"id":"x","kdf":{"name":"PBKDF2","hash":"SHA-256","iterations":600000,"salt":"AAAAAAAAAAAAAAAAAAAAAA=="},"wrapped":{"iv":"AAAAAAAAAAAAAAAA","data":"AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA"},"state":"on"}', [`${prefix}attempt/a1`]: '{"schema":1,"sealed":{"iv":"AAAAAAAAAAAAAAAA","data":"AAAAAAAAAAAAAAAAAAAA"}}' };
    await keep(page, locked);
    for (const place of [...places, "growth/evidence/"]) {
      await page.goto(place);
      await expect(page.getByRole("alert").filter({ hasText: "This page wasn’t opened over https, so the browser offers no encryption." })).toBeVisible();
      await page.getByLabel("Passphrase", { exact: true }).fill("correct horse battery");
      await button(page, "Unlock").click();
      await expect(page.getByRole("alert").filter({ hasText: "wasn’t opened over https" })).toBeVisible();
    }
    expect(await kept(page)).toEqual(locked);
  });
});
