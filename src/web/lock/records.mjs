// The personal records of one journal: their texts in memory, and the queue of pending writes. Reading
// is synchronous, from memory; writes are encrypted and in order. Handles no passphrase and no lock.
import { fail, isEncrypted, throwFirst, VaultError } from "./format.mjs";

/** The records of one vault. `session` is its state; `noticeLock` updates it from storage, and
 * `needOpen` throws if the journal is not open. */
export function personalRecords({ session, storage: { read, stored, put }, cipher, noticeLock, needOpen, onSaved, onOutside }) {
  const texts = new Map(); // The newest text of each record; all reads use it.
  const seen = new Map(); // The stored value of each record when it was last read.
  const pending = new Map(); // The writes still to do: a new "text", or the same text in the other "form".
  const writes = new Map(); // The write in progress, one per key.
  const unreadable = new Set(); // The records that cannot be decrypted.

  const all = () => [...new Set([...stored(), ...seen.keys()])];
  const hasChanged = (key) => read(key) !== (seen.get(key) ?? null);
  const isSound = (key) => isEncrypted(read(key)) && !unreadable.has(key);
  const isPlain = () => session.isDecrypting || session.state === "none";
  const isWrong = (key) => !unreadable.has(key) && isEncrypted(read(key)) === session.isDecrypting;
  function forget(key) {
    for (const each of [texts, seen, pending, unreadable]) each.delete(key);
  }

  /** Updates memory from storage for one key, and reports a new text. */
  async function refresh(key) {
    const value = read(key);
    if (!hasChanged(key)) return;
    const by = session.key;
    let text = value;
    if (value !== null && isEncrypted(value)) {
      text = await cipher.decrypt(key, value, by).catch(() => undefined);
      if (session.key !== by || seen.get(key) === value) return;
      if (read(key) !== value) return refresh(key);
    }
    const isOpen = session.state === "open";
    seen.set(key, value);
    if (text === undefined) {
      // A text in memory stays: it is the last good one.
      unreadable.add(key);
      if (isOpen) onSaved?.(key, fail("unreadable", key));
      return;
    }
    unreadable.delete(key);
    const isOurs = pending.get(key) === "text";
    const isNew = text !== (texts.get(key) ?? null);
    if (!isOurs && text === null) forget(key);
    else if (!isOurs) texts.set(key, text);
    if (isOpen && isNew) onOutside?.(key, text, isOurs);
  }
  async function readAll() {
    do await Promise.all(all().map(refresh));
    while (all().some(hasChanged));
  }
  /** Reads what another tab wrote under one key, or under any key (null), and encrypts what it wrote
   * as plain text. */
  function follow(key) {
    for (const each of key === null ? all() : [key]) {
      refresh(each).then(() => {
        if (session.state === "open" && !pending.has(each) && texts.has(each) && isWrong(each)) write(each, "form");
      }).catch(() => {});
    }
  }

  /** Writes a record, after writes in progress. Resolves to null once the newest text is stored, else
   * to the error: `removed` if there was none to write. */
  function write(key, why) {
    if (why === "text" || !pending.has(key)) pending.set(key, why);
    return writeNewest(key);
  }
  function writeNewest(key) {
    if (!writes.has(key)) writes.set(key, writeUntilDone(key));
    return writes.get(key);
  }
  async function writeUntilDone(key) {
    let done, error;
    // There is no await between the last check for pending writes and the end, so no text is missed.
    while (await session.isChecked, noticeLock(), pending.has(key)) {
      const text = texts.get(key);
      [done, error] = [undefined, null];
      try {
        done = await writeOnce(key, text);
      } catch (cause) {
        if (texts.get(key) !== text) continue;
        done = pending.get(key);
        error = cause instanceof VaultError ? cause : fail("refused", key, cause);
        if (done === "form") pending.delete(key);
        break;
      }
    }
    writes.delete(key);
    if (done === "text") onSaved?.(key, error);
    return done ? error : fail("removed", key);
  }
  /** Returns the reason of the pending write once it is stored; undefined if something changed
   * meanwhile. */
  async function writeOnce(key, text) {
    const { lock, key: by } = session;
    const plain = isPlain();
    if (session.problem || unreadable.has(key)) throw session.problem ?? fail("unreadable", key);
    if (!by && !plain) throw fail("locked", key);
    const value = plain ? text : await cipher.encrypt(key, text, by);
    noticeLock();
    // There is no await from here to the write, so nothing else in this tab can interfere.
    if (session.problem || !pending.has(key) || texts.get(key) !== text || session.lock !== lock || isPlain() !== plain) return undefined;
    if (by && hasChanged(key)) return refresh(key);
    put(key, value);
    if (by) seen.set(key, value);
    else texts.delete(key);
    const why = pending.get(key);
    pending.delete(key);
    return why;
  }
  /** Writes all pending texts. Errors: the first error of a write. */
  async function flush() {
    throwFirst(await Promise.all([...pending.keys()].map(writeNewest)));
  }
  /** Converts every record to the form that the lock requires, one at a time. Errors: the first error
   * of a write. */
  async function convert() {
    for (;;) {
      await flush();
      needOpen();
      const wrong = stored().filter(isWrong);
      if (wrong.length === 0 && pending.size === 0) return;
      const errors = [];
      for (const key of wrong) {
        await refresh(key);
        if (texts.has(key) && !unreadable.has(key)) errors.push(await write(key, "form"));
      }
      throwFirst(errors);
    }
  }

  return {
    readAll, follow, flush, convert, forget,
    /** Whether any record is encrypted and not known to be damaged. */
    areEncrypted: () => stored().some(isSound),
    /** Whether any such record has been decrypted by this tab. */
    areEncryptedAsSeen: () => stored().some((key) => isSound(key) && !hasChanged(key)),
    /** Whether any record is not in the form that the lock requires, or not written. */
    isUnfinished: () => session.isDecrypting || pending.size > 0 || stored().some(isWrong),
    unreadable: () => [...unreadable],
    keys: () => [...texts.keys(), ...unreadable],
    isPending: (key) => pending.get(key) === "text",
    pending: () => [...pending.values()].filter((why) => why === "text").length,
    /** Returns the newest text, or null. Errors: `unreadable`. */
    get(key) {
      if (unreadable.has(key) && !texts.has(key)) throw session.problem ?? fail("unreadable", key);
      return texts.get(key) ?? null;
    },
    /** Returns the same as `write`. Errors: `unreadable`, so that an unreadable record is never
     * overwritten. */
    set(key, text) {
      if (unreadable.has(key)) throw fail("unreadable", key);
      texts.set(key, text);
      return write(key, "text");
    },
    dropPending: () => pending.clear(),
    /** Forgets everything except unwritten texts, which wait for the next unlock. */
    close() {
      seen.clear();
      unreadable.clear();
      for (const key of texts.keys()) if (pending.get(key) !== "text") for (const each of [texts, pending]) each.delete(key);
    },
  };
}
