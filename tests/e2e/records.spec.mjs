// Records that this version of the app cannot read or did not write: reported, and left byte for byte.
import { alive, attemptOf, expect, keep, kept, open, quiz, test } from "./app.mjs";
import { answerAll } from "./steps.mjs";
import { keyOf, prefix } from "./storage.mjs";

const newer = JSON.stringify({ schema: 9, id: "de", started: 4e12, answers: { p01: { pull: 3 } }, finished: null });
const strange = {
  [`${prefix}attempt/abc`]: '{"schema":1,"id":"abc","answers":{"p01":',
  [`${prefix}attempt/de`]: newer,
  [`${prefix}something/else`]: "from another version",
  "another-app/state": '{"keep":"me"}',
};

test("unreadable and newer records are said, and never changed", async ({ page }) => {
  await keep(page, strange);
  await open(page, "results/");
  const rows = page.getByRole("listitem");
  await expect(rows.filter({ hasText: `can’t be read and was left unchanged: ${prefix}attempt/abc` })).toBeVisible();
  await expect(rows.filter({ hasText: "written by a newer version of this app" })).toBeVisible();
  await page.getByRole("link", { name: /^Take the quiz/ }).click();
  await alive(page);
  await answerAll(page, "deep");
  await page.getByRole("link", { name: "All your results" }).click();
  await page.getByRole("button", { name: /^Delete/ }).first().click();
  await expect(page.getByRole("status").filter({ hasText: "deleted" })).toBeVisible();
  expect(await kept(page)).toEqual(strange);
});

test("an attempt kept by the first version of this app opens, and is not rewritten by that", async ({ page }) => {
  const [[key, text]] = Object.entries(attemptOf("a", "deep"));
  const records = { [key]: text.replace('"schema":3', '"schema":1') };
  await keep(page, records);
  await open(page, "results/");
  await page.getByRole("link", { name: /^Open/ }).click();
  await expect(page.getByRole("heading", { level: 1 })).toHaveText(/^Your answers point clearly to deep work/);
  expect(await kept(page)).toEqual(records);
});

test("a result of a record that cannot be read says so and leads on", async ({ page }) => {
  await keep(page, strange);
  for (const [id, words] of [["abc", "can’t be read"], ["de", "newer version"], ["f00", "This attempt isn’t in this browser"], ["<b>", "This attempt isn’t in this browser"]]) {
    await open(page, `results/?attempt=${encodeURIComponent(id)}`);
    await expect(page.getByRole("alert")).toContainText(words);
    await expect(page.getByRole("link", { name: "All results saved here" })).toBeVisible();
  }
  expect(await kept(page)).toEqual(strange);
});

test("an attempt at another version of the quiz is never scored with this one", async ({ page }) => {
  const [[key, text]] = Object.entries(attemptOf("a", "deep"));
  const records = { [key]: text.replace(`"quizVersion":${quiz.version}`, `"quizVersion":${quiz.version + 1}`) };
  await keep(page, records);
  await open(page, "results/");
  await expect(page.getByRole("listitem").filter({ hasText: "made with a version of the quiz that this page does not have" })).toBeVisible();
  await expect(page.getByRole("link", { name: /^Open/ })).toHaveCount(0);
  await open(page, "results/?attempt=a");
  await expect(page.getByText("It was made with a version of the quiz that this page does not have.")).toBeVisible();
  await expect(page.getByText("Three next steps")).toHaveCount(0);
  expect(await kept(page)).toEqual(records);
});

test("settings of a newer version, or unreadable ones, are never written over", async ({ page }) => {
  for (const text of ['{"schema":9,"value":"architect"}', "{", "null", '{"schema":1,"value":7}']) {
    const records = { [keyOf("choice", "title-scheme")]: text };
    await keep(page, records);
    await open(page, "levels/l7/");
    await page.getByRole("radio", { name: "Director of Technology" }).check();
    await expect(page.getByRole("alert")).not.toBeEmpty();
    expect(await kept(page)).toEqual(records);
  }
});
