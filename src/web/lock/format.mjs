// The text formats of the lock and of an encrypted record, and their keys. Independent of the storage.

/** The keys of one site's lock. `lock/now` changes when every tab has to lock. */
export const layout = (site) => {
  const prefix = `ladder-explorer/v2/${site}/`;
  return { prefix, LOCK: `${prefix}lock/lock`, MARK: `${prefix}lock/now`, KEPT: `${prefix}lock/key`, ASK: `${prefix}setting/ask-on-every-page` };
};
/** The keys of layout 1; `lock/site` names the site that took over its lock. */
export const OLD_PREFIX = "ladder-explorer/v1/";
export const OLD = Object.fromEntries([["LOCK", "lock"], ["MARK", "now"], ["KEPT", "key"], ["SITE", "site"]].map(([name, id]) => [name, `${OLD_PREFIX}lock/${id}`]));
// Authenticated with everything that a lock encrypts. It is a fixed name, not a key: it is the same for
// locks of any layout.
export const DOMAIN = "ladder-explorer/v1/lock/lock";
export const PROOF = `${DOMAIN}#opening`;
// `web/data/locking.rs` has the same figure for the form.
export const SHORTEST = 8;
export const ROUNDS = { usual: 600_000, least: 100_000, most: 10_000_000 };
export const FIELDS = "schema id kdf name hash iterations salt wrapped iv data state proof".split(" ");
// The time in ms until other tabs see what was written here: a browser's processes lag behind.
export const SETTLE = 150;
// The maximum time in ms between two pages of one tab. A closed tab that is restored later finds no
// key.
export const GRACE = 120_000;

export class VaultError extends Error {
  constructor(code, key = null, cause = undefined) {
    super(key ? `${code}: ${key}` : code, { cause });
    Object.assign(this, { name: "VaultError", code, key });
  }
}
export const fail = (code, key, cause) => new VaultError(code, key, cause);
/** Returns the result of `work`; if it throws, `otherwise` applied to the error, or undefined. */
export const attempt = (work, otherwise) => {
  try {
    return work();
  } catch (error) {
    return otherwise?.(error);
  }
};

/** Classifies the keys of one site. A record of another site is ignored. */
export const kinds = ({ prefix }) => {
  const isOld = (key) => key.startsWith(OLD_PREFIX);
  const isOurs = (key) => key.startsWith(prefix) || isOld(key);
  const name = (key) => key.slice((isOld(key) ? OLD_PREFIX : prefix).length);
  const isLockKind = (key) => isOurs(key) && name(key).startsWith("lock/");
  const isListed = (key) => isOurs(key) && !isLockKind(key);
  /** Whether a record is encrypted while a lock is set. The visitor's settings are read before
   * unlocking. */
  const isPersonal = (key) => isListed(key) && !(isOld(key) ? /^(backup\/|settings\/visitor$)/ : /^(setting|choice|backup|notice)\//).test(name(key));
  return { isOld, isLockKind, isListed, isPersonal };
};
/** Throws the first error of some writes, except `removed`: the record no longer exists. */
export const throwFirst = (errors) => {
  const error = errors.find((each) => each && each.code !== "removed");
  if (error) throw error;
};
export const realClock = { now: () => Date.now(), wait: (ms) => new Promise((done) => { setTimeout(done, ms); }) };
export const noLocks = { request: (_name, _how, work) => work(true) };
/** Whether a text is, or once was, an encrypted record: a damaged one must not be taken for plain
 * text. */
export const isEncrypted = (text) => /^\s*\{\s*"schema"\s*:\s*\d+\s*,\s*"sealed"\s*:\s*\{/.test(text);

export const utf8 = (text) => new TextEncoder().encode(text);
export const fromUtf8 = (bytes) => new TextDecoder("utf-8", { ignoreBOM: true }).decode(bytes);
export const toBase64 = (buffer) => btoa(Array.from(new Uint8Array(buffer), (byte) => String.fromCharCode(byte)).join(""));
export const fromBase64 = (text) => {
  const bytes = Uint8Array.from(atob(text), (char) => char.charCodeAt(0));
  if (toBase64(bytes) !== text) throw fail("unreadable");
  return bytes;
};
// UTF-8 cannot encode a lone surrogate, which storage can hold: JSON escapes it.
export const encodeText = (text) => utf8(fromUtf8(utf8(text)) === text ? `=${text}` : `j${JSON.stringify(text)}`);
export const decodeText = (bytes) => {
  const text = fromUtf8(bytes);
  return text.startsWith("j") ? JSON.parse(text.slice(1)) : text.slice(1);
};

/** Reads the text of a lock; `place` is the key that an error names.
 * Errors: `newer-lock`, `damaged-lock`, `lock-limits`. */
export function parseLock(text, least, place) {
  const lock = attempt(() => JSON.parse(text));
  const { schema, kdf, wrapped } = lock ?? {};
  if (Number.isInteger(schema) && schema > 1) throw fail("newer-lock", place);
  const size = (part) => attempt(() => fromBase64(part).length) ?? 0;
  const sound = schema === 1 && kdf?.name === "PBKDF2" && kdf.hash === "SHA-256" && Number.isInteger(kdf.iterations)
    && size(kdf.salt) >= 16 && size(wrapped?.iv) === 12 && size(wrapped.data) === 48;
  if (!sound) throw fail("damaged-lock", place);
  // A forged lock must not freeze the page.
  if (kdf.iterations < least || kdf.iterations > ROUNDS.most) throw fail("lock-limits", place);
  return { ...lock, text };
}
