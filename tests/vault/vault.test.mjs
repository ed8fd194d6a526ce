// Run with node --test. VAULT names another folder to test, such as a copy broken on purpose.
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { test } from "node:test";

const folder = process.env.VAULT ?? new URL("../../src/web/lock", import.meta.url).href;
const { createVault } = await import(`${folder}/vault.mjs`);
const { OLD: OLD_PLACE, OLD_PREFIX, SHORTEST, VaultError, isEncrypted, layout } = await import(`${folder}/format.mjs`);
const { cipherOf } = await import(`${folder}/cipher.mjs`);
const SITE = "here";
const { prefix: PREFIX, LOCK, MARK, KEPT, ASK } = layout(SITE);

const OLD = "correct horse battery";
const NEW = "andere Worte, längere";
const k = (name) => PREFIX + name;

/** One origin's storage on disk; each tab sees it through its own Storage. */
class Disk {
  data = new Map();
  quota = 5_242_880;
  tabs = [];
  writes = 0;
  fault = () => undefined;
  size = () => [...this.data].reduce((sum, [key, text]) => sum + key.length + text.length, 0);
  copy() {
    const other = new Disk();
    other.data = new Map(this.data);
    return other;
  }
  tab() {
    const disk = this;
    const tab = {
      listener: null,
      get length() { return disk.data.size; },
      key: (at) => [...disk.data.keys()][at] ?? null,
      getItem: (key) => (disk.fault("get", key), disk.data.get(key) ?? null),
      setItem(key, text) {
        const change = () => {
          const grown = disk.size() - (disk.data.has(key) ? key.length + disk.data.get(key).length : 0) + key.length + text.length;
          if (grown > disk.quota) throw Object.assign(new Error("full"), { name: "QuotaExceededError", code: 22 });
          disk.data.set(key, text);
        };
        disk.writes += 1;
        (disk.fault("set", key, text, disk.writes) ?? change)(change);
        disk.tell(tab, key);
      },
      removeItem(key) {
        const change = () => disk.data.delete(key);
        disk.writes += 1;
        (disk.fault("remove", key, null, disk.writes) ?? change)(change);
        disk.tell(tab, key);
      },
    };
    this.tabs.push(tab);
    return tab;
  }
  tell(from, key) {
    for (const tab of this.tabs) if (tab !== from && tab.listener) setImmediate(() => tab.listener(key));
  }
}

const instant = { now: () => 1_800_000_000_000, wait: () => new Promise(setImmediate) };
const turns = async (count = 30) => { for (let at = 0; at < count; at += 1) await new Promise(setImmediate); };
const until = async (holds) => { for (let at = 0; at < 200 && !holds(); at += 1) await rest(); assert.ok(holds()); };
const rest = () => new Promise((done) => { setTimeout(done, 40); });
function make(disk, more = {}) {
  const told = { saved: [], outside: [], states: [] };
  const local = more.local ?? disk.tab();
  const session = more.session ?? new Disk().tab();
  const vault = createVault({
    site: SITE, local, session, crypto: globalThis.crypto, clock: instant, iterations: 1000,
    onSaved: (...all) => told.saved.push(all),
    onOutside: (...all) => told.outside.push(all),
    onState: (state) => told.states.push(state),
    ...more,
  });
  local.listener = (key) => vault.outside(key);
  return Object.assign(vault, { told, local, session });
}
const refuse = () => { throw Object.assign(new Error(), { name: "SecurityError" }); };
const refused = { get length() { return refuse(); }, key: refuse, getItem: refuse, setItem: refuse, removeItem: refuse };
/** A clock that advances only by `pass`. */
function stoppedClock() {
  let now = 1_800_000_000_000;
  return { clock: { ...instant, now: () => now }, pass: (ms) => { now += ms; } };
}
const code = (wanted, key) => (error) => {
  assert.ok(error instanceof VaultError, String(error?.stack));
  assert.equal(error.code, wanted);
  if (key) assert.equal(error.key, key);
  return true;
};

const personal = () => new Map([
  [k("attempt/1"), JSON.stringify({ schema: 1, answers: { "t3-scope": 4 }, note: "SECRET-NOTE with some length" })],
  [k("opinion/ü-éà-日本"), "{\"text\":\"Zoë — 日本語 🪜 SECRET-OPINION\"}"],
  [k("case/lone"), "a\ud800b\udc00\udfffc\"\\\u0000"],
  [k("case/bom"), "\ufeffstarts with a mark"],
  [k("case/empty"), ""],
  [k("aside/broken"), "{\"schema\":1,\"ans"],
  [k("unheard-of/x"), "=j not json \u2028"],
  [k("draft/other"), "{\"hidden\":\"SECRET-SETTING\"}"],
  [k("case/long"), "SECRET-LONG ".repeat(3000)],
  [k("odd"), "no kind at all"],
]);
const open = () => new Map([
  [k("setting/slash-key"), "{\"titleScheme\":\"plain\"}"],
  [k("backup/made"), "{\"at\":1}"],
  ["another-app/key", "theirs"],
]);
function filled(more = []) {
  const disk = new Disk();
  for (const [key, text] of [...personal(), ...open(), ...more]) disk.data.set(key, text);
  return disk;
}
async function locked() {
  const disk = filled();
  await make(disk).on(OLD);
  return disk;
}
async function opened(disk, more = {}, passphrase = OLD) {
  const vault = make(disk, more);
  await vault.unlock(passphrase);
  return vault;
}
async function openedDisk() {
  const disk = await locked();
  return { disk, vault: await opened(disk) };
}
async function twoTabs() {
  const disk = await locked();
  return { disk, a: await opened(disk), b: await opened(disk) };
}
const allEncrypted = (disk) => [...personal().keys()].every((key) => isEncrypted(disk.data.get(key)));
function assertPlain(disk) {
  // A mark left by a crash has no meaning without a lock.
  const left = [...disk.data].filter(([key]) => key !== MARK);
  assert.deepEqual(new Map(left.sort()), new Map([...personal(), ...open()].sort()));
}
function assertReads(vault, wanted = personal(), when = "") {
  for (const [key, text] of wanted) assert.ok(vault.get(key) === text, `${key} differs${when}`);
  for (const [key, text] of open()) assert.equal(vault.get(key), text);
}
async function unlockWith(disk, passphrases) {
  for (const passphrase of passphrases) {
    const vault = make(disk);
    if (vault.state() === "none") return { vault, passphrase: null };
    try {
      const report = await vault.unlock(passphrase);
      return { vault, passphrase, report };
    } catch (error) {
      code("wrong-passphrase")(error);
    }
  }
  throw new Error("no passphrase opens it");
}

