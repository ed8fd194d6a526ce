// What leaves this browser, and only on request: text, files, a picture, paper and a link.
import { readFile } from "node:fs/promises";
import { answersBy, attemptWith, expect, keep, kept, open, opinionWith, quiz, settingsWith, test } from "./app.mjs";
import { unprintable } from "./faults.mjs";
import { answersIn, madeLink, unfoldPart } from "./steps.mjs";

test.use({ permissions: ["clipboard-read", "clipboard-write"] });

const away = (page) => page.getByRole("region", { name: "Save, print or share" });
/** Opens the result, and its part for taking it elsewhere. */
const openPart = async (page) => {
  await open(page, "results/?attempt=a");
  await unfoldPart(page, "Save, print or share");
};
const head = (page) => page.getByRole("heading", { level: 1 });
const standard = answersIn(quiz, "broad", "standard");
const today = Object.fromEntries(quiz.behaviours.filter(({ facet }) => facet === 1).map(({ id }, at) => [id, at % 3]));
const result = attemptWith("a", standard, { today, name: "After *the* move", note: "# A quiet week\nThen not." });

/** Presses a button that saves a file, and returns the file's name and text. */
async function saved(page, name) {
  const waiting = page.waitForEvent("download");
  await away(page).getByRole("button", { name }).click();
  const download = await waiting;
  const file = download.suggestedFilename();
  await expect(away(page).getByRole("status")).toHaveText(`Your browser was asked to save ${file}.`);
  return { file, text: await readFile(await download.path(), "utf8") };
}

test.describe("as text and files", () => {
  test.beforeEach(({ page }) => keep(page, result));

  test("Markdown has the result, its chance, the themes, the note and every limit", async ({ page }) => {
    await openPart(page);
    await away(page).getByRole("button", { name: "Copy as Markdown" }).click();
    await expect(away(page).getByRole("status")).toHaveText("Copied.");
    const text = await page.evaluate(() => navigator.clipboard.readText());
    const lines = text.split("\n");
    expect(lines[0]).toBe("# Your answers point clearly to broad work.");
    expect(lines[2]).toMatch(/^After \\\*the\\\* move, 14 November 2023/);
    expect(text).toContain("The chance that broad work energises you more than deep work is more than 19 in 20");
    expect(text).toContain("By the quiz’s model, there is a 4 in 5 chance");
    const heads = lines.filter((line) => line.startsWith("#"));
    expect(heads.slice(1)).toEqual(["## Your energy for each kind of work", "## Your answers by theme", "## Note", "## What this cannot tell you"]);
    for (const { name } of quiz.themes) expect(text).toMatch(new RegExp(`- ${name}: \\d+ for deep work, \\d+ for broad work`));
    expect(text).toContain("> # A quiet week\n> Then not.");
    for (const limit of quiz.limits) expect(text.replaceAll("\\", "")).toContain(limit.text);
  });

  test("JSON holds the answers, what the weeks hold, and the fit with its units", async ({ page }) => {
    await openPart(page);
    const { file, text } = await saved(page, "Save as JSON");
    expect(file).toMatch(/\.json$/);
    const { attempt, derived, ...rest } = JSON.parse(text);
    expect(attempt).toEqual({
      quiz: quiz.id, quizVersion: quiz.version, form: "standard", answers: standard, today,
      name: "After *the* move", note: "# A quiet week\nThen not.", finished: attempt.finished,
    });
    expect(derived).toMatchObject({ verdict: "clear", track: "broad", answersCounted: 28 });
    expect(derived.chanceBroad).toBeGreaterThan(0.95);
    expect(derived.leanInterval80[0]).toBeLessThan(derived.lean);
    expect(derived.lean).toBeLessThan(derived.leanInterval80[1]);
    expect(rest).toMatchObject({ format: "ladder-explorer/result", schema: 2 });
    for (const name of ["lean", "chanceBroad", "personFit"]) expect(rest.units).toHaveProperty(name);
  });

  test("the line is a picture of its own: well-formed, titled, described, with colours and no address", async ({ page }) => {
    await openPart(page);
    const { file, text } = await saved(page, "Save the line as SVG");
    expect(file).toMatch(/\.svg$/);
    // In a page without our policy, which prevents text from becoming markup.
    const blank = await page.context().newPage();
    const found = await blank.evaluate((source) => {
      const svg = new DOMParser().parseFromString(source, "image/svg+xml").documentElement;
      const colours = [...svg.querySelectorAll("[fill], [stroke]")].flatMap((part) => ["fill", "stroke"].map((name) => part.getAttribute(name)));
      return {
        root: svg.nodeName,
        title: svg.querySelector("title")?.textContent,
        desc: svg.querySelector("desc")?.textContent,
        odd: colours.filter((colour) => colour !== null && colour !== "none" && !CSS.supports("color", colour)),
        links: svg.querySelectorAll("[href], image, script, use").length,
      };
    }, text);
    expect(found).toMatchObject({ root: "svg", title: "Your answers point clearly to broad work.", odd: [], links: 0 });
    expect(found.desc).toMatch(/^By the quiz’s model, there is a 4 in 5 chance that your lean is in the band/);
  });
});

