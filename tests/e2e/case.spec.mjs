// The case: notes are still there the next day, can be exported, and deleting them can be undone.
import { readFileSync } from "node:fs";
import { alive, expect, kept, ladder, open, test } from "./app.mjs";
import { caseKey } from "./storage.mjs";

const guide = JSON.parse(readFileSync(new URL("../../ladders/guide.json", import.meta.url), "utf8").replace(/^\uFEFF/, ""));
const key = caseKey;
const name = (id) => ladder.competencies.find((item) => item.id === id).name;
const note = (page, id) => page.getByRole("textbox", { name: name(id), exact: true });
const said = (page) => page.locator("#case-kept");
const level = (page) => page.getByRole("combobox", { name: /^Your case for/ });
const button = (page, words) => page.getByRole("button", { name: words, exact: true });
const saved = /^Saved in this browser/;
const record = async (page) => JSON.parse((await kept(page))[key] ?? "null");
const notes = (page) => expect.poll(async () => (await record(page))?.notes);
const here = "guide/your-case/";

/** What a browser does when the tab moves to the background. */
function hide(page) {
  return page.evaluate(() => {
    Object.defineProperty(document, "hidden", { value: true, configurable: true });
    document.dispatchEvent(new Event("visibilitychange"));
    delete document.hidden;
  });
}

test.describe("notes", () => {
  test("are kept once somebody pauses, and are there again on reload; an emptied one is gone", async ({ page, watch }) => {
    await open(page, here);
    await page.waitForLoadState("networkidle");
    const asked = watch.served.length;
    await note(page, "risk").pressSequentially("A spike that “killed” an idea.\nLate.");
    await page.getByRole("textbox", { name: guide.switching.passport[0].name }).fill("Rust");
    await expect(said(page)).toHaveText(saved);
    await expect.poll(() => record(page)).toMatchObject({ schema: 1, notes: { risk: "A spike that “killed” an idea.\nLate." }, passport: { [guide.switching.passport[0].id]: "Rust" } });
    expect(watch.served.slice(asked), "nothing is asked of the network").toEqual([]);
    await page.reload();
    await alive(page);
    await expect(note(page, "risk")).toHaveValue("A spike that “killed” an idea.\nLate.");
    await expect(page.getByRole("textbox", { name: guide.switching.passport[0].name })).toHaveValue("Rust");
    await note(page, "risk").fill("");
    await notes(page).toEqual({});
  });

  test("are kept at once when the tab is hidden", async ({ page }) => {
    await open(page, here);
    await note(page, "risk").pressSequentially("half a wor");
    await hide(page);
    expect((await record(page)).notes).toEqual({ risk: "half a wor" });
  });

  test("are kept when somebody leaves by a link in the middle of a word", async ({ page }) => {
    await open(page, here);
    await note(page, "depth").pressSequentially("half a wor");
    await page.getByRole("link", { name: "Ladder", exact: true }).click();
    await expect(page).toHaveURL(/\/matrix\/$/);
    expect((await record(page)).notes).toEqual({ depth: "half a wor" });
  });

  test("of two tabs are both kept", async ({ page, context }) => {
    const other = await context.newPage();
    for (const tab of [page, other]) await open(tab, here);
    await note(page, "risk").fill("from one tab");
    await expect(said(page)).toHaveText(saved);
    await note(other, "depth").fill("from the other");
    await expect(said(other)).toHaveText(saved);
    await note(page, "teams").fill("and one again");
    await notes(page).toEqual({ risk: "from one tab", depth: "from the other", teams: "and one again" });
  });

  test("hold a page of words", async ({ page }) => {
    await open(page, here);
    await note(page, "risk").fill("é".repeat(5000));
    await expect(said(page)).toHaveText(saved);
    expect((await record(page)).notes.risk).toHaveLength(5000);
  });
});

