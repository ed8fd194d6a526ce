// A second view: from the link that asks for one, over somebody else’s marks, to what the two agreed on.
import { readFileSync } from "node:fs";
import { crc32 } from "node:zlib";
import { alive, expect, keep, kept, ladder, ladders, open, test } from "./app.mjs";
import { overflow, smallTargets, unfair } from "./faults.mjs";
import { onDay } from "./growing.mjs";
import { corpus, intruders, tripwire } from "./hostile.mjs";
import { button, lockJournal } from "./keeping.mjs";
import { keyOf, refuseStorage } from "./storage.mjs";
import { madeLink } from "./steps.mjs";

// On a busy machine the browser may abort the view transition between two pages and report it in the console.
test.use({ contextOptions: { reducedMotion: "reduce" } });

const here = "growth/second-view/";
const [own, target] = ["t5", "t6"];
const aim = { [keyOf("draft", `aim.${ladder.id}`)]: JSON.stringify({ schema: 1, own, target }) };

/** What the levels expect, by the ids of marks; of each the words that a mark remembers. */
const expected = (levels) => new Map(levels.flatMap((level) => ladder.competencies.map((item) => {
  const owner = item.cells[level].as ?? level;
  const { gist, text } = item.cells[owner];
  return [`${owner}.${item.id}`, [gist, text].filter(Boolean)];
})));
const ids = [...expected([own, target]).keys()];
const said = (id) => expected([own, target]).get(id);

const markOf = (id, standing, why = "") => ({
  [keyOf("mark", id)]: JSON.stringify({ schema: 1, standing, why, said: said(id), ladderVersion: ladder.version, changed: 1.75e12 }),
});
const viewId = "view-0123456789abcdef";
const viewOf = (marks, more = {}) => ({
  [keyOf("view", viewId)]: JSON.stringify({
    schema: 1, id: viewId, from: "Grace", ladderVersion: ladder.version, levels: [own, target], received: 1.76e12,
    marks: Object.fromEntries(Object.entries(marks).map(([id, [standing, line]]) => [id, { standing, line, said: said(id) }])), ...more,
  }),
});
const mine = { ...aim, ...markOf(ids[0], "not-yet", "Never tried"), ...markOf(ids[1], "reliably"), ...markOf(ids[2], "sometimes"), ...markOf(ids[3], "reliably"), ...markOf(ids[4], "no-chance") };

const records = async (page, kind) => Object.entries(await kept(page)).filter(([key]) => key.startsWith(keyOf(kind, ""))).map(([, text]) => JSON.parse(text));
const head = (page) => page.locator("#second-head");
const warning = (page) => page.getByRole("alert").filter({ visible: true });
const part = (page, name) => page.getByRole("region", { name });
const card = (page, id) => page.locator(".marking-card").filter({ has: page.locator(`[name="second-${id.replace(".", "-")}"]`) });
const row = (page, id) => page.locator(".beside-row").filter({ has: page.locator(`[name="agreed-${id.replace(".", "-")}"]`) });

/** Marks an expectation with a line, on a card or in a row. */
async function judge(place, words, line) {
  await place.getByRole("radio", { name: words }).check();
  if (line === undefined) return;
  const field = place.getByRole("textbox");
  await field.fill(line);
  await field.blur();
}

const inList = (page) => page.getByRole("radio", { name: "All in one list" }).check();
const goOn = (page) => page.getByRole("button", { name: /^Go on/ }).filter({ visible: true }).click();

/** The engineer’s link. */
async function asked(page, name) {
  await open(page, here);
  return madeLink(part(page, "Ask for a second view"), name);
}

/** The link with which somebody answers: each id with its standing and line. */
async function answered(page, link, marks, { name = "", note = "" } = {}) {
  await open(page, link);
  await inList(page);
  for (const [id, [words, line]] of Object.entries(marks)) await judge(card(page, id), words, line);
  await goOn(page);
  await page.getByLabel("A note, if you like").fill(note);
  return madeLink(part(page, "Send it back"), name);
}

