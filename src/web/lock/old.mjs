// The lock of layout 1, which had no site: the first site that finds it takes it over, once. It stays
// in place while the lock exists, so that an old tab or an old page asks for the passphrase and never
// writes plain text.
import { attempt, OLD } from "./format.mjs";

/** The functions over one storage, for the site whose lock is stored at `LOCK`. */
export function oldLock({ read, put, site, LOCK, MARK }) {
  const idOf = (text) => attempt(() => JSON.parse(text).id);
  const isTaken = () => ![null, site].includes(read(OLD.SITE));
  /** Whether the old records belong to this site's lock: it took over the old lock, may do so, or
   * there is no old lock. */
  function isOurs() {
    const [old, own] = [read(OLD.LOCK), read(LOCK)];
    if (old === null) return true;
    return !isTaken() && (own === null || own === old || (read(OLD.SITE) === site && idOf(old) === idOf(own)));
  }
  const mirrored = () => read(OLD.LOCK) !== null && isOurs();

  return {
    isOurs,
    /** The text of this site's lock. A change by an old tab takes precedence and is copied first. */
    text() {
      const own = read(LOCK);
      if (!mirrored()) return own;
      const old = read(OLD.LOCK);
      // Without room for a copy, the old one is used directly.
      if (old !== own) attempt(() => [[OLD.SITE, site], [LOCK, old]].forEach(([key, text]) => put(key, text)));
      return old;
    },
    /** Writes the lock, or removes it (null). */
    write(text) {
      if (mirrored()) for (const key of text === null ? [OLD.LOCK, OLD.MARK, OLD.SITE] : [OLD.LOCK]) put(key, text);
      put(LOCK, text);
    },
    /** A value that changes whenever every tab has to lock. */
    marks: () => (mirrored() ? `${read(MARK)} ${read(OLD.MARK)}` : read(MARK)),
    mark(text) {
      if (mirrored()) put(OLD.MARK, text);
      put(MARK, text);
    },
    /** The keys of the lock. */
    keys: () => (mirrored() ? [OLD.LOCK, OLD.MARK, OLD.SITE, LOCK, MARK] : [LOCK, MARK]),
  };
}
