// The key of an opened journal, from page to page of one tab: in session storage, as long as it may be
// kept. Browsers write session storage to their own files, so a visitor can choose that nothing stands there.
import { attempt, fromBase64, OLD, toBase64 } from "./format.mjs";

/** The functions over one session storage; the setting at `ASK` is that each page asks for the passphrase. */
export function tabKey({ session, clock, read, KEPT, ASK }) {
  const asks = () => attempt(() => JSON.parse(read(ASK)).value === true) ?? false;
  let kept = null, keptUntil = 0;
  const drop = () => attempt(() => session.removeItem(KEPT));
  // That of an older version is of no use here, and must not outlive the lock.
  attempt(() => session.removeItem(OLD.KEPT));

  return {
    drop,
    hold: (raw) => { kept = toBase64(raw); },
    forget() {
      [kept, keptUntil] = [null, 0];
      drop();
    },
    /** Until when the other pages of this tab may use it; 0 where there is none. */
    until: () => attempt(() => JSON.parse(session.getItem(KEPT)).until ?? Infinity) ?? 0,
    /** Whether another page of this tab has taken it away. */
    isGone: () => kept !== null && session.getItem(KEPT) === null,
    keep(until, mark) {
      if (kept !== null && asks()) kept = drop() ?? null;
      if (kept === null || until === keptUntil || Math.abs(until - keptUntil) < 5000) return;
      keptUntil = until;
      attempt(() => session.setItem(KEPT, JSON.stringify({ key: kept, mark, until })), () => { kept = null; });
    },
    /** The key that the page before left, if it may still be used. */
    found(mark) {
      const left = attempt(() => JSON.parse(session.getItem(KEPT)));
      const raw = attempt(() => fromBase64(left.key));
      return raw?.length === 32 && left.mark === mark && !asks() && clock.now() < (left.until ?? Infinity) ? raw : null;
    },
  };
}
