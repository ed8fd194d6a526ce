// Runs the builder of the last build in a folder of its own, as its users do.
import { spawn, spawnSync } from "node:child_process";
import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after } from "node:test";

import { builder } from "./paths.mjs";

export { builder, root } from "./paths.mjs";
const program = join(builder, "ladder-explorer.mjs");

/** A new folder, with a name as people give them; deleted after the tests. */
export function folder() {
  const made = mkdtempSync(join(tmpdir(), "ladders of Zoë "));
  after(() => rmSync(made, { recursive: true, force: true }));
  return made;
}

export function run(cwd, ...args) {
  const { status, stdout, stderr } = spawnSync(process.execPath, [program, ...args], { cwd, encoding: "utf8" });
  return { status, stdout, stderr };
}

/** Starts the program, and sends it a signal once it says that it is at work. */
export function stopped(cwd, signal, ...args) {
  return new Promise((done) => {
    const child = spawn(process.execPath, [program, ...args], { cwd });
    let stderr = "";
    let isSent = false;
    child.stderr.on("data", (text) => {
      stderr += text;
      if (stderr.includes("pages: 200") && !isSent) isSent = child.kill(signal);
    });
    child.on("exit", (status) => done({ status, stderr }));
  });
}

/** The path of each file below a folder. */
export function files(under, path = "") {
  return readdirSync(join(under, path)).sort().flatMap((name) => {
    const inner = join(path, name);
    return statSync(join(under, inner)).isDirectory() ? files(under, inner) : [inner];
  });
}

export const text = (...path) => readFileSync(join(...path), "utf8");
