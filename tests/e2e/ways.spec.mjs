// The current location and where to go from there: breadcrumbs, neighbours, the next step.
import { readFileSync } from "node:fs";
import { expect, ladder, routes, test, within } from "./app.mjs";
import { dist } from "./serve.mjs";

const codes = ladder.levels.map(({ code }) => code);
const level = (code) => `levels/${code.toLowerCase()}/`;
const html = (route) => readFileSync(`${dist}${route}index.html`, "utf8");
const here = (page) => page.getByRole("navigation", { name: "You are here" });

test.describe("breadcrumbs", () => {
  test("stand on each kind of page that has one above, lead up, and name the page", async ({ page }) => {
    for (const [path, names, paths] of [
      ["levels/l7/", ["Levels"], ["levels/"]],
      ["levels/l7/risk/", ["Levels", "L7"], ["levels/", "levels/l7/"]],
      ["competencies/risk/", ["Competencies"], ["competencies/"]],
      ["compare/t5/l6/", ["Compare"], ["compare/"]],
      ["guide/switching/", ["Guide"], ["guide/"]],
    ]) {
      await page.goto(path);
      await expect(here(page).getByRole("link")).toHaveText(names);
      await expect(here(page).locator("[aria-current=page]")).toHaveText(/\w/);
      for (const [at, target] of paths.entries()) {
        await page.goto(path);
        await here(page).getByRole("link").nth(at).click();
        await expect(page).toHaveURL(new RegExp(`/${target}$`));
      }
    }
  });

  test("stand on every page that lies below another", () => {
    const below = routes.filter((route) => within(route).split("/").length > 2);
    expect(below.length).toBeGreaterThan(400);
    for (const route of below) expect(html(route), route).toContain('aria-label="You are here"');
  });
});

test("every level leads to the one below and the one above, and the trunk to both tracks", async ({ page }) => {
  const next = (page) => page.getByRole("navigation", { name: "Neighbouring levels" });
  for (const code of codes) {
    await page.goto(level(code));
    const [track, rung] = [code[0], Number(code[1])];
    const below = rung === 1 ? [] : [track === "L" && rung > 5 ? `L${rung - 1}` : `T${rung - 1}`];
    const above = rung === 9 ? [] : rung === 4 ? ["T5", "L5"] : [`${track}${rung + 1}`];
    const beside = rung < 5 ? [] : [`${track === "T" ? "L" : "T"}${rung}`];
    const wanted = [...below.map((to) => `Below ${to}`), ...above.map((to) => `Above ${to}`), ...beside.map((to) => `Other track ${to}`)];
    await expect(next(page).getByRole("listitem"), code).toHaveText(wanted);
    for (const to of [...below, ...above, ...beside]) await expect(next(page).locator(`a[href$="${level(to)}"]`), `${code} to ${to}`).toHaveCount(1);
  }
});

test("each page that is read has one clear next step", () => {
  const tools = /^((quiz|results|data|about|search|studio)\/$|growth\/)/;
  const others = routes.filter((route) => !tools.test(within(route)));
  const steps = others.map((route) => [route, html(route).split("<main")[1].match(/<a [^>]*class="button[ "]/g)?.length ?? 0]);
  expect(steps.filter(([, count]) => count === 0)).toEqual([]);
  expect(others.length).toBeGreaterThan(420);
});
