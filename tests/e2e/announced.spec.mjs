// When the page or the step of the quiz changes: the title says so, a screen reader starts at the
// right place, and reads the heading once (figure 21).
import { alive, attemptOf, expect, keep, open, test } from "./app.mjs";
import { answer, begin } from "./steps.mjs";

/** The title, the focused element, the h1 headings, and the text of the live regions. */
const state = (page) => page.evaluate(() => {
  const seen = (element) => element.checkVisibility({ visibilityProperty: true });
  const heads = [...document.querySelectorAll("h1")].filter(seen);
  const said = [...document.querySelectorAll("[role=status], [role=alert], [aria-live]:not([aria-live=off])")].filter(seen).map((element) => element.textContent.trim());
  const { activeElement: focused } = document;
  return { title: document.title, heads: heads.map((head) => head.textContent.trim()), focused: focused === document.body ? "the page" : focused.tagName, said };
});

/** Checks the page after a link or Back: the user is at its start. */
async function arrived(page, known) {
  await alive(page);
  const now = await state(page);
  expect(now.title.trim()).not.toBe("");
  expect(known, "a title of its own").not.toContain(now.title);
  known.push(now.title);
  expect(now.heads, now.title).toHaveLength(1);
  expect(now.focused, now.title).toBe("the page");
  for (const words of now.said) expect(words).not.toContain(now.heads[0]);
  await page.keyboard.press("Tab");
  await expect(page.locator(":focus"), "Tab begins at the top").toHaveText("Skip to the content");
}

test("every page that a link opens has its own title and one heading, and begins at its top", async ({ page }) => {
  const titles = [];
  await keep(page, attemptOf("a", "broad"));
  await open(page, "");
  await arrived(page, titles);
  const places = await page.locator("nav[aria-label=Main] a").evaluateAll((links) => links.map(({ href }) => href));
  const others = ["levels/l7/", "competencies/risk/", "compare/t6/l6/", "guide/switching/", "results/?attempt=a", "data/", "privacy/"];
  const home = page.url();
  for (const address of [...places.filter((href) => href !== home), ...others.map((path) => new URL(path, home).href)]) {
    await page.evaluate((href) => {
      const link = Object.assign(document.createElement("a"), { href });
      document.body.append(link);
      link.click();
    }, address);
    await page.waitForURL(address);
    await arrived(page, titles);
  }
});

test("each step of the quiz has its own title, its heading has the focus, and nothing says it again", async ({ page }) => {
  await open(page, "quiz/");
  await begin(page);
  const titles = [(await state(page)).title];
  const stepped = async (title, head) => {
    await expect(page).toHaveTitle(title);
    const now = await state(page);
    expect(now.heads).toHaveLength(1);
    if (head) expect(now.heads[0]).toBe(head);
    expect(now.focused).toBe("H1");
    for (const words of now.said) expect(words).not.toContain(now.heads[0]);
    expect(titles).not.toContain(now.title);
    titles.push(now.title);
  };
  expect(titles[0]).toMatch(/^Question 1 of 32 · /);
  for (let at = 1; at <= 3; at += 1) {
    await answer(page, "deep", at, at);
    await stepped(new RegExp(`^Question ${at + 1} of 32 · `));
  }
  await answer(page, "deep", 4);
  await stepped(/^The questions are done · /, "Done. Every question is answered.");
  await page.getByRole("button", { name: "See your result" }).click();
  await page.waitForURL(/results\/\?attempt=/);
  await alive(page);
  await expect(page).toHaveTitle(/^Your result · /);
});
