// The lock as known to this tab, and whether the journal is open here.
import { fail, parseLock, PROOF, SETTLE } from "./format.mjs";
import { personalRecords } from "./records.mjs";

/** The session of one vault. `old` reads and writes the lock, `tab` holds the key from page to page. */
export function sessionOf({ LOCK, least, storage, old, tab, cipher, clock, onSaved, onOutside, onState }) {
  const session = {
    state: undefined, // "none", "locked", "open" or "damaged".
    lock: null, // The lock as last read.
    problem: null, // Why the lock cannot be read or used. While the journal is open, `lock` is then the previous one.
    key: null, // The data key of an open journal.
    isDecrypting: false, // Whether the records must become plain text before the lock is removed.
    isChecked: null, // Resolves when it is known whether the lock requires that.
  };
  const records = personalRecords({ session, storage, cipher, noticeLock, needOpen, onSaved, onOutside });

  function setState(next) {
    const before = session.state;
    session.state = next;
    if (before && before !== next) onState?.(next);
  }
  const closedState = () => (session.problem ? "damaged" : session.lock ? "locked" : "none");
  /** Errors: `locked`, or what is wrong with the lock. */
  function needOpen() {
    noticeLock();
    if (session.state !== "open" || session.problem) throw session.problem ?? fail("locked");
  }

  const parse = (text) => (text === null ? null : parseLock(text, least, LOCK));
  /** Updates the session from the stored lock. */
  function noticeLock() {
    const isOpen = session.state === "open";
    let next = null;
    try {
      const text = old.text();
      if (session.state && !session.problem && text === (session.lock?.text ?? null)) return;
      next = isOpen ? lockWhileOpen(text) : parse(text);
      session.problem = null;
    } catch (error) {
      session.problem = error;
      // Open records stay readable whatever happened to the lock; writes report the problem.
      if (isOpen) return;
    }
    const isOther = next?.id !== session.lock?.id;
    session.lock = next;
    if (!isOpen) setState(closedState());
    else if (isOther) close(closedState());
    else session.isChecked = checkOrder();
  }
  /** The lock with this text, for an open journal. Errors include `changed-elsewhere`. */
  function lockWhileOpen(text) {
    if (text === null && records.areEncrypted()) {
      // Removed while records are encrypted: nobody could decrypt them any more, so the lock is
      // restored.
      storage.put(LOCK, session.lock.text);
      return session.lock;
    }
    const next = parse(text);
    // Another lock for records that only this tab's key decrypts: this tab keeps its key.
    if (next && next.id !== session.lock.id && records.areEncryptedAsSeen()) throw fail("changed-elsewhere", LOCK);
    return next;
  }
  /** Starts decrypting all records if the lock orders it. The order needs a proof made with the key,
   * so that it cannot be forged. */
  async function checkOrder() {
    const { lock, key } = session;
    const isProven = lock.state === "opening" && await cipher.decrypt(PROOF, lock.proof, key).then(() => true, () => false);
    if (isProven && session.key === key) session.isDecrypting = true;
  }
  /** Writes a lock in place of the one with the text `before`. Errors: `changed-elsewhere` if another
   * tab was faster. */
  async function writeLock(text, before) {
    noticeLock();
    if (session.problem || (session.lock?.text ?? null) !== before) throw session.problem ?? fail("changed-elsewhere", LOCK);
    old.write(text);
    session.lock = parse(text);
    await clock.wait(SETTLE);
    noticeLock();
    if (session.lock?.text !== text) throw fail("changed-elsewhere", LOCK);
  }

  /** Opens the journal with its data key; `since` is the mark of the lock when the key was requested.
   * Errors: `changed-elsewhere`, and those of reading the storage. */
  async function open(raw, since) {
    const { id } = session.lock;
    try {
      session.key = await cipher.importKey(raw);
      await records.readAll();
      await checkOrder();
      noticeLock();
      // Locked in another tab meanwhile, or by another lock.
      if (session.lock?.id !== id || old.marks() !== since) throw fail("changed-elsewhere", LOCK);
    } catch (error) {
      close(closedState());
      throw error;
    }
    tab.hold(raw, since);
    setState("open");
  }
  function close(next) {
    [session.key, session.isDecrypting] = [null, false];
    tab.forget();
    records.close();
    setState(next);
  }
  /** Locks this tab once everything is written. Errors: `unsaved`, unless it is forced. */
  async function lockHere(force = false) {
    tab.forget();
    await records.flush().catch((error) => {
      if (!force) throw fail("unsaved", error.key, error);
      records.dropPending();
    });
    if (session.state === "open") close("locked");
  }
  /** Locks this tab if its key may no longer be used. Returns whether the journal stays open. */
  function tick() {
    if (session.state !== "open") return false;
    if (!tab.isOver(old.marks)) return true;
    lockHere().catch(() => {});
    return false;
  }

  return { session, records, noticeLock, needOpen, writeLock, open, lockHere, tick };
}