test("on, read, change, off: byte for byte", async () => {
  const disk = filled();
  const vault = make(disk);
  assert.equal(vault.state(), "none");
  assertReads(vault);
  assert.deepEqual(await vault.on(OLD), { unreadable: [], unfinished: null });
  assert.equal(vault.state(), "open");
  assertReads(vault);
  assert.ok(allEncrypted(disk));
  for (const [key, text] of open()) assert.equal(disk.data.get(key), text);
  await vault.change(OLD, NEW);
  assertReads(vault);
  const again = make(disk);
  assert.equal(again.state(), "locked");
  assert.throws(() => again.get(k("attempt/1")), code("locked"));
  assert.throws(() => again.set(k("attempt/1"), "x"), code("locked"));
  assert.throws(() => again.remove(k("attempt/1")), code("locked"));
  assert.equal(again.get(k("setting/slash-key")), "{\"titleScheme\":\"plain\"}");
  await assert.rejects(again.unlock(OLD), code("wrong-passphrase"));
  await again.unlock(NEW);
  assertReads(again);
  assert.deepEqual(again.keys().sort(), [...personal().keys(), k("setting/slash-key"), k("backup/made")].sort());
  await again.off();
  assert.equal(again.state(), "none");
  assertPlain(disk);
  assertReads(again);
});

test("no key and no plain text in local storage", async () => {
  const disk = filled();
  const vault = make(disk);
  await vault.on(OLD);
  await vault.set(k("attempt/2"), "SECRET-NEW");
  const { key } = JSON.parse(vault.session.getItem(KEPT));
  assert.equal(Buffer.from(key, "base64").length, 32);
  const dump = JSON.stringify([...disk.data]);
  const bytes = Buffer.from(key, "base64");
  for (const form of [key, key.slice(0, 20), bytes.toString("hex"), bytes.toString("base64url"), "SECRET", OLD, Buffer.from("SECRET").toString("base64").slice(0, 7)]) {
    assert.ok(!dump.includes(form), form);
  }
});

test("a wrong passphrase says so; short ones are refused; forms of one text are one passphrase", async () => {
  const disk = filled();
  const vault = make(disk);
  await assert.rejects(vault.on("1234567"), code("short-passphrase"));
  await assert.rejects(vault.on("🪜".repeat(SHORTEST - 1)), code("short-passphrase"));
  assertPlain(disk);
  await vault.on("Ünïcode\u00a0ｐass");
  await assert.rejects(make(disk).unlock("Unicode pass"), code("wrong-passphrase"));
  await assert.rejects(make(disk).unlock(""), code("wrong-passphrase"));
  await make(disk).unlock("U\u0308ni\u0308code pass");
  await assert.rejects(vault.change("wrong one", NEW), code("wrong-passphrase"));
  await assert.rejects(vault.change("Ünïcode pass", "short"), code("short-passphrase"));
});

/** Runs `act` on copies of a disk, with a fault at the 1st, 2nd, … write, until none occurs. Returns how many did.
 * `error` is what the act threw, or why it is incomplete; `enter` opens the vault before the writes are counted. */
async function atEveryWrite(start, { act, fault, check, enter = unlocked }) {
  for (let nth = 1; ; nth += 1) {
    const disk = start.copy();
    const vault = await enter(disk);
    disk.writes = 0;
    let struck = null;
    disk.fault = fault(nth, (key) => { struck ??= key; }, disk);
    const error = await act(vault, disk).then((report) => report?.unfinished, (thrown) => thrown);
    disk.fault = () => undefined;
    if (!struck) return nth - 1;
    await check({ disk, vault, error, struck, nth });
  }
}
async function unlocked(disk) {
  const vault = make(disk);
  if (vault.state() === "locked") await vault.unlock(OLD);
  return vault;
}
const crash = (after) => (nth, strike) => {
  let dead = false;
  const stop = () => { throw new Error("the page is gone"); };
  return (how, key, _text, count) => {
    if (dead) stop();
    if (how === "get" || count !== nth) return undefined;
    return (change) => {
      strike(key);
      dead = true;
      if (after) change();
      stop();
    };
  };
};
const full = (nth, strike) => (how, key, _text, count) => how !== "set" || count < nth ? undefined : () => {
  strike(key);
  throw Object.assign(new Error("full"), { name: "NS_ERROR_DOM_QUOTA_REACHED" });
};
/** One write that stores something else. A write of the mark, or one that stored the right text after all, counts as the mark's. */
const lie = (stands) => (nth, strike, disk) => (how, key, text, count) => how !== "set" || count !== nth ? undefined : () => {
  const what = stands(text);
  if (what !== undefined) disk.data.set(key, what);
  strike(disk.data.get(key) === text ? MARK : key);
};
const acts = {
  on: { start: async () => filled(), act: (vault) => vault.on(OLD), opens: [OLD] },
  change: { start: locked, act: (vault) => vault.change(OLD, NEW), opens: [OLD, NEW] },
  off: { start: locked, act: (vault) => vault.off(), opens: [OLD] },
};
async function completes(name, disk, passphrase) {
  const { vault } = await unlockWith(disk, [passphrase ?? OLD]);
  if (name === "on") {
    if (vault.state() === "none") await vault.on(OLD);
    assert.ok(allEncrypted(disk), "resumed on leaves plain records");
  } else if (name === "off") {
    if (vault.state() === "open") await vault.off();
    assertPlain(disk);
  } else {
    if (passphrase === OLD) await vault.change(OLD, NEW);
    await assert.rejects(make(disk).unlock(OLD), code("wrong-passphrase"));
    assertReads((await unlockWith(disk, [NEW])).vault);
  }
  if (name !== "off") assertReads(vault);
}
for (const [name, { start, act, opens }] of Object.entries(acts)) {
  for (const after of [false, true]) {
    test(`crash ${after ? "after" : "before"} every write of ${name}`, async () => {
      const check = async ({ disk, struck, nth }) => {
        const copy = disk.copy();
        const { vault, passphrase } = await unlockWith(disk, opens);
        assertReads(vault, personal(), ` after ${nth} at ${struck}`);
        await completes(name, copy, passphrase);
      };
      const count = await atEveryWrite(await start(), { act, fault: crash(after), check });
      assert.ok(count >= { on: 12, change: 1, off: 13 }[name], `only ${count} writes were met`);
    });
  }
  test(`quota at every write of ${name}`, async () => {
    const check = async ({ disk, vault, error, struck }) => {
      // Only locking every tab may succeed without its mark; everything else has to report the failure.
      if (struck !== MARK || error) code("full")(error);
      assertReads(vault);
      const { vault: other, passphrase } = await unlockWith(disk.copy(), opens);
      assertReads(other);
      await completes(name, disk, passphrase);
    };
    await atEveryWrite(await start(), { act, fault: full, check });
  });
  for (const [how, stands] of Object.entries({
    "is dropped": () => undefined,
    "is cut": (text) => text.slice(0, text.length / 2),
    "is emptied": () => "",
  })) {
    test(`a write of ${name} that ${how}`, async () => {
      const check = async ({ disk, vault, error, struck }) => {
        if (struck !== MARK) code("not-written", struck)(error);
        assertReads(vault);
        assertReads((await unlockWith(disk.copy(), opens)).vault);
      };
      await atEveryWrite(await start(), { act, fault: lie(stands), check });
    });
  }
}

