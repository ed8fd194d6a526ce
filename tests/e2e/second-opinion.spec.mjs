// A second opinion, from the request link to the differences that the result shows.
import { crc32 } from "node:zlib";
import { alive, answersBy, attemptWith, attempts, expect, holdWasm, keep, kept, open, opinions, opinionWith, quiz, settingsWith, test } from "./app.mjs";
import { answerForm, answersIn, madeLink, unfoldPart } from "./steps.mjs";

const part = (page) => page.getByRole("region", { name: "A second opinion" });
const head = (page) => page.getByRole("heading", { level: 1 });
const warning = (page) => page.getByRole("alert").filter({ visible: true });
const keepIt = (page) => page.getByRole("button", { name: "Save it with that attempt" });
const broad = answersIn(quiz, "broad", "quick");
const mine = attemptWith("a", broad, { form: "quick", name: "Secret name", note: "Secret note" });

/** The answers of a colleague: the owner's except for four trade-offs, 4, 3, 2 and 1 steps apart. */
const [p3, p6, p9, p12] = [2, 5, 8, 11].map((at) => quiz.forms[0].items[at]);
const theirs = { ...broad, [p3]: 0, [p6]: 1, [p9]: 2, [p12]: 3 };

/** The request link for a colleague, made on the page of the attempt. */
async function request(page, name) {
  await open(page, "results/?attempt=a");
  await unfoldPart(page, "A second opinion");
  return madeLink(part(page), name);
}

/** The colleague's part, up to the link to send back. */
async function replyTo(page, link, given, name) {
  await open(page, link);
  await page.getByRole("button", { name: /^Take the .*quiz$/ }).click();
  await answerForm(page, quiz, given, [1, 12], 12);
  await page.getByRole("button", { name: "Go on to the link" }).click();
  await expect(head(page)).toHaveText("Send your answers back");
  return madeLink(page.locator("main"), name);
}

/** A reply as a link, as an app with version `version` of the quiz would have made it. */
function replyOf(site, request, version, row) {
  const [, , , form, digest, attempt] = request.split("#")[1].split(".");
  const body = `a1.${quiz.id}.${version}.${form}.${digest}.${attempt}.${row}.`;
  return `${site}results/#${body}.${crc32(body).toString(16).padStart(8, "0")}`;
}

test("a colleague answers without seeing anything, keeps nothing, and the owner sees where both differ", async ({ page, stranger, site }) => {
  await keep(page, mine);
  const before = await kept(page);
  const asked = await request(page, "Ada");
  expect(asked).toMatch(new RegExp(`^${site}quiz/#o1\\.[a-z0-9.-]+$`));
  const own = quiz.forms[0].items.map((id) => broad[id]).join("");
  for (const secret of [own, Buffer.from("Secret").toString("hex"), "Secret"]) expect(asked).not.toContain(secret);
  expect(await kept(page)).toEqual(before);

  await open(stranger, asked);
  await expect(warning(stranger)).toContainText("Answer about Ada: which work draws them and which drains them, as you see it.");
  await expect(stranger.getByRole("group", { name: "Length" })).toHaveCount(0);
  await stranger.getByRole("button", { name: /^Take the .*quiz$/ }).click();
  await expect(stranger.getByText("Answer about Ada").filter({ visible: true })).toHaveCount(1);
  await expect(stranger.locator("input:checked")).toHaveCount(0);
  const back = await replyTo(stranger, asked, theirs, "Grace");
  expect(back).toMatch(new RegExp(`^${site}results/#a1\\.`));
  expect(await kept(stranger)).toEqual({});

  await open(page, back);
  await expect(page.getByText("Grace answered about you. This opinion belongs to your attempt of 14 November 2023")).toBeVisible();
  expect(await kept(page), "nothing is kept before it is asked for").toEqual(before);
  await keepIt(page).click();
  await expect(page).toHaveURL(/results\/\?attempt=a$/);
  await expect(part(page).getByRole("heading", { name: "Grace" })).toBeVisible();
  await expect(part(page)).toContainText(/Of 12 questions that you both answered, 8 have the same answer and 9 are at most one step apart\./);
  const lines = part(page).getByRole("listitem");
  await expect(lines).toHaveCount(3);
  for (const [at, id] of [p3, p6, p9].entries()) {
    const { stem } = quiz.items.find((item) => item.id === id).ask.pair;
    await expect(lines.nth(at)).toContainText(`You: ${stem} You would much rather`);
    await expect(lines.nth(at)).toContainText(`They: ${stem}`);
  }
  expect(await opinions(page)).toMatchObject([{ attempt: "a", from: "Grace", form: "quick", answers: theirs }]);
  expect(await kept(page)).toMatchObject(before);
});

