// The Studio: a ladder from files, corrected, looked at, and taken along as a file and as a site.
import { mkdtempSync, readFileSync, readdirSync, rmSync } from "node:fs";
import { execFileSync } from "node:child_process";
import { tmpdir } from "node:os";
import { join, relative } from "node:path";
import { fileURLToPath } from "node:url";
import { alive, expect, kept, open, test } from "./app.mjs";
import { content } from "./content.mjs";
import { overflow, smallTargets, unfair } from "./faults.mjs";
import { FRAME, follow, invalid } from "./files.mjs";
import { serve } from "./serve.mjs";
import { answer, begin } from "./steps.mjs";
import { prefix, refuseStorage } from "./storage.mjs";

test.use({ contextOptions: { reducedMotion: "reduce" } });

const here = "studio/";
const key = `${prefix}draft/studio`;
const small = content("small-company.json");
const sheet = [
  "Group,Competency,Junior,Senior,Staff",
  "Craft,Testing,Writes tests for own changes,Decides what is worth a test,Sets what all teams test",
  "Craft,Design,,\"Plans a change before it begins\nWrites down what was left out\",Shapes how services meet",
  "People,Feedback,Asks for it,Gives it early,Teaches others to give it",
].join("\n");
const file = (name, text) => ({ name, mimeType: "text/plain", buffer: Buffer.from(text) });
const draft = async (page) => JSON.parse((await kept(page))[key] ?? "{}").draft;
const bar = (page) => page.locator(".studio-bar");
const fields = (page) => page.locator(".studio-table").filter({ has: page.getByRole("columnheader", { name: "Height" }) });

async function opened(page, name = small.name) {
  await open(page, here);
  await page.getByRole("button", { name, exact: true }).click();
  await expect(page.getByLabel("Name", { exact: true })).toHaveValue(small.name);
}

/** Reads the sheet. */
async function read(page, text = sheet) {
  await open(page, here);
  await page.getByLabel(/^Choose one file/).setInputFiles(file("ours.csv", text));
  await expect(page.getByRole("heading", { name: "What was read" })).toBeVisible();
}

test("a sheet is read, its guesses are confirmed, and it is there after a reload", async ({ page }) => {
  await read(page);
  await expect(page.getByText(/From ours\.csv: 3 levels, 3 competencies/)).toBeVisible();
  await expect(page.locator("#report-head")).toBeFocused();
  await page.getByRole("button", { name: "Use these answers" }).click();
  await expect(page.getByText("Nothing is left to confirm.")).toBeVisible();
  await expect(page.locator("section[aria-labelledby=report-head]")).toContainText("Read again with your answers.");
  await expect(page.locator("#report-head")).toBeInViewport();
  await expect(bar(page)).toContainText("Read again with your answers.");
  await expect(page.getByText("It can be shown. 1 cell is still empty.")).toBeVisible();
  await page.locator("#checks-head ~ ul button").click();
  await expect(page.getByRole("heading", { name: "Design · Junior" })).toBeVisible();
  await expect(page.getByLabel("Headline, in a few words")).toBeFocused();
  await expect.poll(async () => (await draft(page))?.levels.map(({ title }) => title)).toEqual(["Junior", "Senior", "Staff"]);
  expect((await draft(page)).competencies.find(({ name }) => name === "Design").cells).toMatchObject({ senior: { items: ["Plans a change before it begins", "Writes down what was left out"] } });
  await page.reload();
  await alive(page);
  await expect(page.getByLabel("Title of level 1")).toHaveValue("Junior");
});

test("a guess is answered in words, and one press takes all answers, changed or not", async ({ page }) => {
  await read(page);
  const guesses = page.locator(".studio-guesses > li");
  const order = guesses.getByRole("radio", { name: "As in the files: Junior, Senior, Staff" });
  await expect(order).toBeChecked();
  await order.focus();
  await page.keyboard.press("ArrowDown");
  await expect(page.getByRole("radio", { name: "The other way round: Staff, Senior, Junior" })).toBeChecked();
  await expect(guesses.getByRole("combobox", { name: /^How is the table in ours\.csv laid out\?/ }).locator("option:checked")).toHaveText("Each column is a level, each row a competency");
  await page.getByLabel(/^What is the ladder called\?/).fill("Our levels");
  await page.getByLabel(/^Which language/).selectOption("German");
  await page.getByRole("button", { name: "Use these answers" }).click();
  await expect(page.getByText("Nothing is left to confirm.")).toBeVisible();
  await expect(page.getByLabel("Name", { exact: true })).toHaveValue("Our levels");
  await expect(page.getByLabel(/^Language/)).toHaveValue("de");
  await expect(page.getByLabel("Title of level 1")).toHaveValue("Staff");
});