test("a manager marks without seeing anything and keeps nothing; the engineer sees both; what they agree on is a check-in", async ({ page, stranger, site }) => {
  test.slow();
  await keep(page, mine);
  const before = await kept(page);
  const link = await asked(page, "Ada");
  expect(link).toMatch(new RegExp(`^${site}${here}#g1\\.[a-z0-9.-]+$`));
  expect(await kept(page)).toEqual(before);

  const theirs = { ...aim, ...markOf(ids[0], "reliably", "Secret reason"), ...markOf(ids[5], "sometimes") };
  await keep(stranger, theirs);
  await open(stranger, link);
  await expect(head(stranger)).toHaveText("Ada asks for your view");
  await expect(stranger.locator("main")).toContainText(`${ladder.name}. Nothing is saved`);
  await expect(stranger.locator("main input[type=radio][name^=second-t]:checked"), "no mark of this browser").toHaveCount(0);
  await expect(stranger.getByText("Secret reason")).toHaveCount(0);
  await expect(stranger.getByText("0 of 28 marked")).toBeVisible();
  // One at a time, by keyboard, and Back.
  await card(stranger, ids[0]).getByRole("radio", { name: "Reliably" }).focus();
  await stranger.keyboard.press("Space");
  await expect(card(stranger, ids[0]).getByRole("radio", { name: "Reliably" })).toBeFocused();
  await judge(card(stranger, ids[0]), "Reliably", "The incident in May");
  await button(stranger, "Next").filter({ visible: true }).click();
  await expect(stranger.getByRole("heading", { level: 3, name: ladder.competencies[1].name })).toBeFocused();
  await judge(card(stranger, ids[1]), "Reliably");
  await stranger.goBack();
  await expect(card(stranger, ids[0])).toBeVisible();
  await expect(card(stranger, ids[0]).getByRole("textbox")).toHaveValue("The incident in May");
  await expect(card(stranger, ids[1])).toBeHidden();
  await inList(stranger);
  await judge(card(stranger, ids[2]), "Reliably");
  await judge(card(stranger, ids[4]), "Sometimes");
  await judge(card(stranger, ids[6]), "Not yet");
  await goOn(stranger);
  await stranger.getByLabel("A note, if you like").fill("First the incident.\nThen the plan.");
  const back = await madeLink(part(stranger, "Send it back"), "Grace");
  expect(back).toMatch(new RegExp(`^${site}${here}#v1\\.`));
  expect(back.length).toBeLessThanOrEqual(8_000);
  expect(await kept(stranger), "nothing is kept there").toEqual(theirs);
  await stranger.getByLabel("Your name, if you like").fill("Grace H");
  await expect(stranger.getByRole("textbox", { name: "The link" }), "a link with the old name is gone").toHaveCount(0);

  await page.goto("about/");
  await open(page, back);
  await expect(head(page)).toHaveText("A second view from Grace");
  await expect(page.locator("main")).toContainText("5 marks of 28, 1 comment, a note");
  await expect(page.getByText("The incident in May")).toHaveCount(0);
  expect(await kept(page), "nothing is kept before it is asked for").toEqual(before);
  await button(page, "Save it and compare").click();
  await expect(head(page)).toBeFocused();
  await expect(page).toHaveURL(/second-view\/\?view=view-[0-9a-f]{16}$/);
  await page.reload();
  await alive(page);
  await expect(page.locator("main")).toContainText("You both marked 4 expectations: on 1 you say the same, on 3 you differ.");
  await expect(page.locator(".second-quote")).toHaveText("First the incident.\nThen the plan.");
  const first = page.getByRole("heading", { name: "Where you differ most" }).locator("xpath=..").locator(".beside-row");
  await expect(first).toHaveCount(3);
  await expect(first.nth(0)).toContainText("two steps apart");
  await expect(first.nth(0)).toContainText("Never tried");
  await expect(first.nth(0)).toContainText("The incident in May");
  await expect(first.nth(2)).toContainText("One of you saw no chance to show it");
  for (const words of ["Where you agree (1)", "Only you marked (1)", "Only Grace marked (1)"]) await expect(page.getByText(words)).toBeVisible();

  // After the talk.
  expect(await records(page, "check-in")).toEqual([]);
  await button(page, "Note what we agreed on").click();
  await judge(row(page, ids[0]), "Sometimes", "We looked at both examples");
  await expect.poll(async () => (await records(page, "check-in"))[0]?.agreed).toEqual({ [ids[0]]: { standing: "sometimes", why: "We looked at both examples" } });
  await page.getByText("Where you agree (1)").click();
  await button(page, "We agree on all of these").click();
  await expect(row(page, ids[1]).getByRole("radio", { name: "Reliably" })).toBeChecked();
  const [one, ...others] = await records(page, "check-in");
  expect(others).toEqual([]);
  expect(one).toMatchObject({ own, target, ladderVersion: ladder.version, second: { from: "Grace" }, agreed: { [ids[1]]: { standing: "reliably" } } });
  expect(Object.keys(one.marks).sort()).toEqual(ids.slice(0, 5).sort());
  await row(page, ids[0]).getByRole("textbox").fill("x".repeat(501));
  await row(page, ids[0]).getByRole("textbox").blur();
  await expect(row(page, ids[0]).getByText("1 character too long")).toBeVisible();
  await page.reload();
  await alive(page);
  await expect(row(page, ids[0]).getByRole("textbox"), "the shorter reason is still saved").toHaveValue("We looked at both examples");
});