test("a colleague’s own attempts stay untouched, and no step promises a result", async ({ page, stranger }) => {
  await keep(page, mine);
  const asked = await request(page);
  const theirOwn = { ...attemptWith("b", answersBy("standard", 2), { finished: null }), ...settingsWith({ rung: 7 }) };
  await keep(stranger, theirOwn);
  await open(stranger, asked);
  await expect(warning(stranger)).toContainText("Answer about your colleague");
  await expect(stranger.getByText("Your earlier answers were restored")).toHaveCount(0);
  await expect.soft(stranger.getByText("Each answer is saved in this browser as you give it.")).toBeHidden();
  await stranger.getByRole("button", { name: /^Take the .*quiz$/ }).click();
  await answerForm(stranger, quiz, theirs, [1, 12], 12);
  await expect(stranger.getByRole("button", { name: "See your result now" })).toHaveCount(0);
  await expect(head(stranger)).toHaveText("Done. Every question is answered.");
  await expect(stranger.locator(".today-row")).toHaveCount(0);
  expect(await kept(stranger)).toEqual(theirOwn);
  await expect.soft(stranger.getByRole("button", { name: /your result/ })).toHaveCount(0);
  await stranger.getByRole("button", { name: "Go on to the link" }).click();
  await expect(head(stranger)).toHaveText("Send your answers back");
  expect(await kept(stranger)).toEqual(theirOwn);
});

test("a reply opened twice stands once, and one without a name is a colleague’s", async ({ page, stranger }) => {
  await keep(page, mine);
  const back = await replyTo(stranger, await request(page), theirs);
  for (let times = 0; times < 2; times += 1) {
    await page.goto("about/");
    await open(page, back);
    await expect(page.getByText(/^A colleague answered about you\./)).toBeVisible();
    await keepIt(page).click();
    await expect(part(page).getByRole("heading", { name: "A colleague" })).toHaveCount(1);
  }
  expect(await opinions(page)).toHaveLength(1);
});

test("a reply can be left, and is then not kept", async ({ page, stranger }) => {
  await keep(page, mine);
  const back = await replyTo(stranger, await request(page), theirs);
  await open(page, back);
  await page.getByRole("link", { name: "Don’t save it, and open the attempt" }).click();
  await expect(head(page)).toHaveText("Your trade-offs point clearly to broad work.");
  expect(await kept(page)).toEqual(mine);
});

test("a reply about an attempt of another browser says so and changes nothing", async ({ page, stranger, site }) => {
  await keep(page, mine);
  const asked = await request(page);
  await keep(stranger, attemptWith("b", broad, { form: "quick" }));
  const before = await kept(stranger);
  await open(stranger, replyOf(site, asked, quiz.version, "012340123401"));
  await expect(warning(stranger)).toContainText("This browser does not have the attempt that this opinion is about.");
  await expect(keepIt(stranger)).toHaveCount(0);
  await stranger.getByRole("link", { name: "All results saved here" }).click();
  await expect(stranger.locator(".attempt")).toHaveCount(1);
  expect(await kept(stranger)).toEqual(before);
});

test("a reply to another version of the quiz, or a damaged one, is refused", async ({ page, site }) => {
  await keep(page, mine);
  const before = await kept(page);
  const asked = await request(page);
  const good = replyOf(site, asked, quiz.version, "012340123401");
  for (const [link, words] of [
    [replyOf(site, asked, quiz.version + 1, "012340123401"), `This link holds answers to version ${quiz.version + 1} of the questions`],
    [replyOf(site, asked, quiz.version, "0123"), "This link is damaged"],
    [good.slice(0, -3), "This link is damaged"],
  ]) {
    await page.goto("about/");
    await open(page, link);
    await expect(warning(page)).toContainText(words);
    await expect(keepIt(page)).toHaveCount(0);
    expect(await kept(page)).toEqual(before);
  }
  await page.goto("about/");
  await open(page, good);
  await expect(keepIt(page), "the same link, undamaged, is taken").toBeVisible();
});