test("quota in the midst: everything readable, said, resumed when there is room", async () => {
  const disk = filled();
  disk.quota = disk.size() + 1200;
  const vault = make(disk);
  const { unfinished } = await vault.on(OLD);
  code("full")(unfinished);
  assertReads(vault);
  const states = [...personal().keys()].map((key) => isEncrypted(disk.data.get(key)));
  assert.ok(states.includes(true) && states.includes(false));
  await assert.rejects(vault.finish(), code("full"));
  assert.equal(vault.pending(), 0);
  disk.quota *= 2;
  await vault.finish();
  assert.ok(allEncrypted(disk));
  assertReads(vault);
});

test("quota of a single record: told, kept in memory, written later; locking waits for it", async () => {
  const { disk, vault } = await openedDisk();
  const before = disk.data.get(k("attempt/1"));
  disk.quota = disk.size() + 100;
  code("full", k("attempt/1"))(await vault.set(k("attempt/1"), "long ".repeat(500)));
  assert.deepEqual(vault.told.saved.map(([key, error]) => [key, error.code]), [[k("attempt/1"), "full"]]);
  assert.equal(disk.data.get(k("attempt/1")), before);
  assert.equal(vault.get(k("attempt/1")), "long ".repeat(500));
  assert.equal(vault.pending(), 1);
  await assert.rejects(vault.lock(), code("unsaved", k("attempt/1")));
  assert.equal(vault.session.getItem(KEPT), null);
  vault.touch();
  await turns();
  assert.equal(vault.session.getItem(KEPT), null);
  disk.quota *= 2;
  await vault.flush();
  assert.equal(vault.pending(), 0);
  await vault.lock();
  assert.equal(vault.state(), "locked");
  await vault.unlock(OLD);
  assert.equal(vault.get(k("attempt/1")), "long ".repeat(500));
  disk.quota = disk.size();
  await vault.set(k("attempt/1"), "longer ".repeat(900));
  await vault.lock({ force: true });
  await vault.unlock(OLD);
  assert.equal(vault.get(k("attempt/1")), "long ".repeat(500));
});

test("a lock record cut at every byte: said, never overwritten, nothing changed", async () => {
  const disk = await locked();
  const whole = disk.data.get(LOCK);
  for (let length = 0; length < whole.length; length += 1) {
    disk.data.set(LOCK, whole.slice(0, length));
    const before = JSON.stringify([...disk.data]);
    const vault = make(disk);
    assert.equal(vault.state(), "damaged");
    for (const step of [vault.unlock(OLD), vault.on(NEW), vault.change(OLD, NEW)]) await assert.rejects(step, code("damaged-lock", LOCK));
    await assert.rejects(vault.off(), code("damaged-lock"));
    assert.equal(await vault.resume(), null);
    assert.throws(() => vault.get(k("attempt/1")), code("damaged-lock"));
    assert.throws(() => vault.set(k("attempt/1"), "x"), code("damaged-lock"));
    assert.throws(() => vault.remove(k("attempt/1")), code("damaged-lock"));
    assert.equal(JSON.stringify([...disk.data]), before);
  }
  disk.data.set(LOCK, whole);
  await make(disk).unlock(OLD);
});

test("a lock record changed at every byte: opens, or says that it is damaged", async () => {
  const disk = await locked();
  const whole = disk.data.get(LOCK);
  const seen = {};
  for (let at = 0; at < whole.length; at += 1) {
    const other = disk.copy();
    const char = whole[at] === "A" ? "B" : "A";
    other.data.set(LOCK, whole.slice(0, at) + char + whole.slice(at + 1));
    const before = JSON.stringify([...other.data]);
    const outcome = await make(other).unlock(OLD).then(() => "opens", (error) => error.code);
    seen[outcome] = (seen[outcome] ?? 0) + 1;
    assert.equal(JSON.stringify([...other.data]), before);
  }
  assert.deepEqual(Object.keys(seen).sort(), ["damaged-lock", "opens"]);
  assert.ok(seen["damaged-lock"] > seen.opens);
});

test("limits of the stored parameters, and records of a newer app", async () => {
  const disk = await locked();
  const record = JSON.parse(disk.data.get(LOCK));
  const rounds = (iterations) => ({ kdf: { ...record.kdf, iterations } });
  for (const [change, wanted, more] of [
    [rounds(99_999), "lock-limits", { iterations: undefined }],
    [rounds(100_000), "damaged-lock", { iterations: undefined }],
    [rounds(999), "lock-limits"],
    [rounds(10_000_001), "lock-limits"],
    [rounds(1e300), "lock-limits"],
    [rounds(1000.5), "damaged-lock"],
    [rounds("1000"), "damaged-lock"],
    [{ schema: 2 }, "newer-lock"],
    [{ kdf: { ...record.kdf, hash: "SHA-1" } }, "damaged-lock"],
    [{}, "opens"],
  ]) {
    const other = disk.copy();
    other.data.set(LOCK, JSON.stringify({ ...record, ...change }));
    assert.equal(await make(other, more).unlock(OLD).then(() => "opens", (error) => error.code), wanted, JSON.stringify(change));
  }
});

test("what a browser's vault writes: 600,000 rounds, a new salt and iv at each change", async () => {
  const disk = new Disk();
  const vault = make(disk, { iterations: undefined });
  await vault.on(OLD);
  const first = JSON.parse(disk.data.get(LOCK));
  assert.equal(first.kdf.iterations, 600_000);
  await vault.change(OLD, OLD);
  const second = JSON.parse(disk.data.get(LOCK));
  assert.notEqual(first.kdf.salt, second.kdf.salt);
  assert.notEqual(first.wrapped.iv, second.wrapped.iv);
  assert.equal(first.id, second.id);
});

test("swapped records are detected, byte for byte kept, never written over; others are read", async () => {
  const disk = await locked();
  const [a, b] = [k("attempt/1"), k("case/long")];
  const [one, two] = [disk.data.get(a), disk.data.get(b)];
  disk.data.set(a, two).set(b, one);
  const vault = make(disk);
  const report = await vault.unlock(OLD);
  assert.deepEqual(report.unreadable.sort(), [a, b]);
  for (const key of [a, b]) {
    assert.throws(() => vault.get(key), code("unreadable", key));
    assert.throws(() => vault.set(key, "x"), code("unreadable", key));
    assert.ok(vault.keys().includes(key));
  }
  const others = personal();
  others.delete(a);
  others.delete(b);
  assertReads(vault, others);
  await assert.rejects(vault.off(), code("unreadable"));
  assert.equal(JSON.parse(disk.data.get(LOCK)).state, "on");
  assert.equal(disk.data.get(a), two);
  vault.remove(a);
  vault.remove(b);
  await vault.off();
  assert.equal(disk.data.has(LOCK), false);
});