test("a text that is still being typed is there after a reload, as one step to undo", async ({ page }) => {
  await opened(page);
  const name = page.getByLabel("Name", { exact: true });
  await name.click();
  await page.keyboard.press("ControlOrMeta+A");
  await page.keyboard.type("Typed, not left");
  await page.reload();
  await alive(page);
  await expect(name).toHaveValue("Typed, not left");
  await page.getByRole("button", { name: /^Craft, 1:/ }).click();
  await page.getByLabel("Text", { exact: true }).click();
  await page.keyboard.press("ControlOrMeta+A");
  await page.keyboard.type("Typed in a cell");
  await page.keyboard.press("Tab");
  await page.getByRole("button", { name: /^Undo/ }).click();
  await expect(page.getByLabel("Text", { exact: true })).not.toHaveValue("Typed in a cell");
  await expect(page.getByRole("button", { name: /^Undo/ })).toBeDisabled();
  await page.getByLabel("Text", { exact: true }).fill("Typed in a cell");
  await page.reload();
  await alive(page);
  await page.getByRole("button", { name: /^Craft, 1:/ }).click();
  await expect(page.getByLabel("Text", { exact: true })).toHaveValue("Typed in a cell");
});

test("after a reload it says what was read, which answers are not confirmed, and what was left out", async ({ page }) => {
  await open(page, here);
  await page.getByLabel(/^Choose one file/).setInputFiles(fileURLToPath(new URL("../fixtures/import/topics.yml", import.meta.url)));
  const part = page.locator("section[aria-labelledby=report-head]");
  await expect(part).toContainText("the file says 4 levels, and has 3");
  const count = await page.locator(".studio-guesses > li").count();
  expect(count).toBeGreaterThan(1);
  await page.getByLabel("Title of level 1").fill("Starter");
  await page.reload();
  await alive(page);
  await expect(page.getByLabel("Title of level 1")).toHaveValue("Starter");
  await expect(part).toContainText("From topics.yml: 3 levels");
  await expect(part).toContainText(`${count} answers were guessed and not confirmed.`);
  await expect(part).toContainText("As in the files: Level 1, Level 2, Level 3");
  await expect(part).toContainText("choose the files again");
  await expect(part.getByRole("button", { name: "Use these answers" })).toHaveCount(0);
  await expect(part).toContainText("the file says 4 levels, and has 3");
  await page.locator("details.studio-begin > summary").click();
  await page.getByRole("button", { name: "From nothing" }).click();
  await expect(part).toHaveCount(0);
});

test("a cell says which level it equals; that, and “nothing is expected”, are taken back; Escape closes it", async ({ page }) => {
  await read(page);
  const cell = (told) => page.getByRole("button", { name: `Testing, Senior: ${told}` });
  const text = page.getByLabel("Text", { exact: true });
  const same = page.locator("#cell-same");
  await cell("written").click();
  await expect(text).toHaveValue("Decides what is worth a test");
  await same.selectOption("Staff");
  await expect(cell("the same as at another level")).toBeVisible();
  await expect(same).toBeFocused();
  await page.getByLabel("Nothing is expected here").check();
  await expect(cell("nothing expected")).toBeVisible();
  await page.getByLabel("Nothing is expected here").uncheck();
  await expect(same.locator("option:checked")).toHaveText("Staff");
  await page.keyboard.press("Escape");
  await expect(page.locator(".studio-editor")).toHaveCount(0);
  await expect(cell("the same as at another level")).toBeFocused();
  await page.keyboard.press("Enter");
  await expect(same.locator("option:checked")).toHaveText("Staff");
  await text.fill("Its own text");
  await page.keyboard.press("Escape");
  await expect(cell("written")).toBeFocused();
  await page.keyboard.press("Enter");
  await same.selectOption("Staff");
  await same.selectOption("No other level");
  await expect(text).toHaveValue("Its own text");
});

test("a competency is described", async ({ page }) => {
  await opened(page);
  await page.getByLabel("Description of competency 1").fill("What good work is made of.");
  await page.keyboard.press("Tab");
  await expect.poll(async () => (await draft(page))?.competencies[0].about).toBe("What good work is made of.");
});

