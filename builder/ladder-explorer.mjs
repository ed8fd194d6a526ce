#!/usr/bin/env node
// Checks ladders, and makes a site of them, with nothing but Node 20 or newer. The work is done by make.mjs
// in a thread of its own, so that it can be stopped at any time.
import { existsSync, mkdirSync, readdirSync, readFileSync, realpathSync, renameSync, rmdirSync, rmSync, statSync, writeFileSync } from "node:fs";
import { basename, dirname, join, resolve } from "node:path";
import { parseArgs } from "node:util";
import { Worker } from "node:worker_threads";

const USAGE = `node ladder-explorer.mjs check FILE…
node ladder-explorer.mjs build FILE… --out DIR [--site-url https://…/] [--id ID] [--name NAME] [--no-pictures]
node ladder-explorer.mjs import FILE… --out LADDER.json [--choose ID=ANSWER]… [--accept] [--force]

FILE           a ladder, a guide to one, or site.json, which names the others
--out          the folder to write; new, empty, or an earlier output of this program, which is replaced
--site-url     where the site will stand, for previews of shared links
--id           the id of the site, under which browsers keep records: a–z, 0–9 and “-”
--name         the name of the site
--no-pictures  shared links have no picture; faster

import makes a ladder of a sheet, a document, or the YAML or JSON of another ladder tool. It says what it read,
what it left out, and what it had to guess.

--choose       answers a question by its id; may be repeated
--accept       takes the guesses for all questions that are left
--force        overwrites the file

Exit codes: 0 all is well, 1 a file needs a change, 2 wrong use or a folder that cannot be written.
`;
/** The file that every site has, and its text. */
const MARKER = ["ladder-explorer.txt", "ladder-explorer\n"];
/** The most bytes of a file that are read at all; a ladder has its own limits. */
const MOST = 16 * 1024 * 1024;
const CONTENT_FAULT = 1;
const WRONG_USE = 2;

const say = (text) => process.stderr.write(`${text}\n`);

/** What stops the program, with the remedy. */
class Stop extends Error {
  constructor(code, what, remedy) {
    super(what);
    this.code = code;
    this.remedy = remedy;
  }
}
const wrong = (what, remedy) => new Stop(WRONG_USE, what, remedy);

// --- What is asked ---

const TEXT = { type: "string" };
const FLAG = { type: "boolean" };
const OPTIONS = { out: TEXT, choose: { type: "string", multiple: true }, accept: FLAG, force: FLAG, "site-url": TEXT, id: TEXT, name: TEXT, "no-pictures": FLAG, help: { type: "boolean", short: "h" } };

