// Hours and rungs, the week's log, checklists, and blocks to copy: computed here, stored nowhere.
import { readFileSync } from "node:fs";
import { alive, expect, kept, open, test } from "./app.mjs";

const guide = JSON.parse(readFileSync(new URL("../../ladders/guide.json", import.meta.url), "utf8").replace(/^\uFEFF/, ""));
const slider = (page) => page.getByRole("slider", { name: "Hours a week on hands-on engineering" });
const week = (page) => page.getByRole("spinbutton", { name: /hours in your week/ });
const said = (page) => page.locator("#share-said");
const logged = (page) => page.locator("#log-said");

/** Checks that the marked rows are those that state this share; returns their number. */
async function marks(page, share) {
  const rows = await page.locator(".share-row").evaluateAll((all) => all.map(({ dataset, innerText }) => ({ ...dataset, innerText })));
  const right = rows.filter(({ min, max }) => min !== undefined && Number(min) <= share && share <= Number(max));
  const marked = rows.filter(({ innerText }) => /\bfits\b/.test(innerText));
  expect(marked, `${share} %`).toEqual(right);
  return marked.length;
}

test.describe("hours and rungs", () => {
  test("the slider marks the rungs that state this share, by keyboard, and stands in the address", async ({ page }) => {
    await open(page, "guide/hands-on-time/?ref=wiki");
    expect(await marks(page, 40)).toBeGreaterThan(0);
    await slider(page).focus();
    for (let presses = 0; presses < 4; presses += 1) await page.keyboard.press("ArrowRight");
    await expect(said(page)).toContainText("50 % of your week");
    await expect(said(page)).toContainText("That leaves 20 hours.");
    const count = await marks(page, 50);
    if (count > 1) await expect(said(page)).toContainText(`${count} levels`);
    await expect.poll(() => new URL(page.url()).search).toBe("?ref=wiki&hours=20");
    await page.reload();
    await expect(slider(page)).toHaveValue("20");
    await expect(said(page)).toContainText("50 % of your week");
  });

  test("the length of the week counts, and a link carries both", async ({ page }) => {
    await open(page, "guide/hands-on-time/?hours=8&week=32");
    await expect(said(page)).toContainText("25 % of your week");
    await marks(page, 25);
    await week(page).fill("20");
    await expect(said(page)).toContainText("40 % of your week");
    await week(page).press("Tab");
    await expect.poll(() => new URL(page.url()).search).toBe("?hours=8&week=20");
    await alive(page);
  });

  test("every share from none to all marks the right rungs and says how many", async ({ page }) => {
    await open(page, "guide/hands-on-time/");
    for (let hours = 0; hours <= 40; hours += 2) {
      await slider(page).fill(String(hours));
      const count = await marks(page, (hours / 40) * 100);
      const words = count === 0 ? "no level below has this share" : count === 1 ? "it fits one level below" : `it fits ${count} levels below`;
      await expect(said(page)).toContainText(words);
    }
  });

  test("a week without hours says what is missing and marks nothing", async ({ page }) => {
    await open(page, "guide/hands-on-time/");
    await week(page).fill("");
    await expect(said(page)).toHaveText("Say how many hours your week has.");
    await expect(page.locator(".share-row").getByText(/\bfits\b/)).toHaveCount(0);
  });
});

test.describe("the week's log", () => {
  test("sums up, moves the slider along, and is kept nowhere", async ({ page, watch }) => {
    await open(page, "guide/hands-on-time/");
    await page.waitForLoadState("networkidle");
    const asked = watch.served.length;
    await expect(logged(page)).toHaveText("Fill in last week’s hours, roughly.");
    const sums = { all: 0, handsOn: 0, integrates: 0 };
    for (const [at, { name, handsOn, integrates }] of guide.budget.activities.entries()) {
      const hours = at + 1.5;
      await page.getByRole("spinbutton", { name, exact: true }).fill(String(hours));
      sums.all += hours;
      if (handsOn) sums.handsOn += hours;
      if (integrates) sums.integrates += hours;
    }
    const share = (part) => Math.round((part / sums.all) * 100);
    await expect(logged(page)).toHaveText(
      `${Math.round(sums.all)} hours: ${share(sums.handsOn)} % hands-on; ${share(sums.all - sums.integrates)} % implementer work, ${share(sums.integrates)} % integrator work.`,
    );
    await expect(slider(page)).toHaveValue(String(Math.round(sums.handsOn)));
    await expect(week(page)).toHaveValue(String(Math.round(sums.all)));
    expect(await kept(page)).toEqual({});
    expect(watch.served.slice(asked), "nothing is asked of the network").toEqual([]);
    await page.reload();
    await expect(page.locator("[data-log]").first()).toHaveValue("");
  });

  test("takes nonsense for nothing", async ({ page }) => {
    await open(page, "guide/hands-on-time/");
    const fields = page.locator("[data-log]");
    await fields.nth(0).fill("-5");
    await expect(logged(page)).toHaveText("Fill in last week’s hours, roughly.");
    await fields.nth(1).fill("10");
    await expect(logged(page)).toContainText("10 hours");
  });
});

