// Addresses in other spellings lead to the intended page, under the root and under a folder; an unknown
// address offers the closest pages. tests/addresses/ tests every page in every spelling.
import { expect, ladder, open, test } from "./app.mjs";

const { name } = ladder.competencies.find(({ id }) => id === "risk");

test.beforeEach(({ watch }) => {
  watch.expected.push(/404/);
});

for (const [spelt, page_] of [
  ["levels/L7/Risk", "levels/l7/risk/"],
  ["levels/l7/risk%E2%80%9D%20and%20more", "levels/l7/risk/"],
  ["compare/T5-L6", "compare/t5/l6/"],
]) {
  test(`/${spelt} leads to /${page_} @root`, async ({ page, site }) => {
    await page.goto(site + spelt);
    await expect(page).toHaveURL(site + page_);
    await expect(page.getByRole("heading", { level: 1 })).not.toHaveText("This page doesn’t exist");
  });
}

test("what stands behind the address goes along, and Back leads to where one came from", async ({ page, site }) => {
  await open(page, "about/");
  await page.goto(`${site}Levels/L7?embed=1#risk`);
  await expect(page).toHaveURL(`${site}levels/l7/?embed=1#risk`);
  await page.goBack();
  await expect(page).toHaveURL(`${site}about/`);
});

test("a link with answers whose # was escaped arrives with its code", async ({ page, site }) => {
  await page.goto(`${site}results/%23r1.deep.00000000`);
  await expect(page).toHaveURL(`${site}results/#r1.deep.00000000`);
  await expect(page.getByRole("alert")).toContainText("This link is damaged");
});

test("an address that means no page offers those that come closest, and leads to nothing else", async ({ page, site, watch }) => {
  await page.goto(`${site}levels/l7/rsik/`);
  const near = page.getByRole("region", { name: "Did you mean one of these?" });
  await expect(page.getByRole("searchbox"), "the words of the address are ready to search for").toHaveValue("l7 rsik");
  await near.getByRole("link", { name: "levels/l7/risk/", exact: true }).click();
  await expect(page.getByRole("heading", { level: 1 })).toContainText(name);
  for (const strange of ["//evil.example/levels/l7", "https:/evil.example/", "javascript:alert(1)", "%2F%2Fevil.example", "constructor", "levels/%00/l7"]) {
    await page.goto(site + strange);
    await page.waitForLoadState("networkidle");
    expect(page.url().startsWith(site), strange).toBe(true);
  }
  expect(watch.requests.filter((url) => !url.startsWith(new URL(site).origin))).toEqual([]);
});

test("a host that does not have the page is not asked in circles", async ({ page, site }) => {
  await page.route("**/levels/l7/", (route) => route.fulfill({ status: 404, body: "gone" }));
  let loads = 0;
  page.on("request", (request) => { loads += Number(request.isNavigationRequest()); });
  await page.goto(`${site}levels/L7`);
  await expect(page.locator(".site-name")).toHaveJSProperty("href", site);
  await page.waitForLoadState("networkidle");
  expect(loads).toBe(1);
});

test.describe("without JavaScript", () => {
  test.use({ javaScriptEnabled: false });

  test("an unknown address says how addresses are written, and shows no dead link", async ({ page, site }) => {
    await page.goto(`${site}levels/L7/Risk`);
    await expect(page.locator("header, form").filter({ visible: true })).toHaveCount(0);
    await expect(page.getByText("Addresses are in lower case and end with a slash, such as levels/l7/risk/")).toBeVisible();
    await expect(page.locator("main a:visible")).toHaveCount(0);
  });
});

test.describe("on a page that is there", () => {
  test("capitals, noughts and signs in the query change nothing", async ({ page }) => {
    for (const query of ["?rung=07", "?rung=7.", "?Rung=7)", "?rung=7%20"]) {
      await page.goto(query);
      await expect(page, query).toHaveURL(/\/matrix\/\?rung=7#in-words$/);
      await expect(page.getByRole("radio", { name: "7", exact: true }).first(), query).toBeChecked();
    }
    await open(page, "matrix/?lean=Broad&dimension=i");
    await expect(page.locator("[name=lean][value=broad]")).toBeChecked();
    await expect(page.locator("[name=dimension]")).toHaveValue("I");
    await page.goto("compare/?a=T5&b=L6).");
    await expect(page).toHaveURL(/compare\/t5\/l6\/$/);
  });

  test("capitals and signs in the fragment lead to its place", async ({ page }) => {
    for (const [path, fragment] of [["levels/l7/#RISK", "risk"], ["levels/l7/#risk).", "risk"], ["competencies/risk/#L7%E2%80%9D", "l7"]]) {
      await page.goto("about/");
      await open(page, path);
      await expect(page, path).toHaveURL(new RegExp(`#${fragment}$`));
      await expect(page.locator(`#${fragment}`), path).toBeInViewport();
    }
  });
});

test("the old address of a topic leads to the part that it is now, or to the one that was linked", async ({ page }) => {
  for (const [old, address, shown] of [
    ["guide/the-fork/", "guide/where-the-tracks-part/#fork", "#fork"],
    ["guide/two-kinds-of-work/", "guide/which-track/#facets", "#facets"],
    ["guide/two-kinds-of-work/#symptoms", "guide/which-track/#symptoms", "#symptoms"],
    ["guide/stages-of-impact/#stage-3", "guide/growing/#stage-3", "#stage-3"],
    ["guide/how-to-be/#caring", "guide/growing/#caring", "#caring"],
    ["guide/already-leading/", "guide/growing/#signs", "#signs"],
    ["guide/pairing/?ref=wiki#rung-7", "guide/for-managers/?ref=wiki#rung-7", "#rung-7"],
  ]) {
    await page.goto(old);
    await expect(page).toHaveURL((url) => url.href.endsWith(address));
    await expect(page.locator(shown), old).toBeVisible();
  }
});

test.describe("without JavaScript", () => {
  test.use({ javaScriptEnabled: false });

  test("the old address of a topic leads to its page", async ({ page }) => {
    await page.goto("guide/pairing/");
    await expect(page).toHaveURL(/guide\/for-managers\/#topics$/);
    await expect(page.locator("#topics")).toBeVisible();
  });
});

test("a fragment of many signs does not hold a page up", async ({ page }) => {
  for (const signs of [`${"%".repeat(90)}abcd`, `${"%41".repeat(30_000)}x`, `${"-".repeat(60_000)}x`]) {
    await page.goto("about:blank");
    const began = Date.now();
    await page.goto(`levels/l7/#${signs}`, { timeout: 10_000 });
    await page.getByRole("heading", { level: 1 }).waitFor();
    expect(Date.now() - began, signs.slice(0, 20)).toBeLessThan(10_000);
  }
});