test("an encrypted record changed at every byte: unreadable, or not taken for the record", async () => {
  const disk = await locked();
  const key = k("case/bom");
  const whole = disk.data.get(key);
  const head = whole.indexOf("\"iv\"");
  for (let at = 0; at < whole.length; at += 1) {
    const other = disk.copy();
    const broken = whole.slice(0, at) + (whole[at] === "B" ? "C" : "B") + whole.slice(at + 1);
    other.data.set(key, broken);
    const vault = make(other);
    const { unreadable } = await vault.unlock(OLD);
    if (at >= head) {
      assert.deepEqual(unreadable, [key], `at ${at}`);
      assert.equal(other.data.get(key), broken);
    } else if (!unreadable.length) assert.equal(vault.get(key), broken);
  }
  for (let length = head; length < whole.length; length += 1) {
    disk.data.set(key, whole.slice(0, length));
    assert.deepEqual((await make(disk).unlock(OLD)).unreadable, [key]);
    assert.equal(disk.data.get(key), whole.slice(0, length));
  }
});

test("an iv is never used twice: 10,000 writes", async () => {
  const ivs = [];
  const counting = {
    getRandomValues: (bytes) => globalThis.crypto.getRandomValues(bytes),
    subtle: new Proxy(globalThis.crypto.subtle, {
      get: (subtle, name) => (...all) => {
        if (name === "encrypt") ivs.push(Buffer.from(all[0].iv).toString("hex"));
        return subtle[name](...all);
      },
    }),
  };
  const vault = make(new Disk(), { crypto: counting });
  await vault.on(OLD);
  for (let at = 0; at < 10_000; at += 1) await vault.set(k(`attempt/${at % 7}`), "the same text");
  assert.ok(ivs.length >= 10_000);
  assert.equal(new Set(ivs).size, ivs.length);
  assert.ok(ivs.every((iv) => iv.length === 24));
});

test("writes that pile up keep the newest, in order; get is at once", async () => {
  const { disk, vault } = await openedDisk();
  const key = k("attempt/1");
  let last;
  disk.writes = 0;
  for (let at = 0; at < 200; at += 1) {
    last = vault.set(key, `text ${at}`);
    assert.equal(vault.get(key), `text ${at}`);
    if (at % 20 === 0) await turns(1);
  }
  assert.equal(vault.pending(), 1);
  assert.equal(await last, null);
  assert.equal(vault.pending(), 0);
  assert.ok(disk.writes < 100, `${disk.writes} writes`);
  assert.deepEqual(vault.told.saved.at(-1), [key, null]);
  const other = await opened(disk);
  assert.equal(other.get(key), "text 199");
  vault.set(key, "one");
  vault.set(k("attempt/9"), "two");
  assert.equal(vault.pending(), 2);
  await vault.flush();
  assert.equal(vault.pending(), 0);
  // Set again from the callback that reports it as saved.
  const again = await opened(disk, { onSaved: (at) => { if (again.get(at) === "first") again.set(at, "second"); } });
  await again.set(key, "first");
  await again.flush();
  assert.equal(again.pending(), 0);
  await other.unlock(OLD);
  const third = await opened(disk);
  assert.equal(third.get(key), "second");
});

test("a text set at any moment after its key's last write is written too", async () => {
  const { disk, vault } = await openedDisk();
  const key = k("attempt/1");
  for (let wait = 0; wait < 12; wait += 1) {
    let second;
    disk.fault = (how) => {
      if (how !== "set" || second) return;
      second = Promise.resolve();
      for (let at = 0; at < wait; at += 1) second = second.then(() => {});
      second = second.then(() => vault.set(key, `second ${wait}`));
    };
    await vault.set(key, `first ${wait}`);
    assert.equal(await second, null);
    assert.equal(vault.pending(), 0);
    const other = await opened(disk);
    assert.equal(other.get(key), `second ${wait}`);
  }
});

test("remove is at once and cancels what waits, also in the midst of encrypting", async () => {
  const disk = await locked();
  for (let wait = 0; wait < 12; wait += 1) {
    const vault = await opened(disk);
    const key = k("attempt/new");
    const set = vault.set(key, "soon gone");
    for (let at = 0; at < wait; at += 1) await null;
    vault.remove(key);
    assert.equal(vault.get(key), null);
    assert.equal(disk.data.has(key), false);
    assert.equal(vault.pending(), 0);
    code("removed")(await set);
    assert.equal(disk.data.has(key), false);
    assert.deepEqual(vault.told.saved, []);
    vault.set(key, "one");
    vault.remove(key);
    assert.equal(await vault.set(key, "two"), null);
    assert.equal(vault.get(key), "two");
    vault.remove(key);
  }
});

test("two tabs see each other's records", async () => {
  const { disk, a, b } = await twoTabs();
  const key = k("attempt/1");
  await a.set(key, "from a");
  await until(() => b.get(key) === "from a");
  assert.deepEqual(b.told.outside, [[key, "from a", false]]);
  b.remove(key);
  await until(() => a.get(key) === null);
  assert.deepEqual(a.told.outside, [[key, null, false]]);
  await Promise.all(Array.from({ length: 200 }, (_, at) => [a.set(k(`case/a${at}`), `a${at}`), b.set(k(`case/b${at}`), `b${at}`)]).flat());
  await until(() => a.get(k("case/b199")) && b.get(k("case/a199")));
  for (const vault of [a, b, make(disk)]) {
    if (vault.state() === "locked") await vault.unlock(OLD);
    for (let at = 0; at < 200; at += 1) for (const tab of "ab") assert.equal(vault.get(k(`case/${tab}${at}`)), `${tab}${at}`);
  }
  // Tabs do not react to each other's writes with writes.
  await rest();
  disk.writes = 0;
  await a.set(key, "once");
  await rest();
  assert.equal(disk.writes, 1);
  // A record that another tab, unaware of the lock, wrote as plain text.
  disk.data.set(k("case/plain"), "PLAIN");
  a.outside(k("case/plain"));
  await rest();
  assert.equal(a.get(k("case/plain")), "PLAIN");
  assert.ok(isEncrypted(disk.data.get(k("case/plain"))));
});

test("the same record in two tabs at once: what is written over was handed over first", async () => {
  const { disk, a, b } = await twoTabs();
  a.local.listener = null;
  b.local.listener = null;
  const key = k("attempt/1");
  await a.set(key, "from a");
  await b.set(key, "from b");
  assert.deepEqual(b.told.outside, [[key, "from a", true]]);
  assert.equal(b.get(key), "from b");
  a.outside();
  await rest();
  assert.equal(a.get(key), "from b");
});

test("switching on, changing and off is noticed in another tab", async () => {
  const disk = filled();
  const [a, b] = [make(disk), make(disk)];
  b.local.listener = null;
  await a.on(OLD);
  assert.equal(b.state(), "none");
  assert.throws(() => b.get(k("attempt/1")), code("locked"));
  assert.deepEqual(b.told.states, ["locked"]);
  b.local.listener = (key) => b.outside(key);
  await rest();
  assert.equal(b.state(), "locked");
  assert.throws(() => b.set(k("attempt/1"), "x"), code("locked"));
  await b.unlock(OLD);
  await a.change(OLD, NEW);
  await rest();
  assert.equal(await b.set(k("attempt/1"), "after the change"), null);
  await rest();
  assert.equal(a.get(k("attempt/1")), "after the change");
  await a.off();
  await rest();
  assert.equal(b.state(), "none");
  assert.equal(b.session.getItem(KEPT), null);
  assert.equal(await b.set(k("attempt/1"), "plain now"), null);
  assert.equal(disk.data.get(k("attempt/1")), "plain now");
});

