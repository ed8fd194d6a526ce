// What one tab does while another is open: shown there at once, never undone by it; and a tab that closes at once.
import { answersBy, attempts, attemptWith, expect, keep, kept, open, opinionWith, quiz, test } from "./app.mjs";
import { add, button, edit, entriesIn, entry, entryWith, journal, press, readable, row } from "./keeping.mjs";
import { answer, begin, unfoldPart } from "./steps.mjs";

const named = (page) => page.getByRole("textbox", { name: "Name of this attempt" });
const note = (page) => page.getByRole("textbox", { name: "Note", exact: true });
const saved = (page) => page.getByText("Saved in this browser.");
const both = async (context, page, path, second = path) => {
  const other = await context.newPage();
  await open(page, path);
  await open(other, second);
  for (const [tab, address] of [[page, path], [other, second]]) {
    if (address.includes("attempt=")) await unfoldPart(tab, "Name, note and reminder");
  }
  return other;
};

test.describe("one attempt in two tabs (figure 2)", () => {
  test("answers given in the same instant are both kept", async ({ page, context }) => {
    await keep(page, attemptWith("a", answersBy("quick", 4), { finished: null }));
    const other = await both(context, page, "quiz/?step=13", "quiz/?step=14");
    const when = await page.evaluate(() => Date.now() + 500);
    await Promise.all([page, other].map((tab) => tab.evaluate((at) => {
      while (Date.now() < at);
      document.querySelector(".question input").click();
    }, when)));
    const ids = await Promise.all([page, other].map((tab) => tab.locator(".question").getAttribute("data-item")));
    expect(ids[0]).not.toBe(ids[1]);
    await expect.poll(async () => Object.keys((await attempts(page))[0].answers), { timeout: 2000 }).toEqual(expect.arrayContaining(ids));
  });

  test("an answer given in one shows in the other, where the same question stands", async ({ page, context }) => {
    await keep(page, attemptWith("a", answersBy("quick", 4), { finished: null }));
    const other = await both(context, page, "quiz/?step=13");
    const radio = (tab, at) => tab.locator(".question input").nth(at);
    for (const at of [1, 3]) {
      await radio(page, at).check();
      await expect(radio(other, at)).toBeChecked();
    }
    await other.getByRole("button", { name: "Next" }).click();
    await expect(other.getByText("Question 14 of 32")).toBeVisible();
    await expect(other.locator(".question input:checked")).toHaveCount(0);
  });

  test("a name given in one and a note in the other are both kept", async ({ page, context }) => {
    await keep(page, readable);
    const other = await both(context, page, "results/?attempt=b2");
    await named(page).fill("named here");
    await note(other).fill("noted there");
    await expect(saved(other)).toBeVisible();
    expect((await attempts(page)).find(({ id }) => id === "b2")).toMatchObject({ name: "named here", note: "noted there" });
  });

  test("two notes shown in the other tab before it writes: the later one stands, and both tabs show it", async ({ page, context }) => {
    await keep(page, readable);
    const other = await both(context, page, "results/?attempt=b2");
    await note(page).fill("written in the first tab");
    await expect(note(other)).toHaveValue("written in the first tab");
    await note(other).fill("written in the second tab");
    await expect(note(page)).toHaveValue("written in the second tab");
    expect((await attempts(page)).find(({ id }) => id === "b2").note).toBe("written in the second tab");
  });

  test("a note to an attempt that the other tab has deleted is not kept, and that is said, with a way to keep it", async ({ page, context }) => {
    await keep(page, readable);
    const other = await both(context, page, "results/?attempt=b2", "results/");
    const id = "b2";
    const here = async () => (await attempts(page)).find((one) => one.id === id);
    await other.locator(".attempt").filter({ has: other.locator(`a[href*="attempt=${id}"]`) }).getByRole("button", { name: /^Delete the attempt/ }).click();
    await expect(other.getByText("One attempt was deleted.")).toBeVisible();
    const said = page.getByText("Another tab deleted this attempt.");
    await expect(said).toBeVisible();
    await note(page).fill("written after that");
    await expect(said).toBeVisible();
    expect(await here()).toBeUndefined();
    await button(page, "Save it after all").click();
    await expect(said).toBeHidden();
    await expect(saved(page)).toBeVisible();
    expect(await here()).toMatchObject({ id, note: "written after that" });
  });

  test("an attempt that the other tab deleted and brought back is there again, and no alarm stays", async ({ page, context }) => {
    await keep(page, readable);
    const other = await both(context, page, "results/?attempt=b2", "results/");
    await other.locator(".attempt").filter({ has: other.locator('a[href*="attempt=b2"]') }).getByRole("button", { name: /^Delete the attempt/ }).click();
    const said = page.getByText("Another tab deleted this attempt.");
    await expect(said).toBeVisible();
    await note(page).fill("typed while it was gone");
    await button(other, "Undo").click();
    await expect(said).toBeHidden();
    await expect.poll(async () => (await attempts(page)).find(({ id }) => id === "b2").note).toBe("typed while it was gone");
    await note(page).fill("and on");
    await expect(saved(page)).toBeVisible();
    expect((await attempts(page)).find(({ id }) => id === "b2").note).toBe("and on");
  });

  test("a result shows anew what the other tab answered in a longer form", async ({ page, context }) => {
    await keep(page, attemptWith("a", answersBy("quick", 4), { form: "quick" }));
    const other = await both(context, page, "results/?attempt=a");
    await expect(page.getByText(/from the 12 answers that count for it\./)).toBeVisible();
    await other.getByRole("link", { name: /^Answer 20 more questions/ }).click();
    await button(other, "Continue").click();
    await note(page).pressSequentially("I write ");
    await other.locator(".question input").nth(1).check();
    await expect(page.getByText(/from the 13 answers that count for it\./)).toBeVisible();
    await expect(note(page), "who writes a note goes on writing").toBeFocused();
    await page.keyboard.type("on");
    await expect(note(page)).toHaveValue("I write on");
    await other.goto("results/");
    await other.getByRole("button", { name: /^Delete the attempt/ }).click();
    await button(page, "Save it after all").click();
    await expect.poll(async () => (await attempts(page)).map(({ answers, note: kept }) => [Object.keys(answers).length, kept])).toEqual([[13, "I write on"]]);
  });

  test("what is typed for a link, and the way back from a deletion, stay while the other tab answers", async ({ page, context }) => {
    await keep(page, { ...attemptWith("a", answersBy("quick", 4), { form: "quick" }), ...opinionWith("00000000000000a1", "a", answersBy("quick", 3)) });
    const other = await both(context, page, "results/?attempt=a");
    await other.getByRole("link", { name: /^Answer 20 more questions/ }).click();
    await button(other, "Continue").click();
    await button(page, "Delete this opinion").click();
        const name = page.getByRole("textbox", { name: "Your name, if you like" }).first();
    await name.pressSequentially("Ki");
    await other.locator(".question input").nth(1).check();
    await expect(page.getByText(/from the 13 answers that count for it\./)).toBeVisible();
    await expect(name).toBeFocused();
    await page.keyboard.type("m");
    await expect(name).toHaveValue("Kim");
    await button(page, "Undo").click();
    await expect(button(page, "Delete this opinion")).toBeVisible();
  });

  test("an answer goes on being kept after the other tab deleted everything", async ({ page, context }) => {
    const other = await both(context, page, "quiz/", "data/");
    await begin(page);
    await answer(page, "deep", 1, 2);
    await button(other, "Delete everything").click();
    await expect(other.getByText("Everything was deleted.")).toBeVisible();
    await page.getByRole("radio").first().check();
    await expect(saved(page)).toBeVisible();
    expect(Object.keys((await attempts(page))[0].answers)).toEqual(quiz.forms[1].items.slice(0, 3).sort());
  });
});