test.describe("without JavaScript", () => {
  test.use({ javaScriptEnabled: false });

  for (const [path, count] of [
    ["growing", guide.checklist.length],
    ["for-the-organisation", guide.organisation.needs.length + guide.work.symptoms.length],
  ]) {
    test(`a tick on /guide/${path}/ shows what it points to, by keyboard as well`, async ({ page }) => {
      await page.goto(`guide/${path}/`);
      for (const part of await page.locator("details:has(.tick) > summary").all()) await part.click();
      const items = page.locator(".tick");
      await expect(items).toHaveCount(count);
      for (const item of await items.all()) {
        const [box, then] = [item.getByRole("checkbox"), item.locator(".tick-then")];
        await expect(then).toBeHidden();
        await box.focus();
        await page.keyboard.press("Space");
        await expect(then).toBeVisible();
        await expect(then).toContainText(/\w{4,}/);
        await expect(then.getByRole("link").first()).toBeVisible();
      }
      await items.first().getByText(/\w/).first().click();
      await expect(items.first().locator(".tick-then")).toBeHidden();
      await expect(page.locator("button:visible")).toHaveCount(0);
    });
  }

  test("the shares can be read, and no slider is offered", async ({ page }) => {
    await page.goto("guide/hands-on-time/");
    await expect(page.locator(".share-row:visible")).toHaveCount(10);
    await expect(page.locator("input[type=range]:visible")).toHaveCount(0);
  });
});

test.describe("blocks to copy", () => {
  test.use({ permissions: ["clipboard-read", "clipboard-write"] });
  const clipboard = (page) => page.evaluate(() => navigator.clipboard.readText());
  const lines = (text) => text.split("\n").map((line) => line.trim()).filter(Boolean);

  test("a plan is copied line by line, with its goal", async ({ page }) => {
    await open(page, "guide/growing/");
    for (const { name, goal, plan, success } of guide.focusAreas) {
      await page.getByText(name, { exact: true }).click();
      await page.getByRole("button", { name: `Copy this plan: ${name}` }).click();
      await expect.poll(async () => lines(await clipboard(page))).toEqual([goal, ...[...plan, success].map((line) => line.replaceAll("____", "__________"))]);
    }
  });

  test("what to announce is copied sentence by sentence", async ({ page }) => {
    await open(page, "guide/for-the-organisation/#announce");
    await page.getByRole("button", { name: "Copy these sentences" }).click();
    await expect.poll(async () => lines(await clipboard(page))).toEqual(guide.organisation.announce.map(({ text }) => text.replace(/^[“”]+|[“”]+$/g, "")));
  });

  test("a copy is told to whoever sees the button and to whoever hears the page", async ({ page }) => {
    await open(page, `guide/growing/#${guide.focusAreas[0].id}`);
    const button = page.getByRole("button", { name: /^Copy this plan/ }).first();
    await button.click();
    await expect(page.locator("[data-copy-text]").first()).toHaveText("Copied.");
    const told = page.getByRole("button", { name: /Copied/ }).or(page.getByRole("status").filter({ hasText: "Copied" }));
    await expect(told.first()).toBeAttached();
  });

  test("a button gets its own words back, however often it is pressed", async ({ page }) => {
    await page.clock.install();
    await page.addInitScript(() => {
      navigator.clipboard.writeText = () => Promise.resolve();
    });
    await open(page, `guide/growing/#${guide.focusAreas[0].id}`);
    const button = page.locator("[data-copy-text]").first();
    const words = await button.textContent();
    await button.click();
    await expect(button).toHaveText("Copied.");
    await page.clock.runFor(1000);
    await button.click();
    await page.clock.runFor(1000);
    await expect(button).toHaveText("Copied.");
    await page.clock.runFor(10_000);
    await expect(button).toHaveText(words);
  });
});
