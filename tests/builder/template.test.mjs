// The template: from its folder to a site, by the steps of its own workflow, with the builder of the build.
import assert from "node:assert/strict";
import { spawnSync } from "node:child_process";
import { cpSync, existsSync, readdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { test } from "node:test";

import { builder, folder, root, text } from "./run.mjs";

/** The shell steps of a workflow by name: the lines below `run: |`, which are indented further. */
function steps(workflow) {
  const found = new Map();
  for (const step of workflow.split(/^ {6}- /m).slice(1)) {
    const name = /^name: (.*)$/m.exec(step)?.[1];
    const script = /^ {8}run: \|\n((?: {10}.*\n|\n)+)/m.exec(step)?.[1];
    if (script) found.set(name, script.replaceAll(/^ {10}/gm, ""));
  }
  return found;
}

const workflow = text(builder, "template", ".github", "workflows", "pages.yml");
const scripts = steps(workflow);

/** Runs a step as GitHub does. */
const step = (cwd, name, env = {}) => {
  const { status, stdout, stderr } = spawnSync("bash", ["-e", "-o", "pipefail", "-c", scripts.get(name)], { cwd, encoding: "utf8", env: { PATH: process.env.PATH, ...env } });
  return { status, told: stdout + stderr };
};

function repository() {
  const at = folder();
  cpSync(join(builder, "template"), at, { recursive: true });
  cpSync(builder, join(at, "builder"), { recursive: true });
  return at;
}

test("it has what a repository needs, and the ladder to begin with is ours", () => {
  const at = repository();
  assert.deepEqual([...scripts.keys()], ["Fetch the builder", "Check the ladders", "Make the site"]);
  assert.deepEqual(readdirSync(join(at, "ladders")).sort(), ["ladder.schema.json", "site.json", "site.schema.json", "small-company.json"]);
  assert.equal(text(at, "ladders", "small-company.json"), text(root, "ladders", "small-company.json"));
});

test("without an address of a builder it stops, and says where to write it", () => {
  const { status, told } = step(repository(), "Fetch the builder", { BUILDER_URL: "", BUILDER_SHA256: "" });
  assert.equal(status, 1);
  assert.match(told, /::error::.*Remedy: .*BUILDER_URL/);
});

test("until the site has an id of its own it stops; then it makes a site", () => {
  const at = repository();
  const refused = step(at, "Check the ladders");
  assert.equal(refused.status, 1);
  assert.match(refused.told, /ladders\/site\.json: id: .*such as acme-ladders/);

  const site = text(at, "ladders", "site.json");
  writeFileSync(join(at, "ladders", "site.json"), site.replace(/"id": "[^"]*"/, '"id": "acme-ladders"'));
  for (const name of ["Check the ladders", "Make the site"]) {
    const { status, told } = step(at, name, { SITE_URL: "https://name.example/ladders/" });
    assert.equal(status, 0, told);
  }
  const home = text(at, "site", "index.html");
  assert.match(home, /data-site="acme-ladders"/);
  assert.match(home, /property="og:image" content="https:\/\/name\.example\/ladders\/share\/_site\.png"/);
  assert.ok(existsSync(join(at, "site", "share", "_site.png")));
});

test("no workflow guesses an owner's name or address, and each action has a version", () => {
  const own = join(root, ".github", "workflows");
  for (const yaml of [workflow, ...readdirSync(own).map((name) => text(own, name))]) {
    assert.doesNotMatch(yaml, /github\.io|repository_owner|github\.com\//);
    for (const [, action] of yaml.matchAll(/uses: (\S+)/g)) assert.match(action, /^actions\/[a-z-]+@v\d+$/);
  }
});