for (const [name, told] of [["topics.yml", "3 levels, 2 competencies"], ["points.json", "2 levels, 1 competency"]]) {
  test(`data of another ladder tool is read: ${name}`, async ({ page }) => {
    await open(page, here);
    await page.getByLabel(/^Choose one file/).setInputFiles(fileURLToPath(new URL(`../fixtures/import/${name}`, import.meta.url)));
    await expect(page.getByText(`From ${name}: ${told}`)).toBeVisible();
    await expect(page.getByLabel("Title of level 1")).toBeVisible();
  });
}

test("while its program is loaded the page says that it reads; if that fails, what to do, and a second time it works", async ({ page, context, watch }) => {
  watch.expected.push(/Failed to load resource/);
  await open(page, here);
  await context.route(/builder[^/]*\.wasm$/, async (route) => {
    await new Promise((done) => setTimeout(done, 800));
    await route.abort();
  });
  const field = page.getByLabel(/^Choose one file/);
  await field.setInputFiles(file("ours.csv", sheet));
  await expect(page.getByRole("status").filter({ hasText: "Reading …" })).toBeVisible();
  await expect(page.getByRole("alert").filter({ visible: true })).toContainText("Nothing was read");
  await expect(page.getByRole("alert").filter({ visible: true })).toContainText("Look at your connection, and try again.");
  await expect(page.getByText("Reading …")).toHaveCount(0);
  await context.unroute(/builder[^/]*\.wasm$/);
  await field.setInputFiles(file("again.csv", sheet));
  await expect(page.getByText(/^From again\.csv: 3 levels/)).toBeVisible();
  await expect(page.getByRole("alert").filter({ visible: true })).toHaveCount(0);
});

test("offline it says what to do, and the same file chosen again online is read", async ({ page, context, watch }) => {
  watch.expected.push(/Failed to load resource/, /ERR_INTERNET_DISCONNECTED/);
  await open(page, here);
  await context.setOffline(true);
  const field = page.getByLabel(/^Choose one file/);
  const chosen = fileURLToPath(new URL("../fixtures/import/topics.yml", import.meta.url));
  for (let time = 0; time < 2; time += 1) {
    await field.setInputFiles(chosen);
    await expect(page.getByRole("alert").filter({ visible: true })).toContainText("Look at your connection, and try again.");
  }
  await context.setOffline(false);
  await field.setInputFiles(chosen);
  await expect(page.getByText("From topics.yml: 3 levels")).toBeVisible();
  await expect(page.getByRole("alert").filter({ visible: true })).toHaveCount(0);
});

test("a table from the clipboard is read as it is pasted", async ({ page }) => {
  await open(page, here);
  const rows = sheet.split("\n").slice(0, 2).map((row) => `<tr>${row.split(",").map((cell) => `<td>${cell}</td>`).join("")}</tr>`);
  await page.getByLabel("Paste here").evaluate((field, html) => {
    const data = new DataTransfer();
    data.setData("text/html", html);
    data.setData("text/plain", "no");
    field.focus();
    field.dispatchEvent(new ClipboardEvent("paste", { clipboardData: data, bubbles: true, cancelable: true }));
  }, `<table>${rows.join("")}</table><img src=x onerror=alert(1)>`);
  await expect(page.getByText(/From what you pasted: 3 levels, 1 competency/)).toBeVisible();
});

test("names, heights, tracks and cells are corrected by keyboard, and every step is undone", async ({ page }) => {
  await opened(page);
  const before = await page.getByLabel("Title of level 1").inputValue();
  await page.getByLabel("Title of level 1").fill("Starter");
  await page.keyboard.press("Tab");
  await expect(page.getByLabel("Code of level 1")).toBeFocused();
  await expect(bar(page)).toContainText("The title of a level was changed.");
  await page.getByLabel("Height of level 2").fill("9");
  await page.keyboard.press("Tab");
  await expect(page.getByText(/keeps? this ladder from being shown\.$/)).toBeVisible();
  await page.locator("#checks-head ~ ul button").first().click();
  await expect(fields(page).locator(":focus")).toHaveCount(1);
  await page.getByRole("button", { name: "Move down: Starter" }).focus();
  await page.keyboard.press("Enter");
  await expect(page.getByLabel("Title of level 2")).toHaveValue("Starter");
  await expect(page.getByRole("button", { name: "Move down: Starter" })).toBeFocused();
  await page.getByRole("button", { name: /^Craft, 1:/ }).click();
  await page.getByLabel("Headline, in a few words").fill("A new headline");
  await page.keyboard.press("Tab");
  await expect(page.getByLabel("Text", { exact: true })).toBeFocused();
  const undo = page.getByRole("button", { name: /^Undo/ });
  for (let left = 4; left > 0; left -= 1) await undo.click();
  await expect(undo).toBeDisabled();
  await expect(page.getByLabel("Title of level 1")).toHaveValue(before);
  await expect(page.getByLabel("Height of level 2")).toHaveValue("2");
  await page.getByRole("button", { name: /^Redo/ }).click();
  await expect(page.getByLabel("Title of level 1")).toHaveValue("Starter");
});

