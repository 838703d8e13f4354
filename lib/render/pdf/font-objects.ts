/** Font objects of a document: the whole face embedded, its codes mapped to glyphs, widths and text (ISO 32000-1, 9.7). */
import type { PdfFont } from "./fonts";
import type { GlyphCode, GlyphCodes } from "./glyph-codes";
import type { PdfFile } from "./pdf-file";
import { utf16Hex } from "./pdf-syntax";

/** Writes one font under `number`; all its codes must have been given by now. */
export function addFontObjects(file: PdfFile, font: PdfFont, codes: GlyphCodes, number: number): void {
  const list = [...codes.list()].sort((a, b) => a.code - b.code);
  const data = file.addDeflated(font.deflatedFile, `/Length1 ${font.fileSizeBytes}`);
  const descriptor = file.add(
    `<</Type/FontDescriptor/FontName/${font.name}/Flags 4/FontBBox[${font.box.join(" ")}]/ItalicAngle 0` +
      `/Ascent ${font.ascent}/Descent ${font.descent}/CapHeight 700/StemV 80/FontFile2 ${data} 0 R>>`,
  );
  const glyphMap = file.addStream(glyphMapBytes(list));
  const descendant = file.add(
    `<</Type/Font/Subtype/CIDFontType2/BaseFont/${font.name}` +
      "/CIDSystemInfo<</Registry(Adobe)/Ordering(Identity)/Supplement 0>>" +
      `/FontDescriptor ${descriptor} 0 R/DW 0/W[${list.map((one) => `${one.code}[${one.width}]`).join("")}]` +
      `/CIDToGIDMap ${glyphMap} 0 R>>`,
  );
  const toUnicode = file.addStream(Buffer.from(toUnicodeMap(list), "latin1"));
  file.add(
    `<</Type/Font/Subtype/Type0/BaseFont/${font.name}/Encoding/Identity-H` +
      `/DescendantFonts[${descendant} 0 R]/ToUnicode ${toUnicode} 0 R>>`,
    number,
  );
}

function glyphMapBytes(list: readonly GlyphCode[]): Uint8Array {
  const last = list.at(-1)?.code ?? 0;
  const bytes = new Uint8Array((last + 1) * 2);
  for (const { code, glyphId } of list) {
    bytes[code * 2] = glyphId >> 8;
    bytes[code * 2 + 1] = glyphId & 0xff;
  }
  return bytes;
}

/** At most 100 entries a block (Adobe Technical Note 5014). */
const BLOCK = 100;

function toUnicodeMap(list: readonly GlyphCode[]): string {
  let map =
    "/CIDInit/ProcSet findresource begin\n12 dict begin\nbegincmap\n" +
    "/CIDSystemInfo<</Registry(Adobe)/Ordering(UCS)/Supplement 0>>def\n" +
    "/CMapName/Adobe-Identity-UCS def\n/CMapType 2 def\n" +
    "1 begincodespacerange\n<0000><ffff>\nendcodespacerange\n";
  for (let from = 0; from < list.length; from += BLOCK) {
    const block = list.slice(from, from + BLOCK);
    map += `${block.length} beginbfchar\n`;
    for (const { code, text } of block) map += `<${code.toString(16).padStart(4, "0")}><${utf16Hex(text)}>\n`;
    map += "endbfchar\n";
  }
  return `${map}endcmap\nCMapName currentdict/CMap defineresource pop\nend\nend\n`;
}
