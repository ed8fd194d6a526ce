// Sealing and opening: records by the data key, the data key by the passphrase. Knows no storage.
// AES-GCM: NIST SP 800-38D. PBKDF2: RFC 8018.
import { DOMAIN, FIELDS, fail, fromBase64, pack, parseLock, toBase64, unpack, utf8 } from "./format.mjs";

/** The sealing of one vault; new locks are made with so many `iterations`, older ones read from `least`.
 * `place` is the key that an error names. */
export function sealing({ crypto, iterations, least, place }) {
  const subtle = crypto?.subtle;

  // The key's name is bound in, so that a sealed text opens nowhere else.
  const random = (size) => crypto.getRandomValues(new Uint8Array(size));
  const gcm = (iv, name) => ({ name: "AES-GCM", iv, additionalData: utf8(name) });
  const digest = async (bytes) => toBase64(await subtle.digest("SHA-256", bytes));
  async function unseal(key, value, by) {
    const { schema, sealed } = JSON.parse(value);
    if (schema !== 1) throw fail("unreadable", key);
    return unpack(await subtle.decrypt(gcm(fromBase64(sealed.iv), key), by, fromBase64(sealed.data)));
  }
  async function seal(key, text, by) {
    const iv = random(12);
    const data = toBase64(await subtle.encrypt(gcm(iv, key), by, pack(text)));
    const value = JSON.stringify({ schema: 1, sealed: { iv: toBase64(iv), data } });
    // Opened again before it may replace anything.
    if (await unseal(key, value, by) !== text) throw fail("not-written", key);
    return value;
  }
  async function keyOf(passphrase, { hash, iterations: rounds, salt }) {
    const typed = await subtle.importKey("raw", utf8(passphrase.normalize("NFKC")), "PBKDF2", false, ["deriveKey"]);
    const how = { name: "PBKDF2", hash, iterations: rounds, salt: fromBase64(salt) };
    return subtle.deriveKey(how, typed, { name: "AES-GCM", length: 256 }, false, ["encrypt", "decrypt"]);
  }
  const identify = async (raw) => (await digest(Uint8Array.of(...utf8(DOMAIN), ...raw))).slice(0, 16);
  // The sum tells a damaged record from a wrong passphrase; it keeps nobody from writing another.
  const sumOf = (record) => digest(utf8(JSON.stringify(record, FIELDS)));
  const lockTextOf = async (record) => JSON.stringify({ ...record, text: undefined, sum: await sumOf(record) });
  async function unwrap(record, passphrase) {
    const by = await keyOf(passphrase, record.kdf);
    const { iv, data } = record.wrapped;
    const raw = await subtle.decrypt(gcm(fromBase64(iv), DOMAIN), by, fromBase64(data)).catch(() => null);
    if (!raw) throw fail(await sumOf(record) === record.sum ? "wrong-passphrase" : "damaged-lock", place);
    return new Uint8Array(raw);
  }
  async function wrap(raw, passphrase, rest) {
    const kdf = { name: "PBKDF2", hash: "SHA-256", iterations, salt: toBase64(random(16)) };
    const iv = random(12);
    const data = toBase64(await subtle.encrypt(gcm(iv, DOMAIN), await keyOf(passphrase, kdf), raw));
    const text = await lockTextOf({ schema: 1, id: await identify(raw), kdf, wrapped: { iv: toBase64(iv), data }, ...rest });
    if (toBase64(await unwrap(parseLock(text, least, place), passphrase)) !== toBase64(raw)) throw fail("not-written", place);
    return text;
  }

  return { random, seal, unseal, identify, lockTextOf, unwrap, wrap };
}