test("from nothing: a track, two levels and a competency make a ladder that can be shown", async ({ page }) => {
  await open(page, here);
  await page.getByRole("button", { name: "From nothing" }).click();
  await expect(page.locator("#checks-head ~ ul li").first()).toBeVisible();
  for (const [label, words] of [["New track", "Engineer"], ["New level", "Junior"], ["New level", "Senior"], ["New competency", "Testing"]]) {
    await page.getByLabel(label).fill(words);
    await page.keyboard.press("Enter");
  }
  for (const level of ["Junior", "Senior"]) {
    await page.getByRole("button", { name: `Testing, ${level}: nothing written yet` }).click();
    await page.getByLabel("Text", { exact: true }).fill(`What ${level} does`);
    await page.keyboard.press("Tab");
  }
  await expect(page.getByText("Nothing is in the way: this ladder can be shown.")).toBeVisible();
});

test("what cannot be read is refused in sentences, and what was open stays", async ({ page }) => {
  await opened(page);
  for (const [name, text] of [["broken.json", "{"], ["empty.csv", ""], ["torn.csv", "a,b\n\"open"], ["torn.yml", "a: *b"]]) {
    await page.locator("details.studio-begin > summary").click();
    await page.getByLabel(/^Choose one file/).setInputFiles(file(name, text));
    const alert = page.getByRole("alert").filter({ visible: true });
    await expect(alert.first()).toContainText(name);
    await expect(page.getByLabel("Name", { exact: true })).toHaveValue(small.name);
    await page.locator("details.studio-begin").evaluate((fold) => { fold.open = false; });
  }
});

test("hostile text stays text, and nothing is asked of the network", async ({ page }) => {
  await open(page, here);
  // Once the field has the focus, the page loads what reads the file. Then nothing more.
  const loaded = page.waitForResponse(/builder[^/]*\.wasm$/);
  await page.getByLabel(/^Choose one file/).focus();
  await (await loaded).finished();
  const asked = [];
  page.on("request", (request) => asked.push(request.url()));
  const hostile = "<img src=https://example.org/x onerror=alert(1)>";
  await page.getByLabel(/^Choose one file/).setInputFiles(file("ours.csv", `Competency,Junior,Senior\n"${hostile}",${hostile},<script>alert(2)</script>x`));
  await expect(page.getByRole("heading", { name: "What was read" })).toBeVisible();
  await expect(page.locator("main img, main script:not([type='application/json'])")).toHaveCount(0);
  expect(asked.filter((url) => !url.startsWith("blob:"))).toEqual([]);
});

test("the draft is deleted and brought back; two tabs do not overwrite each other", async ({ page, context }) => {
  await opened(page);
  await page.getByLabel("Name", { exact: true }).fill("Mine");
  await page.keyboard.press("Tab");
  await expect.poll(async () => (await draft(page))?.name).toBe("Mine");
  const other = await context.newPage();
  await open(other, here);
  await other.getByLabel("Name", { exact: true }).fill("Of the other tab");
  await other.keyboard.press("Tab");
  await expect(page.getByText("Another tab changed this draft.")).toBeVisible();
  await expect(page.getByText("Saved in this browser.")).toHaveCount(0);
  await page.getByRole("button", { name: "Take the other one" }).click();
  await expect(page.getByLabel("Name", { exact: true })).toHaveValue("Of the other tab");
  await other.close();
  await page.getByRole("button", { name: "Show my pages" }).click();
  await expect(page.frameLocator("#studio-frame").getByRole("heading", { level: 1 })).toBeVisible();
  await page.getByRole("button", { name: "Delete this draft" }).press("Enter");
  await expect(page.getByLabel("Name", { exact: true })).toHaveCount(0);
  expect((await kept(page))[key]).toBeUndefined();
  await page.locator("#undo").click();
  await expect(page.getByLabel("Name", { exact: true })).toHaveValue("Of the other tab");
  // All parts of the page work on.
  await page.getByRole("button", { name: /^Craft, 1:/ }).click();
  await expect(page.getByLabel("Headline, in a few words")).toBeFocused();
  await page.getByRole("button", { name: "Show my pages" }).click();
  await expect(page.frameLocator("#studio-frame").getByRole("heading", { level: 1 })).toBeVisible();
});