test("another tab writes all through a switch off: nothing lost, nothing left encrypted", async () => {
  for (let run = 0; run < 5; run += 1) {
    const { disk, a, b } = await twoTabs();
    let on = true;
    const last = new Map();
    const writing = (async () => {
      for (let at = 0; on; at += 1) {
        const key = k(`case/w${at % 5}`);
        b.set(key, `b${at}`);
        last.set(key, `b${at}`);
        await turns(1);
      }
    })();
    await turns(3);
    await a.off();
    on = false;
    await writing;
    await b.flush();
    await rest();
    assert.ok(last.size > 0);
    assert.equal(disk.data.has(LOCK), false);
    for (const [key, text] of last) assert.equal(disk.data.get(key), text);
    for (const [key, text] of personal()) assert.ok(disk.data.get(key) === text);
  }
});

test("two tabs switch on at once: one lock, no record encrypted under a lost key", async () => {
  const locks = (() => {
    let held = false;
    return { request: async (_name, _how, work) => {
      if (held) return work(null);
      held = true;
      try { return await work({}); } finally { held = false; }
    } };
  })();
  for (const more of [{}, { locks }]) {
    const disk = filled();
    const [a, b] = [make(disk, more), make(disk, more)];
    const outcomes = await Promise.allSettled([a.on(OLD), b.on(NEW)]);
    assert.equal(outcomes.filter(({ status }) => status === "fulfilled").length, 1);
    assert.ok(["changed-elsewhere", "lock-exists", "busy"].includes(outcomes.find(({ reason }) => reason).reason.code));
    await rest();
    const { vault, report } = await unlockWith(disk, [OLD, NEW]);
    assert.deepEqual(report.unreadable, []);
    assertReads(vault);
    // The same, with the second overwriting the first before either sees the other.
    const late = filled();
    const c = make(late, { ...more, clock: { ...instant, wait: rest } });
    const theirs = (await locked()).data.get(LOCK);
    const [one] = await Promise.allSettled([c.on(OLD), (async () => {
      while (!late.data.has(LOCK)) await turns(1);
      late.data.set(LOCK, theirs);
    })()]);
    code("changed-elsewhere")(one.reason);
    for (const [key, text] of personal()) assert.ok(late.data.get(key) === text, "encrypted under a lock that is not there");
  }
});

test("a lock that vanishes while records stand encrypted comes back; a cleared storage is no lock", async () => {
  const { disk, vault } = await openedDisk();
  const whole = disk.data.get(LOCK);
  disk.data.delete(LOCK);
  vault.outside(LOCK);
  assert.equal(disk.data.get(LOCK), whole);
  assert.equal(vault.state(), "open");
  assert.ok(allEncrypted(disk));
  disk.data.delete(LOCK);
  assert.equal(await vault.set(k("attempt/1"), "still encrypted"), null);
  assert.equal(disk.data.get(LOCK), whole);
  assert.ok(isEncrypted(disk.data.get(k("attempt/1"))));
  disk.data.clear();
  vault.outside(null);
  await turns();
  assert.equal(vault.state(), "none");
  assert.equal(disk.data.size, 0);
});

for (const [what, lockText, wanted] of [
  ["another lock put over encrypted records", async () => (await locked()).data.get(LOCK), "changed-elsewhere"],
  ["a lock damaged while open", () => "{", "damaged-lock"],
]) {
  test(`${what}: the tab that can read them goes on reading, writes nothing, and overwrites no lock`, async () => {
    const { disk, vault } = await openedDisk();
    const whole = disk.data.get(LOCK);
    const other = await lockText();
    const before = disk.data.get(k("attempt/1"));
    disk.data.set(LOCK, other);
    vault.outside(LOCK);
    assert.equal(vault.state(), "open");
    assert.equal(vault.problem().code, wanted);
    assertReads(vault);
    code(wanted)(await vault.set(k("attempt/1"), "waits"));
    assert.equal(vault.get(k("attempt/1")), "waits");
    assert.equal(disk.data.get(k("attempt/1")), before);
    assert.equal(disk.data.get(LOCK), other);
    disk.data.set(LOCK, whole);
    await vault.flush();
    assert.equal(vault.pending(), 0);
  });
}

test("a forged order to open is not obeyed", async () => {
  const { disk, vault } = await openedDisk();
  // A valid order, but of another lock.
  const other = await locked();
  const elsewhere = await opened(other);
  let order;
  other.fault = (how, key, text) => { if (how === "set" && key === LOCK) order ??= JSON.parse(text).proof; };
  await elsewhere.off();
  assert.ok(isEncrypted(order));
  for (const proof of [undefined, "x", order, disk.data.get(k("attempt/1")), "{\"schema\":1,\"sealed\":{\"iv\":\"\",\"data\":\"\"}}"]) {
    disk.data.set(LOCK, JSON.stringify({ ...JSON.parse(disk.data.get(LOCK)), state: "opening", proof }));
    vault.outside(LOCK);
    await turns();
    assert.equal(await vault.set(k("attempt/2"), "x"), null);
    await make(disk).unlock(OLD);
    assert.ok(allEncrypted(disk));
    assert.ok(isEncrypted(disk.data.get(k("attempt/2"))));
  }
});

test("a record damaged while open: said, not written over, the last good text still read", async () => {
  const { disk, vault } = await openedDisk();
  const key = k("attempt/1");
  const broken = `${disk.data.get(key).slice(0, -9)}`;
  disk.data.set(key, broken);
  vault.outside(key);
  await until(() => vault.told.saved.length === 1);
  code("unreadable", key)(vault.told.saved[0][1]);
  assert.equal(vault.get(key), personal().get(key));
  assert.throws(() => vault.set(key, "x"), code("unreadable", key));
  assert.equal(disk.data.get(key), broken);
  disk.data.set(k("case/new"), broken);
  vault.outside(k("case/new"));
  await until(() => vault.told.saved.length === 2);
  assert.throws(() => vault.get(k("case/new")), code("unreadable"));
});

test("from page to page of one tab without the passphrase; a new tab asks", async () => {
  const disk = filled();
  const session = new Disk().tab();
  await make(disk, { session }).on(OLD);
  const next = make(disk, { session });
  assert.equal(next.state(), "locked");
  assert.deepEqual(await next.resume(), { unreadable: [], unfinished: null });
  assertReads(next);
  assert.equal(await make(disk).resume(), null);
  await next.change(OLD, NEW);
  assert.ok(await make(disk, { session }).resume());
  // A key of another lock encrypts nothing.
  const kept = JSON.parse(session.getItem(KEPT));
  session.setItem(KEPT, JSON.stringify({ ...kept, key: Buffer.alloc(32).toString("base64") }));
  assert.equal(await make(disk, { session }).resume(), null);
  assert.equal(session.getItem(KEPT), null);
  for (const text of ["", "{", "null", "{\"key\":\"AAAA\"}", "{\"key\":5}"]) {
    session.setItem(KEPT, text);
    assert.equal(await make(disk, { session }).resume(), null);
  }
});

