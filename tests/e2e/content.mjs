// The content that the pages are made from, as the tests ask for it. Shared with the engines' journeys.
import { readFileSync } from "node:fs";

export const content = (file) => JSON.parse(readFileSync(new URL(`../../ladders/${file}`, import.meta.url), "utf8").replace(/^\uFEFF/, ""));

/** A ladder with its cells by the codes of the levels, and each scheme with its titles. */
function byCode(ladder) {
  const levels = ladder.levels.map((level) => ({ ...level, summary: level.about }));
  const code = new Map(levels.map((level) => [level.id, level.code ?? level.id]));
  const cell = (item, id) => ({ ...item.cells[item.cells[id].as ?? id], detail: item.cells[item.cells[id].as ?? id].text });
  const lean = ({ weight = {} }) => {
    const [[track, most], [, next]] = Object.entries(weight).sort(([, a], [, b]) => b - a);
    return most - next >= 2 ? track : "both";
  };
  return {
    ...ladder,
    levels,
    competencies: ladder.competencies.map((item) => ({
      ...item,
      dimension: item.group,
      lean: Object.keys(item.weight ?? {}).length > 1 ? lean(item) : undefined,
      expectations: Object.fromEntries(Object.entries(item.cells).filter(([, { none }]) => !none).map(([id]) => [code.get(id), cell(item, id)])),
    })),
    dimensions: ladder.groups,
    titleSchemes: (ladder.titleSchemes ?? []).map((scheme) => ({
      ...scheme,
      titles: Object.fromEntries(levels.filter(({ titles }) => titles?.[scheme.id]).map((level) => [level.code, level.titles[scheme.id]])),
    })),
  };
}

const site = content("site.json");
/** The ladders of the site, the default one first. */
export const ladders = site.ladders.map(({ file }) => byCode(content(file)));
export const [ladder] = ladders;
export const siteId = site.id;
