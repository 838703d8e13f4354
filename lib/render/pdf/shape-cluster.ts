/** One cluster from text to the page: glyphs by HarfBuzz, codes that extract as the text, offsets as moves inside a TJ array. */
import type { PdfFont, ShapedGlyph } from "./fonts";
import type { GlyphCodes } from "./glyph-codes";
import { pdfNumber, pdfText } from "./pdf-syntax";

export interface Cluster {
  readonly text: string;
  /** Thousandths of the font size. */
  readonly width: number;
  /** What stands between `[(` and `)]TJ` on the page, at a font size in points. */
  readonly bytesAt: (sizePt: number) => string;
  readonly isSpace: boolean;
  readonly isNewline: boolean;
}

/**
 * Smaller moves of marks, sideways and up, cannot be seen (0.45 pt of 9), and make readers sort the marks anew: a tone mark off the
 * line is then read as a line of its own. Sarabun asks for more only in clusters that no Thai word has.
 */
const VISIBLE_MOVE = 15;
const VISIBLE_RISE = 50;
/** Poppler begins a new word where a glyph overlaps the one before by a fifth of the size (ฟื้น). */
const FAR_LEFT = -190;
const SARA_AM = "ำ";
/** How far the ring of ำ may stand from its place in the font's own ำ glyph to be drawn by that glyph. */
const RING_TOLERANCE = 25;
const LONE_MARK_WIDTH = 400;

/** Shapes `text`, which is one cluster; characters that the font lacks become its box, and extract as themselves. */
export function shapeCluster(text: string, font: PdfFont, codes: GlyphCodes): Cluster {
  const shown = makeShowable(text);
  if (text === "\n") return { text, width: 0, bytesAt: () => "", isSpace: true, isNewline: true };
  const glyphs = joinSaraAm(shown, font.shape(shown), font);
  const texts = shareText(shown, glyphs.length);
  const isSpace = /^\s$/.test(text);
  const advance = glyphs.reduce((sum, glyph) => sum + glyph.advance, 0);
  const lonely = advance === 0 && /^\p{M}/u.test(text) ? LONE_MARK_WIDTH : 0;
  const width = advance + lonely;
  const extractsByGlyphs = texts.length === glyphs.length && !glyphs.some(confusesReaders);
  const draw = (sizePt: number) => {
    const { bytes, moveAfter } = drawGlyphs(glyphs, texts, codes, sizePt, lonely);
    if (extractsByGlyphs) return moveAfter === 0 ? bytes : `${bytes})${moveAfter}(`;
    return `)]TJ /Span<</ActualText ${pdfText(shown)}>>BDC[(${bytes})]TJ EMC[${moveAfter || ""}(`;
  };
  if (glyphs.every((glyph) => Math.abs(glyph.dy) < VISIBLE_RISE)) {
    const bytes = draw(0);
    return { text, width, bytesAt: () => bytes, isSpace, isNewline: false };
  }
  // A rise counts in points, so these bytes depend on the size.
  const bySize = new Map<number, string>();
  const bytesAt = (sizePt: number) => {
    const known = bySize.get(sizePt);
    if (known !== undefined) return known;
    const bytes = draw(sizePt);
    if (bySize.size < 16) bySize.set(sizePt, bytes);
    return bytes;
  };
  return { text, width, bytesAt, isSpace, isNewline: false };
}

/** Readers sort glyphs by place: a mark beyond its base, far back or off the line would be read after the next letter, as a word or a line of its own. */
function confusesReaders(glyph: ShapedGlyph): boolean {
  return glyph.dx >= VISIBLE_MOVE || glyph.dx <= FAR_LEFT || Math.abs(glyph.dy) >= VISIBLE_RISE;
}

/** Control characters would break lines and pages of the extracted text: they show as a box and extract as their picture (U+2400…). */
function makeShowable(text: string): string {
  const unit = text.charCodeAt(0);
  if (unit === 0x09 || unit === 0x0d) return " ";
  if (unit < 0x20) return String.fromCharCode(0x2400 + unit);
  if (unit === 0x7f) return "\u2421";
  return /\p{Surrogate}/u.test(text) ? "\ufffd" : text;
}

/** น + ำ comes as three glyphs (น, ring, า): the font's own ำ draws the last two as one, and one glyph is one character. */
function joinSaraAm(text: string, glyphs: readonly ShapedGlyph[], font: PdfFont): readonly ShapedGlyph[] {
  if (!text.endsWith(SARA_AM) || glyphs.length !== text.length + 1) return glyphs;
  const [ring, aa] = glyphs.slice(-2);
  const whole = font.glyphOf(SARA_AM);
  if (!ring || !aa || whole === 0 || ring.advance !== 0) return glyphs;
  if (Math.abs(ring.dx) > RING_TOLERANCE || ring.dy !== 0 || aa.dx !== 0 || font.widthOf(whole) !== aa.advance)
    return glyphs;
  return [...glyphs.slice(0, -2), { ...aa, id: whole }];
}

/** One text per glyph; fewer texts than glyphs where there are not enough characters to go round. */
function shareText(text: string, glyphCount: number): string[] {
  const characters = [...text];
  if (characters.length <= glyphCount) return characters;
  return [...characters.slice(0, glyphCount - 1), characters.slice(glyphCount - 1).join("")];
}

/**
 * Numbers in a TJ array move the pen to the left. They stand before the string that they are for, never at the array's end: PDFium
 * passes over those. So the last move is given back, to be put before whatever comes next.
 */
function drawGlyphs(
  glyphs: readonly ShapedGlyph[],
  texts: readonly string[],
  codes: GlyphCodes,
  sizePt: number,
  leadIn: number,
): { readonly bytes: string; readonly moveAfter: number } {
  let bytes = "";
  let move = -leadIn;
  glyphs.forEach((glyph, index) => {
    const dx = Math.abs(glyph.dx) < VISIBLE_MOVE ? 0 : glyph.dx;
    const dy = Math.abs(glyph.dy) < VISIBLE_RISE ? 0 : glyph.dy;
    // A mark drawn to the left ends where its cluster ends; ending sooner, it would leave a gap that is read as a space.
    const width = glyph.advance + Math.max(0, -dx);
    const code = codes.bytesFor(glyph.id, texts[index] ?? "\u200b", width);
    move -= dx;
    if (dy !== 0) bytes += `)]TJ ${pdfNumber((dy * sizePt) / 1000)} Ts[${move || ""}(${code})]TJ 0 Ts[(`;
    else bytes += move === 0 ? code : `)${move}(${code}`;
    move = Math.max(0, dx);
  });
  return { bytes, moveAfter: move };
}
