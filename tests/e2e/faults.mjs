// The faults of a page in its current state: by axe, on a phone, with a thumb, on paper.
// Every function returns the faults as lines of text, or none.
import axe from "axe-core";

const standards = ["wcag2a", "wcag2aa", "wcag21aa", "wcag22aa"];
const ofColour = ["color-contrast", "link-in-text-block"];

/** The width of the printable part of a sheet in px, with the margins that Chromium sets. */
const paper = { A4: 717, Letter: 739 };

/** Fields that are content on paper: what the user wrote in them is printed. */
const blanks = "textarea, .tick input, [data-log]";

/** Adds axe to every page that opens from now on: faster than adding it to each one separately. */
export function prepare(page) {
  return page.addInitScript(axe.source);
}

/** The other display modes, in which a page has other colours. */
const looks = {
  dark: { media: "screen", colorScheme: "dark", forcedColors: "none" },
  "forced colours": { media: "screen", colorScheme: "dark", forcedColors: "active" },
  paper: { media: "print", colorScheme: "light", forcedColors: "none" },
};

/** The faults that axe finds in light mode and, for the rules about colours, in every other mode;
 * leaves the page dark. */
export async function unfair(page) {
  if (!(await page.evaluate(() => "axe" in window))) await page.evaluate(axe.source);
  await page.emulateMedia({ media: "screen", colorScheme: "light", forcedColors: "none" });
  const all = await look(page, { type: "tag", values: standards });
  const faults = all.map((fault) => `light: ${fault}`);
  for (const [name, media] of Object.entries(looks)) {
    await page.emulateMedia(media);
    const found = await look(page, { type: "rule", values: ofColour });
    faults.push(...found.map((fault) => `${name}: ${fault}`));
  }
  await page.emulateMedia(looks.dark);
  return faults;
}

async function look(page, runOnly) {
  const violations = await page.evaluate(async (only) => {
    const found = await window.axe.run(document, { runOnly: only, resultTypes: ["violations"] });
    // axe reads the text colour from a property with the value that would apply without forced
    // colours. Only elements that refuse forced colours can fail there; the rest has the visitor's own pair.
    const forced = matchMedia("(forced-colors: active)").matches;
    const own = ({ target }) => getComputedStyle(document.querySelector(target[0])).forcedColorAdjust === "none";
    return found.violations.map(({ id, nodes }) => ({
      id,
      nodes: nodes.filter((node) => !forced || id !== "color-contrast" || own(node)).map(({ target, failureSummary }) => ({ target, failureSummary })),
    }));
  }, runOnly);
  return violations.flatMap(({ id, nodes }) => nodes.map((node) => `${id}: ${node.target}: ${node.failureSummary}`));
}

/** How far the page overflows the window sideways, and which elements do; also those that are only cut off there. */
export function overflow(page) {
  return page.evaluate(() => {
    const { scrollWidth, clientWidth } = document.documentElement;
    const scrolls = (element) => /auto|scroll/.test(getComputedStyle(element).overflowX);
    const held = ({ parentElement: above }) => above && above !== document.body && (scrolls(above) || held(above));
    const over = (element) => {
      const { right, width, height } = element.getBoundingClientRect();
      return width > 1 && height > 1 && right > clientWidth + 1 && element.checkVisibility({ visibilityProperty: true }) && !held(element);
    };
    const found = [...document.body.querySelectorAll("*")].filter(over).map((element) => element.outerHTML.slice(0, 120));
    return [...(scrollWidth > clientWidth ? [`${scrollWidth - clientWidth} px`] : []), ...found];
  });
}

/** Targets under 24 by 24 px without an exception of WCAG 2.5.8: the target is in a sentence, it has
 * enough space around it, or a target of full size on the same page leads to the same place. */
export function smallTargets(page) {
  return page.evaluate(() => {
    const seen = (element) => element.checkVisibility({ visibilityProperty: true }) && element.getClientRects().length;
    const box = (element) => (element.closest("label") ?? element).getBoundingClientRect();
    const all = [...document.querySelectorAll("a[href], button, input, select, textarea, summary")].filter(seen);
    const small = ({ width, height }) => width < 23.99 || height < 23.99;
    const inSentence = (element) => {
      if (getComputedStyle(element).display !== "inline") return false;
      return [...element.parentNode.childNodes].some((node) => node.nodeType === 3 && node.textContent.trim());
    };
    const centre = ({ x, y, width, height }) => ({ x: x + width / 2, y: y + height / 2 });
    const distance = ({ x, y }, other) =>
      Math.hypot(Math.max(other.left - x, 0, x - other.right), Math.max(other.top - y, 0, y - other.bottom));
    const crowded = (element) => {
      const here = centre(box(element));
      return all.some((other) => {
        if (other === element || other.closest("label")?.contains(element)) return false;
        const there = box(other);
        const between = Math.hypot(here.x - centre(there).x, here.y - centre(there).y);
        return distance(here, there) < 12 || (small(there) && between < 24);
      });
    };
    const place = (link) => link.hasAttribute("href") && new URL(link.getAttribute("href"), location).href;
    const hasTwin = (element) => place(element) && all.some((other) => place(other) === place(element) && !small(box(other)));
    const exempt = (element) => inSentence(element) || hasTwin(element) || !crowded(element);
    return all
      .filter((element) => small(box(element)) && !exempt(element))
      .map((element) => `${Math.round(box(element).width)}×${Math.round(box(element).height)} ${element.outerHTML.slice(0, 100)}`);
  });
}

/** What a printed page should not show: controls, links elsewhere, text cut off at the side of the sheet or
 * hidden in a closed fold, and the pale text of the dark mode. Leaves the page light, as wide as the sheet. */
export async function unprintable(page) {
  await page.emulateMedia({ media: "print", colorScheme: "dark" });
  const found = [];
  for (const [sheet, width] of Object.entries(paper)) {
    await page.setViewportSize({ width, height: 1000 });
    found.push(...(await page.evaluate(unprintableHere, blanks)).map((fault) => `${sheet}: ${fault}`));
  }
  await page.emulateMedia({ media: "screen", colorScheme: "light" });
  return found;
}

function unprintableHere(filled) {
  const brief = (element) => element.outerHTML.slice(0, 120);
  const drawn = (element) => {
    if (!element.checkVisibility({ visibilityProperty: true, opacityProperty: true })) return false;
    if (element.closest(".visually-hidden")) return false;
    const { width, height } = element.getBoundingClientRect();
    return width > 1 && height > 1;
  };
  const every = (selector) => [...document.querySelectorAll(selector)].filter(drawn);
  const controls = every("nav, header, footer, button, input, select, textarea, dialog, .button").filter((element) => !element.matches(filled));
  const found = controls.map((element) => `printed: ${brief(element)}`);
  if (!every("h1").length) found.push("no h1");
  const edge = document.documentElement.clientWidth + 0.5;
  if (document.documentElement.scrollWidth > edge) found.push(`${document.documentElement.scrollWidth} px wide`);
  const beyond = every("body *").filter((element) => element.getBoundingClientRect().right > edge);
  found.push(...beyond.slice(0, 3).map((element) => `cut off: ${brief(element)}`));
  for (const fold of every("details:not([open])")) {
    if (getComputedStyle(fold, "::details-content").contentVisibility !== "visible") found.push(`closed: ${brief(fold)}`);
  }
  const ink = getComputedStyle(document.body).color.match(/\d+/g).map(Number);
  if (Math.max(...ink.slice(0, 3)) > 128) found.push(`ink of ${ink}, as on a dark screen`);
  return found;
}
