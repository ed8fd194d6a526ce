// A site with several ladders: the default one at the root, each other one under its id, with pages,
// search and records of its own.
import { expect, keep, kept, ladder, ladders, open, test } from "./app.mjs";
import { siteId } from "./content.mjs";
import { button, entry, journal, line } from "./keeping.mjs";

const other = ladders[1];
const root = `${other.id}/`;
const named = (one) => one.short ?? one.name;
const own = other.levels.find(({ tracks }) => tracks.length === 1);
const shared = other.levels.find(({ tracks }) => tracks.length > 1);
const item = other.competencies.find(({ cells }) => cells[own.id]?.items);

test("the switch leads to each ladder, and says which one is shown @root", async ({ page }) => {
  await open(page, "");
  const choice = page.getByRole("navigation", { name: "Ladders" });
  await expect(choice.getByRole("link")).toHaveText(ladders.map(named));
  await expect(choice.locator("[aria-current]")).toHaveText(named(ladder));
  await choice.getByRole("link", { name: named(other) }).click();
  await expect(page).toHaveURL(new RegExp(`/${root}$`));
  await expect(page.getByRole("heading", { level: 1 })).toHaveText(other.headline ?? other.name);
  await expect(choice.locator("[aria-current]")).toHaveText(named(other));
  await choice.getByRole("link", { name: named(ladder) }).click();
  await expect(page.getByRole("heading", { level: 1 })).toHaveText(ladder.headline ?? ladder.name);
});

test("the first page shows every level, a shared one once for all its tracks", async ({ page }) => {
  await open(page, root);
  const table = page.getByRole("table", { name: "Levels by number and track" });
  for (const { code, id } of other.levels) await expect(table.locator(`a[href$="levels/${id}/"]`)).toContainText(code);
  await expect(table.locator("td", { has: page.locator(`a[href$="levels/${shared.id}/"]`) })).toHaveAttribute("colspan", String(shared.tracks.length));
});

test("links within it stay within it; the quiz and what is saved are the site’s", async ({ page, site }) => {
  await open(page, `${root}levels/${own.id}/`);
  const links = await page.locator("main a[href]").evaluateAll((all) => all.map(({ href }) => href));
  const inside = links.filter((href) => href.startsWith(site + root));
  const outside = links.filter((href) => href.startsWith(site) && !href.startsWith(site + root));
  expect(inside.length).toBeGreaterThan(10);
  expect(outside.map((href) => href.slice(site.length)).filter((path) => !/^(quiz|link)\//.test(path))).toEqual([]);
  await page.getByRole("link", { name: "My data" }).click();
  await expect(page).toHaveURL(`${site}data/`);
});

test("an expectation shows its list with examples, and why a level expects nothing", async ({ page }) => {
  await open(page, `${root}levels/${own.id}/${item.id}/`);
  const cell = item.cells[own.id];
  const texts = cell.items.map((one) => one.text ?? one);
  for (const text of texts) await expect(page.getByRole("main")).toContainText(text);
  const absent = other.competencies.flatMap(({ id, cells }) => Object.entries(cells).filter(([, { none }]) => none === "expected").map(([level]) => [id, level]))[0];
  await open(page, `${root}levels/${absent[1]}/`);
  await expect(page.locator(`#${absent[0]}`)).toContainText("Not expected here");
});

test("its search finds its own expectations and nothing of the others", async ({ page, site }) => {
  await open(page, `${root}search/`);
  await expect(page.locator("html[data-finds]")).toBeAttached();
  await page.getByRole("searchbox").fill(`${own.code} ${item.name}`);
  const first = page.locator(".search-found a").first();
  await expect(first).toHaveAttribute("href", new RegExp(`${root}levels/${own.id}/${item.id}/$`));
  const hrefs = await page.locator(".search-found a").evaluateAll((all) => all.map(({ href }) => href));
  expect(hrefs.filter((href) => !href.startsWith(site + root))).toEqual([]);
});

test("evidence for it, and notes of an older case for it, are records of its own", async ({ page }) => {
  const key = `ladder-explorer/v2/${siteId}/case/${other.id}/case`;
  await keep(page, { [key]: JSON.stringify({ schema: 1, notes: { [item.id]: "a note for this ladder" }, passport: {}, changed: 1.72e12 }) });
  await open(page, journal);
  await expect(line(page)).toBeVisible();
  await expect(page.getByText("You have notes")).toHaveCount(0);
  await open(page, root + journal);
  await button(page, "Make them entries").click();
  await expect(entry(page, "a note for this ladder")).toBeVisible();
  const stored = Object.keys(await kept(page)).filter((one) => one !== key);
  expect(stored).toEqual([expect.stringMatching(new RegExp(`^ladder-explorer/v2/${siteId}/evidence/${other.id}/`))]);
  await open(page, journal);
  await expect(line(page)).toBeVisible();
  await expect(page.locator(".entry")).toHaveCount(0);
});

test("two of its levels compare by their names, and a misspelt address of it leads on", async ({ page, site, watch }) => {
  watch.expected.push(/404/);
  const [from, to] = other.levels.slice(-2);
  await open(page, `${root}compare/?a=${from.code.toUpperCase()}&b=${to.id}`);
  await expect(page).toHaveURL(`${site}${root}compare/${from.id}/${to.id}/`);
  await page.goto(`${root}Levels/${own.code}`);
  await expect(page).toHaveURL(`${site}${root}levels/${own.id}/`);
});