test("a request that is damaged starts nothing and says so; the plain quiz is a step of its own", async ({ page, stranger, site }) => {
  await keep(page, mine);
  const asked = await request(page);
  const start = stranger.getByRole("button", { name: /^(Take the .*quiz|Continue|Start over)$/ });
  await keep(stranger, attemptWith("b", { [p3]: 4 }, { form: "quick", finished: null }));
  const before = await kept(stranger);
  for (const damaged of [asked.slice(0, -1), asked.replace("#o1.deep", "#o1.deeq"), asked.replace("#o1.", "#1."), `${asked}0`, asked.replace("#o1", "#o2")]) {
    await stranger.goto("about/");
    await open(stranger, damaged);
    await expect(head(stranger), damaged).toHaveText("This link cannot be used");
    await expect(warning(stranger)).toContainText(/This link is damaged|not a link that this app made|A newer version/);
    await expect(warning(stranger)).toContainText("Nothing was started, and nothing is saved.");
    await expect(start).toHaveCount(0);
    await expect(stranger.locator("main input:visible")).toHaveCount(0);
  }
  expect(await kept(stranger)).toEqual(before);
  await stranger.getByRole("link", { name: "Take the quiz about yourself instead" }).click();
  await expect(stranger).toHaveURL(`${site}quiz/`);
  await expect(stranger.getByRole("button", { name: "Continue" })).toBeVisible();
});

test("“Start the quiz” pressed before the program is there starts nothing where the request is damaged", async ({ page, stranger }) => {
  await keep(page, mine);
  const asked = await request(page);
  const release = await holdWasm(stranger);
  await stranger.goto(asked.slice(0, -1));
  await stranger.getByRole("button", { name: /^Take the .*quiz$/ }).click();
  release();
  await alive(stranger);
  await expect(head(stranger)).toHaveText("This link cannot be used");
  expect(await kept(stranger)).toEqual({});
});

test("“Skip to the content” does not lose whom a colleague answers about", async ({ page, stranger }) => {
  await keep(page, mine);
  const asked = await request(page, "Ada");
  await open(stranger, asked);
  await stranger.getByRole("link", { name: "Skip to the content" }).focus();
  await stranger.keyboard.press("Enter");
  await expect(stranger.locator("#main")).toBeFocused();
  await stranger.reload();
  await alive(stranger);
  await expect(warning(stranger)).toContainText("Answer about Ada");
});

test("a request that is pasted with signs around it is read, in a tab that shows the quiz too", async ({ page, stranger }) => {
  await keep(page, mine);
  const asked = await request(page, "Ada");
  for (const behind of [".", ")", "%3E", "%E2%80%9D.", "%20and%20thanks", "%E2%80%8B"]) {
    await stranger.goto("about/");
    await open(stranger, asked + behind);
    await expect(warning(stranger), behind).toContainText("Answer about Ada");
  }
  await open(stranger, "quiz/");
  await expect(stranger.getByRole("group", { name: "Length" })).toBeVisible();
  await stranger.goto(asked);
  await expect(warning(stranger), "the tab showed the plain quiz").toContainText("Answer about Ada");
});

test("an opinion deleted and undone is the same as before, and the focus is never lost", async ({ page }) => {
  const records = { ...mine, ...opinionWith("00000000000000a1", "a", theirs, { form: "quick", from: "Grace" }) };
  await keep(page, records);
  const before = await opinions(page);
  await open(page, "results/?attempt=a");
  await part(page).getByRole("button", { name: "Delete this opinion" }).click();
  await expect(part(page).getByText("The opinion was deleted.")).toBeVisible();
  expect(await opinions(page)).toEqual([]);
  expect(await attempts(page)).toHaveLength(1);
  await expect.soft(part(page).getByRole("button", { name: "Undo" })).toBeFocused();
  await part(page).getByRole("button", { name: "Undo" }).click();
  await expect(part(page).getByRole("heading", { name: "Grace" })).toBeVisible();
  expect(await opinions(page)).toEqual(before);
  await expect.poll(() => page.evaluate(() => document.activeElement.tagName)).not.toBe("BODY");
});
