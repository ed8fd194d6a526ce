// A result sent as a link: what the recipient sees, what stays unchanged in their browser, and broken links.
import { crc32 } from "node:zlib";
import { attemptWith, expect, keep, kept, open, quiz, settingsWith, test } from "./app.mjs";
import { answersIn, madeLink, unfoldPart } from "./steps.mjs";

const away = (page) => page.getByRole("region", { name: "Save, print or share" });
const head = (page) => page.getByRole("heading", { level: 1 });
const warning = (page) => page.getByRole("alert").filter({ visible: true });
const standard = answersIn(quiz, "broad", "standard");
const today = Object.fromEntries(quiz.behaviours.map(({ id }, at) => [id, at % 3]));
const own = { ...attemptWith("b", answersIn(quiz, "deep", "standard"), { name: "Mine", note: "Secret" }), ...settingsWith({ rung: 9 }), "another-app/state": "x" };

/** The link to a stored result, made on its page. */
async function linkTo(page, records, id, name) {
  await keep(page, records);
  await open(page, `results/?attempt=${id}`);
  await unfoldPart(page, "Save, print or share");
  await page.getByText("Make a link that shows this result to someone").click();
  return madeLink(away(page), name);
}

/** What a result says about its answers: all that must be the same in both browsers. */
async function said(page) {
  const main = page.locator("main");
  await unfoldPart(page, "All your answers");
  await unfoldPart(page, "How this is worked out");
  return [
    await head(page).innerText(), await main.locator(".lede").innerText(), await main.locator(".chance").first().innerText(), await main.locator(".lean-line figcaption").first().innerText(), await main.locator(".themes").innerText(), await main.locator(".all-answers").innerText(),
    await main.locator(".traits").innerText(), await main.locator(".quarters").innerText(), await main.locator(".next-steps").innerText(),
  ];
}

/** One of our links with its parts changed and a correct checksum. */
function remade(link, change) {
  const [page, code] = link.split("#");
  const fields = code.split(".").slice(0, -1);
  change(fields);
  const body = fields.join(".");
  return `${page}#${body}.${crc32(body).toString(16).padStart(8, "0")}`;
}

