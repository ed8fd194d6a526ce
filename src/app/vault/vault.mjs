// The locked journal: with a passphrase set, personal records stand encrypted in local storage.
// Reading is synchronous from memory once opened; writing is encrypted and follows in order.
// Every step that touches storage leaves each record readable, either plain or sealed.
import { attempt, fail, GRACE, isSealed, kinds, layout, noLocks, OLD, parseLock, PROOF, realClock, ROUNDS, SETTLE, SHORTEST, throwFirst, toBase64, VaultError } from "./format.mjs";
import { oldLock } from "./old.mjs";
import { sealing } from "./sealing.mjs";
import { storage } from "./storage.mjs";
import { tabKey } from "./tab.mjs";

/** A vault of one site over one tab's storages. `iterations` is for tests: a browser's vault does not pass it. */
export function createVault({
  site, local, session, crypto, locks = noLocks, clock = realClock, idle = 0, iterations = ROUNDS.usual, isStale = () => false, onSaved, onOutside, onState,
}) {
  const subtle = crypto?.subtle;
  const least = Math.min(ROUNDS.least, iterations);
  const { LOCK, MARK, KEPT, ASK, ...place } = layout(site);
  const { isOld, isLockKind, isListed, ...kind } = kinds(place);
  const isPersonal = (key) => kind.isPersonal(key) && (!isOld(key) || old.isOurs());
  const { read, stored, put } = storage(local, (key) => isPersonal(key), isStale);
  const old = oldLock({ read, put, site, LOCK, MARK });
  const tab = tabKey({ session, clock, read, KEPT, ASK });
  const parse = (text) => parseLock(text, least, LOCK);
  const { random, seal, unseal, identify, lockTextOf, unwrap, wrap } = sealing({ crypto, iterations, least, place: LOCK });
  const texts = new Map(); // The newest text of each personal record: what is read.
  const seen = new Map(); // What stood in storage when it was last looked at.
  const due = new Map(); // What is still to be written: a new "text", or the same in the other "form".
  const running = new Map();
  const unreadable = new Set();
  let state, lockText, lock = null, problem = null, dek = null, opening = false, mark = null, until = Infinity, learning = null;

  const turn = (next) => {
    const before = state;
    state = next;
    if (before && before !== next) onState?.(next);
  };
  const need = (passphrase) => {
    if (!subtle) throw fail("no-crypto");
    if ([...passphrase.normalize("NFKC")].length < SHORTEST) throw fail("short-passphrase");
  };
  const needOpen = () => {
    noticeLock();
    if (state !== "open" || problem) throw problem ?? fail("locked");
  };
  const needLock = () => {
    noticeLock();
    if (!lock || problem) throw problem ?? fail("no-lock");
    return lock;
  };
  const exclusively = (work) => locks.request(LOCK, { ifAvailable: true }, async (held) => {
    if (!held) throw fail("busy");
    return work();
  });

  const isShut = (key) => isSealed(read(key)) && !unreadable.has(key);
  function noticeLock() {
    let next = null;
    try {
      const text = old.text();
      if (text === lockText) return;
      problem = null;
      if (text !== null) next = parse(text);
      else if (state === "open" && stored().some(isShut)) {
        // Gone while records stand sealed: nobody else could ever open them. It comes back.
        put(LOCK, lock.text);
        next = lock;
      }
      // Another lock over records that only this tab's key opens: their last reader stays.
      const ours = (key) => isShut(key) && read(key) === seen.get(key);
      if (state === "open" && next && next.id !== lock.id && stored().some(ours)) throw fail("changed-elsewhere", LOCK);
      lockText = next?.text ?? null;
    } catch (error) {
      problem = error;
      lockText = undefined;
    }
    // What is open stays readable whatever became of the lock; writing says why it waits.
    if (state === "open" && problem) return;
    const other = next?.id !== lock?.id;
    lock = next;
    if (state !== "open") turn(problem ? "damaged" : next ? "locked" : "none");
    else if (other) wipe(next ? "locked" : "none");
    else learning = learnOpening();
  }
  // Only who holds the key can order that records be opened: a forged word must not do it.
  async function learnOpening() {
    const by = dek;
    const proven = lock.state === "opening" && await unseal(PROOF, lock.proof, by).then(() => true, () => false);
    if (proven && dek === by) opening = true;
  }
  async function writeLock(text, base) {
    noticeLock();
    if (problem || (lock?.text ?? null) !== base) throw problem ?? fail("changed-elsewhere", LOCK);
    old.write(text);
    lockText = text;
    lock = parse(text);
    await clock.wait(SETTLE);
    noticeLock();
    if (lock?.text !== text) throw fail("changed-elsewhere", LOCK);
  }

  // Reading: brings memory to what stands in storage under one key.
  async function look(key) {
    const now = read(key);
    if (now === (seen.get(key) ?? null)) return;
    const by = dek;
    let text = now;
    if (now !== null && isSealed(now)) {
      text = await unseal(key, now, by).catch(() => undefined);
      if (dek !== by || seen.get(key) === now) return;
      if (read(key) !== now) return look(key);
    }
    if (now === null) seen.delete(key);
    else seen.set(key, now);
    if (text === undefined) {
      // What memory may still hold of it stays: it is the last good text.
      unreadable.add(key);
      if (state === "open") onSaved?.(key, fail("unreadable", key));
      return;
    }
    unreadable.delete(key);
    const ours = due.get(key) === "text";
    const differs = text !== (texts.get(key) ?? null);
    if (!ours && text !== null) texts.set(key, text);
    if (!ours && text === null) for (const held of [texts, due]) held.delete(key);
    if (state === "open" && differs) onOutside?.(key, text, ours);
  }
  const all = () => [...new Set([...stored(), ...seen.keys()])];
  async function open(raw, since) {
    const { id } = lock;
    try {
      dek = await subtle.importKey("raw", raw, "AES-GCM", false, ["encrypt", "decrypt"]);
      do await Promise.all(all().map(look));
      while (all().some((key) => read(key) !== (seen.get(key) ?? null)));
      await learnOpening();
      noticeLock();
      if (lock?.id !== id) throw fail("changed-elsewhere", LOCK);
    } catch (error) {
      wipe(problem ? "damaged" : lock ? "locked" : "none");
      throw error;
    }
    tab.hold(raw);
    mark = since;
    stay();
    turn("open");
  }
  const isWrong = (key) => !unreadable.has(key) && isSealed(read(key)) === opening;
  // A switch that was interrupted goes on; that it cannot does not keep the records from being read.
  async function resumed(work) {
    let unfinished = null;
    try {
      if (opening || due.size || stored().some(isWrong)) await work();
    } catch (error) {
      unfinished = error;
    }
    return { unreadable: [...unreadable], unfinished };
  }

  // Writing: one run for each key; a newer text takes the place of one that still waits.
  function save(key) {
    if (!running.has(key)) running.set(key, drain(key));
    return running.get(key);
  }
  async function drain(key) {
    const plain = () => opening || state === "none";
    let result = fail("removed", key), why;
    while (await learning, due.has(key)) {
      noticeLock();
      const under = lock;
      const text = texts.get(key);
      const by = dek;
      const openly = plain();
      why = due.get(key);
      result = fail("removed", key);
      try {
        if (problem || unreadable.has(key)) throw problem ?? fail("unreadable", key);
        if (!by && !openly) throw fail("locked", key);
        const value = openly ? text : await seal(key, text, by);
        noticeLock();
        // From here to the write nothing waits, so nothing of this tab can come between.
        if (problem || !due.has(key) || texts.get(key) !== text || lock !== under || plain() !== openly) continue;
        if (by && read(key) !== (seen.get(key) ?? null)) {
          await look(key);
          continue;
        }
        put(key, value);
        if (by) seen.set(key, value);
        else texts.delete(key);
        why = due.get(key);
        due.delete(key);
        result = null;
      } catch (error) {
        if (texts.get(key) !== text) continue;
        result = error instanceof VaultError ? error : fail("refused", key, error);
        if (due.get(key) === "form") due.delete(key);
        break;
      }
    }
    running.delete(key);
    if (why === "text" && result?.code !== "removed") onSaved?.(key, result);
    return result;
  }
  async function flush() {
    throwFirst(await Promise.all([...due.keys()].map(save)));
  }
  // Brings every record into the form that the lock asks for, one at a time; the lock itself goes last.
  async function mend() {
    for (;;) {
      await flush();
      needOpen();
      const wrong = stored().filter(isWrong);
      if (wrong.length === 0 && due.size === 0) break;
      const errors = [];
      for (const key of wrong) {
        await look(key);
        if (!texts.has(key) || unreadable.has(key)) continue;
        if (!due.has(key)) due.set(key, "form");
        errors.push(await save(key));
      }
      throwFirst(errors);
    }
    if (!opening) return;
    if (unreadable.size) throw fail("unreadable", [...unreadable][0]);
    old.write(null);
    noticeLock();
    attempt(() => put(MARK, null));
  }

  function keepUntil(time) {
    until = time;
    tab.keep(until, mark);
  }
  const stay = () => keepUntil(idle ? clock.now() + idle : Infinity);
  function wipe(next) {
    [dek, opening] = [null, false];
    tab.forget();
    seen.clear();
    unreadable.clear();
    // What could not be written yet is not thrown away: it waits for the next unlock.
    for (const key of texts.keys()) if (due.get(key) !== "text") for (const held of [texts, due]) held.delete(key);
    turn(next);
  }
  async function lockHere(force) {
    tab.drop();
    await flush().catch((error) => {
      if (!force) throw fail("unsaved", error.key, error);
      due.clear();
    });
    if (state === "open") wipe("locked");
  }
  function tick() {
    if (state !== "open") return false;
    const told = attempt(() => old.marks() !== mark || tab.isGone());
    if (!told && clock.now() < until) return true;
    lockHere().catch(() => {});
    return false;
  }
  function allow(key) {
    if (isLockKind(key)) throw fail("refused", key);
    noticeLock();
    if (isPersonal(key) && (state === "locked" || state === "damaged")) throw problem ?? fail("locked", key);
  }

  noticeLock();

  return {
    canLock: Boolean(subtle),
    state: () => state,
    problem: () => problem,
    unreadable: () => [...unreadable],
    /** Whether the newest text of a record is not written yet. */
    waits: (key) => due.get(key) === "text",
    pending: () => [...due.values()].filter((why) => why === "text").length,
    flush,
    tick,

    async resume() {
      noticeLock();
      if (state !== "locked" || !subtle) return null;
      const since = old.marks();
      const raw = tab.found(since);
      // A key of another lock would seal what nobody can open.
      if (!raw || await identify(raw) !== lock?.id) return tab.drop() ?? null;
      await open(raw, since);
      return resumed(() => exclusively(mend));
    },
    async unlock(passphrase) {
      if (!subtle) throw fail("no-crypto");
      const record = needLock();
      const since = old.marks();
      const raw = await unwrap(record, passphrase);
      if (lock?.text !== record.text) throw fail("changed-elsewhere", LOCK);
      if (state === "locked") await open(raw, since);
      return resumed(() => exclusively(mend));
    },
    async on(passphrase) {
      need(passphrase);
      return exclusively(async () => {
        noticeLock();
        if (state !== "none") throw problem ?? fail("lock-exists", LOCK);
        const raw = random(32);
        const text = await wrap(raw, passphrase, { state: "on" });
        // Stands from the start, so that locking every tab needs no more room later.
        attempt(() => put(MARK, toBase64(random(12))));
        await writeLock(text, null);
        await open(raw, old.marks());
        return resumed(mend);
      });
    },
    async change(old, passphrase) {
      need(passphrase);
      return exclusively(async () => {
        const { state: word, proof, text } = needLock();
        await writeLock(await wrap(await unwrap(lock, old), passphrase, { state: word, proof }), text);
      });
    },
    async off() {
      return exclusively(async () => {
        needOpen();
        if (unreadable.size) throw fail("unreadable", [...unreadable][0]);
        const { text } = lock;
        if (!opening) await writeLock(await lockTextOf({ ...lock, state: "opening", proof: await seal(PROOF, "", dek) }), text);
        opening = true;
        await mend();
      });
    },
    finish: async () => exclusively(mend),
    async lock({ force = false } = {}) {
      if (state !== "open") return { everywhere: true };
      const everywhere = attempt(() => old.mark(toBase64(random(12))) ?? true) ?? false;
      await lockHere(force);
      return { everywhere };
    },
    /** For a passphrase that is lost: takes away what cannot be opened, and returns it for an undo. */
    forget() {
      if (!lock && !problem || state === "open") throw fail("no-lock");
      const gone = [...stored((key) => isPersonal(key) && isSealed(read(key))), ...old.keys()].map((key) => [key, read(key)]);
      for (const [key] of gone) put(key, null);
      noticeLock();
      tab.drop();
      return gone.filter(([, text]) => text !== null);
    },

    /** Whether a record is read and written through here: there is a lock, and it is a personal one. */
    holds: (key) => state !== "none" && isPersonal(key),
    get(key) {
      if (!isPersonal(key)) return read(key);
      if (state !== "open") noticeLock();
      if (state === "open" && !(unreadable.has(key) && !texts.has(key))) return texts.get(key) ?? null;
      if (state === "locked") throw fail("locked", key);
      const text = read(key);
      if (state === "open" || (text !== null && isSealed(text))) throw problem ?? fail("unreadable", key);
      return text;
    },
    keys() {
      if (state !== "open") return stored(isListed);
      return [...new Set([...stored((key) => isListed(key) && !isPersonal(key)), ...texts.keys(), ...unreadable])];
    },
    /** Answers null when the text really stands, else the error. */
    set(key, text) {
      allow(key);
      if (isSealed(text)) throw fail("sealed-text", key);
      if (isPersonal(key) && state === "open") {
        if (unreadable.has(key)) throw fail("unreadable", key);
        texts.set(key, text);
        due.set(key, "text");
        return save(key);
      }
      const result = attempt(() => put(key, text), (error) => error) ?? null;
      onSaved?.(key, result);
      return Promise.resolve(result);
    },
    remove(key) {
      allow(key);
      put(key, null);
      for (const held of [texts, seen, due, unreadable]) held.delete(key);
    },

    /** Another tab wrote under this key, or anything (null). */
    outside(key = null) {
      noticeLock();
      if ([MARK, OLD.MARK, null].includes(key)) tick();
      if (key === ASK && state === "open") stay();
      const personal = key === null || isPersonal(key);
      if (state === "none" || (!personal && isListed(key))) onOutside?.(key, key && read(key), false);
      if (state !== "open" || !personal) return;
      for (const each of key === null ? all() : [key]) {
        look(each).then(() => {
          if (state !== "open" || due.has(each) || !texts.has(each) || !isWrong(each)) return;
          due.set(each, "form");
          save(each);
        }).catch(() => {});
      }
    },
    /** The page was put away, and comes back: the other pages of the tab may have been used since. */
    back() {
      until = Math.max(until, tab.until());
    },
    touch() {
      if (tick()) stay();
    },
    leave() {
      if (state === "open") keepUntil(Math.min(until, clock.now() + GRACE));
    },
  };
}