test("lock now: this tab, other tabs, pages put away, and a tab between two pages", async () => {
  const disk = await locked();
  const [a, b, deaf, between] = [make(disk), make(disk), make(disk), make(disk)];
  for (const vault of [a, b, deaf, between]) await vault.unlock(OLD);
  deaf.local.listener = null;
  between.local.listener = null;
  b.set(k("attempt/1"), "typed just before");
  assert.deepEqual(await a.lock(), { everywhere: true });
  assert.equal(a.state(), "locked");
  assert.equal(a.session.getItem(KEPT), null);
  assert.throws(() => a.get(k("attempt/1")), code("locked"));
  await rest();
  assert.equal(b.state(), "locked");
  assert.equal(b.session.getItem(KEPT), null);
  assert.equal(deaf.state(), "open");
  deaf.tick();
  await turns();
  assert.equal(deaf.state(), "locked");
  assert.equal(await make(disk, { session: between.session }).resume(), null);
  await a.unlock(OLD);
  assert.equal(a.get(k("attempt/1")), "typed just before");
  disk.quota = 0;
  disk.fault = (how) => how === "set" ? () => { throw new Error("no"); } : undefined;
  assert.deepEqual(await a.lock(), { everywhere: false });
  assert.equal(a.state(), "locked");
});

test("idle locks; input puts it off; a closed tab brought back later is locked", async () => {
  const disk = await locked();
  const { clock, pass } = stoppedClock();
  const session = new Disk().tab();
  const page = () => make(disk, { session, clock, idle: 900_000 });
  const vault = page();
  await vault.unlock(OLD);
  pass(899_000);
  vault.touch();
  pass(899_000);
  vault.tick();
  await turns();
  assert.equal(vault.state(), "open");
  vault.touch();
  vault.leave();
  const saved = session.getItem(KEPT);
  pass(60_000);
  const next = page();
  assert.ok(await next.resume());
  pass(900_001);
  next.touch();
  await turns();
  assert.equal(next.state(), "locked");
  session.setItem(KEPT, saved);
  assert.equal(await page().resume(), null);
  // Without an idle time, a closed tab is still locked after the grace period.
  const calm = await opened(disk, { session, clock });
  pass(90_000_000);
  calm.touch();
  await turns();
  assert.equal(calm.state(), "open");
  calm.leave();
  pass(121_000);
  assert.equal(await make(disk, { session, clock }).resume(), null);
});

test("once locked, no page of the tab writes its key again, even if the mark could not be written", async () => {
  const disk = await locked();
  const session = new Disk().tab();
  const [put, away] = [await opened(disk, { session }), make(disk, { session })];
  assert.ok(await away.resume());
  put.set(k("attempt/1"), "still being encrypted");
  disk.fault = (how, key) => key === MARK ? () => { throw new Error("no"); } : undefined;
  const locking = put.lock();
  for (const page of [put, away]) {
    for (const act of [page.leave, page.touch, () => page.outside(ASK), page.leave]) {
      act();
      assert.equal(session.getItem(KEPT), null);
    }
  }
  assert.deepEqual(await locking, { everywhere: false });
  await turns();
  assert.deepEqual([put.state(), away.state()], ["locked", "locked"]);
  assert.equal(await make(disk, { session }).resume(), null);
});

test("locked in another tab while this one opens: it stays locked", async () => {
  const disk = await locked();
  const session = new Disk().tab();
  const first = await opened(disk, { session });
  for (const open of [(vault) => vault.resume(), (vault) => vault.unlock(OLD)]) {
    const [page, other] = [make(disk, { session }), await opened(disk)];
    const opening = open(page);
    other.lock();
    await assert.rejects(opening, code("changed-elsewhere"));
    assert.equal(page.state(), "locked");
    assert.equal(session.getItem(KEPT), null);
  }
  first.tick();
  await turns();
  assert.equal(first.state(), "locked");
});

test("a page that is about to be fetched anew writes nothing that it was still encrypting", async () => {
  const disk = await locked();
  const key = k("attempt/1");
  let stale = false;
  const vault = await opened(disk, { isStale: () => stale });
  const writing = vault.set(key, "typed just before");
  // Another page of the tab deletes it; then the user goes Back.
  disk.tab().removeItem(key);
  stale = true;
  assert.equal((await writing).code, "refused");
  await assert.rejects(vault.flush());
  assert.equal(disk.tab().getItem(key), null);
});

test("session storage refused: the page opens, the next one asks", async () => {
  const disk = await locked();
  for (const session of [refused, undefined]) {
    const bare = createVault({ site: SITE, local: disk.tab(), session, crypto: globalThis.crypto, clock: instant, iterations: 1000 });
    await bare.unlock(OLD);
    bare.touch();
    bare.tick();
    bare.leave();
    await turns();
    assertReads(bare);
    await bare.lock();
    assert.equal(bare.state(), "locked");
  }
});

test("no WebCrypto: no lock is offered, what is plain works, what is locked says so", async () => {
  for (const crypto of [undefined, {}, { getRandomValues() {} }]) {
    const disk = filled();
    const vault = make(disk, { crypto });
    assert.equal(vault.canLock, false);
    await assert.rejects(vault.on(OLD), code("no-crypto"));
    assert.equal(await vault.set(k("attempt/1"), "x"), null);
    assert.equal(disk.data.get(k("attempt/1")), "x");
    const shut = make(await locked(), { crypto });
    assert.equal(shut.state(), "locked");
    assert.equal(await shut.resume(), null);
    await assert.rejects(shut.unlock(OLD), code("no-crypto"));
    await assert.rejects(shut.change(OLD, NEW), code("no-crypto"));
  }
});

test("local storage refused: said, and taken for no permission to write", async () => {
  for (const local of [refused, null]) {
    const vault = createVault({ site: SITE, local, session: local, crypto: globalThis.crypto, iterations: 1000 });
    assert.equal(vault.state(), "damaged");
    assert.equal(vault.problem().code, "refused");
    assert.throws(() => vault.set(k("attempt/1"), "x"), code("refused"));
    await assert.rejects(vault.on(OLD), code("refused"));
  }
});

test("without a lock it is plain storage, read back", async () => {
  const disk = filled();
  const vault = make(disk);
  const key = k("attempt/5");
  assert.equal(await vault.set(key, "plain"), null);
  assert.equal(disk.data.get(key), "plain");
  assert.deepEqual(vault.told.saved, [[key, null]]);
  vault.remove(key);
  assert.equal(vault.get(key), null);
  disk.quota = disk.size();
  code("full")(await vault.set(key, "plain"));
  assert.throws(() => vault.set(LOCK, "x"), code("refused"));
  const forged = (await locked()).data.get(k("attempt/1"));
  assert.throws(() => vault.set(key, forged), code("sealed-text"));
  disk.data.set(key, forged);
  assert.throws(() => vault.get(key), code("unreadable"));
  await assert.rejects(vault.unlock(OLD), code("no-lock"));
});