test.describe("opened in another browser", () => {
  const mine = attemptWith("a", standard, { today, name: "My own name for it", note: "Not for others" });

  test("shows the same, is marked as somebody else’s, and keeps nothing", async ({ page, stranger }) => {
    const link = await linkTo(page, mine, "a");
    const here = await said(page);
    await open(stranger, link);
    await expect(warning(stranger)).toContainText(/This is someone else’s result, from a link\. Taken 14 November 2023\. You can read it here\. Nothing of it is saved in this browser, and your own attempts are unchanged\./);
    expect(await said(stranger)).toEqual(here);
    await expect(stranger).toHaveTitle(/^Someone else’s result/);
    await unfoldPart(stranger, "What each track expects at your level");
    await stranger.getByRole("radio", { name: "8", exact: true }).check();
    await expect(stranger.getByRole("heading", { level: 3, name: /^L8/ })).toBeVisible();
    await unfoldPart(stranger, "What would change this result");
    await stranger.getByText("What if? Change answers").click();
    await stranger.getByRole("button", { name: /^One step (down|towards deep)/ }).first().click();
    expect(await kept(stranger)).toEqual({});
  });

  test("leaves what that browser keeps byte for byte, and offers nothing that would change it", async ({ page, stranger }) => {
    const link = await linkTo(page, mine, "a");
    await keep(stranger, own);
    await open(stranger, link);
    await expect(head(stranger)).toHaveText("Your answers point clearly to broad work.");
    for (const name of [/delete/i, /rename/i, /undo/i, /keep/i, /make the link/i, /save/i]) {
      await expect(stranger.locator("main").getByRole("button", { name }), String(name)).toHaveCount(0);
    }
    await expect(stranger.locator("main").getByRole("textbox")).toHaveCount(0);
    await expect(stranger.locator("main").getByRole("checkbox")).toHaveCount(0);
    await expect(stranger.locator("main").getByRole("link", { name: /more question/ })).toHaveCount(0);
    await expect(stranger.getByText(/Ask a colleague|Name, note and reminder|Not for others|My own name for it|Secret/)).toHaveCount(0);
    await unfoldPart(stranger, "What each track expects at your level");
    await stranger.getByRole("radio", { name: "7", exact: true }).check();
    expect(await kept(stranger)).toEqual(own);
    await stranger.getByRole("link", { name: "All your results" }).click();
    await expect(stranger.locator(".attempt")).toHaveCount(1);
    expect(await kept(stranger)).toEqual(own);
  });

  test("has a name only where one was typed, as text and never as markup", async ({ page, stranger }) => {
    const link = await linkTo(page, mine, "a", "  Ada <b>\u202eLovelace ");
    await open(stranger, link);
    await expect(warning(stranger)).toContainText("This is the result of Ada <b>Lovelace, from a link. Taken 14 November 2023.");
    for (const hidden of ["My own name", "Not for others"]) {
      const bytes = Buffer.from(hidden).toString("hex");
      expect(link).not.toContain(bytes);
    }
  });

  test("the fullest of all has at most 8,000 characters and opens", async ({ page, stranger }) => {
    const link = await linkTo(page, attemptWith("a", answersIn(quiz, "deep", "long"), { form: "long", today }), "a", "漢".repeat(80));
    expect(link.length).toBeLessThanOrEqual(8000);
    await open(stranger, link);
    await expect(warning(stranger)).toContainText(`This is the result of ${"漢".repeat(80)}, from a link.`);
    await expect(stranger.getByText(/from the 36 answers that count for it\./)).toBeVisible();
  });

  test("“Skip to the content” leaves the result where it is", async ({ page, stranger }) => {
    const link = await linkTo(page, mine, "a");
    for (const [reader, address] of [[page, "results/?attempt=a"], [stranger, link]]) {
      await open(reader, address);
      await expect(head(reader)).toHaveText("Your answers point clearly to broad work.");
      await reader.getByRole("link", { name: "Skip to the content" }).focus();
      await reader.keyboard.press("Enter");
      await expect(reader).toHaveURL(/#main$/);
      await expect(reader.getByText(/This is not a link that this app made/)).toHaveCount(0);
      await expect(head(reader)).toHaveText("Your answers point clearly to broad work.");
    }
  });
});

test("a link with signs of the prose around it shows the same result", async ({ page, stranger }) => {
  const link = await linkTo(page, attemptWith("a", standard), "a", "Ada");
  for (const behind of [".", ").", ",", "]", ">", "%3E", "%E2%80%9D", "%C2%BB", "%20and%20more", "%E2%80%8B", "%0A", "**", "…"]) {
    await stranger.goto("about/");
    await open(stranger, link + behind);
    await expect(warning(stranger), behind).toContainText("This is the result of Ada, from a link.");
  }
});

test("a place on the page in the address of the quiz is no link, and is not complained of", async ({ page }) => {
  await open(page, "quiz/#main");
  await expect(page.getByRole("button", { name: /^Take the .*quiz$/ })).toBeVisible();
  await expect(warning(page)).toHaveCount(0);
});

test.describe("a link that is broken", () => {
  /** Opens a link in a browser with stored records; the page must say what is wrong and change nothing. */
  async function refused(page, link, words) {
    await page.goto("about/");
    await open(page, link);
    await expect(warning(page), link).toContainText(words);
    await expect(warning(page)).toContainText("Nothing that is saved in this browser was changed.");
    await expect(head(page)).toHaveText("Your results");
    await expect(page.getByText("Three next steps")).toHaveCount(0);
    expect(await kept(page)).toEqual(own);
  }

  let link;
  test.beforeEach(async ({ page, stranger }) => {
    link = await linkTo(stranger, attemptWith("a", standard, { today }), "a", "Ada");
    await keep(page, own);
  });

  test("by a cut anywhere says so", async ({ page }) => {
    const start = link.indexOf("#") + 1;
    await refused(page, link.slice(0, -1), "This link is damaged: part of it is missing or changed.");
    await refused(page, link.slice(0, start + 3), /damaged|not a link that this app made/);
    await open(page, link.slice(0, start + 1));
    for (let end = start + 2; end < link.length; end += 1) {
      await page.evaluate((code) => { location.hash = code; }, link.slice(start, end));
      await expect(warning(page), link.slice(start, end)).toContainText(/This link is damaged|This is not a link that this app made/);
      await expect(page.getByText("Three next steps")).toHaveCount(0);
    }
    expect(await kept(page)).toEqual(own);
  });

  test("by one letter changed, wherever it is, says so", async ({ page }) => {
    const [, code] = link.split("#");
    await refused(page, link.replace("#r1.deep", "#r1.deeq"), "This link is damaged");
    for (let at = 0; at < code.length; at += 1) {
      const other = code[at] === "1" ? "7" : "1";
      const changed = code.slice(0, at) + other + code.slice(at + 1);
      await page.evaluate((text) => { location.hash = text; }, changed);
      await expect(warning(page), changed).toContainText(/This link is damaged|not a link that this app made|A newer version of this app/);
      await expect(page.getByText("Three next steps")).toHaveCount(0);
    }
    expect(await kept(page)).toEqual(own);
  });

  for (const [words, change, told] of [
    ["to a newer version of the quiz", (fields) => { fields[2] = String(quiz.version + 1); }, `This link holds answers to version ${quiz.version + 1} of the questions; this page still has version ${quiz.version}. Reload the page`],
    ["to another quiz", (fields) => { fields[1] = "coffee-or-tea"; }, "This link belongs to another quiz, “coffee-or-tea”"],
    ["to a form that is not there", (fields) => { fields[3] = "endless"; }, "This link names a form of the quiz that this page does not have, “endless”."],
    ["to a form that asked other questions", (fields) => { fields[4] = "00000000"; }, "asked other questions when this link was made"],
    ["with an answer that is none", (fields) => { fields[5] = fields[5].replace(/^./, "5"); }, "This link is damaged"],
    ["of a newer app", (fields) => { fields[0] = "r2"; }, "A newer version of this app made this link."],
  ]) {
    test(`that belongs ${words} says so`.replace("belongs of", "is of").replace("belongs with", "comes with"), async ({ page }) => {
      await refused(page, remade(link, change), told);
    });
  }

  test("by being too long, empty or something else altogether says so", async ({ page }) => {
    const results = link.split("#")[0];
    await refused(page, link + "0".repeat(8000), "This link is too long: links of this app have 8000 characters at most.");
    await refused(page, `${results}#r1.`, "This is not a link that this app made. Copy the whole link");
    await refused(page, `${results}#${"%F0%9F%A6%80".repeat(20)}`, "This is not a link that this app made.");
    await page.getByRole("link", { name: "All results saved here" }).click();
    await expect(page.locator(".attempt")).toHaveCount(1);
  });

  test("by being cut off at its # shows the reader’s own results, and nobody else’s", async ({ page }) => {
    await open(page, `${link.split("#")[0]}#`);
    await expect(page.locator(".attempt")).toHaveText(/Mine/);
    await expect(page.getByText("someone else")).toHaveCount(0);
    expect(await kept(page)).toEqual(own);
  });
});
