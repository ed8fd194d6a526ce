// Prints the seconds and the most memory that the builder takes for our site and for one of a ladder of 20
// levels and 20 competencies, with pictures and without. Needs a build.
import { spawnSync } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";

import { largeLadder } from "../fixtures/large-ladder.mjs";
import { builder, root } from "./paths.mjs";

// Seconds of the processor do not depend on what else the machine does.
const used = "data:text/javascript,process.on('exit',()=>{const{maxRSS:a,userCPUTime:b,systemCPUTime:c}=process.resourceUsage();console.error(`used ${a} ${b+c}`)})";
const at = mkdtempSync(join(tmpdir(), "speed-"));
try {
  writeFileSync(join(at, "large.json"), JSON.stringify(largeLadder(20, 20)));
  const ours = ["site.json", "technical-leadership.json", "guide.json", "small-company.json"].map((name) => join(root, "ladders", name));
  for (const [name, files] of [["ours", ours], ["20 by 20", [join(at, "large.json"), "--id", "large"]]]) {
    for (const options of [[], ["--no-pictures"]]) {
      const { stdout, stderr } = spawnSync(process.execPath, ["--import", used, join(builder, "ladder-explorer.mjs"), "build", ...files, "--out", join(at, "site"), ...options], { encoding: "utf8" });
      const all = [...stderr.matchAll(/^used (\d+) (\d+)/gm)];
      const most = (column) => Math.max(...all.map((line) => Number(line[column])));
      console.log(`${name}${options.length ? ", no pictures" : ""}: ${stdout.trim().split(": ")[1]}, ${(most(2) / 1e6).toFixed(1)} s of processor, at most ${Math.round(most(1) / 1024)} MiB`);
    }
  }
} finally {
  rmSync(at, { recursive: true });
}
