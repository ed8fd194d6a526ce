// Draws the pictures for shared links: an SVG as a PNG with a palette, which takes less than half the
// bytes, since a picture has few colours. Handles texts and bytes; used by the build and by the builder.
import { deflateSync } from 'node:zlib';

const WIDTH = 1200;

/** The npm package that draws, and in each package of fonts the file that is used. */
export const RASTERISER = '@resvg/resvg-wasm';
export const FONTS = [
  '@expo-google-fonts/source-serif-4/600SemiBold/SourceSerif4_600SemiBold.ttf',
  '@expo-google-fonts/source-serif-4/400Regular_Italic/SourceSerif4_400Regular_Italic.ttf',
  '@expo-google-fonts/source-sans-3/700Bold/SourceSans3_700Bold.ttf',
];
/** Text in any other family would be missing in the picture, without an error. */
export const FAMILIES = ['Source Serif 4', 'Source Sans 3'];

/** A font family that a drawing asks for and that is not there. */
export const strangeFamily = (svg) =>
  [...svg.matchAll(/font-family="([^"]*)"/g)].map(([, family]) => family).find((family) => !FAMILIES.includes(family));

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

/** Loads the renderer from its module and its wasm; returns what makes a PNG from an SVG. */
export async function painter({ initWasm, Resvg }, wasm, fontBuffers) {
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