test("what an earlier talk agreed on stays in sight with its day, and a new talk makes a check-in of its own", async ({ page }) => {
  const then = { schema: 1, id: "2026-11-13", date: "2026-11-13", ladderVersion: ladder.version, own, target, marks: {}, changed: 1.76e12,
    second: { from: "Grace", marks: { [ids[0]]: { standing: "reliably", why: "Seen" } } }, agreed: { [ids[0]]: { standing: "sometimes", why: "Halfway there" } } };
  await keep(page, { ...mine, ...viewOf({ [ids[0]]: ["reliably", "Seen"] }), [keyOf("check-in", then.id)]: JSON.stringify(then) });
  await onDay(page, "2027-05-20");
  await open(page, `${here}?view=${viewId}`);
  await expect(row(page, ids[0])).toContainText(/With Grace, 13 November 2026:\s*Sometimes\s*Halfway there/);
  await expect(page.locator(".agenda-table")).toContainText(/Sometimes\s*\(13 November 2026\)\s*Halfway there/);
  await expect(page.getByText("Your first note makes a check-in of today.")).toBeVisible();
  await judge(row(page, ids[0]), "Reliably");
  await expect(page.getByText("What you note is saved in today’s check-in.")).toBeVisible();
  const all = await records(page, "check-in");
  expect(all.find(({ id }) => id === then.id), "an old check-in is left alone").toEqual(then);
  expect(all.find(({ date }) => date === "2027-05-20").agreed).toEqual({ [ids[0]]: { standing: "reliably" } });
});

