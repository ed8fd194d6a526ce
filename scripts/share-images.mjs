// Converts FOLDER/share/NAME.svg to FOLDER/share/NAME.png, 1200 pixels wide, and removes the SVG.
// Usage: node scripts/share-images.mjs FOLDER
// A picture has few colours, so its PNG has a palette, which takes less than half the bytes. Pictures
// are cached in SHARE_CACHE, by default target/share-images.
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, readFileSync, renameSync, rmSync, statSync, utimesSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { deflateSync } from 'node:zlib';

const WIDTH = 1200;
/** A cached picture that no build has used for this many days is deleted. */
const KEPT_DAYS = 30;

const packages = new URL('npm/node_modules/', import.meta.url);
const RASTERISER = '@resvg/resvg-wasm';
const FONTS = [
  '@expo-google-fonts/source-serif-4/600SemiBold/SourceSerif4_600SemiBold.ttf',
  '@expo-google-fonts/source-serif-4/400Regular_Italic/SourceSerif4_400Regular_Italic.ttf',
  '@expo-google-fonts/source-sans-3/700Bold/SourceSans3_700Bold.ttf',
];
/** Text in any other family would be missing in the picture, without an error. */
const FAMILIES = ['Source Serif 4', 'Source Sans 3'];

function fail(what, remedy) {
  console.error(`\nerror: ${what}\nremedy: ${remedy}`);
  process.exit(1);
}

const sha256 = (...parts) => parts.reduce((hash, part) => hash.update(part), createHash('sha256')).digest();

function fromPackage(file) {
  try {
    return readFileSync(new URL(file, packages));
  } catch (error) {
    return fail(`scripts/npm/node_modules/${file} cannot be read (${error.code})`,
      'run ./dev build, which installs the npm packages; if it is still missing: npm --prefix scripts/npm ci --ignore-scripts');
  }
}

/** Writes a file atomically: an interrupted build leaves no partial picture. */
function put(file, ...parts) {
  const half = `${file}.${process.pid}.half`;
  writeFileSync(half, Buffer.concat(parts));
  renameSync(half, file);
}

/** The picture in a cache entry, which is its checksum followed by its bytes. */
function remembered(entry) {
  if (!existsSync(entry)) return null;
  const kept = readFileSync(entry);
  const png = kept.subarray(32);
  if (!kept.subarray(0, 32).equals(sha256(png))) return null;
  utimesSync(entry, new Date(), new Date());
  return png;
}

function forgetOld(cache) {
  const oldest = Date.now() - KEPT_DAYS * 24 * 60 * 60 * 1000;
  for (const name of readdirSync(cache)) {
    const entry = join(cache, name);
    if (statSync(entry, { throwIfNoEntry: false })?.mtimeMs < oldest) rmSync(entry, { force: true });
  }
}

// --- PNG with a palette ---

const CRC = Uint32Array.from({ length: 256 }, (_, byte) => {
  for (let bit = 0; bit < 8; bit += 1) byte = byte & 1 ? 0xedb88320 ^ (byte >>> 1) : byte >>> 1;
  return byte;
});

function chunk(type, data) {
  const body = Buffer.concat([Buffer.from(type, 'latin1'), data]);
  const out = Buffer.alloc(body.length + 8);
  out.writeUInt32BE(data.length);
  body.copy(out, 4);
  out.writeUInt32BE((body.reduce((crc, byte) => CRC[(crc ^ byte) & 255] ^ (crc >>> 8), -1) ^ -1) >>> 0, body.length + 4);
  return out;
}

/** Opaque pixels as a PNG of at most 256 colours; a rarer colour, such as the edge of a letter,
 * becomes its nearest neighbour. */
