// Prints the code size of a program of the last release build, before wasm-opt, by crate or by modules
// of this one. Usage: node scripts/wasm-crates.mjs quiz [MODULES]
import { readFileSync } from "node:fs";

const [program = "quiz", ...modules] = process.argv.slice(2);
const path = new URL(`../target/wasm32-unknown-unknown/release/${program}.wasm`, import.meta.url);
const bytes = readFileSync(path);
let at = 8;
const number = () => {
  let value = 0;
  for (let shift = 0; ; shift += 7) {
    const byte = bytes[at++];
    value += (byte & 127) * 2 ** shift;
    if (byte < 128) return value;
  }
};
const text = () => {
  const length = number();
  at += length;
  return bytes.toString("utf8", at - length, at);
};

let imported = 0;
const sizes = [];
const names = new Map();
const sections = {};
while (at < bytes.length) {
  const id = bytes[at++];
  const size = number();
  const end = at + size;
  sections[id] = (sections[id] ?? 0) + size;
  if (id === 2) {
    for (let left = number(); left > 0; left -= 1) {
      text();
      text();
      const kind = bytes[at++];
      if (kind === 0) { imported += 1; number(); }
      else if (kind === 3) { at += 2; }
      else { if (kind === 1) at += 1; const limits = bytes[at++]; number(); if (limits & 1) number(); }
    }
  } else if (id === 10) {
    for (let left = number(); left > 0; left -= 1) {
      const length = number();
      sizes.push(length);
      at += length;
    }
  } else if (id === 0 && text() === "name") {
    while (at < end) {
      const kind = bytes[at++];
      const stop = number() + at;
      if (kind === 1) for (let left = number(); left > 0; left -= 1) { const index = number(); names.set(index, text()); }
      at = stop;
    }
  }
  at = end;
}

/** The path of a function, such as `core::ptr::drop_in_place`; for an implementation, that of its type
 * or trait. */
function pathOf(mangled = "unknown") {
  // The newer mangling, used in the standard library: the crate follows its hash.
  const crate = /Cs[0-9A-Za-z]+_(\d+)/.exec(mangled);
  if (mangled.startsWith("_R") && crate) return [mangled.slice(crate.index + crate[0].length).replace(/^_/, "").slice(0, Number(crate[1]))];
  let rest = mangled.replace(/^_ZN/, "");
  const parts = [];
  for (let found; (found = /^\d+/.exec(rest)); ) {
    const end = found[0].length + Number(found[0]);
    parts.push(rest.slice(found[0].length, end));
    rest = rest.slice(end);
  }
  const plain = parts.join("::").replaceAll("..", "::").replaceAll("$u20$", " ").replaceAll("$LT$", "<").replaceAll("$GT$", ">").replace(/\$\w+\$/g, "");
  // `<T as a::B>` and `<&a::B as c::D>`: the first path with a crate.
  return /[a-z_]\w*::[\w:]+/.exec(plain.replace(/^_?</, " "))?.[0].split("::") ?? [plain || mangled];
}

const by = new Map();
for (const [at, size] of sizes.entries()) {
  const path = pathOf(names.get(imported + at));
  const own = path[0] === "ladder_explorer" && modules.length > 0;
  const key = own ? path.slice(0, 3).join("::") : path[0];
  by.set(key, (by.get(key) ?? 0) + size);
}
const total = sizes.reduce((sum, size) => sum + size, 0);
console.log(`${program}: ${total.toLocaleString("en")} bytes of code, ${(sections[11] ?? 0).toLocaleString("en")} of data, before wasm-opt`);
for (const [key, size] of [...by].sort((a, b) => b[1] - a[1]).slice(0, modules.length > 0 ? 60 : 16)) {
  console.log(`${size.toLocaleString("en").padStart(9)} ${(100 * size / total).toFixed(1).padStart(5)} %  ${key}`);
}
