// The search when a part of it cannot be loaded, and the time it takes for each letter.
import { expect, open, test } from "./app.mjs";

const field = (page) => page.getByRole("searchbox", { name: /^Search the ladder/ });
const sorry = (page) => page.getByText("The search didn’t load.");

test.describe("a part that cannot be had", () => {
  for (const [part, address] of [["script", /\/search-.*\.js$/], ["program", /\/search-.*\.wasm$/], ["list of entries", /\/search-.*\.json$/]]) {
    test(`without its ${part} the search says where else to look, and the page works`, async ({ page, watch }) => {
      watch.expected.push(/Failed to load|Failed to fetch|ERR_FAILED|dynamically imported/);
      await page.route(address, (route) => route.abort());
      await open(page, "levels/l7/risk/");
      await page.keyboard.press("/");
      await expect(sorry(page)).toBeVisible();
      await field(page).pressSequentially("l7 risk");
      await page.keyboard.press("Enter");
      await page.keyboard.press("Escape");
      if (await field(page).isVisible()) await page.keyboard.press("Escape");
      await page.getByRole("button", { name: /^Link to L7/ }).click();
      await expect(page.getByRole("dialog").getByLabel("Address", { exact: true })).toHaveValue(/levels\/l7\/risk\/$/);
      await page.keyboard.press("Escape");
      await page.keyboard.press("/");
      await page.getByRole("link", { name: "the whole ladder on one page" }).filter({ visible: true }).click();
      await expect(page).toHaveURL(/\/whole\/$/);
    });
  }

  test("a list of entries that is not ours counts as missing", async ({ page }) => {
    await page.route(/\/search-.*\.json$/, (route) => route.fulfill({ body: "<!doctype html>" }));
    await open(page, "search/?q=risk");
    await expect(sorry(page)).toBeVisible();
    await expect(field(page)).toBeVisible();
  });

  test("the sentence is not there while all is well", async ({ page }) => {
    await open(page, "search/?q=risk");
    await expect(page.getByRole("status").filter({ hasText: /^\d+ results/ })).toBeVisible();
    await expect(sorry(page)).toBeHidden();
  });
});

/** What a user might type: short and long, right and wrong, in one go or word by word. */
const typed = [
  "l7 risk", "architect", "stratgy", "archtect", "comunication across teams", "what do i give up as a lead",
  "responsibilities of principal engineers", "organizational", "t5", "zzzz qqqq", "the whole company's technical strategy",
  "internashionalisation of responsabilities", "e", "mentoring junior engineers and reviewing designs",
];

/** The milliseconds of script for each letter: the best of three, because another program may interrupt. */
function letters(page) {
  return page.evaluate((all) => {
    const input = document.getElementById("search-words");
    const took = [];
    for (const words of all) {
      for (let end = 1; end <= words.length; end += 1) {
        let best = Infinity;
        for (let again = 0; again < 3; again += 1) {
          input.value = words.slice(0, end);
          const start = performance.now();
          input.dispatchEvent(new InputEvent("input", { bubbles: true, inputType: "insertText" }));
          best = Math.min(best, performance.now() - start);
        }
        took.push({ typed: words.slice(0, end), best });
      }
    }
    return took.sort((a, b) => a.best - b.best);
  }, typed);
}

for (const [speed, rate] of [["at full speed", 1], ["on a phone four times slower", 4]]) {
  test(`a letter is answered before the next one is typed, ${speed}`, async ({ page, context }) => {
    test.slow();
    await open(page, "levels/l7/");
    await page.keyboard.press("/");
    await expect(page.locator("html[data-finds]")).toBeAttached();
    const session = await context.newCDPSession(page);
    await session.send("Emulation.setCPUThrottlingRate", { rate });
    const took = await letters(page);
    const [median, worst] = [took[Math.floor(took.length / 2)], took.at(-1)];
    console.log(`${took.length} letters ${speed}: median ${median.best.toFixed(1)} ms, worst ${worst.best.toFixed(1)} ms (“${worst.typed}”)`);
    // The promise is 10 ms at full speed; the margin above it is for a busy machine.
    expect(median.best).toBeLessThan(20 * rate);
    expect(worst.best, worst.typed).toBeLessThan(50 * rate);
  });
}
