// Prints the seconds and the most memory that the builder takes for our site and for one of a ladder of 20
// levels and 20 competencies, with pictures and without. Needs a build.
import { spawnSync } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";

import { largeLadder } from "../fixtures/large-ladder.mjs";
import { builder, root } from "./paths.mjs";

const memory = "data:text/javascript,process.on('exit',()=>console.error(`most ${process.resourceUsage().maxRSS}`))";
const at = mkdtempSync(join(tmpdir(), "speed-"));
try {
  writeFileSync(join(at, "large.json"), JSON.stringify(largeLadder(20, 20)));
  const ours = ["site.json", "technical-leadership.json", "guide.json", "small-company.json"].map((name) => join(root, "ladders", name));
  for (const [name, files] of [["ours", ours], ["20 by 20", [join(at, "large.json"), "--id", "large"]]]) {
    for (const options of [[], ["--no-pictures"]]) {
      const { stdout, stderr } = spawnSync(process.execPath, ["--import", memory, join(builder, "ladder-explorer.mjs"), "build", ...files, "--out", join(at, "site"), ...options], { encoding: "utf8" });
      const most = Math.max(...[...stderr.matchAll(/^most (\d+)/gm)].map(([, kilobytes]) => Number(kilobytes)));
      console.log(`${name}${options.length ? ", no pictures" : ""}: ${stdout.trim().split(": ")[1]}, at most ${Math.round(most / 1024)} MiB`);
    }
  }
} finally {
  rmSync(at, { recursive: true });
}
