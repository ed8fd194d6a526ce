// What happens when the browser saves nothing, and what is sent over the network: nothing.
import { alive, attemptOf, expect, keep, kept, open, quiz, test } from "./app.mjs";
import { answer, answerAll, begin } from "./steps.mjs";

const notKept = /refuses storage on this page, so nothing is being saved/;
const inAddress = /could not save your answers\. They are in the address of this page/;
const full = /not saved: this browser’s storage for this site is full/;

/** Before any script of the page: every access to local storage throws, as in a blocked frame. */
function refuseStorage(page) {
  return page.addInitScript(() => {
    Object.defineProperty(window, "localStorage", {
      get() {
        throw new DOMException("The operation is insecure.", "SecurityError");
      },
    });
  });
}

/** Fills the origin's storage to the last character, under a key of another app. */
function fillStorage(page) {
  return page.evaluate(() => {
    let text = "";
    for (let size = 4_194_304; size >= 1; size /= 2) {
      try {
        localStorage.setItem("another-app", text + "x".repeat(size));
        text += "x".repeat(size);
      } catch {
        // Too long with this size: try half of it.
      }
    }
  });
}

test.describe("storage refused", () => {
  test("the quiz says that nothing is being saved, and still gives a result", async ({ page }) => {
    await refuseStorage(page);
    await open(page, "quiz/");
    await expect(page.getByRole("alert")).toContainText(notKept);
    await begin(page);
    await page.getByRole("radio").first().check();
    // Announced once, before the first answer, but visible all the time.
    await expect(page.locator(".notice-warning").filter({ visible: true })).toContainText(notKept);
    await expect(page.getByRole("alert").filter({ visible: true })).toHaveCount(0);
    await answer(page, "broad");
    await page.getByRole("button", { name: "See your result" }).click();
    await expect(page.getByRole("heading", { level: 1 })).toHaveText(/^Your answers point clearly to broad work/);
    await expect(page.getByRole("alert")).toContainText(inAddress);
  });

  test("the quiz says so before the first answer is given", async ({ page }) => {
    await refuseStorage(page);
    await open(page, "quiz/");
    await expect(page.getByRole("alert")).toContainText(notKept);
  });

  test("titles can still be chosen, and the pages say that the choice does not last", async ({ page }) => {
    await refuseStorage(page);
    await open(page, "levels/l7/");
    await page.getByRole("radio", { name: "Architect" }).check();
    await expect(page.locator("html")).toHaveAttribute("data-scheme", "architect");
    await expect(page.getByRole("alert")).toContainText(notKept);
    await open(page, "results/");
    await expect(page.getByRole("alert")).toContainText(notKept);
  });
});

test.describe("storage full", () => {
  test("it is said within a second, nothing older is harmed, and the result can still be read", async ({ page }) => {
    await keep(page, attemptOf("a", "deep"));
    await fillStorage(page);
    const before = await kept(page);
    await open(page, "quiz/");
    await begin(page);
    await page.getByRole("radio").first().check();
    await expect(page.getByRole("alert")).toContainText(full, { timeout: 1000 });
    await answer(page, "broad");
    await page.getByRole("button", { name: "See your result" }).click();
    await expect(page.getByRole("heading", { level: 1 })).toHaveText(/^Your answers point clearly to broad work/);
    await expect(page.getByRole("alert")).toContainText(inAddress);
    await page.reload();
    await expect(page.getByRole("heading", { level: 1 })).toHaveText(/^Your answers point clearly to broad work/);
    expect(await kept(page)).toEqual(before);
  });

  test("a rung chosen beside a result that cannot be kept is told, and holds for the page", async ({ page }) => {
    await keep(page, attemptOf("b", "broad"));
    await open(page, "results/?attempt=b");
    await fillStorage(page);
    await page.getByText("What each track expects at your level").click();
    await page.getByRole("radio", { name: "8", exact: true }).check();
    await expect(page.getByRole("alert")).toContainText(full);
    await expect(page.getByRole("heading", { level: 3, name: /L8/ })).toBeVisible();
  });

  test("an attempt under way keeps its last good state, and is saved again once there is room", async ({ page }) => {
    await open(page, "quiz/");
    await begin(page);
    await answer(page, "deep", 1, 2);
    const before = await kept(page);
    await fillStorage(page);
    await page.getByRole("radio").first().check();
    await expect(page.getByRole("alert")).toContainText(full, { timeout: 1000 });
    expect(await kept(page)).toMatchObject(before);
    await page.evaluate(() => localStorage.removeItem("another-app"));
    await page.getByRole("radio").nth(1).check();
    await expect(page.getByText("Saved in this browser.")).toBeVisible();
    const [record] = Object.values(await kept(page));
    expect(Object.keys(JSON.parse(record).answers)).toEqual(quiz.forms[1].items.slice(0, 3).sort());
  });

  for (const error of [
    { name: "QuotaExceededError", code: 22 },
    { name: "QuotaExceededError", code: 0 },
    { name: "NS_ERROR_DOM_QUOTA_REACHED", code: 1014 },
    { name: "Error", code: 22 },
    { name: "Error", code: 1014 },
  ]) {
    test(`a browser that calls it ${error.name} ${error.code} is understood`, async ({ page }) => {
      await page.addInitScript((fields) => {
        Storage.prototype.setItem = () => {
          throw Object.assign(new Error("no room"), fields);
        };
      }, error);
      await open(page, "quiz/");
      await begin(page);
      await page.getByRole("radio").first().check();
      await expect(page.getByRole("alert")).toContainText(full, { timeout: 1000 });
    });
  }

  test("a choice of titles that cannot be saved says so in its own words", async ({ page }) => {
    await open(page, "levels/l7/");
    await fillStorage(page);
    await page.getByRole("radio", { name: "Architect" }).check();
    await expect(page.getByRole("alert")).toContainText(/full/, { timeout: 1000 });
    await expect(page.getByRole("alert")).not.toContainText("answer");
  });
});

test.describe("privacy", () => {
  test("nothing at all is asked of the network while answering", async ({ page, watch }) => {
    await open(page, "quiz/");
    await begin(page);
    await page.waitForLoadState("networkidle");
    const before = watch.served.length;
    await answer(page, "deep");
    await expect(page.getByRole("heading", { name: "Done. Every question is answered." })).toBeVisible();
    expect(watch.served.slice(before)).toEqual([]);
  });

  test("no address that is asked for names an answer or a result", async ({ page, watch }) => {
    await open(page, "");
    await page.getByRole("link", { name: "Which track suits me?" }).click();
    await alive(page);
    await answerAll(page, "broad");
    await page.getByRole("link", { name: "All your results" }).click();
    await alive(page);
    const queries = watch.requests.map((url) => new URL(url).search).filter(Boolean);
    expect(queries.filter((query) => !/^\?attempt=[0-9a-f-]+$/.test(query))).toEqual([]);
  });
});