test("a text that two levels share stands at the level that was asked about, on every screen", async ({ page, stranger }) => {
  const levels = ["t5", "l6"];
  const all = [...expected(levels).keys()];
  const shared = all.find((id) => id.startsWith("t6."));
  const [item] = ladder.competencies.filter(({ id }) => id === shared.split(".")[1]);
  const told = expected(levels).get(shared);
  const markOn = (standing) => ({ schema: 1, standing, said: told, ladderVersion: ladder.version, changed: 1.75e12 });
  await keep(page, {
    [keyOf("draft", `aim.${ladder.id}`)]: JSON.stringify({ schema: 1, own: levels[0], target: levels[1] }),
    [keyOf("mark", shared)]: JSON.stringify(markOn("not-yet")),
    ...viewOf({}, { levels, marks: { [shared]: { standing: "reliably", line: "", said: told } } }),
    [keyOf("check-in", "2026-11-13")]: JSON.stringify({ schema: 1, id: "2026-11-13", date: "2026-11-13", ladderVersion: ladder.version, own: levels[0], target: levels[1], marks: { [shared]: { standing: "not-yet", said: told } }, changed: 1 }),
    [keyOf("plan", "p")]: JSON.stringify({ schema: 1, id: "p", mark: shared, aim: "An aim", state: "open", quarter: "2126-Q4", created: 1, changed: 1 }),
  });
  await open(stranger, await asked(page));
  await inList(stranger);
  await expect(stranger.locator(".marking-card")).toHaveCount(all.length);
  await expect(stranger.locator(".marking-card .station").filter({ hasText: "T6" })).toHaveCount(0);
  await open(page, `${here}?view=${viewId}`);
  await expect(row(page, shared)).toContainText("L6");
  await expect(row(page, shared).getByRole("link", { name: item.name })).toHaveAttribute("href", new RegExp(`levels/l6/${item.id}/$`));
  await expect(page.locator(".agenda-table")).toContainText("L6");
  await open(page, "growth/check-ins/");
  await page.getByText("Everything in it").click();
  await expect(page.locator(".check-in-marks")).toContainText("L6");
  await open(page, "growth/plan/");
  await expect(page.locator(".plan-about")).toContainText("L6");
  for (const path of [`${here}?view=${viewId}`, "growth/check-ins/", "growth/plan/"]) {
    await open(page, path);
    for (const fold of await page.getByText("Everything in it").all()) await fold.click();
    await expect(page.locator("main"), path).not.toContainText("T6");
  }
});

test("a saved view is listed, opened, deleted and restored; one that is opened twice stands once", async ({ page, stranger }) => {
  await keep(page, mine);
  const back = await answered(stranger, await asked(page), { [ids[0]]: ["Sometimes"] });
  for (let times = 0; times < 2; times += 1) {
    await page.goto("about/");
    await open(page, back);
    await expect(head(page)).toHaveText("A second view from someone who gave no name");
    await page.getByRole("button", { name: /^(Save it and compare|Compare it with mine)$/ }).click();
    await expect(head(page)).toContainText("Your marks beside those of the other person");
  }
  const saved = await records(page, "view");
  expect(saved).toHaveLength(1);
  await open(page, here);
  await page.getByRole("button", { name: /^Delete the view of / }).click();
  await expect(page.getByText("The second view was deleted.")).toBeVisible();
  expect(await records(page, "view")).toEqual([]);
  await button(page, "Undo").click();
  await page.getByRole("link", { name: /^Compare the view of .* with mine$/ }).click();
  await expect(head(page)).toBeVisible();
  expect(await records(page, "view")).toEqual(saved);
});

