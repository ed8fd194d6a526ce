// The locked journal: with a passphrase set, personal records are encrypted in local storage.
// Reading is synchronous from memory once opened; writing is encrypted and follows in order.
// Every step that touches storage leaves each record readable, either plain or encrypted.
import { cipherOf } from "./cipher.mjs";
import { attempt, fail, isEncrypted, kinds, layout, noLocks, OLD, PROOF, realClock, ROUNDS, SHORTEST, toBase64 } from "./format.mjs";
import { oldLock } from "./old.mjs";
import { sessionOf } from "./session.mjs";
import { storageOf } from "./storage.mjs";
import { tabKey } from "./tab.mjs";

/** A vault of one site over one tab's storages. `iterations` is only passed by tests. */
export function createVault({
  site, local, session: ofTab, crypto, locks = noLocks, clock = realClock, idle = 0, iterations = ROUNDS.usual, isStale = () => false, onSaved, onOutside, onState,
}) {
  const canLock = Boolean(crypto?.subtle);
  const least = Math.min(ROUNDS.least, iterations);
  const { LOCK, MARK, KEPT, ASK, ...place } = layout(site);
  const { isOld, isLockKind, isListed, ...kind } = kinds(place);
  const isPersonal = (key) => kind.isPersonal(key) && (!isOld(key) || old.isOurs());
  const storage = storageOf(local, isPersonal, isStale);
  const { read, stored, put } = storage;
  const old = oldLock({ read, put, site, LOCK, MARK });
  const tab = tabKey({ session: ofTab, clock, idle, read, KEPT, ASK });
  const cipher = cipherOf({ crypto, iterations, least, place: LOCK });
  const { session, records, noticeLock, needOpen, writeLock, open, lockHere, tick } = sessionOf({
    LOCK, least, storage, old, tab, cipher, clock, onSaved, onOutside, onState,
  });

  /** Errors: `no-crypto`, `short-passphrase`. */
  function needLongEnough(passphrase) {
    if (!canLock) throw fail("no-crypto");
    if ([...passphrase.normalize("NFKC")].length < SHORTEST) throw fail("short-passphrase");
  }
  /** Returns the lock. Errors: `no-lock`, or what is wrong with it. */
  function needLock() {
    noticeLock();
    if (!session.lock || session.problem) throw session.problem ?? fail("no-lock");
    return session.lock;
  }
  /** Errors: `unreadable`, for the first record that cannot be decrypted. */
  function needReadable() {
    const [key] = records.unreadable();
    if (key !== undefined) throw fail("unreadable", key);
  }
  /** Errors: `refused`, `locked`, or what is wrong with the lock. */
  function needWritable(key) {
    if (isLockKind(key)) throw fail("refused", key);
    noticeLock();
    if (isPersonal(key) && ["locked", "damaged"].includes(session.state)) throw session.problem ?? fail("locked", key);
  }
  /** Runs `work` while no other tab does. Errors: `busy`. */
  const exclusively = (work) => locks.request(LOCK, { ifAvailable: true }, async (held) => {
    if (!held) throw fail("busy");
    return work();
  });
  /** Writes each record in the form that the lock requires. If that is plain text, the lock is removed
   * last. */
  async function finish() {
    await records.convert();
    if (!session.isDecrypting) return;
    needReadable();
    old.write(null);
    noticeLock();
    attempt(() => put(MARK, null));
  }
  /** Continues an interrupted switch. If it fails again, the records can be read all the same. */
  async function goOn(work) {
    let unfinished = null;
    try {
      if (records.isUnfinished()) await work();
    } catch (error) {
      unfinished = error;
    }
    return { unreadable: records.unreadable(), unfinished };
  }
  const newMark = () => toBase64(cipher.random(12));

  noticeLock();

  return {
    canLock,
    state: () => session.state,
    problem: () => session.problem,
    unreadable: records.unreadable,
    /** Whether the newest text of a record is not written yet. */
    waits: records.isPending,
    /** The number of such records. */
    pending: records.pending,
    flush: records.flush,
    tick,
    touch() {
      if (tick()) tab.stay();
    },
    leave() {
      if (session.state === "open" && !tab.isOver(old.marks)) tab.leave();
    },

    /** Opens with the key left by the previous page in this tab; returns null if there is none. */
    async resume() {
      noticeLock();
      if (session.state !== "locked" || !canLock) return null;
      const since = old.marks();
      const raw = tab.found(since);
      // With the key of another lock, records would be encrypted that nobody can decrypt.
      if (!raw || await cipher.idOf(raw) !== session.lock?.id) {
        tab.drop();
        return null;
      }
      await open(raw, since);
      return goOn(() => exclusively(finish));
    },
    /** Opens by the passphrase. Returns which records are unreadable, and why a switch on or off is still unfinished.
     * Errors: `no-crypto`, `no-lock`, `wrong-passphrase`, `changed-elsewhere`, or what is wrong with the lock. */
    async unlock(passphrase) {
      if (!canLock) throw fail("no-crypto");
      const lock = needLock();
      const since = old.marks();
      const raw = await cipher.unwrap(lock, passphrase);
      if (session.lock?.text !== lock.text) throw fail("changed-elsewhere", LOCK);
      if (session.state === "locked") await open(raw, since);
      return goOn(() => exclusively(finish));
    },
    /** Sets a passphrase if there is none; returns the same as `unlock`. Errors: `lock-exists`,
     * `busy`, `short-passphrase`, … */
    async on(passphrase) {
      needLongEnough(passphrase);
      return exclusively(async () => {
        noticeLock();
        if (session.state !== "none") throw session.problem ?? fail("lock-exists", LOCK);
        const raw = cipher.random(32);
        const text = await cipher.wrap(raw, passphrase, { state: "on" });
        // Written from the start, so that locking every tab needs no more room later.
        attempt(() => put(MARK, newMark()));
        await writeLock(text, null);
        await open(raw, old.marks());
        return goOn(finish);
      });
    },
    /** Sets another passphrase; the data key stays, and so do the records. Errors: `wrong-passphrase`,
     * `busy`, `short-passphrase`, … */
    async change(before, passphrase) {
      needLongEnough(passphrase);
      return exclusively(async () => {
        const { state, proof, text } = needLock();
        const raw = await cipher.unwrap(session.lock, before);
        await writeLock(await cipher.wrap(raw, passphrase, { state, proof }), text);
      });
    },
    /** Decrypts all records and removes the lock. Errors: `unreadable`, before anything is changed. */
    async off() {
      return exclusively(async () => {
        needOpen();
        needReadable();
        if (!session.isDecrypting) {
          const { lock } = session;
          const proof = await cipher.encrypt(PROOF, "", session.key);
          await writeLock(await cipher.lockText({ ...lock, state: "opening", proof }), lock.text);
        }
        session.isDecrypting = true;
        await finish();
      });
    },
    /** Continues an interrupted switch on or off. */
    finish: async () => exclusively(finish),
    /** Locks this tab and, if the mark can be written, all other tabs. Errors: `unsaved`, unless it is
     * forced. */
    async lock({ force = false } = {}) {
      if (session.state !== "open") return { everywhere: true };
      const everywhere = attempt(() => old.mark(newMark()) ?? true) ?? false;
      await lockHere(force);
      return { everywhere };
    },
    /** For a lost passphrase: removes what cannot be decrypted, and returns it for an undo. */
    forget() {
      if (!session.lock && !session.problem || session.state === "open") throw fail("no-lock");
      const gone = [...stored((key) => isPersonal(key) && isEncrypted(read(key))), ...old.keys()].map((key) => [key, read(key)]);
      for (const [key] of gone) put(key, null);
      noticeLock();
      tab.drop();
      return gone.filter(([, text]) => text !== null);
    },

    /** Whether a record is read and written through the vault: there is a lock, and the record is
     * personal. */
    holds: (key) => session.state !== "none" && isPersonal(key),
    get(key) {
      if (!isPersonal(key)) return read(key);
      if (session.state !== "open") noticeLock();
      if (session.state === "open") return records.get(key);
      if (session.state === "locked") throw fail("locked", key);
      const text = read(key);
      if (isEncrypted(text)) throw session.problem ?? fail("unreadable", key);
      return text;
    },
    keys() {
      if (session.state !== "open") return stored(isListed);
      return [...new Set([...stored((key) => isListed(key) && !isPersonal(key)), ...records.keys()])];
    },
    /** Resolves to null once the text is stored, else to the error. */
    set(key, text) {
      needWritable(key);
      if (isEncrypted(text)) throw fail("sealed-text", key);
      if (isPersonal(key) && session.state === "open") return records.set(key, text);
      const result = attempt(() => put(key, text), (error) => error) ?? null;
      onSaved?.(key, result);
      return Promise.resolve(result);
    },
    remove(key) {
      needWritable(key);
      put(key, null);
      records.forget(key);
    },

    /** Another tab wrote under this key, or under any key (null). */
    outside(key = null) {
      noticeLock();
      const isOpen = tick();
      if (key === ASK && isOpen) tab.stay();
      const personal = key === null || isPersonal(key);
      if (session.state === "none" || (!personal && isListed(key))) onOutside?.(key, key && read(key), false);
      if (isOpen && personal) records.follow(key);
    },
  };
}
