// The whole way of somebody new: two levels marked, a gap planned, evidence over months, a manager's view,
// what both agreed on, a second check-in, the case; and half a year later a ladder that says something else.
import { alive, expect, kept, ladder, open, test } from "./app.mjs";
import { onDay, recordsOf } from "./growing.mjs";
import { button } from "./keeping.mjs";
import { madeLink } from "./steps.mjs";

// On a busy machine the browser may abort the view transition between two pages and report it in the console.
test.use({ contextOptions: { reducedMotion: "reduce" }, permissions: ["clipboard-read", "clipboard-write"] });

const [own, target] = ["t5", "l6"];
const items = ladder.competencies;
const heading = (page) => page.locator("#marking-head");
const records = async (page, kind) => recordsOf(await kept(page), kind);
/** SHOTS=folder keeps a picture of each step. */
const shot = (page, name) => process.env.SHOTS && page.screenshot({ path: `${process.env.SHOTS}/${name}.png`, fullPage: true });

test("from two levels to a case, and half a year later", async ({ page, stranger }) => {
  test.setTimeout(240_000);
  await onDay(page, "2026-09-01");
  await open(page, "");
  await page.getByRole("link", { name: "Where do I stand, and what next?" }).click();
  await alive(page);
  await page.getByLabel("My level").selectOption(own);
  await page.getByLabel("The level I aim for").selectOption(target);
  await page.getByRole("link", { name: "Start marking" }).click();
  await alive(page);
  const begun = Date.now();
  // By keyboard: a mark for each level, then on.
  for (const [at, item] of items.entries()) {
    await expect(heading(page)).toHaveText(item.name);
    // The page moves the focus there, and must have done so before the next key.
    if (at > 0) await expect(heading(page)).toBeFocused();
    for (const name of ["mine", "target"]) {
      const wanted = name === "mine" ? "reliably" : ["not-yet", "sometimes", "reliably", "no-chance"][at % 4];
      const radio = page.locator(`#${name}-${wanted}`);
      if (await radio.count()) {
        await radio.focus();
        await page.keyboard.press("Space");
        await expect(radio).toBeChecked();
      }
    }
    if (at === 3) await shot(page, "1-marks");
    await page.getByRole(at + 1 < items.length ? "button" : "link", { name: at + 1 < items.length ? "Next" : "See where you are", exact: true }).focus();
    await page.keyboard.press("Enter");
  }
  await alive(page);
  console.log(`marking ${items.length} competencies at two levels: ${((Date.now() - begun) / 1000).toFixed(0)} s`);
  await expect(page.locator(".growth-gap")).toHaveCount(3);
  await shot(page, "2-overview");

  // A plan from the first gap, with an example.
  await page.getByRole("link", { name: "Plan this" }).first().click();
  await alive(page);
  await page.getByLabel("What I want to reach", { exact: true }).fill("Run two spikes before choosing");
  await page.getByLabel("By when", { exact: true }).fill("2026-11-15");
  await page.getByLabel("Quarter", { exact: true }).selectOption("2026-Q4");
  await button(page, "Add to the plan").click();
  await expect(page.locator(".plan-item")).toHaveCount(1);
  await shot(page, "3-plan");

  // Five pieces of evidence over three months, and a first check-in.
  for (const [day, words] of [["2026-09-10", "Wrote the risk list"], ["2026-09-28", "Two plans kept alive"], ["2026-10-12", "Explained the queue to product"], ["2026-11-02", "Found the leak"], ["2026-11-20", "Reviewed the plan of payments"]]) {
    await onDay(page, day);
    await open(page, `growth/evidence/?add=${items[0].id}`);
    await page.getByLabel("What did you do?").fill(words);
    await page.keyboard.press("Enter");
    await expect(page.locator(".entry").first()).toContainText(words);
  }
  expect((await records(page, "evidence")).map(({ date }) => date).sort()).toEqual(["2026-09-10", "2026-09-28", "2026-10-12", "2026-11-02", "2026-11-20"]);
  await shot(page, "4-evidence");
  await open(page, "growth/check-ins/");
  await button(page, "Save this check-in").click();
  await expect(page.locator(".check-in")).toHaveCount(1);

  // The manager's view by link, and what both agree on.
  await onDay(page, "2026-11-28");
  await open(page, "growth/second-view/");
  const link = await madeLink(page.getByRole("region", { name: "Ask for a second view" }), "Ada");
  await open(stranger, link);
  await stranger.getByRole("radio", { name: "All in one list" }).check();
  const cards = stranger.locator(".marking-card:visible");
  for (let at = 0; at < 4; at += 1) await cards.nth(at).getByRole("radio", { name: "Sometimes" }).check();
  await shot(stranger, "5-manager");
  await stranger.getByRole("button", { name: /^Go on/ }).filter({ visible: true }).click();
  const back = await madeLink(stranger.getByRole("region", { name: "Send it back" }), "Grace");
  expect(await records(stranger, "view")).toEqual([]);
  await page.goto("about/");
  await open(page, back);
  await button(page, "Save it and compare").click();
  await button(page, "Note what we agreed on").click();
  const row = page.locator(".beside-row").filter({ has: page.locator("[name^=agreed-]") }).first();
  await row.getByRole("radio", { name: "Sometimes" }).check();
  await expect.poll(async () => (await records(page, "check-in")).some(({ agreed }) => Object.keys(agreed ?? {}).length === 1)).toBe(true);
  await shot(page, "6-beside");

  // The second check-in beside the first, and the case as rich text.
  await open(page, `growth/marks/?at=${items[0].id}`);
  await page.locator("#target-reliably").check();
  await open(page, "growth/check-ins/");
  await expect(page.locator(".check-in")).toHaveCount(2);
  await shot(page, "7-check-ins");
  await open(page, `growth/case/?level=${target}`);
  await page.getByLabel("Summary").fill("I do this work already.");
  await button(page, "Copy as rich text").click();
  await expect(page.getByText("Copied, with headings, lists and links.")).toBeVisible();
  const html = await page.evaluate(async () => (await (await navigator.clipboard.read())[0].getType("text/html")).text());
  expect(html).toMatch(/<h1|<h2/);
  expect(html).toContain("I do this work already.");
  expect(html).toContain("Reviewed the plan of payments");
  await shot(page, "8-case");
  await open(page, "growth/over-time/");
  await expect(page.locator(".timeline")).toBeVisible();
  await shot(page, "9-over-time");

  // Half a year later the ladder says something else in one place.
  await onDay(page, "2027-05-20");
  const { gist } = items[0].cells[target];
  await page.route("**/growth-*.json", async (route) => {
    const response = await route.fetch();
    await route.fulfill({ response, body: (await response.text()).replaceAll(JSON.stringify(gist), JSON.stringify("Something that was never asked before")) });
  });
  await page.goto("about/");
  await open(page, "growth/");
  await expect(page.getByText(/reworded since you marked it: 1 mark must be looked at again/)).toBeVisible();
  await shot(page, "10-half-a-year-later");
  await page.getByRole("link", { name: "Look again" }).click();
  await expect(page.getByText("Please mark it again.")).toBeVisible();
});