test("without storage the Studio works, and says that nothing is kept", async ({ page }) => {
  await refuseStorage(page);
  await opened(page);
  await page.getByLabel("Name", { exact: true }).fill("Mine");
  await page.keyboard.press("Tab");
  await expect(bar(page)).toContainText("This browser refuses storage");
});

test("the ladder is saved as a file that is read again as it was", async ({ page }) => {
  await opened(page);
  const [download] = await Promise.all([page.waitForEvent("download"), page.getByRole("button", { name: "Save the ladder as a file" }).click()]);
  expect(download.suggestedFilename()).toBe(`${small.id}.json`);
  const saved = JSON.parse(readFileSync(await download.path(), "utf8"));
  expect(saved.levels.map(({ id }) => id)).toEqual(small.levels.map(({ id }) => id));
  await page.locator("details.studio-begin > summary").click();
  await page.getByLabel(/^Choose one file/).setInputFiles(await download.path());
  await expect(page.getByText("Nothing is left to confirm.")).toBeVisible();
});

test("pages of the draft are shown in a frame that can do nothing, and follow each edit", async ({ page }) => {
  await opened(page);
  await page.getByRole("button", { name: "Show my pages" }).click();
  const frame = page.frameLocator("#studio-frame");
  await expect(frame.getByRole("heading", { level: 1 })).toBeVisible();
  await page.getByRole("button", { name: "All levels", exact: true }).click();
  await expect(frame.getByText("Junior Engineer").first()).toBeVisible();
  await page.getByLabel("Title of level 1").fill("Starter");
  await page.keyboard.press("Tab");
  await expect(frame.getByText("Starter").first()).toBeVisible();
  await frame.getByRole("link", { name: /Starter/ }).first().click();
  await expect(frame.getByRole("heading", { level: 1, name: /Starter/ })).toBeVisible();
  expect(await page.locator("#studio-frame").getAttribute("sandbox")).toBe("allow-scripts");
  await page.getByLabel("Height of level 2").fill("99");
  await page.keyboard.press("Tab");
  await expect(page.getByText(/keep(s)? the ladder from being shown; see Checks/)).toBeVisible();
});

/** What is wrong with the pages of an unpacked site: as HTML, in their policy, in their links. */
async function faultsOf(folder) {
  const entries = readdirSync(folder, { recursive: true, withFileTypes: true });
  const files = new Set(entries.filter((entry) => entry.isFile()).map((entry) => relative(folder, join(entry.parentPath ?? entry.path, entry.name))));
  const faults = [];
  for (const file of [...files].filter((name) => name.endsWith(".html") && name !== FRAME)) {
    const html = readFileSync(join(folder, file), "utf8");
    if (!html.includes('http-equiv="Content-Security-Policy"')) faults.push(`${file}: no policy`);
    if (!html.includes('http-equiv="refresh"')) faults.push(...(await invalid(html, file)));
    for (const [, link] of html.matchAll(/<(?:a|link|script|img)\b[^>]*? (?:href|src)="([^"]*)"/g)) {
      const to = follow(link, file);
      if (to.outside || (to.file !== undefined && !files.has(to.file))) faults.push(`${file}: ${link} leads nowhere`);
    }
  }
  return faults;
}