test.describe("the level", () => {
  const asks = (page, code) => page.locator(".case").getByText(ladder.competencies[0].expectations[code].gist, { exact: true });

  test("stands in the address, and is remembered without it", async ({ page }) => {
    await open(page, `${here}?ref=wiki`);
    await expect(asks(page, "T6")).toBeVisible();
    await level(page).selectOption("l7");
    await expect(asks(page, "L7")).toBeVisible();
    await expect(asks(page, "T6")).toBeHidden();
    await expect.poll(() => new URL(page.url()).search).toBe("?ref=wiki&level=l7");
    expect((await record(page)).level).toBe("l7");
    await open(page, here);
    await expect(level(page)).toHaveValue("l7");
    await expect(asks(page, "L7")).toBeVisible();
  });

  test("of a link shows, and changes nothing that is kept", async ({ page }) => {
    await open(page, here);
    await level(page).selectOption("l7");
    await note(page, "risk").fill("a note");
    await notes(page).toEqual({ risk: "a note" });
    const before = await kept(page);
    for (const code of ["t8", "t6"]) {
      await open(page, `${here}?level=${code}`);
      await expect(level(page)).toHaveValue(code);
      await expect(note(page, "risk")).toHaveValue("a note");
    }
    expect(await kept(page)).toEqual(before);
  });
});

test.describe("deleting", () => {
  test("empties page and storage, and can be undone, without losing the focus", async ({ page }) => {
    await open(page, here);
    await level(page).selectOption("l7");
    await note(page, "risk").fill("a note");
    await notes(page).toEqual({ risk: "a note" });
    await button(page, "Delete your case").focus();
    await page.keyboard.press("Enter");
    await expect(said(page)).toHaveText("Your case was deleted.");
    await expect(note(page, "risk")).toHaveValue("");
    expect(await kept(page)).toEqual({});
    await button(page, "Undo").focus();
    await page.keyboard.press("Enter");
    await expect(note(page, "risk")).toHaveValue("a note");
    expect(await record(page)).toMatchObject({ level: "l7", notes: { risk: "a note" } });
    await expect(button(page, "Undo")).toBeHidden();
    await expect.poll(() => page.evaluate(() => document.activeElement.tagName)).not.toBe("BODY");
  });

  test("takes what was typed a moment ago along, and Undo brings that back too", async ({ page }) => {
    await open(page, here);
    await note(page, "risk").fill("not to be kept");
    await button(page, "Delete your case").click();
    await hide(page);
    expect(await kept(page), "what is deleted stays deleted").toEqual({});
    await expect(note(page, "risk")).toHaveValue("");
    await button(page, "Undo").click();
    await expect(note(page, "risk")).toHaveValue("not to be kept");
  });

  test("pressed twice can still be undone", async ({ page }) => {
    await open(page, here);
    await note(page, "risk").fill("a note");
    await expect(said(page)).toHaveText(saved);
    await button(page, "Delete your case").dblclick();
    await expect(said(page)).toHaveText(/delete/);
    await button(page, "Undo").click({ timeout: 3000 });
    await expect(note(page, "risk")).toHaveValue("a note");
  });

  test("undone late loses nothing that was written since", async ({ page }) => {
    await open(page, here);
    await note(page, "risk").fill("an old note");
    await expect(said(page)).toHaveText(saved);
    await button(page, "Delete your case").click();
    await note(page, "depth").fill("a new note");
    await expect(said(page)).toHaveText(saved);
    await button(page, "Undo").click();
    await notes(page).toEqual({ risk: "an old note", depth: "a new note" });
  });
});

test.describe("taking it along", () => {
  test.use({ permissions: ["clipboard-read", "clipboard-write"] });

  test("the whole case is copied as Markdown, for the level that is chosen", async ({ page }) => {
    await open(page, `${here}?level=l7`);
    await note(page, "risk").fill("# Not a heading\n\n> The spike.");
    const [stamp, ...others] = guide.switching.passport;
    await page.getByRole("textbox", { name: stamp.name }).fill("Rust");
    await button(page, "Copy as Markdown").click();
    await expect(button(page, "Copied.")).toBeVisible();
    const lines = ladder.competencies.map(({ id, name, expectations }) => {
      const quoted = id === "risk" ? "> # Not a heading\n>\n> > The spike." : "> –";
      return `## ${name}\n\n${expectations.L7.gist}\n\n${quoted}\n`;
    });
    const title = ladder.levels.find(({ code }) => code === "L7").title;
    const stamps = [`## ${stamp.name}\n\n> Rust\n`, ...others.map(({ name }) => `## ${name}\n\n> –\n`)];
    expect(await page.evaluate(() => navigator.clipboard.readText())).toBe(
      [`# Case for L7 ${title}\n`, ...lines, "# Skills passport\n", ...stamps].join("\n"),
    );
  });
});
