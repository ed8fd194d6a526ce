// The personal records of one journal: their texts in memory, and the queue of pending writes.
// Reads at once, from memory; writes encrypted, in order. Knows no passphrase and no text of a lock.
import { fail, isEncrypted, throwFirst, VaultError } from "./format.mjs";

/** The records of one vault. `session` is its state; `noticeLock` brings that up to date with storage, and
 * `needOpen` throws where it is not open. */
export function personalRecords({ session, storage: { read, stored, put }, cipher, noticeLock, needOpen, onSaved, onOutside }) {
  const texts = new Map(); // The newest text of each record: what is read.
  const seen = new Map(); // What stood in storage when a record was last looked at.
  const pending = new Map(); // What is still to be written: a new "text", or the same one in the other "form".
  const writes = new Map(); // The write that is under way, one for each key.
  const unreadable = new Set(); // What cannot be decrypted.

  const all = () => [...new Set([...stored(), ...seen.keys()])];
  const hasChanged = (key) => read(key) !== (seen.get(key) ?? null);
  const isSound = (key) => isEncrypted(read(key)) && !unreadable.has(key);
  const isPlain = () => session.isDecrypting || session.state === "none";
  const isWrong = (key) => !unreadable.has(key) && isEncrypted(read(key)) === session.isDecrypting;
  function forget(key) {
    for (const each of [texts, seen, pending, unreadable]) each.delete(key);
  }

  /** Brings memory to what stands in storage under one key, and tells what is new. */
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
      // What memory may still hold of it stays: it is the last good text.
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
  /** Reads what another tab wrote under one key, or anything (null), and encrypts what it wrote plain. */
  function follow(key) {
    for (const each of key === null ? all() : [key]) {
      refresh(each).then(() => {
        if (session.state === "open" && !pending.has(each) && texts.has(each) && isWrong(each)) write(each, "form");
      }).catch(() => {});
    }
  }

  /** Writes a record, after what is under way. Returns null when the newest text really stands, else the error:
   * `removed` where there was none to write. */
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
    // Nothing waits from the last look at what is pending to the end, so no text is left behind.
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
  /** Returns why the text was pending, once it stands; undefined where anything has changed meanwhile. */
  async function writeOnce(key, text) {
    const { lock, key: by } = session;
    const plain = isPlain();
    if (session.problem || unreadable.has(key)) throw session.problem ?? fail("unreadable", key);
    if (!by && !plain) throw fail("locked", key);
    const value = plain ? text : await cipher.encrypt(key, text, by);
    noticeLock();
    // From here to the write nothing waits, so nothing of this tab can come between.
    if (session.problem || !pending.has(key) || texts.get(key) !== text || session.lock !== lock || isPlain() !== plain) return undefined;
    if (by && hasChanged(key)) return refresh(key);
    put(key, value);
    if (by) seen.set(key, value);
    else texts.delete(key);
    const why = pending.get(key);
    pending.delete(key);
    return why;
  }
  /** Writes all that is pending. Errors: the first that a write met. */
  async function flush() {
    throwFirst(await Promise.all([...pending.keys()].map(writeNewest)));
  }
  /** Brings every record into the form that the lock asks for, one at a time. Errors: the first that a write met. */
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
    /** Whether any record stands encrypted that is not known to be damaged. */
    areEncrypted: () => stored().some(isSound),
    /** Whether any such record is one that this tab has decrypted. */
    areEncryptedAsSeen: () => stored().some((key) => isSound(key) && !hasChanged(key)),
    /** Whether any record is not in the form that the lock asks for, or not written. */
    isUnfinished: () => session.isDecrypting || pending.size > 0 || stored().some(isWrong),
    unreadable: () => [...unreadable],
    keys: () => [...texts.keys(), ...unreadable],
    isPending: (key) => pending.get(key) === "text",
    pending: () => [...pending.values()].filter((why) => why === "text").length,
    /** The newest text, or null. Errors: `unreadable`. */
    get(key) {
      if (unreadable.has(key) && !texts.has(key)) throw session.problem ?? fail("unreadable", key);
      return texts.get(key) ?? null;
    },
    /** Returns as `write` does. Errors: `unreadable`, so that what stands there is never written over. */
    set(key, text) {
      if (unreadable.has(key)) throw fail("unreadable", key);
      texts.set(key, text);
      return write(key, "text");
    },
    dropPending: () => pending.clear(),
    /** Forgets all but what could not be written yet, which waits for the next unlock. */
    close() {
      seen.clear();
      unreadable.clear();
      for (const key of texts.keys()) if (pending.get(key) !== "text") for (const each of [texts, pending]) each.delete(key);
    },
  };
}