test("a link that is damaged, newer, of another kind, ladder or version changes nothing and says what helps", async ({ page, stranger, site }) => {
  await keep(page, mine);
  const before = await kept(page);
  const link = await asked(page);
  const back = await answered(stranger, link, { [ids[0]]: ["Sometimes", "x"] });
  const sealed = (body) => `${site}${here}#${body}.${crc32(body).toString(16).padStart(8, "0")}`;
  const body = back.split("#")[1].replace(/\.[0-9a-f]{8}$/, "");
  expect(sealed(body), "the same link").toBe(back);
  const [, small] = ladders;
  for (const [damaged, words] of [
    [back.slice(0, -3), "This link is damaged"],
    [back.replace("#v1", "#v2"), "A newer version of this app made this link. Reload the page"],
    [link.replace("#g1", "#g7"), "A newer version of this app made this link. Reload the page"],
    [link.slice(0, -1), "This link is damaged"],
    [sealed(body.replace(ladder.id, small.id)), `This is about another ladder, “${small.id}”; this page has “${ladder.id}”. Open it on a page of that ladder.`],
    [sealed(body.replace(/\.1-\d+-\d+\.(.*?)\.[0-9a-f]{8}\./, ".9-0-0.$1.00000000.")), `This is about version 9.0.0 of the ladder; this page has version ${ladder.version}`],
    [sealed(body.replace(/\.([a-z0-9-]+)\.[0-9a-f]{8}\./, ".$1.00000000.")), "This is about other words than the ladder of this page has"],
    [`${site}${here}#r1.deep-or-broad.1.standard.00000000.x.00000000`, "This link is damaged"],
    [`${site}${here}#nothing-of-ours`, "This is not a link that this app made."],
    [`${site}${here}#v1.${"a".repeat(9_000)}`, "This link is too long"],
  ]) {
    await page.goto("about/");
    await open(page, damaged);
    await expect(head(page), damaged.slice(0, 90)).toHaveText("This link cannot be used");
    await expect(warning(page)).toContainText(words);
    await expect(warning(page)).toContainText("Nothing was changed.");
    expect(await kept(page)).toEqual(before);
  }
  await page.getByRole("link", { name: "To your second views" }).click();
  await expect(part(page, "Ask for a second view")).toBeVisible();
  // Pasted, or as a file.
  const pasted = page.getByLabel(/^What you were sent/);
  for (const [text, words] of [
    ["", "Nothing is pasted yet."], ["Hello", "This is not a link that this app made."], [link, "This link asks for a second view"],
    ["{}", "This is no view that this app saved."], ["x".repeat(9_000), "This link is too long"],
  ]) {
    await pasted.fill(text);
    await button(page, "Open it").click();
    await expect(warning(page)).toContainText(words);
  }
  const file = { format: "ladder-explorer/view", schema: 1, ladder: ladder.id, ladderVersion: ladder.version, levels: [own], marks: {} };
  const choose = (text) => page.getByLabel(/^Or choose the file/).setInputFiles({ name: "a.json", mimeType: "application/json", buffer: Buffer.from(text) });
  for (const [text, words] of [
    ["no JSON", "This is no view that this app saved."],
    [JSON.stringify({ ...file, schema: 9 }), "A newer version of this app made this file (9)."],
    [JSON.stringify({ ...file, marks: { [ids[0]]: { standing: "always", said: [] } } }), `marks["${ids[0]}"]`],
    [JSON.stringify({ ...file, ladder: small.id }), "This is about another ladder"],
    [JSON.stringify({ ...file, marks: { [ids[0]]: { standing: "sometimes", said: ["Other words"] } } }), "This is about other words"],
    [JSON.stringify({ ...file, from: "x".repeat(81) }), "The name in this file is 1 character too long"],
    ["x".repeat(1_100_000), "This file is larger than 1 MiB"],
  ]) {
    await choose(text);
    await expect(warning(page)).toContainText(words);
    await expect(warning(page)).toContainText("Nothing was changed.");
  }
  expect(await kept(page)).toEqual(before);
  await pasted.fill(`Here you are: <${back}>.`);
  await button(page, "Open it").click();
  await expect(head(page), "the same link, undamaged, is taken").toHaveText(/^A second view from/);
});