test("the whole site is made in the browser, and works where it is unpacked", async ({ page, browser }) => {
  test.slow();
  await opened(page);
  await expect(page.getByText("This id is that of a ladder of this site.")).toBeVisible();
  await page.getByLabel(/^Id:/).fill("acme-ladder");
  await page.keyboard.press("Tab");
  await page.getByRole("button", { name: "Make the site" }).press("Enter");
  await expect(page.getByText(/^It has \d+ pages, in an archive of about [\d.]+ MB\.$/)).toBeVisible({ timeout: 30_000 });
  await expect(page.getByRole("button", { name: /^Make it: [\d.]+ MB$/ })).toBeFocused();
  const [download] = await Promise.all([page.waitForEvent("download"), page.keyboard.press("Enter")]);
  await expect(page.getByText(/^Done: [\d.]+ MB\. acme-ladder\.zip is among your downloads\./)).toBeFocused();
  await expect(page.getByRole("link", { name: "how to do that" })).toHaveAttribute("href", /own-ladder\/#host$/);
  const folder = mkdtempSync(join(tmpdir(), "studio-"));
  try {
    const archive = join(folder, "site.zip");
    await download.saveAs(archive);
    execFileSync("python3", ["-m", "zipfile", "-e", archive, join(folder, "site")]);
    expect(readdirSync(join(folder, "site"))).toEqual(expect.arrayContaining(["index.html", "404.html", "levels", "studio"]));
    const server = await serve("/deep/path/", 0, `${join(folder, "site")}/`);
    const visitor = await browser.newPage();
    const errors = [];
    visitor.on("pageerror", (error) => errors.push(error.message));
    visitor.on("console", (message) => message.type() === "error" && errors.push(message.text()));
    const root = `http://127.0.0.1:${server.address().port}/deep/path/`;
    for (const path of ["", "matrix/", "levels/e1/", "quiz/", "growth/", "search/?q=craft", "studio/"]) {
      await visitor.goto(`${root}${path}`);
      await expect(visitor.locator("html")).toHaveAttribute("data-alive", "");
    }
    await visitor.goto(`${root}search/?q=craft`);
    await expect(visitor.getByRole("link", { name: /Craft/ }).first()).toBeVisible();
    await visitor.goto(`${root}quiz/`);
    await begin(visitor);
    await answer(visitor, "deep", 1, 2);
    await visitor.goto(`${root}growth/`);
    await visitor.getByLabel("My level").selectOption({ index: 1 });
    await visitor.getByLabel("The level I aim for").selectOption({ index: 2 });
    await expect(visitor.getByRole("link", { name: "Start marking" })).toBeVisible();
    const names = await visitor.evaluate(() => Object.keys(localStorage));
    for (const kind of ["attempt", "draft/aim"]) expect(names.some((name) => name.startsWith(`ladder-explorer/v2/acme-ladder/${kind}`)), kind).toBe(true);
    expect(errors).toEqual([]);
    for (const path of ["", "levels/e1/", "growth/"]) {
      await visitor.goto(`${root}${path}`);
      await alive(visitor);
      expect(await unfair(visitor), path).toEqual([]);
    }
    expect(await faultsOf(join(folder, "site"))).toEqual([]);
    await visitor.close();
    server.close();
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
});

test("a site that is being made is stopped by Cancel, and can be made again", async ({ page }) => {
  await opened(page);
  await page.getByLabel(/^Id:/).fill("acme-ladder");
  await page.keyboard.press("Tab");
  await page.getByRole("button", { name: "Make the site" }).click();
  await page.getByRole("button", { name: /^Make it:/ }).click({ timeout: 30_000 });
  await page.getByRole("button", { name: "Cancel" }).click();
  await expect(page.getByRole("button", { name: "Make the site" })).toBeFocused();
  await expect(page.getByLabel("Name", { exact: true })).toHaveValue(small.name);
});

for (const width of [320, 375, 1280]) {
  test(`at ${width} px it is fair to read and to use`, async ({ page }) => {
    await page.setViewportSize({ width, height: 900 });
    await read(page);
    await page.getByRole("button", { name: /^Testing, Junior/ }).click();
    expect(await overflow(page)).toEqual([]);
    expect(await unfair(page)).toEqual([]);
    if (width === 375) expect(await smallTargets(page)).toEqual([]);
  });
}

test("the pictures of the guide are there, in the sizes that the page keeps free for them", async ({ page }) => {
  await open(page, "own-ladder/");
  for (const picture of await page.locator("img").all()) {
    await picture.scrollIntoViewIfNeeded();
    await expect.poll(() => picture.evaluate((one) => [one.naturalWidth, one.naturalHeight].join())).toBe([await picture.getAttribute("width"), await picture.getAttribute("height")].join());
    expect(await picture.getAttribute("alt")).toMatch(/.{40}/);
  }
});