test("a withheld verdict, which draws no line on its page, draws none to take away", async ({ page }) => {
  await keep(page, attemptWith("a", answersIn(quiz, "contradictory", "standard")));
  await openPart(page);
  await expect(head(page)).toHaveText("Your answers pull in different directions.");
  await away(page).getByRole("button", { name: "Copy as Markdown" }).click();
  await expect(away(page).getByRole("status")).toHaveText("Copied.");
  expect(await page.evaluate(() => navigator.clipboard.readText())).not.toContain("By the quiz’s model");
  await expect(away(page).getByRole("button", { name: "Save the line as SVG" })).toHaveCount(0);
});

test("a browser that refuses to copy is told so", async ({ page }) => {
  await page.addInitScript(() => { navigator.clipboard.writeText = () => Promise.reject(new DOMException("no", "NotAllowedError")); });
  await keep(page, result);
  await openPart(page);
  await away(page).getByRole("button", { name: "Copy as Markdown" }).click();
  await expect(away(page).getByRole("status").first()).toContainText("The browser refused to copy.");
});

test.describe("on paper", () => {
  const sheets = (pdf) => (pdf.toString("latin1").match(/\/Type\s*\/Page\b/g) ?? []).length;
  const full = { ...result, ...opinionWith("00000000000000a1", "a", answersIn(quiz, "deep", "standard"), { from: "Ada" }), ...settingsWith({ rung: 7 }) };

  test("a full result has all its words and no controls", async ({ page }) => {
    await keep(page, full);
    await openPart(page);
    await expect(head(page)).toBeVisible();
    expect.soft(await unprintable(page)).toEqual([]);
    await page.emulateMedia({ media: "print" });
    const text = (await page.locator("main").innerText()).replace(/\s+/g, " ");
    const parts = [
      "Your answers point clearly to broad work.", "from the 28 answers that count for it", "By the quiz’s model, there is a 4 in 5 chance that your lean is in the band", "After *the* move",
      "14 November 2023", "Your answers by theme", "Three next steps", "Home ground", "Grow into", "Hidden cost", "Leave alone",
      "That is technical leadership", "Ada", "Where you differ most:",
      ...quiz.limits.map((limit) => limit.text),
      ...Object.keys(standard).map((id) => quiz.items.find((item) => item.id === id).ask).map((ask) => ask.pair?.stem ?? ask.rating.text),
    ];
    expect(parts.filter((part) => !text.includes(part))).toEqual([]);
  });

  test("no heading stands there without anything under it", async ({ page }) => {
    await keep(page, attemptWith("a", standard));
    await openPart(page);
    await expect(head(page)).toBeVisible();
    await page.emulateMedia({ media: "print" });
    const bare = await page.locator("main").evaluate((main) => {
      const seen = [...main.querySelectorAll("h1, h2, h3, p, li, table, figure, svg")].filter((part) => part.getClientRects().length);
      return seen.filter((part, at) => {
        const next = seen[at + 1]?.tagName ?? "H1";
        return /^H[23]$/.test(part.tagName) && /^H/.test(next) && next <= part.tagName;
      }).map((part) => part.textContent);
    });
    expect(bare).toEqual([]);
  });

  for (const format of ["A4", "Letter"]) {
    test(`a typical result takes two sheets of ${format} at most`, async ({ page }) => {
      await keep(page, attemptWith("a", answersBy("standard", (at) => 2 + (at % 3), 2, 3)));
      await openPart(page);
      await expect(head(page)).toBeVisible();
      expect(sheets(await page.pdf({ format }))).toBeLessThanOrEqual(2);
    });
  }
});

test.describe("as a link", () => {
  test("nothing of the result stands in the address, or on the page, before a link is asked for", async ({ page, site, watch }) => {
    await keep(page, result);
    await openPart(page);
    const before = await kept(page);
    await page.getByText("Make a link that shows this result to someone").click();
    await expect(away(page)).toContainText("The link contains every answer you gave, how much of each kind of work you do now, and the date.");
    await expect(page.getByRole("textbox", { name: "The link" })).toHaveCount(0);
    expect(page.url()).toBe(`${site}results/?attempt=a`);
    const link = await madeLink(away(page));
    await away(page).getByRole("button", { name: "Copy the link" }).click();
    await expect(away(page).getByRole("status").filter({ hasText: "Copied." })).toBeVisible();
    expect(await page.evaluate(() => navigator.clipboard.readText())).toBe(link);
    expect(link).toMatch(new RegExp(`^${site}results/#r1\\.[a-z0-9.-]+$`));
    expect(page.url()).toBe(`${site}results/?attempt=a`);
    expect(await kept(page)).toEqual(before);
    const code = link.split("#")[1];
    expect([...watch.served, ...watch.requests].filter((address) => address.includes(code))).toEqual([]);
  });

  test("a name that is taken out again is in no link that can still be copied", async ({ page }) => {
    await keep(page, result);
    await openPart(page);
    await page.getByText("Make a link that shows this result to someone").click();
    const named = await madeLink(away(page), "Ada Lovelace");
    expect(named).toContain(Buffer.from("Ada Lovelace").toString("hex"));
    await away(page).getByRole("textbox", { name: "Name, if you like" }).fill("");
    await expect(away(page).getByRole("textbox", { name: "The link" })).toHaveCount(0);
    const link = await madeLink(away(page));
    expect(link).not.toContain(Buffer.from("Ada").toString("hex"));
  });
});
