/** The two faces that reports are printed in, Sarabun Regular and Bold: read once, kept with their HarfBuzz font and their deflated file. */
import { readFile } from "node:fs/promises";
import { createRequire } from "node:module";
import { deflateSync } from "node:zlib";
import { Blob, Face, Font, Buffer as ShapingBuffer, shape } from "harfbuzzjs";

/** One placed glyph; all lengths in thousandths of the font size. */
export interface ShapedGlyph {
  readonly id: number;
  readonly advance: number;
  readonly dx: number;
  readonly dy: number;
}

export interface PdfFont {
  /** PostScript name, as the PDF's font objects have it. */
  readonly name: string;
  readonly fileSizeBytes: number;
  readonly deflatedFile: Uint8Array;
  /** xMin, yMin, xMax, yMax of all glyphs. */
  readonly box: readonly [number, number, number, number];
  readonly ascent: number;
  readonly descent: number;
  /** The glyph of one character by itself, 0 if the face has none. */
  readonly glyphOf: (character: string) => number;
  /** Width of a glyph in the font file. */
  readonly widthOf: (glyphId: number) => number;
  readonly shape: (text: string) => readonly ShapedGlyph[];
}

export interface PdfFonts {
  readonly regular: PdfFont;
  readonly bold: PdfFont;
}

const FILES = {
  regular: ["Sarabun-Regular", "@expo-google-fonts/sarabun/400Regular/Sarabun_400Regular.ttf"],
  bold: ["Sarabun-Bold", "@expo-google-fonts/sarabun/700Bold/Sarabun_700Bold.ttf"],
} as const;

async function loadFont([name, file]: readonly [string, string]): Promise<PdfFont> {
  const bytes = await readFile(createRequire(import.meta.url).resolve(file));
  const face = new Face(new Blob(bytes), 0);
  const font = new Font(face);
  const scale = 1000 / face.upem;
  const extents = font.hExtents();
  return {
    name,
    fileSizeBytes: bytes.length,
    deflatedFile: deflateSync(bytes, { level: 9 }),
    box: readFontBox(face, scale),
    ascent: Math.round(extents.ascender * scale),
    descent: Math.round(extents.descender * scale),
    glyphOf: (character) => font.nominalGlyph(character.codePointAt(0) ?? 0) ?? 0,
    widthOf: (glyphId) => Math.round(font.glyphHAdvance(glyphId) * scale),
    shape: (text) => {
      const buffer = new ShapingBuffer();
      buffer.addText(text);
      buffer.guessSegmentProperties();
      shape(font, buffer);
      return buffer.getGlyphInfosAndPositions().map((glyph) => ({
        id: glyph.codepoint,
        advance: Math.round((glyph.xAdvance ?? 0) * scale),
        dx: Math.round((glyph.xOffset ?? 0) * scale),
        dy: Math.round((glyph.yOffset ?? 0) * scale),
      }));
    },
  };
}

/** xMin, yMin, xMax, yMax stand at byte 36 of the `head` table (OpenType specification). */
function readFontBox(face: Face, scale: number): PdfFont["box"] {
  const head = face.referenceTable("head");
  if (!head) throw new Error("the font file has no head table");
  const view = new DataView(head.buffer, head.byteOffset, head.byteLength);
  const at = (offset: number) => Math.round(view.getInt16(offset) * scale);
  return [at(36), at(38), at(40), at(42)];
}

let loading: Promise<PdfFonts> | undefined;

/** Both faces; read at the first call and shared by all documents after it. */
export function loadFonts(): Promise<PdfFonts> {
  loading ??= Promise.all([loadFont(FILES.regular), loadFont(FILES.bold)]).then(([regular, bold]) => ({
    regular,
    bold,
  }));
  return loading;
}
