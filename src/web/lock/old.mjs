// The lock of layout 1, which knew no site: the first site that finds it takes it over, once. It stays
// where it is while the lock lasts, so that an old tab or an old page asks and never writes plain text.
import { attempt, OLD } from "./format.mjs";

/** The functions over one storage, for the site whose lock stands at `LOCK`. */
export function oldLock({ read, put, site, LOCK, MARK }) {
  const idOf = (text) => attempt(() => JSON.parse(text).id);
  const isTaken = () => ![null, site].includes(read(OLD.SITE));
  /** Whether the old records are for the lock of this site: it took the old one over, or may, or there is none. */
  function isOurs() {
    const [old, own] = [read(OLD.LOCK), read(LOCK)];
    if (old === null) return true;
    return !isTaken() && (own === null || own === old || (read(OLD.SITE) === site && idOf(old) === idOf(own)));
  }
  const mirrored = () => read(OLD.LOCK) !== null && isOurs();

  return {
    isOurs,
    /** The text of the lock of this site. What an old tab made of the lock counts: it is written first. */
    text() {
      const own = read(LOCK);
      if (!mirrored()) return own;
      const old = read(OLD.LOCK);
      // Without room for a copy it is read where it is.
      if (old !== own) attempt(() => [[OLD.SITE, site], [LOCK, old]].forEach(([key, text]) => put(key, text)));
      return old;
    },
    /** Writes the lock, or takes it away (null). */
    write(text) {
      if (mirrored()) for (const key of text === null ? [OLD.LOCK, OLD.MARK, OLD.SITE] : [OLD.LOCK]) put(key, text);
      put(LOCK, text);
    },
    /** Changes whenever every tab is to lock. */
    marks: () => (mirrored() ? `${read(MARK)} ${read(OLD.MARK)}` : read(MARK)),
    mark(text) {
      if (mirrored()) put(OLD.MARK, text);
      put(MARK, text);
    },
    /** The keys of the lock. */
    keys: () => (mirrored() ? [OLD.LOCK, OLD.MARK, OLD.SITE, LOCK, MARK] : [LOCK, MARK]),
  };
}