function indexedPng(width, height, rgba) {
  const pixels = new Uint32Array(width * height);
  const counts = new Map();
  for (let i = 0; i < pixels.length; i += 1) {
    const colour = (rgba[4 * i] << 16) | (rgba[4 * i + 1] << 8) | rgba[4 * i + 2];
    pixels[i] = colour;
    counts.set(colour, (counts.get(colour) ?? 0) + 1);
  }
  const colours = [...counts].sort(([a, n], [b, m]) => m - n || a - b).map(([colour]) => colour);
  const palette = colours.slice(0, 256);
  const apart = (a, b) => [0, 8, 16].reduce((sum, bits) => sum + (((a >> bits) & 255) - ((b >> bits) & 255)) ** 2, 0);
  const nearest = (colour) => palette.reduce((best, other, i) => (apart(colour, other) < apart(colour, palette[best]) ? i : best), 0);
  const indices = new Map(colours.map((colour, i) => [colour, i < 256 ? i : nearest(colour)]));
  const rows = Buffer.alloc((width + 1) * height); // each row begins with 0: “no filter”
  for (let i = 0; i < pixels.length; i += 1) rows[i + Math.floor(i / width) + 1] = indices.get(pixels[i]);
  const head = Buffer.alloc(13);
  head.writeUInt32BE(width);
  head.writeUInt32BE(height, 4);
  head.set([8, 3], 8);
  return Buffer.concat([
    Buffer.from('\x89PNG\r\n\x1a\n', 'latin1'),
    chunk('IHDR', head),
    chunk('PLTE', Buffer.from(palette.flatMap((colour) => [colour >> 16, (colour >> 8) & 255, colour & 255]))),
    chunk('IDAT', deflateSync(rows, { level: 9 })),
    chunk('IEND', Buffer.alloc(0)),
  ]);
}

// --- Main ---

/** Loads the renderer; only needed for a picture that is not cached. */
async function painter(wasm, fontBuffers) {
  const { initWasm, Resvg } = await import(new URL(`${RASTERISER}/index.mjs`, packages));
  await initWasm(wasm);
  return (svg) => {
    const drawing = new Resvg(svg, { fitTo: { mode: 'width', value: WIDTH }, font: { fontBuffers } });
    const image = drawing.render();
    try {
      return indexedPng(image.width, image.height, image.pixels);
    } finally {
      image.free();
      drawing.free();
    }
  };
}

const [folder, ...rest] = process.argv.slice(2);
if (!folder || rest.length) fail('one folder is needed', 'node scripts/share-images.mjs FOLDER, where FOLDER/share/*.svg lie');
const share = join(folder, 'share');
if (!existsSync(share)) fail(`${share} is not there`, 'run ./dev build, which writes the SVG files before it calls this');

const began = performance.now();
const names = readdirSync(share).filter((name) => name.endsWith('.svg')).sort();
const wasm = fromPackage(`${RASTERISER}/index_bg.wasm`);
const fonts = FONTS.map(fromPackage);
const cache = process.env.SHARE_CACHE || fileURLToPath(new URL('../target/share-images', import.meta.url));
mkdirSync(cache, { recursive: true });
const tools = sha256(readFileSync(fileURLToPath(import.meta.url)), wasm, ...fonts);

let paint = null;
let drawn = 0;
let bytes = 0;
for (const name of names) {
  const file = join(share, name);
  const svg = readFileSync(file);
  const entry = join(cache, sha256(tools, svg).toString('hex'));
  let png = remembered(entry);
  if (!png) {
    const text = svg.toString('utf8');
    const strange = [...text.matchAll(/font-family="([^"]*)"/g)].find(([, family]) => !FAMILIES.includes(family));
    if (strange) {
      fail(`${file} asks for the font “${strange[1]}”`,
        `use one of ${FAMILIES.join(', ')} in src/web/share_image/mod.rs, or add the font to scripts/share-images.mjs`);
    }
    paint ??= await painter(wasm, fonts);
    try {
      png = paint(text);
    } catch (error) {
      fail(`${file} cannot be drawn: ${error?.message ?? error}`,
        'open it in a browser to see what is wrong, then mend src/web/share_image/mod.rs, which wrote it');
    }
    put(entry, sha256(png), png);
    drawn += 1;
  }
  put(file.replace(/\.svg$/, '.png'), png);
  rmSync(file);
  bytes += png.length;
}
forgetOld(cache);
const mean = names.length ? `, ${Math.round(bytes / names.length / 1000)} kB each` : '';
const seconds = ((performance.now() - began) / 1000).toFixed(1);
console.log(`share images: ${names.length} (${drawn} drawn, ${names.length - drawn} unchanged)${mean}, ${seconds} s`);
