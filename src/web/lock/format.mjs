// What the lock and an encrypted record look like as text, and under which keys they stand. Knows no storage.

/** Where the lock of one site stands. `lock/now` changes when every tab is to lock. */
export const layout = (site) => {
  const prefix = `ladder-explorer/v2/${site}/`;
  return { prefix, LOCK: `${prefix}lock/lock`, MARK: `${prefix}lock/now`, KEPT: `${prefix}lock/key`, ASK: `${prefix}setting/ask-on-every-page` };
};
/** Where layout 1 had them; `lock/site` names the site that took its lock over. */
export const OLD_PREFIX = "ladder-explorer/v1/";
export const OLD = Object.fromEntries([["LOCK", "lock"], ["MARK", "now"], ["KEPT", "key"], ["SITE", "site"]].map(([name, id]) => [name, `${OLD_PREFIX}lock/${id}`]));
// Authenticated along with what a lock encrypts. It is a name and no place: a lock of any layout opens with it.
export const DOMAIN = "ladder-explorer/v1/lock/lock";
export const PROOF = `${DOMAIN}#opening`;
export const SHORTEST = 8;
export const ROUNDS = { usual: 600_000, least: 100_000, most: 10_000_000 };
export const FIELDS = "schema id kdf name hash iterations salt wrapped iv data state proof".split(" ");
// Until another tab's storage shows what was written here: a browser's processes lag behind.
export const SETTLE = 150;
// Between two pages of one tab. A closed tab that is brought back later finds no key.
export const GRACE = 120_000;

export class VaultError extends Error {
  constructor(code, key = null, cause = undefined) {
    super(key ? `${code}: ${key}` : code, { cause });
    Object.assign(this, { name: "VaultError", code, key });
  }
}
export const fail = (code, key, cause) => new VaultError(code, key, cause);
/** What `work` returns; where it throws, what `otherwise` makes of the error, or undefined. */
export const attempt = (work, otherwise) => {
  try {
    return work();
  } catch (error) {
    return otherwise?.(error);
  }
};

/** Which keys are whose, of one site. A record of another site is none of ours. */
export const kinds = ({ prefix }) => {
  const isOld = (key) => key.startsWith(OLD_PREFIX);
  const isOurs = (key) => key.startsWith(prefix) || isOld(key);
  const name = (key) => key.slice((isOld(key) ? OLD_PREFIX : prefix).length);
  const isLockKind = (key) => isOurs(key) && name(key).startsWith("lock/");
  const isListed = (key) => isOurs(key) && !isLockKind(key);
  /** Whether a record is encrypted while a lock is set. The visitor's settings are read before unlocking. */
  const isPersonal = (key) => isListed(key) && !(isOld(key) ? /^(backup\/|settings\/visitor$)/ : /^(setting|choice|backup|notice)\//).test(name(key));
  return { isOld, isLockKind, isListed, isPersonal };
};
/** Throws the first error of some writes; that a record was removed meanwhile is none. */
export const throwFirst = (errors) => {
  const error = errors.find((each) => each && each.code !== "removed");
  if (error) throw error;
};
export const realClock = { now: () => Date.now(), wait: (ms) => new Promise((done) => { setTimeout(done, ms); }) };
export const noLocks = { request: (_name, _how, work) => work(true) };
/** Whether a text is, or once was, an encrypted record: a damaged one must not pass for a plain one. */
export const isEncrypted = (text) => /^\s*\{\s*"schema"\s*:\s*\d+\s*,\s*"sealed"\s*:\s*\{/.test(text);

export const utf8 = (text) => new TextEncoder().encode(text);
export const fromUtf8 = (bytes) => new TextDecoder("utf-8", { ignoreBOM: true }).decode(bytes);
export const toBase64 = (buffer) => btoa(Array.from(new Uint8Array(buffer), (byte) => String.fromCharCode(byte)).join(""));
export const fromBase64 = (text) => {
  const bytes = Uint8Array.from(atob(text), (char) => char.charCodeAt(0));
  if (toBase64(bytes) !== text) throw fail("unreadable");
  return bytes;
};
// UTF-8 cannot hold a lone surrogate, which storage can: JSON escapes it.
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
  // A record that was tampered with must not hang the page.
  if (kdf.iterations < least || kdf.iterations > ROUNDS.most) throw fail("lock-limits", place);
  return { ...lock, text };
}