test.describe("what one tab does shows in the other at once", () => {
  test("on “Your results”: a new attempt, each answer, a name, a deletion", async ({ page, context }) => {
    const other = await both(context, page, "results/", "quiz/");
    await begin(other);
    await answer(other, "deep", 1, 2);
    await expect(page.locator(".attempt")).toContainText("in progress, 2 answers so far");
    await keep(other, readable);
    await expect(page.locator(".attempt")).toHaveCount(3);
    await open(other, "results/?attempt=b2");
    await unfoldPart(other, "Name, note and reminder");
    await named(other).fill("called so there");
    await expect(page.locator(".attempt").filter({ hasText: "called so there" })).toBeVisible();
    await other.evaluate(() => localStorage.clear());
    await expect(page.locator(".attempt")).toHaveCount(0);
  });

  test("on “My data”: what comes, what changes its size, what goes", async ({ page, context }) => {
    const other = await both(context, page, "data/", journal);
    await add(other, "x");
    const listed = row(page, "My growth: evidence");
    await expect(listed).toBeVisible();
    const size = await listed.locator(".record-size").textContent();
    const form = await edit(other, "x");
    await form.getByLabel("What came of it").fill("x".repeat(1000));
    await button(other, "Done").click();
    await expect(listed.locator(".record-size")).not.toHaveText(size);
    await entry(other, "x").getByRole("button", { name: /^Delete/ }).click();
    await expect(listed).toHaveCount(0);
  });

  test("among the entries: one that is added, written, emptied and deleted", async ({ page, context }) => {
    const other = await both(context, page, journal);
    await add(other, "seen at once");
    await expect(entry(page, "seen at once")).toBeVisible();
    await add(page, "and back");
    await expect(entry(other, "and back")).toBeVisible();
    const [mine, theirs] = [await edit(page, "and back"), await edit(other, "and back")];
    for (const words of ["two hours a day", ""]) {
      await theirs.getByLabel("What came of it").fill(words);
      await theirs.getByLabel("Who saw it").focus();
      await expect(mine.getByLabel("What came of it")).toHaveValue(words);
    }
    await button(page, "Done").click();
    await button(other, "Done").click();
    await entry(other, "seen at once").getByRole("button", { name: /^Delete/ }).click();
    await expect(page.locator(".entry")).toHaveText(/and back/);
    expect((await entriesIn(page)).map(({ did }) => did)).toEqual(["and back"]);
  });

  test("two tabs of “My data” come to rest", async ({ page, context }) => {
    await keep(page, readable);
    const other = await both(context, page, "data/");
    await press(other, "Kim Example", "Delete");
    await expect(row(page, "Kim Example")).toHaveCount(0);
    const heard = await page.evaluate(async () => {
      let events = 0;
      addEventListener("storage", () => (events += 1));
      await new Promise((done) => { setTimeout(done, 1000); });
      return events;
    });
    expect(heard, "changes heard within a second in which nobody did anything").toBe(0);
  });
});