test("an answer that is too long for a link goes as a file, and its text can be pasted", async ({ page, stranger }) => {
  await keep(page, mine);
  const long = Object.fromEntries(ids.slice(0, 13).map((id, at) => [id, ["Sometimes", `${at} ${"é".repeat(290)}`]]));
  await open(stranger, await asked(page));
  await inList(stranger);
  for (const [id, [words, line]] of Object.entries(long)) await judge(card(stranger, id), words, line);
  await judge(card(stranger, ids[0]), "Sometimes", "x".repeat(301));
  await expect(card(stranger, ids[0]).getByText("1 character too long")).toBeVisible();
  await goOn(stranger);
  await button(stranger, "Make the link to send back").click();
  await expect(warning(stranger)).toContainText("is 1 character too long");
  await button(stranger, "Back to the marks").click();
  await judge(card(stranger, ids[0]), "Sometimes", "short");
  await goOn(stranger);
  await button(stranger, "Make the link to send back").click();
  await expect(warning(stranger)).toContainText("it has more characters than a link may have. Take it as a file instead.");
  const download = stranger.waitForEvent("download");
  await button(stranger, "Save it as a file").click();
  expect((await download).suggestedFilename()).toMatch(/^second-view-\d{4}-\d\d-\d\d\.json$/);
  const text = readFileSync(await (await download).path(), "utf8");
  await button(stranger, "There is no file").click();
  await expect(stranger.getByLabel("The text to copy")).toHaveValue(text);

  await open(page, here);
  await page.getByLabel(/^Or choose the file/).setInputFiles({ name: "a.json", mimeType: "application/json", buffer: Buffer.from(text) });
  await expect(page.locator("main")).toContainText("13 marks of 28, 13 comments");
  await open(page, here);
  await page.getByLabel(/^What you were sent/).fill(text);
  await button(page, "Open it").click();
  await button(page, "Save it and compare").click();
  await expect(row(page, ids[1])).toContainText(long[ids[1]][1]);
});

test("a draft is kept only if asked, is there again after a reload, and goes once it is sent", async ({ page, stranger }) => {
  await keep(page, mine);
  const link = await asked(page, "Ada");
  await open(stranger, link);
  await judge(card(stranger, ids[0]), "Sometimes", "Twice");
  expect(await kept(stranger)).toEqual({});
  const prompt = stranger.waitForEvent("dialog");
  stranger.once("dialog", (dialog) => dialog.dismiss());
  await stranger.close({ runBeforeUnload: true });
  expect((await prompt).type(), "leaving asks first").toBe("beforeunload");
  await stranger.getByLabel("Keep my draft in this browser until I have sent it").check();
  await expect(stranger.getByText("Saved in this browser.")).toBeVisible();
  await card(stranger, ids[0]).getByRole("textbox").fill("Three times");
  // The tab is hidden while somebody types.
  await stranger.evaluate(() => {
    Object.defineProperty(document, "hidden", { value: true, configurable: true });
    document.dispatchEvent(new Event("visibilitychange"));
  });
  await expect.poll(async () => (await records(stranger, "draft")).map(({ marks }) => marks[ids[0]].line)).toEqual(["Three times"]);
  await stranger.reload();
  await alive(stranger);
  await expect(stranger.getByText("This is the draft that you kept here")).toBeVisible();
  await expect(card(stranger, ids[0]).getByRole("radio", { name: "Sometimes" })).toBeChecked();
  await expect(card(stranger, ids[0]).getByRole("textbox")).toHaveValue("Three times");
  await open(stranger, await asked(page, "Eve"));
  await expect(stranger.getByText("This is the draft"), "another request has another draft").toHaveCount(0);
  await open(stranger, link);
  await inList(stranger);
  await goOn(stranger);
  await madeLink(part(stranger, "Send it back"));
  await button(stranger, "I have sent it: delete my draft here").click();
  expect(await kept(stranger)).toEqual({});
  await button(stranger, "Undo").click();
  await expect.poll(async () => (await records(stranger, "draft")).length).toBe(1);
});

test("somebody prepares a talk about someone else: own marks stay, nothing is kept, and it prints whole", async ({ page }) => {
  await keep(page, mine);
  const before = await kept(page);
  await open(page, here);
  await page.getByRole("link", { name: "I’m preparing a talk about someone else" }).click();
  await alive(page);
  await page.getByLabel("Their level").selectOption(target);
  await expect(page.getByText("0 of 14 marked")).toBeVisible();
  const [id] = [...expected([target]).keys()];
  await judge(card(page, id), "Reliably", "The move in spring");
  await page.getByLabel("Another level, if you like").selectOption(own);
  await expect(page.getByText("1 of 28 marked")).toBeVisible();
  await page.emulateMedia({ media: "print" });
  await expect(page.locator(".second-printed:visible").filter({ hasText: "Reliably: The move in spring" })).toHaveCount(1);
  await expect(page.locator(".marking-card:visible")).toHaveCount(28);
  await expect(page.locator("nav, button, input, select, .button").filter({ visible: true })).toHaveCount(0);
  await page.emulateMedia({ media: "screen" });
  await inList(page);
  await goOn(page);
  expect(await madeLink(part(page, "Print it or send it"))).toContain("#v1.");
  expect(await kept(page)).toEqual(before);
});

