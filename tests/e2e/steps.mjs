// What a visitor does, as functions shared by the tests and the screenshots.

/** Answers every question as somebody on `side` would: "deep", "broad", or "alike". */
export async function answerAll(page, side, finish = true) {
  await page.getByRole("button", { name: /^(Start the quiz|Start over)$/ }).first().click();
  for (let at = 1; at <= 28; at += 1) {
    await page.getByText(`Question ${at} of 28`).waitFor();
    await page.locator(`.question input[value="${await position(page, side)}"]`).check();
    await page.getByRole("button", { name: "Next" }).click();
  }
  await page.getByRole("heading", { name: "Check your answers" }).waitFor();
  if (!finish) return;
  await page.getByRole("button", { name: "See your result" }).click();
  await page.getByRole("heading", { name: "What carried it" }).waitFor();
}

/** Words that only stand in the broad option or rating: enough to tell the sides apart. */
const broadWords = /two teams|draft|useful habit|three colleagues|Coach|chapters clash|one team to others|second plan|skills|Teach|correct its course|teams'|product people|technical plan|testing habit|colleague through/;

async function position(page, side) {
  if (side === "alike") return 2;
  const options = await page.locator(".side span:last-child").allTextContents();
  if (options.length === 2) {
    const broadIsRight = broadWords.test(options[1]);
    const right = (side === "broad") === broadIsRight;
    return right ? 4 : 0;
  }
  const text = await page.locator("#question").textContent();
  return (side === "broad") === broadWords.test(text) ? 4 : 1;
}