test.describe("a tab closed within 100 ms of an edit loses nothing (figure 9)", () => {
  /** Makes an edit that returns its time; then closes the tab at once, as a user would. */
  async function editAndClose(page, edit, argument) {
    const closed = page.waitForEvent("close");
    const edited = await page.evaluate(edit, argument);
    const between = Date.now() - edited;
    await page.close({ runBeforeUnload: true });
    await closed;
    // Far below 100 ms if the machine is not busy.
    test.info().annotations.push({ type: "closed after the edit", description: `${between} ms` });
  }
  const type = ([id, text]) => {
    const field = document.getElementById(id);
    field.value = text;
    field.dispatchEvent(new Event("input", { bubbles: true }));
    return Date.now();
  };
  const choose = () => {
    document.querySelectorAll(".question input")[1].click();
    return Date.now();
  };

  for (const run of [1, 2, 3]) {
    test(`an answer, run ${run}`, async ({ page, context }) => {
      const other = await both(context, page, "quiz/", "about/");
      await begin(page);
      await editAndClose(page, choose);
      expect(Object.keys((await attempts(other))[0].answers)).toEqual([quiz.forms[1].items[0]]);
    });

    test(`a text of an entry, run ${run}`, async ({ page, context }) => {
      await keep(page, entryWith("a", "An entry"));
      const other = await both(context, page, journal, "about/");
      await edit(page, "An entry");
      await editAndClose(page, type, ["outcome-a", `half a wor${run}`]);
      await expect.poll(async () => (await entriesIn(other))[0].outcome).toBe(`half a wor${run}`);
    });
  }
});