test("hostile names, lines and notes are only text, on every screen and on paper", async ({ page, stranger, context }) => {
  test.slow();
  const seen = await tripwire(context);
  await keep(page, mine);
  const link = await asked(page, corpus[1]);
  await open(stranger, link);
  await expect(head(stranger)).toHaveText(`${corpus[1]} asks for your view`);
  const lines = Object.fromEntries(ids.slice(0, 14).map((id, at) => [id, ["Sometimes", corpus[at]]]));
  const back = await answered(stranger, link, lines, { name: corpus[3], note: corpus.slice(14).join("\n") });
  await page.goto("about/");
  await open(page, back);
  await expect(head(page)).toHaveText(`A second view from ${corpus[3]}`);
  await button(page, "Save it and compare").click();
  await button(page, "Note what we agreed on").click();
  await judge(row(page, ids[0]), "Reliably", corpus[4]);
  await page.locator("details").evaluateAll((all) => all.forEach((one) => { one.open = true; }));
  for (const at of [0, 1, 2]) await expect(row(page, ids[at])).toContainText(corpus[at]);
  await expect(page.locator(".agenda")).toContainText(corpus[3]);
  await open(page, here);
  await expect(page.locator(".attempt")).toContainText(corpus[3]);
  expect(await intruders(page)).toEqual([]);
  expect(await intruders(stranger)).toEqual([]);
  expect(seen).toEqual({ ran: [], blocked: [] });
});

test("the agenda has strengths, differences, plan and questions on two sheets at most", async ({ page }) => {
  const standings = ["not-yet", "sometimes", "reliably"];
  const marks = Object.assign({}, ...ids.map((id, at) => markOf(id, standings[at % 3], "w".repeat(20).concat(" why ").repeat(20))));
  const theirs = Object.fromEntries(ids.map((id, at) => [id, [standings[(at + (at % 4 ? 1 : 0)) % 3], "A line of some length. ".repeat(13).trim()]]));
  const plan = Object.assign({}, ...[1, 2, 3].map((number) => ({
    [keyOf("plan", `p-${number}`)]: JSON.stringify({ schema: 1, id: `p-${number}`, mark: ids[0], aim: `Aim ${number} ${"of the quarter ".repeat(12)}`, firstStep: "Ask Kim", by: "2026-12-24", state: "open", quarter: "2026-Q4", created: number, changed: number }),
  })));
  await keep(page, { ...aim, ...marks, ...viewOf(theirs), ...plan });
  await open(page, `${here}?view=${viewId}`);
  for (const format of ["A4", "Letter"]) {
    const pdf = (await page.pdf({ format, margin: { top: "12mm", bottom: "12mm", left: "12mm", right: "12mm" } })).toString("latin1");
    expect(pdf.match(/\/Type\s*\/Page\b/g).length, format).toBeLessThanOrEqual(2);
  }
  await page.emulateMedia({ media: "print" });
  const agenda = page.locator(".agenda");
  for (const words of ["1. Strengths you both see", "2. Where you differ", "3. Where you both see room", "4. The plan", "Aim 3", "The engineer may ask", "The manager may ask"]) await expect(agenda.getByText(words).first()).toBeVisible();
  await expect(page.locator("nav, button, input, select, .button, .beside-row").filter({ visible: true })).toHaveCount(0);
});

