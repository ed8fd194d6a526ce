// Everything that can be typed or pasted: a text over its limit stays whole in its field, a line says
// by how much it is too long, and what was saved before stays until the text is short enough.
import { attemptWith, attempts, expect, keep, kept, ladder, open, quiz, test } from "./app.mjs";
import { caseKey } from "./keeping.mjs";
import { answersIn, unfoldPart } from "./steps.mjs";

const mine = attemptWith("a", answersIn(quiz, "deep", "standard"), { name: "Short", note: "A short note" });
const record = async (page) => JSON.parse((await kept(page))[caseKey] ?? "null");

/** Enters a text as pasting does: at once, with one event. */
const paste = (field, text) => field.evaluate((element, value) => {
  element.focus();
  element.value = value;
  element.dispatchEvent(new InputEvent("input", { bubbles: true, inputType: "insertFromPaste" }));
}, text);

/** The line that describes a field. */
const told = async (page, field) => page.locator(`#${await field.getAttribute("aria-describedby")}`);

test.describe("in a case", () => {
  const here = "guide/your-case/";
  const risk = ladder.competencies.find(({ id }) => id === "risk");
  const note = (page) => page.getByRole("textbox", { name: risk.name, exact: true });
  const passport = (page) => page.locator("textarea[data-passport]").first();
  const said = (page) => page.locator("#case-kept");

  for (const [what, letter] of [["5,001 letters", "x"], ["5,001 emoji", "🦀"], ["5,001 letters with accents", "é"]]) {
    test(`a note of ${what} stays whole, is not saved, and is saved once it fits`, async ({ page }) => {
      await open(page, here);
      await note(page).fill("The shorter version");
      await expect.poll(async () => (await record(page))?.notes.risk).toBe("The shorter version");
      const before = await kept(page);
      await paste(note(page), letter.repeat(5001));
      const line = await told(page, note(page));
      await expect(line).toHaveText("1 character too long; the limit is 5,000. This text isn’t saved until it is short enough. The shorter text from before is still saved.");
      await expect(line).toHaveRole("status");
      await expect(note(page)).toHaveAttribute("aria-invalid", "true");
      await expect(note(page)).toHaveValue(letter.repeat(5001));
      await expect(said(page)).toHaveText(/^Not everything is saved/);
      expect(await kept(page)).toEqual(before);
      await note(page).press("Control+End");
      await note(page).press("Backspace");
      await expect(line).toHaveText("");
      await expect(note(page)).not.toHaveAttribute("aria-invalid");
      await expect(said(page)).toHaveText(/^Saved in this browser/);
      await expect.poll(async () => (await record(page)).notes.risk).toBe(letter.repeat(5000));
    });
  }

  test("a line of the passport that is too long from the start saves nothing, and other fields are saved beside it", async ({ page }) => {
    await open(page, here);
    await paste(passport(page), "y".repeat(6_234));
    const line = await told(page, passport(page));
    await expect(line).toHaveText("1,234 characters too long; the limit is 5,000. This text isn’t saved until it is short enough.");
    expect(await record(page)).toBeNull();
    await note(page).fill("A note that fits");
    await expect.poll(async () => (await record(page))?.notes.risk).toBe("A note that fits");
    expect((await record(page)).passport).toEqual({});
    await expect(said(page)).toHaveText(/^Not everything is saved/);
    await expect(passport(page)).toHaveValue("y".repeat(6_234));
    await page.getByRole("button", { name: "Delete your case" }).click();
    await expect(line).toHaveText("");
  });
});

test.describe("of an attempt", () => {
  const name = (page) => page.getByRole("textbox", { name: "Name of this attempt" });
  const note = (page) => page.getByRole("textbox", { name: "Note" });

  test("a name of 50 emoji is saved whole; one of 81 letters is not, and says so", async ({ page }) => {
    await keep(page, mine);
    await open(page, "results/?attempt=a");
    await unfoldPart(page, "Name, note and reminder");
    await paste(name(page), "🦀".repeat(50));
    await expect.poll(async () => (await attempts(page))[0].name).toBe("🦀".repeat(50));
    for (const letter of ["a", "🦀", "ä"]) {
      await paste(name(page), letter.repeat(83));
      await expect(await told(page, name(page))).toHaveText("3 characters too long; the limit is 80. This text isn’t saved until it is short enough. The shorter text from before is still saved.");
      await expect(name(page)).toHaveValue(letter.repeat(83));
      await expect(name(page)).toHaveAttribute("aria-invalid", "true");
      expect((await attempts(page))[0].name).toBe("🦀".repeat(50));
    }
    await paste(name(page), "ä".repeat(80));
    await expect(await told(page, name(page))).toHaveText("");
    await expect.poll(async () => (await attempts(page))[0].name).toBe("ä".repeat(80));
  });

  test("a note of 2,001 letters is not saved and says so; the name is saved all the same", async ({ page }) => {
    await keep(page, mine);
    await open(page, "results/?attempt=a");
    await unfoldPart(page, "Name, note and reminder");
    await paste(note(page), "n".repeat(2_001));
    const line = await told(page, note(page));
    await expect(line).toHaveText(/^1 character too long; the limit is 2,000\./);
    await name(page).fill("Another name");
    await expect.poll(async () => (await attempts(page))[0].name).toBe("Another name");
    expect((await attempts(page))[0].note).toBe("A short note");
    await expect(note(page)).toHaveValue("n".repeat(2_001));
    await note(page).press("Control+End");
    await note(page).press("Backspace");
    await expect(line).toHaveText("");
    await expect.poll(async () => (await attempts(page))[0].note).toBe("n".repeat(2_000));
  });

  test("a name for a link that is too long makes no link and says by how much", async ({ page }) => {
    await keep(page, mine);
    await open(page, "results/?attempt=a");
    await unfoldPart(page, "Save, print or share");
    await page.getByText("Make a link that shows this result to someone").click();
    const part = page.getByRole("region", { name: "Save, print or share" });
    await paste(part.getByRole("textbox", { name: /^Name/ }), "🦀".repeat(82));
    await part.getByRole("button", { name: "Make the link" }).click();
    await expect(part.getByRole("alert")).toContainText("the name is 2 characters too long; 80 are the most.");
    await expect(part.getByRole("textbox", { name: "The link" })).toHaveCount(0);
    await paste(part.getByRole("textbox", { name: /^Name/ }), "🦀".repeat(50));
    await part.getByRole("button", { name: "Make the link" }).click();
    await expect(part.getByRole("textbox", { name: "The link" })).toHaveValue(new RegExp("f09fa680".repeat(50)));
  });
});

test("a search for more than 200 characters says by how much it is too long, and keeps the text", async ({ page }) => {
  await open(page, "search/");
  const field = page.getByRole("searchbox", { name: /^Search the ladder/ });
  await expect(page.locator("html[data-finds]")).toBeAttached();
  await paste(field, "risk ".repeat(50));
  await expect(page.getByRole("status").filter({ hasText: "too long" })).toHaveText("50 characters too long: a search takes up to 200. Try fewer words.");
  await expect(field).toHaveValue("risk ".repeat(50));
  await field.fill("l7 risk");
  await expect(page.locator("#search-found li").first()).toBeVisible();
});

test("no field of any page cuts what is put in", async ({ page }) => {
  await keep(page, mine);
  for (const path of ["", "search/", "guide/your-case/", "results/?attempt=a", "data/", "quiz/"]) {
    await open(page, path);
    await expect(page.locator("[maxlength]"), path).toHaveCount(0);
  }
});
