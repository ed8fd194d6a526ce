// How long this tab may use the key of an open journal. The key is passed from page to page in session
// storage. Browsers write that to their own files, so a visitor can choose not to store it there.
import { attempt, fromBase64, GRACE, OLD, toBase64 } from "./format.mjs";

/** The functions over one session storage. `idle` is the time in ms after which the key may no longer
 * be used, 0 for never. The setting at `ASK` makes each page ask for the passphrase. */
export function tabKey({ session, clock, idle, read, KEPT, ASK }) {
  let kept = null, keptUntil = 0; // The key for the next page, and the time written with it.
  let until = Infinity, mark = null;
  const asks = () => attempt(() => JSON.parse(read(ASK)).value === true) ?? false;
  const drop = () => { attempt(() => session.removeItem(KEPT)); };
  // The key of an older version is useless here, and must not outlive the lock.
  attempt(() => session.removeItem(OLD.KEPT));

  function keepUntil(time) {
    until = time;
    if (kept !== null && asks()) {
      kept = null;
      drop();
    }
    // Not rewritten for every movement.
    if (kept === null || until === keptUntil || Math.abs(until - keptUntil) < 5000) return;
    keptUntil = until;
    attempt(() => session.setItem(KEPT, JSON.stringify({ key: kept, mark, until })), () => { kept = null; });
  }
  const stay = () => keepUntil(idle ? clock.now() + idle : Infinity);

  return {
    drop,
    /** Starts using a key; `since` is the mark of the lock when it was opened. */
    hold(raw, since) {
      [kept, mark] = [toBase64(raw), since];
      stay();
    },
    /** Stops using the key: from here on nothing can write it again. */
    forget() {
      [kept, keptUntil, until] = [null, 0, 0];
      drop();
    },
    /** The tab was used: restarts the idle time. */
    stay,
    /** The page is being left. The key expires soon, so that a closed tab that is restored later finds
     * none. */
    leave: () => keepUntil(Math.min(until, clock.now() + GRACE)),
    /** Whether the key may no longer be used: its time is up, or another page or tab has locked. */
    isOver(marks) {
      const isLocked = attempt(() => marks() !== mark || (kept !== null && session.getItem(KEPT) === null));
      return isLocked || clock.now() >= until;
    },
    /** The key left by the previous page, if it may still be used; else null. */
    found(since) {
      const left = attempt(() => JSON.parse(session.getItem(KEPT)));
      const raw = attempt(() => fromBase64(left.key));
      return raw?.length === 32 && left.mark === since && !asks() && clock.now() < (left.until ?? Infinity) ? raw : null;
    },
  };
}