test("two tabs note what was agreed on in one check-in, and neither loses what the other wrote", async ({ page, context }) => {
  await keep(page, { ...mine, ...viewOf({ [ids[0]]: ["reliably", ""], [ids[2]]: ["not-yet", ""] }) });
  const other = await context.newPage();
  for (const tab of [page, other]) {
    await open(tab, `${here}?view=${viewId}`);
    await button(tab, "Note what we agreed on").click();
  }
  await judge(row(page, ids[0]), "Sometimes", "One");
  await expect(row(other, ids[0]).getByRole("textbox")).toHaveValue("One");
  await judge(row(other, ids[2]), "Sometimes", "Two");
  await judge(row(page, ids[0]), "Reliably");
  await expect(row(other, ids[0]).getByRole("radio", { name: "Reliably" })).toBeChecked();
  const [one, ...others] = await records(page, "check-in");
  expect(others).toEqual([]);
  expect(one.agreed).toEqual({ [ids[0]]: { standing: "reliably", why: "One" }, [ids[2]]: { standing: "sometimes", why: "Two" } });
});

test("without storage a view can still be read beside one’s marks, and answered", async ({ page, stranger }) => {
  await refuseStorage(stranger);
  await keep(page, mine);
  const link = await asked(page);
  await open(stranger, link);
  await expect(stranger.getByLabel("Keep my draft in this browser until I have sent it")).toHaveCount(0);
  const back = await answered(stranger, link, { [ids[0]]: ["Sometimes", "Seen"] });
  await stranger.goto("about/");
  await open(stranger, back);
  await button(stranger, "Save it and compare").click();
  await expect(stranger.getByText("Only the other person marked (1)")).toBeVisible();
});

test("in a locked journal a view, a draft and what was agreed on are encrypted", async ({ page }) => {
  test.slow();
  await keep(page, { ...mine, ...viewOf({ [ids[0]]: ["reliably", "Seen in May"] }) });
  await lockJournal(page);
  await open(page, `${here}?view=${viewId}`);
  await button(page, "Note what we agreed on").click();
  await judge(row(page, ids[0]), "Sometimes", "Halfway");
  await open(page, `${here}?for=other`);
  await page.getByLabel("Their level").selectOption(own);
  await judge(card(page, ids[0]), "Sometimes", "About another");
  await page.getByLabel("Keep my draft in this browser until I have sent it").check();
  await expect(page.getByText("Saved in this browser.")).toBeVisible();
  const texts = JSON.stringify(await kept(page));
  for (const words of ["Seen in May", "Halfway", "About another", "Grace"]) expect(texts).not.toContain(words);
  await open(page, `${here}?view=${viewId}`);
  await expect(row(page, ids[0]).getByRole("textbox")).toHaveValue("Halfway");
});

test("every screen is accessible, fits 320 px and has targets to touch", async ({ page, stranger }) => {
  test.slow();
  await keep(page, { ...mine, ...viewOf({ [ids[0]]: ["reliably", "w".repeat(300)], [ids[1]]: ["reliably", ""], [ids[7]]: ["sometimes", ""] }, { from: "w".repeat(80) }) });
  const link = await asked(page, "w".repeat(80));
  await page.setViewportSize({ width: 320, height: 700 });
  const check = async (one, what) => {
    expect(await overflow(one), what).toEqual([]);
    expect(await unfair(one), what).toEqual([]);
    expect(await smallTargets(one), what).toEqual([]);
  };
  await open(page, here);
  await check(page, "home");
  await open(page, `${here}?view=${viewId}`);
  await button(page, "Note what we agreed on").click();
  await page.locator("details").evaluateAll((all) => all.forEach((one) => { one.open = true; }));
  await check(page, "side by side");
  await stranger.setViewportSize({ width: 320, height: 700 });
  await open(stranger, link);
  await judge(card(stranger, ids[0]), "Sometimes", "x".repeat(301));
  await check(stranger, "asked");
  await inList(stranger);
  await goOn(stranger);
  await check(stranger, "sending");
});
