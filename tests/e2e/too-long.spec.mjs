// Everything that can be typed or pasted: a text over its limit stays whole in its field, a line says
// by how much it is too long, and what was saved before stays until the text is short enough.
import { attemptWith, attempts, expect, keep, kept, open, quiz, test } from "./app.mjs";
import { button, edit, entriesIn, entryWith, journal } from "./keeping.mjs";
import { answersIn, unfoldPart } from "./steps.mjs";

const mine = attemptWith("a", answersIn(quiz, "deep", "standard"), { name: "Short", note: "A short note" });

/** Enters a text as pasting does: at once, with one event. */
const paste = (field, text) => field.evaluate((element, value) => {
  element.focus();
  element.value = value;
  element.dispatchEvent(new InputEvent("input", { bubbles: true, inputType: "insertFromPaste" }));
}, text);

/** The line that describes a field. */
const told = async (page, field) => page.locator(`#${await field.getAttribute("aria-describedby")}`);

test.describe("in an entry of evidence", () => {
  const outcome = (form) => form.getByLabel("What came of it");

  for (const [what, letter] of [["letters", "x"], ["emoji", "🦀"], ["letters with accents", "é"]]) {
    test(`2,001 ${what} stay whole, are not saved, and are once they fit`, async ({ page }) => {
      await keep(page, entryWith("a", "An entry", { outcome: "The shorter version" }));
      await open(page, journal);
      const before = await kept(page);
      const form = await edit(page, "An entry");
      await outcome(form).fill(letter.repeat(2001));
      await form.getByLabel("Who saw it").focus();
      const said = await told(page, outcome(form));
      await expect(said).toHaveText("1 character too long; the limit is 2,000. This text isn’t saved until it is short enough. The shorter text from before is still saved.");
      await expect(said).toHaveRole("status");
      await expect(outcome(form)).toHaveAttribute("aria-invalid", "true");
      await expect(outcome(form)).toHaveValue(letter.repeat(2001));
      await expect(page.getByText("Saved in this browser.")).toHaveCount(0);
      expect(await kept(page)).toEqual(before);
      await outcome(form).press("Control+End");
      await outcome(form).press("Backspace");
      await form.getByLabel("Who saw it").focus();
      await expect(said).toHaveText("");
      await expect(outcome(form)).not.toHaveAttribute("aria-invalid");
      await expect(page.getByText("Saved in this browser.")).toBeVisible();
      expect((await entriesIn(page))[0].outcome).toBe(letter.repeat(2000));
    });
  }

  test("a field that is too long saves nothing of itself, and other fields are saved beside it", async ({ page }) => {
    await keep(page, entryWith("a", "An entry"));
    await open(page, journal);
    const form = await edit(page, "An entry");
    await outcome(form).fill("y".repeat(3_234));
    await form.getByLabel("Who saw it").fill("Ada");
    await button(page, "Done").click();
    await expect(await told(page, outcome(form))).toHaveText("1,234 characters too long; the limit is 2,000. This text isn’t saved until it is short enough.");
    await expect(outcome(form)).toHaveValue("y".repeat(3_234));
    const [stored] = await entriesIn(page);
    expect(stored.witnesses).toBe("Ada");
    expect(stored.outcome ?? "").toBe("");
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
  for (const path of ["", "search/", journal, "results/?attempt=a", "data/", "quiz/"]) {
    await open(page, path);
    await expect(page.locator("[maxlength]"), path).toHaveCount(0);
  }
});
