// Local storage with errors that have a code, and writes that are read back. Knows no lock.
import { attempt, fail } from "./format.mjs";

/** The functions over one `Storage`; `isPersonal` tells which keys `stored` lists, `isStale` whether nothing may be written. */
export function storage(local, isPersonal, isStale) {
  // Every write is read back, and one that came out wrong is undone.
  const ask = (key, work) => attempt(work, (error) => {
    const full = /^(QuotaExceededError|NS_ERROR_DOM_QUOTA_REACHED)$/.test(error?.name) || [22, 1014].includes(error?.code);
    throw fail(full ? "full" : "refused", key, error);
  });
  const read = (key) => ask(key, () => local.getItem(key));
  const stored = (wanted = isPersonal) => ask(null, () =>
    Array.from({ length: local.length }, (_, at) => local.key(at)).filter((key) => key !== null && wanted(key)));
  const write = (key, text) => ask(key, () => {
    if (isStale()) throw fail("refused", key);
    return text === null ? local.removeItem(key) : local.setItem(key, text);
  });
  function put(key, text) {
    const before = read(key);
    write(key, text);
    if (read(key) === text) return;
    attempt(() => write(key, before));
    throw fail("not-written", key);
  }

  return { read, stored, put };
}