test("a forgotten passphrase: what cannot be opened goes, and can be put back", async () => {
  const disk = await locked();
  disk.data.set(k("attempt/plain"), "stood plain");
  const before = new Map(disk.data);
  const vault = make(disk);
  const gone = vault.forget();
  assert.equal(vault.state(), "none");
  assert.equal(vault.get(k("attempt/plain")), "stood plain");
  assert.ok(![...disk.data.values()].some(isEncrypted));
  for (const [key, text] of gone) disk.data.set(key, text);
  assert.deepEqual(new Map([...disk.data].sort()), new Map([...before].sort()));
  await make(disk).unlock(OLD);
  assert.throws(() => make(new Disk()).forget(), code("no-lock"));
  const open = await opened(disk);
  assert.throws(() => open.forget(), code("no-lock"));
});

test("off and on again elsewhere while this tab slept: it locks, and keeps what it had not written", async () => {
  const { disk, a, b } = await twoTabs();
  b.local.listener = null;
  disk.quota = 0;
  code("full")(await b.set(k("attempt/1"), "typed on the old page"));
  disk.quota = 1e6;
  await a.off();
  await a.on(NEW);
  b.outside();
  assert.equal(b.state(), "locked");
  assert.equal(b.pending(), 1);
  assert.throws(() => b.get(k("attempt/1")), code("locked"));
  await b.unlock(NEW);
  assert.equal(b.pending(), 0);
  assert.equal(b.get(k("attempt/1")), "typed on the old page");
  await until(() => a.get(k("attempt/1")) === "typed on the old page");
});

// --- A lock of the first layout ---

const frozen = JSON.parse(readFileSync(new URL("../fixtures/storage-v1-locked.json", import.meta.url), "utf8"));
const plainThen = JSON.parse(readFileSync(new URL("../fixtures/storage-v1-plain.json", import.meta.url), "utf8"));
const o = (name) => OLD_PREFIX + name;
const oldEncrypted = () => Object.keys(frozen).filter((key) => isEncrypted(frozen[key]));
function then() {
  const disk = new Disk();
  for (const [key, text] of Object.entries(frozen)) disk.data.set(key, text);
  return disk;
}
/** A lock of the first layout over these records; the lock is one that this vault made for another site. */
async function oldJournal(records) {
  const disk = new Disk();
  const vault = make(disk, { site: "maker" });
  await vault.on(OLD);
  const made = layout("maker");
  const text = disk.data.get(made.LOCK);
  const raw = JSON.parse(vault.session.getItem(made.KEPT)).key;
  const { encrypt } = cipherOf({ crypto: globalThis.crypto, iterations: 1000, least: 1000, place: LOCK });
  const by = await crypto.subtle.importKey("raw", Buffer.from(raw, "base64"), "AES-GCM", false, ["encrypt", "decrypt"]);
  const old = new Disk();
  old.data.set(OLD_PLACE.LOCK, text).set(OLD_PLACE.MARK, "mark of then");
  for (const [key, plain] of Object.entries(records)) old.data.set(key, await encrypt(key, plain, by));
  return old;
}

test("a journal that the first layout locked opens with its passphrase, unchanged, every record of it", async () => {
  const disk = then();
  const vault = make(disk, { iterations: undefined });
  assert.equal(vault.state(), "locked");
  assert.throws(() => vault.get(o("journal/case")), code("locked"));
  assert.throws(() => vault.set(k("case/tl/case"), "x"), code("locked"));
  await assert.rejects(vault.unlock("not the passphrase"), code("wrong-passphrase"));
  assert.deepEqual(await vault.unlock(OLD), { unreadable: [], unfinished: null });
  for (const key of oldEncrypted()) assert.equal(vault.get(key), plainThen[key], key);
  assert.ok(vault.keys().includes(o("journal/case")) && vault.keys().includes(o("settings/visitor")));
  assert.ok(!vault.keys().some((key) => key.includes("/lock/")));
  // The lock is in both places, byte for byte.
  assert.equal(disk.data.get(LOCK), frozen[OLD_PLACE.LOCK]);
  assert.equal(disk.data.get(OLD_PLACE.LOCK), frozen[OLD_PLACE.LOCK]);
  assert.equal(disk.data.get(OLD_PLACE.SITE), SITE);
});

test("records move on opening: each is encrypted under its new key before the old one goes", async () => {
  const disk = await oldJournal({ [o("attempt/a1")]: "SECRET ANSWERS", [o("journal/case")]: "SECRET NOTES" });
  const vault = await opened(disk);
  for (const [from, to] of [["attempt/a1", "attempt/a1"], ["journal/case", "case/tl/case"]]) {
    const text = vault.get(o(from));
    assert.ok(text.startsWith("SECRET"));
    const writing = vault.set(k(to), text);
    assert.ok(vault.waits(k(to)));
    assert.ok(disk.data.has(o(from)), "the old one stands until the new one does");
    assert.equal(await writing, null);
    assert.ok(!vault.waits(k(to)));
    vault.remove(o(from));
  }
  assert.ok(!JSON.stringify([...disk.data]).includes("SECRET"));
  assert.deepEqual([...disk.data.keys()].filter((key) => key.startsWith(OLD_PREFIX) && !key.includes("/lock/")), []);
  const later = await opened(disk);
  assert.equal(later.get(k("case/tl/case")), "SECRET NOTES");
});

test("an old tab beside a new one: what it writes encrypted or plain is read, and encrypted", async () => {
  const disk = await oldJournal({ [o("attempt/a1")]: "of then" });
  const vault = await opened(disk);
  const encryptedThen = disk.data.get(o("attempt/a1"));
  vault.remove(o("attempt/a1"));
  disk.data.set(o("attempt/a1"), encryptedThen);
  vault.outside(o("attempt/a1"));
  await until(() => vault.get(o("attempt/a1")) === "of then");
  disk.data.set(o("attempt/b2"), "PLAIN, of a page out of a cache");
  vault.outside(o("attempt/b2"));
  await until(() => isEncrypted(disk.data.get(o("attempt/b2"))));
  assert.equal(vault.get(o("attempt/b2")), "PLAIN, of a page out of a cache");
  assert.deepEqual(vault.told.outside.map(([key]) => key), [o("attempt/a1"), o("attempt/b2")]);
});

test("an old lock that was taken over changes, shuts and goes along with the new one", async () => {
  const disk = await oldJournal({ [o("attempt/a1")]: "of then" });
  const vault = await opened(disk);
  await vault.change(OLD, NEW);
  assert.equal(disk.data.get(OLD_PLACE.LOCK), disk.data.get(LOCK));
  const marks = [MARK, OLD_PLACE.MARK].map((key) => disk.data.get(key));
  await vault.lock();
  for (const [at, key] of [MARK, OLD_PLACE.MARK].entries()) assert.notEqual(disk.data.get(key), marks[at]);
  await assert.rejects(vault.unlock(OLD), code("wrong-passphrase"));
  await vault.unlock(NEW);
  await vault.off();
  assert.deepEqual([...disk.data.keys()].filter((key) => key.includes("/lock/")), []);
  assert.equal(disk.data.get(o("attempt/a1")), "of then");
  // The same if the passphrase is lost.
  const lost = await oldJournal({ [o("attempt/a1")]: "of then" });
  const before = new Map(lost.data);
  const other = make(lost);
  const gone = other.forget();
  assert.equal(lost.data.size, 0);
  for (const [key, text] of gone) lost.data.set(key, text);
  for (const [key, text] of before) assert.equal(lost.data.get(key), text);
  assert.equal(make(lost).state(), "locked");
});

