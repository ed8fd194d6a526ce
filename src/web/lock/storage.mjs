// Local storage with error codes, and writes that are read back. Independent of the lock.
import { attempt, fail } from "./format.mjs";

/** The functions over one `Storage`; `isPersonal` selects the keys that `stored` lists, `isStale` is
 * whether writing is forbidden. Errors: `full`, `refused`, `not-written`. */
export function storageOf(local, isPersonal, isStale) {
  const withCode = (key, work) => attempt(work, (error) => {
    const full = /^(QuotaExceededError|NS_ERROR_DOM_QUOTA_REACHED)$/.test(error?.name) || [22, 1014].includes(error?.code);
    throw fail(full ? "full" : "refused", key, error);
  });
  const read = (key) => withCode(key, () => local.getItem(key));
  const stored = (wanted = isPersonal) => withCode(null, () =>
    Array.from({ length: local.length }, (_, at) => local.key(at)).filter((key) => key !== null && wanted(key)));
  const write = (key, text) => withCode(key, () => {
    if (isStale()) throw fail("refused", key);
    return text === null ? local.removeItem(key) : local.setItem(key, text);
  });
  /** Writes a text, or removes it (null). A write that was not stored correctly is undone. */
  function put(key, text) {
    const before = read(key);
    write(key, text);
    if (read(key) === text) return;
    attempt(() => write(key, before));
    throw fail("not-written", key);
  }

  return { read, stored, put };
}
