// Encrypts records with the data key, and the data key with the passphrase. Independent of the storage.
// AES-GCM: NIST SP 800-38D. PBKDF2: RFC 8018.
import { decodeText, DOMAIN, encodeText, fail, FIELDS, fromBase64, parseLock, toBase64, utf8 } from "./format.mjs";

/** The functions of one vault. New locks use `iterations`; older ones are accepted from `least`.
 * `place` is the key that an error names. */
export function cipherOf({ crypto, iterations, least, place }) {
  const subtle = crypto?.subtle;

  const random = (size) => crypto.getRandomValues(new Uint8Array(size));
  // The name is authenticated too, so that a text encrypted for one key cannot be decrypted under
  // another.
  const gcm = (iv, name) => ({ name: "AES-GCM", iv, additionalData: utf8(name) });
  const digest = async (bytes) => toBase64(await subtle.digest("SHA-256", bytes));

  /** Returns the text of the record `name`. Errors: those of WebCrypto or JSON, if the value was not
   * encrypted for this name and key. */
  async function decrypt(name, value, key) {
    const { schema, sealed } = JSON.parse(value);
    if (schema !== 1) throw fail("unreadable", name);
    return decodeText(await subtle.decrypt(gcm(fromBase64(sealed.iv), name), key, fromBase64(sealed.data)));
  }
  /** Returns what to store for the text of the record `name`, after a test decryption. Errors:
   * `not-written`. */
  async function encrypt(name, text, key) {
    const iv = random(12);
    const data = toBase64(await subtle.encrypt(gcm(iv, name), key, encodeText(text)));
    const value = JSON.stringify({ schema: 1, sealed: { iv: toBase64(iv), data } });
    if (await decrypt(name, value, key) !== text) throw fail("not-written", name);
    return value;
  }

  async function deriveKey(passphrase, { hash, iterations: rounds, salt }) {
    const typed = await subtle.importKey("raw", utf8(passphrase.normalize("NFKC")), "PBKDF2", false, ["deriveKey"]);
    const how = { name: "PBKDF2", hash, iterations: rounds, salt: fromBase64(salt) };
    return subtle.deriveKey(how, typed, { name: "AES-GCM", length: 256 }, false, ["encrypt", "decrypt"]);
  }
  const importKey = (raw) => subtle.importKey("raw", raw, "AES-GCM", false, ["encrypt", "decrypt"]);
  /** The id of a data key, as named in its lock. */
  const idOf = async (raw) => (await digest(Uint8Array.of(...utf8(DOMAIN), ...raw))).slice(0, 16);

  // The checksum distinguishes a damaged lock from a wrong passphrase; it does not protect against a
  // forged lock.
  const sumOf = (lock) => digest(utf8(JSON.stringify(lock, FIELDS)));
  const lockText = async (lock) => JSON.stringify({ ...lock, text: undefined, sum: await sumOf(lock) });
  /** Returns the bytes of the data key. Errors: `wrong-passphrase`, `damaged-lock`. */
  async function unwrap(lock, passphrase) {
    const key = await deriveKey(passphrase, lock.kdf);
    const { iv, data } = lock.wrapped;
    const raw = await subtle.decrypt(gcm(fromBase64(iv), DOMAIN), key, fromBase64(data)).catch(() => null);
    if (!raw) throw fail(await sumOf(lock) === lock.sum ? "wrong-passphrase" : "damaged-lock", place);
    return new Uint8Array(raw);
  }
  /** Returns the text of a lock for a data key, after a test unwrapping. Errors: `not-written`. */
  async function wrap(raw, passphrase, rest) {
    const kdf = { name: "PBKDF2", hash: "SHA-256", iterations, salt: toBase64(random(16)) };
    const iv = random(12);
    const data = toBase64(await subtle.encrypt(gcm(iv, DOMAIN), await deriveKey(passphrase, kdf), raw));
    const text = await lockText({ schema: 1, id: await idOf(raw), kdf, wrapped: { iv: toBase64(iv), data }, ...rest });
    if (toBase64(await unwrap(parseLock(text, least, place), passphrase)) !== toBase64(raw)) throw fail("not-written", place);
    return text;
  }

  return { random, encrypt, decrypt, importKey, idOf, lockText, unwrap, wrap };
}
