// Reads the file in which Firefox saves its open tabs, to restore them after a crash.
import { readFile } from "node:fs/promises";
import { join } from "node:path";

const MAGIC = "mozLz40\0";

/** The text of the session file in a profile, or null if there is none. */
export async function sessionFile(profile) {
  const bytes = await readFile(join(profile, "sessionstore-backups", "recovery.jsonlz4")).catch(() => null);
  return bytes && unpack(bytes);
}

/** Unpacks Mozilla's LZ4: eight characters, the size, and one LZ4 block. */
export function unpack(bytes) {
  if (bytes.toString("latin1", 0, 8) !== MAGIC) throw new Error("no session file of Firefox");
  const out = Buffer.alloc(bytes.readUInt32LE(8));
  let [from, to] = [12, 0];
  const length = (first) => {
    let sum = first;
    for (let more = first === 15 ? 255 : 0; more === 255; sum += more) more = bytes[from++];
    return sum;
  };
  while (from < bytes.length) {
    const token = bytes[from++];
    const literals = length(token >> 4);
    bytes.copy(out, to, from, from + literals);
    from += literals;
    to += literals;
    if (from >= bytes.length) break;
    const distance = bytes.readUInt16LE(from);
    from += 2;
    // A match may overlap what it writes, so it is copied byte by byte.
    for (let left = length(token & 15) + 4; left > 0; left -= 1, to += 1) out[to] = out[to - distance];
  }
  return out.toString("utf8", 0, to);
}
