// Finds the page of this site that an unknown address refers to: another case, a missing or doubled
// slash, surrounding punctuation, a file extension, a name in the singular. Handles names only: `site`
// lists those of the levels, competencies, topics and single pages, so the result is always one of
// these pages.

const bare = (name) => name.replace(/^the-?/, "").replace(/s$/, "").replaceAll("-", "");
const named = (names, word) => names.find((name) => bare(name) === bare(word));
const folders = new Map([["competency", "competencies"], ["competence", "competencies"], ["skill", "competencies"], ["comparison", "compare"], ["topic", "guide"]]);

/** The text unescaped once or twice, without invisible characters. */
function unescaped(text) {
  const once = (escaped) => escaped.replace(/(%[0-9a-f]{2})+/gi, (bytes) => {
    try {
      return decodeURIComponent(bytes);
    } catch {
      return "-";
    }
  });
  return once(once(text)).normalize("NFKC").replace(/\p{Cf}/gu, "");
}

/** The words between the slashes, without a file extension and surrounding punctuation. */
function words(path) {
  return path.toLowerCase().split(/[/\\]/)
    .map((part) => part.replace(/[^a-z0-9]+$/, "").replace(/\.(x?html?|php|aspx?)$/, ""))
    .map((part) => part.replace(/[^a-z0-9]+/g, "-").replace(/^-|-$/g, ""))
    .filter((part) => part && part !== "index");
}

/** The level codes in the words of a path, and the remaining words. */
function taken(path, levels) {
  const codes = [];
  const rest = [];
  for (const word of words(path)) {
    const others = [];
    for (const piece of word.replace(/^([tl]\d)([tl]\d)$/, "$1-$2").split("-")) {
      const code = piece.replace(/^([tl])0+/, "$1");
      if (levels.includes(code)) codes.push(code);
      else others.push(piece);
    }
    // Two codes may be joined by “to” or “vs”.
    const other = others.join("-");
    if (other && !["to", "vs", "and", "versus"].includes(other)) rest.push(other);
  }
  return { codes, rest };
}

function pageOf({ codes, rest }, site) {
  const folder = (word) => named(["levels", "competencies", "compare", "guide"], folders.get(bare(word)) ?? word);
  const inside = rest.map(folder).filter(Boolean);
  const others = rest.filter((word) => !folder(word));
  const [first, second] = codes;
  if (others.length > 1 || codes.length > 2) return undefined;
  if (others.length === 0) {
    if (codes.length === 2) return first === second ? undefined : `compare/${first}/${second}/`;
    if (codes.length === 1) return inside.includes("compare") ? undefined : `levels/${first}/`;
    return inside.length > 1 ? undefined : inside.map((name) => `${name}/`).join("");
  }
  const competency = named(site.competencies, others[0]);
  const topic = named(site.topics, others[0]);
  const page = named(site.pages, others[0]);
  if (competency && !second && !inside.includes("guide")) return first ? `levels/${first}/${competency}/` : `competencies/${competency}/`;
  if (first) return undefined;
  if (topic) return `guide/${topic}/`;
  return page && inside.length === 0 ? `${page}/` : undefined;
}

/** The edit distance between two words (Levenshtein). */
function distance(one, other) {
  let row = Array.from(other, (_, at) => at + 1);
  for (const [at, letter] of [...one].entries()) {
    let left = at + 1;
    let corner = at;
    row = row.map((above, column) => {
      left = Math.min(above + 1, left + 1, corner + (letter === other[column] ? 0 : 1));
      corner = above;
      return left;
    });
  }
  return row.at(-1) ?? one.length;
}

function near({ codes, rest }, site) {
  const close = (names, word) => names.filter((name) => {
    const slips = Math.min(word.length, name.length) > 3 ? 2 : 1;
    return (word.length > 3 && name.includes(word)) || distance(bare(word), bare(name)) <= slips;
  });
  const found = [];
  for (const word of rest.filter((one) => !named(site.pages, one)).slice(0, 8).map((one) => one.slice(0, 40))) {
    const competencies = close(site.competencies, word);
    for (const id of competencies) found.push(...codes.slice(0, 2).map((code) => `levels/${code}/${id}/`), `competencies/${id}/`);
    found.push(...close(site.topics, word).map((topic) => `guide/${topic}/`), ...close(site.pages, word).map((page) => `${page}/`));
  }
  found.push(...codes.map((code) => `levels/${code}/`));
  return [...new Set(found)].slice(0, 5);
}

/**
 * The page that `path`, relative to the app's root, refers to: as `page`, with the escaped query and
 * fragment behind it as `query` and `hash`. If there is none, `near` has the closest pages.
 */
export function meant(path, site) {
  const [, before, query, hash] = unescaped(path.slice(0, 2000)).match(/^([^?#]*)(\?[^#]*)?(#.*)?$/su);
  // Text after a space, a bracket or a quote may be the prose that follows the address.
  for (const part of [before, before.replace(/[\s()[\]{}<>"“”«»,;].*$/su, "")]) {
    const page = pageOf(taken(part, site.levels), site);
    if (page !== undefined) return { page, query: query ?? "", hash: hash ?? "", near: [] };
  }
  return { near: near(taken(before, site.levels), site) };
}
