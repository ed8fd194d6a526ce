// Which page of this site an unknown address means: another case, a missing or doubled slash, signs of
// the prose around it, a file's ending, a name in the singular. Knows names only: `site` lists those of
// the levels, competencies, topics, single pages and parts of My growth, and the same for each further
// ladder, so nothing leads to anywhere else.

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

/** The level that a word names: also with leading zeros, also without its hyphens. */
function level(levels, word) {
  const short = (name) => name.replaceAll("-", "").replace(/(^|\D)0+(?=\d)/g, "$1");
  return levels.includes(word) ? word : levels.find((name) => short(name) === short(word));
}

/** The levels that a piece of a word names: one, or two with nothing between. */
function levelsOf(levels, piece) {
  const one = level(levels, piece);
  if (one !== undefined) return [one];
  for (let at = 1; at < Math.min(piece.length, 80); at += 1) {
    const both = [piece.slice(0, at), piece.slice(at)].map((half) => level(levels, half));
    if (both.every((half) => half !== undefined)) return both;
  }
  return [];
}

/** The levels in a word, and what else it says. */
function inWord(word, site) {
  const levels = [];
  const others = [];
  const pieces = word.split("-");
  const longest = Math.max(1, ...site.levels.map((name) => name.split("-").length));
  while (pieces.length > 0) {
    // A level's name may have hyphens itself: the longest that fits is meant.
    let length = Math.min(longest, pieces.length);
    while (length > 1 && level(site.levels, pieces.slice(0, length).join("-")) === undefined) length -= 1;
    const piece = pieces.splice(0, length).join("-");
    const found = levelsOf(site.levels, piece);
    levels.push(...found);
    if (found.length === 0) others.push(piece);
  }
  return { levels, other: others.join("-") };
}

/** The levels in the words of a path, and what else they say. */
function taken(path, site) {
  const codes = [];
  const rest = [];
  const isNamed = (word) => [site.competencies, site.topics, site.pages].some((names) => named(names, word));
  for (const word of path) {
    const whole = level(site.levels, word);
    if (whole !== undefined) codes.push(whole);
    else if (isNamed(word)) rest.push(word);
    else {
      const { levels, other } = inWord(word, site);
      codes.push(...levels);
      // Between two codes stands “to” or “vs”.
      if (other && !["to", "vs", "and", "versus"].includes(other)) rest.push(other);
    }
  }
  return { codes, rest };
}

/** The ladder that the first word of a path names, with the words behind it; or else the site's first. */
function within(path, site) {
  const [first, ...behind] = words(path);
  const ladders = site.ladders ?? [];
  const id = first && named(ladders.map((ladder) => ladder.id), first);
  const ladder = ladders.find((one) => one.id === id);
  return ladder ? { own: ladder, folder: `${id}/`, path: behind } : { own: site, folder: "", path: words(path) };
}

function pageOf({ codes, rest }, site) {
  const folder = (word) => named(["levels", "competencies", "compare", "guide"], folders.get(bare(word)) ?? word);
  const inside = rest.map(folder).filter(Boolean);
  const others = rest.filter((word) => !folder(word));
  const [first, second] = codes;
  const part = codes.length === 0 && rest.length === 2 && named(["growth"], rest[0]) && named(site.growth ?? [], rest[1]);
  if (part) return `growth/${part}/`;
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
  if (first) return page === "talk" && !second ? `talk/${first}/` : undefined;
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
 * fragment behind it as `query` and `hash`. If there is none, `near` has the closest pages, and `asked`
 * its words, to search for.
 */
export function meant(path, site) {
  const [, before, query, hash] = unescaped(path.slice(0, 2000)).match(/^([^?#]*)(\?[^#]*)?(#.*)?$/su);
  // Text after a space, a bracket or a quote may be the prose that follows the address.
  for (const part of [before, before.replace(/[\s()[\]{}<>"“”«»,;].*$/su, "")]) {
    const { own, folder, path: behind } = within(part, site);
    const page = pageOf(taken(behind, own), own);
    if (page !== undefined) return { page: folder + page, query: query ?? "", hash: hash ?? "", near: [] };
  }
  const { own, folder, path: behind } = within(before, site);
  const asked = behind.filter((word) => !named(["levels", "competencies", "compare", "guide"], word)).join(" ").replaceAll("-", " ").slice(0, 60);
  return { near: near(taken(behind, own), own).map((page) => folder + page), asked };
}
