// What a visitor does, as functions shared by the tests and the screenshots.

/** The answers of a user on `side`, by the question's id: 0 to 4, from deep to broad for a trade-off.
 * Sides: "deep", "broad", "alike", and "contradictory", which alternates between the extremes. */
export function answersOf(quiz, side) {
  const turns = {};
  const asked = quiz.forms.find((form) => form.id === "standard").items;
  const answers = asked.map((id) => {
    const { ask } = quiz.items.find((item) => item.id === id);
    const kind = ask.pair ? "pair" : quiz.behaviours.find((behaviour) => behaviour.id === ask.rating.behaviour).side;
    turns[kind] = (turns[kind] ?? 0) + 1;
    return [id, category(side, kind, turns[kind])];
  });
  return Object.fromEntries(answers);
}

function category(side, kind, turn) {
  if (side === "alike" || kind === "people") return 2;
  if (side === "contradictory") return turn % 2 ? 4 : 0;
  if (kind === "pair") return side === "deep" ? 0 : 4;
  return side === kind ? 4 : 1;
}

/** The name of the button that starts the quiz. */
export const start = /^Take the .*quiz$/;

/** Starts the quiz, or restarts it if one is in progress. */
export async function begin(page) {
  await page.getByRole("button", { name: start }).or(page.getByRole("button", { name: "Start over" })).first().click();
  await page.getByText("Question 1 of 32").waitFor();
}

/** Answers questions `from` to `to` as a user on `side` would. */
export async function answer(page, side, from = 1, to = 32) {
  const { quiz } = JSON.parse(await page.locator("#page-data").textContent());
  const answers = Object.entries(answersOf(quiz, side));
  for (let at = from; at <= to; at += 1) {
    await page.getByText(`Question ${at} of 32`).waitFor();
    const [id, given] = answers[at - 1];
    const { ask } = quiz.items.find((item) => item.id === id);
    const position = ask.pair?.left === "broad" ? 4 - given : given;
    await page.locator(`[data-item="${id}"] input[value="${position}"]`).check();
    await page.getByRole("button", { name: "Next" }).click();
  }
}

/** Answers every question as a user on `side` would; continues to the result unless disabled. */
export async function answerAll(page, side, finish = true) {
  await begin(page);
  await answer(page, side);
  await page.getByRole("heading", { name: "Done. Every question is answered." }).waitFor();
  if (!finish) return;
  await page.getByRole("button", { name: "See your result" }).click();
  await page.locator("h1.verdict").waitFor();
}

/** The answers of a user on `side` in a form, by the question's id. */
export function answersIn(quiz, side, form) {
  const asked = quiz.forms.find(({ id }) => id === form);
  return answersOf({ ...quiz, forms: [{ ...asked, id: "standard" }] }, side);
}

/** Enters the answer from `given`, 0 to 4 by the question's id, into the current question. */
export async function giveAnswer(page, quiz, given) {
  const id = await page.locator(".question").getAttribute("data-item");
  const { ask } = quiz.items.find((item) => item.id === id);
  const position = ask.pair?.left === "broad" ? 4 - given[id] : given[id];
  await page.locator(`[data-item="${id}"] input[value="${position}"]`).check();
}

/** Answers questions `from` to `to` of a form of `all` questions, whichever form it is. */
export async function answerForm(page, quiz, given, [from, to], all) {
  for (let at = from; at <= to; at += 1) {
    await page.getByText(`Question ${at} of ${all}`).waitFor();
    await giveAnswer(page, quiz, given);
    await page.getByRole("button", { name: "Next" }).click();
  }
}

/** Makes a link with a form that has a name and a button, and returns it. */
export async function madeLink(part, name) {
  if (name !== undefined) await part.getByRole("textbox", { name: /name/i }).fill(name);
  await part.getByRole("button", { name: /^Make the link/ }).click();
  return part.getByRole("textbox", { name: "The link" }).inputValue();
}

/** Opens a folded part of a result, by its heading. */
export async function unfoldPart(page, heading) {
  const fold = page.locator("details.fold").filter({ has: page.getByRole("heading", { name: heading, exact: true }) });
  if ((await fold.getAttribute("open")) === null) await fold.locator("summary").first().click();
  return fold;
}