test("what an old tab does to the lock counts: it shuts every tab, and changes the passphrase", async () => {
  const disk = await oldJournal({ [o("attempt/a1")]: "of then" });
  const vault = await opened(disk);
  disk.data.set(OLD_PLACE.MARK, "shut by an old tab");
  vault.outside(OLD_PLACE.MARK);
  await turns();
  assert.equal(vault.state(), "locked");
  // The old tab encrypts the same key with another passphrase.
  const elsewhere = disk.copy();
  const twin = await opened(elsewhere);
  await twin.change(OLD, NEW);
  disk.data.set(OLD_PLACE.LOCK, elsewhere.data.get(OLD_PLACE.LOCK));
  vault.outside(OLD_PLACE.LOCK);
  await assert.rejects(vault.unlock(OLD), code("wrong-passphrase"));
  await vault.unlock(NEW);
  assert.equal(disk.data.get(LOCK), disk.data.get(OLD_PLACE.LOCK));
});

test("without room for a copy the old lock opens where it is", async () => {
  const disk = await oldJournal({ [o("attempt/a1")]: "of then" });
  disk.quota = disk.size();
  const vault = make(disk);
  assert.equal(vault.state(), "locked");
  await vault.unlock(OLD);
  assert.equal(vault.get(o("attempt/a1")), "of then");
  code("full")(await vault.set(k("attempt/a1"), "of then"));
  assert.ok(vault.waits(k("attempt/a1")));
  assert.ok(disk.data.has(o("attempt/a1")));
  disk.quota = 1e6;
  await vault.flush();
  assert.ok(isEncrypted(disk.data.get(k("attempt/a1"))));
});

test("a crash after every write of taking over, changing and off leaves a lock that opens", async () => {
  const start = await oldJournal({ [o("attempt/a1")]: "of then" });
  const check = async ({ disk, nth }) => {
    const { vault } = await unlockWith(disk, [NEW, OLD]);
    assert.equal(vault.get(o("attempt/a1")), "of then", `after ${nth}`);
    assert.ok(!disk.data.has(OLD_PLACE.LOCK) || disk.data.get(OLD_PLACE.LOCK) === disk.data.get(LOCK));
  };
  for (const [count, act, enter] of [
    [2, async (_, disk) => make(disk).unlock(OLD), () => null],
    [2, (vault) => vault.change(OLD, NEW)],
    [6, (vault) => vault.off()],
  ]) assert.ok(await atEveryWrite(start, { act, enter, fault: crash(true), check }) >= count);
});

test("a lock of the first layout that is another's is left alone, and so are its records", async () => {
  const theirs = await oldJournal({ [o("attempt/a1")]: "theirs" });
  const [lock, record] = [theirs.data.get(OLD_PLACE.LOCK), theirs.data.get(o("attempt/a1"))];
  // Another copy of the app took the lock over, or this copy already has its own.
  for (const own of [false, true]) {
    const disk = own ? await locked() : new Disk();
    disk.data.set(OLD_PLACE.LOCK, lock).set(o("attempt/a1"), record);
    if (!own) disk.data.set(OLD_PLACE.SITE, "another-copy");
    const before = new Map(disk.data);
    const vault = make(disk);
    assert.equal(vault.state(), own ? "locked" : "none");
    await (own ? vault.unlock(OLD) : vault.on(OLD));
    assert.equal(vault.state(), "open");
    assert.deepEqual(vault.unreadable(), []);
    assert.equal(vault.holds(o("attempt/a1")), false);
    assert.equal(vault.get(o("attempt/a1")), record);
    assert.ok(vault.keys().includes(o("attempt/a1")));
    await vault.change(OLD, NEW);
    await vault.lock();
    await vault.unlock(NEW);
    await vault.off();
    for (const [key, text] of before) if (key.startsWith(OLD_PREFIX)) assert.equal(disk.data.get(key), text, key);
  }
});

test("another copy's records are never read, listed, encrypted or deleted", async () => {
  const disk = filled();
  const theirs = new Map([["attempt/a1", "theirs"], ["lock/lock", "their lock"], ["setting/x", "{}"]].map(([name, text]) => [`${layout("another-copy").prefix}${name}`, text]));
  for (const [key, text] of theirs) disk.data.set(key, text);
  const asked = [];
  disk.fault = (how, key) => { if (theirs.has(key)) asked.push([how, key]); };
  const vault = make(disk);
  await vault.on(OLD);
  assert.ok(!vault.keys().some((key) => theirs.has(key)));
  for (const key of theirs.keys()) assert.equal(vault.holds(key), false);
  await vault.change(OLD, NEW);
  await vault.off();
  await vault.on(OLD);
  await vault.lock();
  vault.forget();
  for (const [key, text] of theirs) assert.equal(disk.data.get(key), text);
  assert.deepEqual(asked, []);
});

// --- Ask on every page ---

const asking = JSON.stringify({ schema: 1, value: true });

test("where each page is to ask, no key is ever written to session storage", async () => {
  for (const early of [true, false]) {
    const disk = filled(early ? [[ASK, asking]] : []);
    const written = [];
    const session = new Disk();
    session.fault = (how, key, text) => { if (how === "set") written.push([key, text]); };
    const tab = session.tab();
    const vault = make(disk, { session: tab });
    await vault.on(OLD);
    assert.equal(written.length > 0, !early);
    disk.data.set(ASK, asking);
    vault.touch();
    written.length = 0;
    assert.equal(session.data.size, 0);
    vault.touch();
    vault.tick();
    vault.leave();
    await turns();
    assert.equal(vault.state(), "open", "the page itself stays open");
    assert.equal(await make(disk, { session: tab }).resume(), null);
    const next = await opened(disk, { session: tab });
    next.touch();
    next.leave();
    await next.change(OLD, NEW);
    assert.deepEqual(written, []);
    assert.equal(session.data.size, 0);
    // Another tab is notified at once.
    disk.data.delete(ASK);
    const other = await opened(disk, {}, NEW);
    assert.ok(other.session.getItem(KEPT));
    disk.data.set(ASK, asking);
    other.outside(ASK);
    assert.equal(other.session.getItem(KEPT), null);
    await turns();
    assert.equal(other.state(), "open");
  }
});

test("the key that an older version left in a tab is taken away", () => {
  const session = new Disk().tab();
  session.setItem(OLD_PLACE.KEPT, "{\"key\":\"…\"}");
  make(new Disk(), { session });
  assert.equal(session.getItem(OLD_PLACE.KEPT), null);
});
