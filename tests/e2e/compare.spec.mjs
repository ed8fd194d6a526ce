// Comparing any two levels: how to get there, what the page says, and that no word is left out.
import { readFileSync } from "node:fs";
import { expect, ladder, open, test } from "./app.mjs";
import { dist } from "./serve.mjs";

const codes = ladder.levels.map(({ code }) => code);
const path = (from, to) => `compare/${from.toLowerCase()}/${to.toLowerCase()}/`;
const list = (page, name) => page.getByRole("combobox", { name, exact: true });
const order = (page) => page.locator("#rows > details").evaluateAll((rows) => rows.map(({ id }) => id));

/** The text of a piece of HTML. */
function words(html) {
  const named = { amp: "&", lt: "<", gt: ">", quot: '"', "#x27": "'", "#39": "'" };
  const text = html.replace(/<!--.*?-->|<[^>]*>/g, "").replace(/&([^;]+);/g, (all, name) => named[name] ?? all);
  return text.replace(/\s+/g, " ");
}

test.describe("two codes in the address", () => {
  test("lead to the comparison; what else the address says comes along", async ({ page }) => {
    for (const query of ["?a=t5&b=l6&sort=ladder", "?sort=ladder&b=L6&a=T5"]) {
      await page.goto(`compare/${query}#risk`);
      await expect(page).toHaveURL(/\/compare\/t5\/l6\/\?sort=ladder#risk$/);
      await expect(page.getByRole("heading", { level: 1 })).toContainText("T5");
      await expect(page.getByRole("radio", { name: "As on the ladder" })).toBeChecked();
    }
    await page.goto("compare/?a=t5&b=l6");
    await expect(page).toHaveURL(/\/compare\/t5\/l6\/$/);
  });

  test("Back from there goes to the page before, not round in a circle", async ({ page }) => {
    await open(page, "about/");
    await page.goto("compare/?a=t5&b=l6");
    await expect(page).toHaveURL(/\/compare\/t5\/l6\/$/);
    await page.goBack();
    await expect(page).toHaveURL(/\/about\/$/);
    await page.goForward();
    await expect(page).toHaveURL(/\/compare\/t5\/l6\/$/);
  });

  test("that are no levels, or the same one, are answered in words", async ({ page }) => {
    const said = page.getByRole("alert");
    for (const [query, message] of [
      ["?a=x9&b=t5", /x9/i], ["?a=t5&b=l3", /l3/i], ["?a=t5&b=t5", "Both ends are T5. Choose two different levels."],
      ["?a=T5&b=t5", "Both ends are T5."], ["?a=%3Cimg%20src%3Dx%3E&b=t5", /<img/i], ["?a=&b=t5", /./],
    ]) {
      await open(page, `compare/${query}`);
      await expect(page).toHaveURL(/\/compare\/\?/);
      await expect(said, query).toContainText(message);
      await expect(page.locator("main img")).toHaveCount(0);
      await expect(page.getByRole("button", { name: "Compare" })).toBeVisible();
    }
    await open(page, "compare/");
    await expect(said).toHaveCount(0);
  });
});

test.describe("choosing two levels", () => {
  test("by keyboard alone leads to their comparison, and Back to the choice", async ({ page }) => {
    await open(page, "compare/");
    await list(page, "From").focus();
    await page.keyboard.type("T7");
    await page.keyboard.press("Tab");
    await page.keyboard.type("L8");
    await page.keyboard.press("Tab");
    await page.keyboard.press("Enter");
    await expect(page).toHaveURL(/\/compare\/t7\/l8\/$/);
    await page.goBack();
    await expect(page).toHaveURL(/\/compare\/$/);
  });

  test("can go on from a comparison, with its own levels chosen at first", async ({ page }) => {
    await open(page, "compare/t7/l8/");
    await expect(list(page, "From")).toHaveValue("t7");
    await expect(list(page, "To")).toHaveValue("l8");
    await list(page, "To").selectOption("l7");
    await page.getByRole("button", { name: "Compare" }).click();
    await expect(page).toHaveURL(/\/compare\/t7\/l7\/$/);
    await page.getByRole("link", { name: "The other way round" }).click();
    await expect(page).toHaveURL(/\/compare\/l7\/t7\/$/);
  });

  test("every level offers to be compared, and “any level” starts from it", async ({ page }) => {
    test.slow();
    for (const code of codes) {
      const here = code.toLowerCase();
      await open(page, `levels/${here}/`);
      const offered = page.locator(".compare-with a[href*='/compare/']");
      const ways = await offered.evaluateAll((links) => links.map((link) => new URL(link.href).pathname.split("/compare/")[1]));
      const twin = codes.find((other) => other !== code && other[1] === code[1]);
      if (twin) expect(ways).toContain(`${here}/${twin.toLowerCase()}/`);
      for (const way of ways.slice(0, -1)) expect(way).toMatch(new RegExp(`^${here}/[tl]\\d/$`));
      await page.getByRole("link", { name: /^any level/ }).click();
      await expect(page).toHaveURL(/\/compare\/\?a=/);
      await expect(list(page, "From"), code).toHaveValue(here);
      // First the next one up on the same track.
      const [track, rung] = [here[0], Number(here[1])];
      if (codes.includes(`${code[0]}${rung + 1}`)) await expect(list(page, "To"), code).toHaveValue(`${track}${rung + 1}`);
      else await expect(list(page, "To"), code).not.toHaveValue(here);
    }
  });
});

test.describe("the comparison", () => {
  test("can stand in the order of the ladder, which the address keeps", async ({ page }) => {
    await open(page, "compare/t6/l6/?ref=wiki");
    const byChange = await order(page);
    const byLadder = ladder.competencies.map(({ id }) => id);
    expect(byChange).not.toEqual(byLadder);
    await page.getByRole("radio", { name: "Largest step first" }).focus();
    await page.keyboard.press("ArrowRight");
    await expect.poll(() => order(page)).toEqual(byLadder);
    expect(new URL(page.url()).search).toBe("?ref=wiki&sort=ladder");
    await page.reload();
    await expect.poll(() => order(page)).toEqual(byLadder);
    await page.getByRole("radio", { name: "Largest step first" }).check();
    expect(await order(page)).toEqual(byChange);
    expect(new URL(page.url()).search).toBe("?ref=wiki");
  });

  test("says what to build, if there is any, what to reuse, and on the way across or down what is no longer expected", async ({ page }) => {
    for (const [from, to, build, gone] of [["t7", "l7", 1, 1], ["l8", "t8", 1, 1], ["t5", "t6", 1, 0], ["l7", "l5", 0, 1], ["t5", "l5", 0, 0]]) {
      await open(page, path(from, to));
      for (const [name, count] of [["You’d need to build", build], ["You can reuse", 1], ["No longer expected", gone]]) {
        const part = page.locator("#carry-over section").filter({ has: page.getByRole("heading", { level: 3, name, exact: true }) });
        await expect(part, `${from} ${to}: ${name}`).toHaveCount(count);
        if (count) await expect(part.locator("li, p.soft").first(), `${from} ${to}: ${name}`).toBeAttached();
      }
    }
  });

  test("counts its steps in a sentence, as the authors of the ladder say them, and has the largest first", async ({ page }) => {
    const sizes = { new: 0, more: 1, emphasis: 2, same: 3 };
    for (const [from, to] of [["t5", "l5"], ["l6", "t6"], ["t6", "t7"], ["t5", "l7"], ["l9", "l8"]]) {
      await open(page, path(from, to));
      const shown = await page.locator("#rows .step-size").evaluateAll((signs) => signs.map(({ className }) => className.match(/step-(new|more|emphasis|same)/)[1]));
      expect(shown).toHaveLength(ladder.competencies.length);
      expect(shown).toEqual([...shown].sort((a, b) => sizes[a] - sizes[b]));
      const counts = Object.keys(sizes).map((size) => shown.filter((one) => one === size).length).filter(Boolean);
      const said = (await page.locator(".lede").innerText()).match(/\d+/g).map(Number);
      expect(said[0]).toBe(ladder.competencies.length);
      expect(said.slice(1).sort(), `${from} ${to}`).toEqual(counts.sort());
    }
    await open(page, "compare/t5/l5/");
    const shared = ladder.competencies.filter(({ cells }) => cells.l5.as === "t5").length;
    await expect(page.locator(".lede")).toContainText(`${shared} are the same`);
  });

  test("has the deep level left and the broad one right, whichever way one goes", async ({ page }) => {
    for (const [from, to] of [["t7", "l7"], ["l7", "t7"], ["l6", "t8"]]) {
      await open(page, path(from, to));
      const heads = await page.locator(".headlines-head .station").allInnerTexts();
      expect(heads.map((code) => code[0])).toEqual(["T", "L"]);
    }
  });

  test("sets clauses against each other only where most words are shared", async ({ page }) => {
    await open(page, "compare/t5/l5/");
    await expect(page.locator("#depth .changes")).toHaveCount(1);
    await open(page, "compare/t7/l7/");
    expect(await page.locator("#rows .changes").count()).toBeLessThan(3);
  });

  test("each of the 182 accounts for every clause of both levels, in its own competency", () => {
    const missing = [];
    let pairs = 0;
    for (const from of codes) {
      for (const to of codes.filter((code) => code !== from)) {
        const html = readFileSync(`${dist}${path(from, to)}index.html`, "utf8").split('id="rows"')[1];
        pairs += 1;
        for (const { id, expectations } of ladder.competencies) {
          const [, part] = html.match(new RegExp(`<details[^>]* id="${id}"[^>]*>(.*?)</details>`, "s"));
          const said = words(part);
          for (const gist of [expectations[from].gist, expectations[to].gist]) {
            // Semicolons separate the clauses.
            if (!gist.split(/(?<=;) /).every((clause) => said.includes(clause))) missing.push(`${from} ${to} ${id}: ${gist}`);
          }
        }
      }
    }
    expect(pairs).toBe(182);
    expect(missing).toEqual([]);
  });
});

test.describe("without JavaScript", () => {
  test.use({ javaScriptEnabled: false });

  test("every pair is a link, and no form is offered that leads nowhere", async ({ page }) => {
    await page.goto("compare/");
    await expect(page.getByRole("table").getByRole("link")).toHaveCount(14 + 10 - 1);
    await page.getByText("Every pair, as links").click();
    const links = page.getByRole("table", { name: "Every pair of levels" }).getByRole("link");
    await expect(links).toHaveCount(182);
    await links.filter({ visible: true }).and(page.getByLabel("T5 to L6")).click();
    await expect(page).toHaveURL(/\/compare\/t5\/l6\/$/);
    await expect(page.getByRole("heading", { name: "What carries over" })).toBeVisible();
    for (const path of ["compare/", "compare/t5/l6/"]) {
      await page.goto(path);
      await expect(page.getByRole("button", { name: "Compare" }), path).toBeHidden();
    }
  });
});