function asked(args) {
  let parsed;
  try {
    parsed = parseArgs({ args, options: OPTIONS, allowPositionals: true });
  } catch (error) {
    throw wrong(error.message, "node ladder-explorer.mjs --help shows all options");
  }
  const { values, positionals: [command, ...paths] } = parsed;
  if (values.help || command === "help") return { command: "help" };
  if (!["check", "build", "import"].includes(command)) throw wrong(command ? `there is no command “${command}”` : "no command is given", "check, build or import; --help shows how");
  if (paths.length === 0) throw wrong("no file is given", `node ladder-explorer.mjs ${command} ladder.json`);
  if (command === "build" && !values.out) throw wrong("no folder is given", "--out DIR names the folder to write");
  const url = values["site-url"];
  if (url && !/^https:\/\/[^\s"'<>]+$/.test(url)) throw wrong(`--site-url is “${url}”`, "write all of it, such as https://name.example/ladders/");
  return { command, paths, values };
}

/** The files by name; two of one name would be taken for one. */
function brought(paths) {
  const files = new Map();
  for (const path of paths) {
    const name = basename(path);
    const there = statSync(path, { throwIfNoEntry: false });
    if (!there) throw wrong(`${path} is not there`, "look at the name and the folder");
    if (!there.isFile()) throw wrong(`${path} is not a file`, "name the files in it");
    if (there.size > MOST) throw new Stop(CONTENT_FAULT, `${path} is larger than any ladder`, "bring the file of one ladder");
    if (files.has(name)) throw wrong(`${files.get(name).path} and ${path} have the same name`, "rename one of them");
    files.set(name, { path, bytes: readFileSync(path) });
  }
  return files;
}

// --- The folder ---

/** The folder to write. It must be new, empty, or an earlier output. */
function place(out) {
  const folder = existsSync(out) ? realpathSync(out) : resolve(out);
  if (!existsSync(folder)) return folder;
  if (!statSync(folder).isDirectory()) throw wrong(`${out} is a file`, "name a folder");
  const names = readdirSync(folder);
  const marker = join(folder, MARKER[0]);
  const isOurs = statSync(marker, { throwIfNoEntry: false })?.isFile() && readFileSync(marker, "utf8") === MARKER[1];
  if (names.length > 0 && !isOurs) throw wrong(`${out} is not empty, and no earlier output of this program`, "name another folder");
  return folder;
}

/** A name in an earlier output that no site has: someone put it there, so it is not ours to delete. */
function stranger(old, made) {
  const known = new Set(readdirSync(made));
  const hashed = /^[a-z-]+-[0-9a-f]{16}(?:_bg)?\.(?:js|json|wasm)$/;
  const isLadder = (name) => existsSync(join(old, name, "levels", "index.html"));
  return readdirSync(old).find((name) => !known.has(name) && !hashed.test(name) && !["share", "quiz", "guide", "compare"].includes(name) && !isLadder(name));
}

/** Puts what was made in the place of the folder, in one step that leaves either the old or the new. */
function put(made, folder) {
  if (!existsSync(folder)) return renameSync(made, folder);
  const old = `${made}.old`;
  const name = stranger(folder, made);
  if (name) throw wrong(`${folder} has ${name}, which this program did not write`, "move it elsewhere, or name another folder");
  renameSync(folder, old);
  try {
    renameSync(made, folder);
  } catch (error) {
    renameSync(old, folder);
    throw error;
  }
  return rmSync(old, { recursive: true });
}

// --- The work ---

/** Runs make.mjs. A signal stops it at once; the exit code is then 128 and the signal's number. */
function work(data) {
  return new Promise((done, failed) => {
    const worker = new Worker(new URL("make.mjs", import.meta.url), { workerData: data });
    let cause = new Error("the work ended early");
    for (const [signal, number] of [["SIGHUP", 1], ["SIGINT", 2], ["SIGTERM", 15]]) {
      process.on(signal, () => {
        cause = new Stop(128 + number, "stopped; nothing was written");
        worker.terminate();
      });
    }
    worker.on("message", ({ progress, told }) => (told ? done(told) : say(progress)));
    worker.on("error", (error) => (cause = error));
    // Only now does it write no more.
    worker.on("exit", () => failed(cause));
  });
}

/** Reads a ladder from files of other kinds, and writes it; nothing while a question is open. */
async function bring(files, { out, choose = [], accept, force }) {
  const choices = Object.fromEntries(choose.map((pair) => {
    const at = pair.indexOf("=");
    if (at < 1) throw wrong(`“${pair}” is no answer`, "--choose ID=ANSWER");
    return [pair.slice(0, at).trim(), pair.slice(at + 1).trim()];
  }));
  if (out && existsSync(out) && !force) throw wrong(`${out} is there already`, "name another file, or overwrite it with --force");
  const { refused, told, report: found, faults, ladder } = await work({ files, choices });
  if (refused) throw new Stop(CONTENT_FAULT, refused.join("\n"), "mend what is named, or bring another file");
  process.stdout.write(told);
  for (const { place: at, problem } of faults) console.log(`to mend: ${at}: ${problem}`);
  if (found.guessed.length > 0 && !accept) throw new Stop(CONTENT_FAULT, "nothing is written while a question is open", "answer with --choose ID=ANSWER, or take all guesses with --accept");
  if (!out) return console.log("\nNothing is written: name a file with --out.");
  writeFileSync(out, ladder);
  console.log(`\nWritten to ${out}.`);
  if (faults.length > 0) throw new Stop(CONTENT_FAULT, `${out} needs a change before it can be shown`, "mend what is named above");
}

/** Prints what was found in the files; throws if one needs a change. */
function report({ file, faults, ladders }, files, withAdvice) {
  if (faults) {
    for (const { place: at, problem } of faults) say(`${files.get(file)?.path ?? file}: ${at}: ${problem}`);
    const noId = file === "site.json" && !files.has(file);
    throw new Stop(CONTENT_FAULT, `${files.get(file)?.path ?? file} needs a change`, noId ? "add --id ID, or a site.json" : "mend what is named above");
  }
  for (const { name, tracks, levels, competencies, advice } of ladders) {
    say(`“${name}”: tracks ${tracks}, levels ${levels}, competencies ${competencies}`);
    if (withAdvice) for (const { place: at, problem } of advice) say(`  could be better: ${at}: ${problem}`);
  }
}

async function main(args) {
  const { command, paths, values } = asked(args);
  if (command === "help") return process.stdout.write(USAGE);
  const files = brought(paths);
  if (command === "import") return bring([...files].map(([name, { bytes }]) => [name, bytes]), values);
  // A site has to have an id; a ladder can be checked before there is one.
  const id = values.id ?? (command === "check" && !files.has("site.json") ? "not-chosen-yet" : undefined);
  const data = {
    files: [...files].map(([name, { bytes }]) => [name, bytes]),
    options: { id, name: values.name, url: values["site-url"], pictures: !values["no-pictures"] },
  };
  if (command === "check") {
    report(await work(data), files, true);
    return console.log("all files are fine");
  }
  const began = performance.now();
  const folder = place(values.out);
  const parent = dirname(folder);
  const madeParent = mkdirSync(parent, { recursive: true });
  const made = `${folder}.new-${process.pid}`;
  mkdirSync(made);
  try {
    const told = await work({ ...data, made });
    report(told, files, false);
    put(made, folder);
    return console.log(`${values.out}: ${told.pages} pages, ${((performance.now() - began) / 1000).toFixed(1)} s`);
  } catch (error) {
    rmSync(made, { recursive: true, force: true, maxRetries: 5 });
    // Folders that were made on the way go too, if nobody else has used them.
    for (let at = parent; madeParent && at.startsWith(madeParent); at = dirname(at)) {
      try {
        rmdirSync(at);
      } catch {
        break;
      }
    }
    throw error;
  }
}

main(process.argv.slice(2)).catch((error) => {
  say(`error: ${error.message}`);
  if (error.remedy) say(`remedy: ${error.remedy}`);
  else if (error.code === "ENOSPC") say("remedy: make room on the disk");
  else if (["EACCES", "ENOENT", "EPERM", "EROFS"].includes(error.code)) say("remedy: name a folder that you may write");
  process.exitCode = typeof error.code === "number" ? error.code : WRONG_USE;
});
