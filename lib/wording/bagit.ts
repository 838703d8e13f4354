/** What is said of a bag that is looked at as BagIt alone: a Thai and an English sentence for each thing noticed. */

interface Said {
  readonly th: string;
  readonly en: string;
}

/** Keys are the codes of what can be noticed; `at` is the file or path, `detail` what was found or expected there. */
const SENTENCES = {
  unreadable: (_at, detail) => ({ th: `เปิดอ่านไม่ได้: ${detail}`, en: "the bag cannot be opened or read" }),
  "declaration/missing": () => ({ th: "ไม่มีไฟล์ bagit.txt", en: "bagit.txt is missing" }),
  "declaration/bom": () => ({ th: "bagit.txt ขึ้นต้นด้วยเครื่องหมาย BOM", en: "bagit.txt begins with a byte order mark" }),
  "declaration/text": () => ({ th: "bagit.txt ไม่ใช่ข้อความ UTF-8", en: "bagit.txt is not UTF-8" }),
  "declaration/version": (_at, detail) => ({
    th: `บรรทัดแรกของ bagit.txt ต้องเป็น BagIt-Version: เลขรุ่น (พบ ${detail})`,
    en: "the first line of bagit.txt is no BagIt-Version: M.N",
  }),
  "declaration/unknown-version": (_at, detail) => ({
    th: `ไม่รู้จัก BagIt รุ่น ${detail} (รู้จัก 0.93–0.97 และ 1.0)`,
    en: "unknown BagIt version; known are 0.93 to 0.97 and 1.0",
  }),
  "declaration/encoding": (_at, detail) => ({
    th: `บรรทัดที่สองของ bagit.txt ต้องเป็น Tag-File-Character-Encoding: ชื่อรหัสอักขระ (พบ ${detail})`,
    en: "the second line of bagit.txt is no Tag-File-Character-Encoding: NAME",
  }),
  "declaration/unknown-encoding": (_at, detail) => ({
    th: `ไม่รู้จักรหัสอักขระ ${detail}`,
    en: "unknown character encoding",
  }),
  "declaration/loose": (_at, detail) => ({
    th: `bagit.txt เขียนไม่ตรงรูปแบบ (${detail})`,
    en: "bagit.txt is written loosely",
  }),
  "declaration/more-lines": () => ({ th: "bagit.txt มีมากกว่าสองบรรทัด", en: "bagit.txt has more than two lines" }),
  "payload/no-folder": () => ({ th: "ไม่มีโฟลเดอร์ data", en: "the payload folder data/ is missing" }),
  "manifest/none": () => ({ th: "ไม่มีไฟล์ manifest ของข้อมูล", en: "no payload manifest" }),
  "manifest/algorithm": (at) => ({
    th: `${at}: คำนวณผลรวมตรวจสอบแบบนี้ไม่ได้`,
    en: "unknown checksum algorithm",
  }),
  "manifest/line": (at, detail) => ({ th: `${at}: อ่านบรรทัดที่ ${detail} ไม่ได้`, en: "a line cannot be read" }),
  "manifest/twice": (at, detail) => ({
    th: `${at}: ระบุ ${detail} มากกว่าหนึ่งครั้ง`,
    en: "the same file is listed twice",
  }),
  "manifest/contradiction": (at, detail) => ({
    th: `${at}: ระบุ ${detail} สองครั้งด้วยผลรวมตรวจสอบที่ต่างกัน`,
    en: "the same file is listed twice with different checksums",
  }),
  "manifest/not-payload": (at, detail) => ({
    th: `${at}: ${detail} ไม่อยู่ใต้ data/`,
    en: "a payload manifest lists a file outside data/",
  }),
  "tag-manifest/payload": (at, detail) => ({
    th: `${at}: ระบุ ${detail} ซึ่งเป็นข้อมูล ไม่ใช่ไฟล์กำกับ`,
    en: "a tag manifest lists a payload file",
  }),
  "tag-manifest/lists-itself": (at, detail) => ({
    th: `${at}: ระบุ ${detail} ซึ่งเป็น tag manifest`,
    en: "a tag manifest lists a tag manifest",
  }),
  "tag-manifest/lacks-manifest": (at, detail) => ({
    th: `${at}: ไม่ได้ระบุ ${detail}`,
    en: "a tag manifest does not list a payload manifest",
  }),
  "path/unsafe": (at, detail) => ({
    th: `${at}: ชื่อไฟล์ ${detail} ชี้ออกนอกชุดข้อมูล`,
    en: "a path leaves the bag or is absolute",
  }),
  "path/loose": (at, detail) => ({
    th: `${at}: ชื่อไฟล์ ${detail} เขียนไม่ตรงรูปแบบ`,
    en: "a path is written loosely (./ or * before it, or % not encoded)",
  }),
  "path/normalization": (at, detail) => ({
    th: `${at}: ชื่อไฟล์ ${detail} ใช้รูปอักขระ Unicode ต่างจากไฟล์จริง`,
    en: "a path and its file differ in Unicode normalization",
  }),
  "path/look-alike": (at, detail) => ({
    th: `${at}: ชื่อไฟล์ต่างกันเพียงตัวพิมพ์หรือรูปอักขระ (${detail})`,
    en: "two paths differ only in case or Unicode normalization",
  }),
  "path/not-portable": (at, detail) => ({
    th: `${at}: ชื่อไฟล์ ${detail} ใช้บนบางระบบไม่ได้`,
    en: "a file name cannot be used on some systems",
  }),
  "file/missing": (at, detail) => ({
    th: `ไม่มีไฟล์ ${detail} ที่ ${at} ระบุ`,
    en: "a listed file is missing",
  }),
  "file/checksum": (at, detail) => ({
    th: `${detail}: ผลรวมตรวจสอบไม่ตรงกับ ${at}`,
    en: "the checksum does not match",
  }),
  "file/unlisted": (at, detail) => ({
    th: `${detail}: มีอยู่จริงแต่ไม่มีใน ${at}`,
    en: "a payload file is not in the manifest",
  }),
  "tag-file/text": (at, detail) => ({
    th: `${at}: ไม่ใช่ข้อความรหัสอักขระ ${detail}`,
    en: "a tag file is not in the declared encoding",
  }),
  "tag-file/bom": (at) => ({
    th: `${at}: ขึ้นต้นด้วยเครื่องหมาย BOM`,
    en: "a tag file begins with a byte order mark",
  }),
  "bag-info/line": (at, detail) => ({
    th: `${at}: บรรทัดที่ ${detail} ไม่ใช่ ชื่อ: ค่า`,
    en: "a line is no LABEL: VALUE",
  }),
  "bag-info/loose": (at, detail) => ({
    th: `${at}: เว้นวรรคในบรรทัดที่ ${detail} ไม่ตรงรูปแบบ`,
    en: "white space around a label or value is not as it should be",
  }),
  "bag-info/oxum": (at, detail) => ({
    th: `${at}: อ่าน Payload-Oxum ไม่ได้ (${detail})`,
    en: "Payload-Oxum is no OCTETS.FILES",
  }),
  "bag-info/oxum-twice": (at) => ({
    th: `${at}: มี Payload-Oxum มากกว่าหนึ่งบรรทัด`,
    en: "Payload-Oxum is given more than once",
  }),
  "bag-info/oxum-differs": (at, detail) => ({
    th: `${at}: Payload-Oxum ไม่ตรงกับข้อมูล (${detail})`,
    en: "Payload-Oxum does not match the payload",
  }),
  "fetch/line": (at, detail) => ({
    th: `${at}: บรรทัดที่ ${detail} ไม่ใช่ ที่อยู่ ขนาด ชื่อไฟล์`,
    en: "a line is no URL LENGTH FILENAME",
  }),
  "fetch/not-payload": (at, detail) => ({
    th: `${at}: ${detail} ไม่อยู่ใต้ data/`,
    en: "fetch.txt names a file outside data/",
  }),
  "fetch/not-in-manifest": (at, detail) => ({
    th: `${at}: ${detail} ไม่มีใน manifest`,
    en: "fetch.txt names a file that no manifest lists",
  }),
  "fetch/not-fetched": (at, detail) => ({
    th: `${at}: ยังไม่ได้ดึง ${detail} มาไว้ในชุดข้อมูล`,
    en: "a file of fetch.txt was not fetched: the bag is incomplete",
  }),
} satisfies Record<string, (at: string, detail: string) => Said>;

export type BagItCode = keyof typeof SENTENCES;

export function sayBagIt(code: BagItCode, at: string, detail: string): Said {
  const say: (at: string, detail: string) => Said = SENTENCES[code];
  return say(at, detail);
}

export const BAGIT_WORDS = {
  invalid: "ไม่ถูกต้อง (invalid)",
  warning: "ข้อสังเกต (warning)",
  valid: (version: string) => `ถูกต้องตาม BagIt รุ่น ${version} (valid)`,
  more: (count: number) => `และอีก ${count.toLocaleString("en-US")} รายการ (and more)`,
} as const;
