/**
 * What is said about each kind of damage: a sentence made from the finding when it is shown, what it means, and what to do next.
 * Words of an accountant; a finding of another LAO's rows never tells what stood in them.
 */
import type { Finding, FindingCode } from "@/lib/finding/finding";
import {
  type AccountNames,
  sayAccount,
  sayColumn,
  sayCount,
  sayDates,
  sayDifference,
  sayDocuments,
  sayMissingAmount,
  sayPlace,
  sayRows,
  sayShape,
  sayValue,
  sentence,
} from "./finding-phrases";

export { findingTitle } from "./names";

interface FindingWording {
  readonly sentence: (finding: Finding, names?: AccountNames) => string;
  /** «แปลว่าอะไร» */
  readonly meaning: string;
  /** «ทำอย่างไรต่อ» */
  readonly advice: string;
}

/** Rows before the place where the file ends or breaks; the finding's first row is the first that is missing. */
const rowsReadBefore = (finding: Finding): string =>
  finding.rowFrom === null || finding.rowFrom < 1 ? "" : `อ่านได้ ${sayCount(finding.rowFrom - 1)} แถวแรก`;

const betweenDocuments = (finding: Finding): string =>
  sentence(
    finding.docFrom === null ? "" : `หลังเอกสารเลขที่ ${finding.docFrom}`,
    finding.docTo === null ? "" : `ก่อนเอกสารเลขที่ ${finding.docTo}`,
  );

const COMPARE_WITH_PAPER = "ตรวจกับเอกสารต้นฉบับหรือสำเนาที่พิมพ์ไว้ แล้วบันทึกย้อนหลังเฉพาะรายการที่ขาด";
const TELL_THE_SENDER = "แจ้งผู้ส่งข้อมูลให้ส่งแฟ้มนี้ใหม่ หากไม่มีแฟ้มที่ดีกว่า ให้ใช้เอกสารต้นฉบับแทน";

const WORDING: Record<FindingCode, FindingWording> = {
  "file/missing": {
    sentence: (f) => sentence(`แฟ้ม${sayPlace(f)}`, "มีชื่อในบัญชีรายการแฟ้มแต่ไม่มีตัวแฟ้ม ข้อมูลส่วนนี้อ่านไม่ได้"),
    meaning: "ผู้ส่งบันทึกว่าส่งแฟ้มนี้มา แต่ไม่พบในชุดข้อมูล ข้อมูลทั้งแฟ้มจึงไม่ปรากฏในรายงาน",
    advice: TELL_THE_SENDER,
  },
  "file/checksum": {
    sentence: (f) => sentence(`แฟ้ม${sayPlace(f)}`, "ไม่ตรงกับรหัสตรวจสอบที่ผู้ส่งบันทึกไว้ เนื้อหาอาจเปลี่ยนไปหลังส่งออก"),
    meaning: "เนื้อหาของแฟ้มต่างจากตอนที่ผู้ส่งทำบัญชีรายการแฟ้ม แม้อ่านได้ทุกแถวก็ยืนยันไม่ได้ว่าเป็นข้อมูลเดิม",
    advice: TELL_THE_SENDER,
  },
  "file/truncated": {
    sentence: (f) =>
      sentence(`แฟ้ม${sayPlace(f)}`, "ขาดตอนท้าย", rowsReadBefore(f), "รายการหลังจากนั้นอ่านไม่ได้", betweenDocuments(f)),
    meaning: "แฟ้มสิ้นสุดก่อนกำหนด รายการก่อนจุดที่ขาดนำเข้าแล้ว รายการหลังจากนั้นไม่มีในรายงาน",
    advice: TELL_THE_SENDER,
  },
  "file/corrupt": {
    sentence: (f) =>
      sentence(
        `แฟ้ม${sayPlace(f)}`,
        "เสียหาย",
        f.rowFrom === null ? "" : `ตั้งแต่แถวที่ ${sayCount(f.rowFrom)}`,
        betweenDocuments(f),
        "อ่านได้เฉพาะส่วนที่ไม่เสีย",
      ),
    meaning: "บางช่วงของแฟ้มอ่านไม่ได้ รายการก่อนและหลังช่วงที่เสียซึ่งอ่านได้นำเข้าแล้ว",
    advice: TELL_THE_SENDER,
  },
  "file/unlisted": {
    sentence: (f) => sentence("แฟ้ม", f.file?.split("/").at(-1) ?? "", "อยู่ในชุดข้อมูลแต่ไม่มีชื่อในบัญชีรายการแฟ้ม จึงไม่นำเข้า"),
    meaning: "แฟ้มนี้ไม่มีในบัญชีที่ผู้ส่งรับรอง อาจเป็นสำเนาหรือแฟ้มที่ปนเข้ามา จึงไม่ใช้ในรายงาน",
    advice: "สอบถามผู้ส่งข้อมูลว่าแฟ้มนี้เป็นของจริงหรือไม่ หากเป็นของจริงให้ส่งชุดข้อมูลใหม่ที่มีชื่อแฟ้มในบัญชี",
  },
  "row/encoding": {
    sentence: (f) => sentence(sayPlace(f), sayRows(f), sayColumn(f), "มีตัวอักษรที่อ่านไม่ได้"),
    meaning:
      "ตัวอักษรบางตัวเสียหายจนอ่านไม่ได้ แถวที่ยังอ่านเลขที่ วันที่ และจำนวนเงินได้นั้นนำเข้าแล้ว โดยแสดง � แทนตัวที่อ่านไม่ได้ นอกนั้นเก็บแยกไว้ ไม่รวมในยอด",
    advice: COMPARE_WITH_PAPER,
  },
  "row/shape": {
    sentence: (f) => sentence(sayPlace(f), sayRows(f), sayShape(f)),
    meaning: "แถวมีช่องขาดหรือเกิน จึงบอกไม่ได้ว่าค่าใดเป็นของช่องใด แถวเหล่านี้เก็บแยกไว้ ไม่รวมในยอด",
    advice: COMPARE_WITH_PAPER,
  },
  "row/value": {
    sentence: (f) =>
      sentence(
        sayPlace(f),
        sayRows(f),
        sayDocuments(f),
        sayColumn(f),
        "อ่านค่าไม่ได้",
        f.found === null ? "" : `พบ «${f.found}»`,
      ),
    meaning: "วันที่ จำนวนเงิน หรือรหัสในแถวนี้อ่านไม่ได้ และไม่ถือว่าเป็นศูนย์ แถวนี้เก็บแยกไว้ ไม่รวมในยอด",
    advice: COMPARE_WITH_PAPER,
  },
  "row/text": {
    sentence: (f) => sentence(sayPlace(f), sayRows(f), sayDocuments(f), sayColumn(f), "ข้อความผิดเพี้ยน แต่จำนวนเงินอ่านได้"),
    meaning: "ข้อความภาษาไทยในแถวนี้มีตัวอักษรที่ไม่ควรอยู่ด้วยกัน แถวนี้นำเข้าตามที่เป็นอยู่และรวมในยอดแล้ว",
    advice: "อ่านข้อความด้วยความระมัดระวัง หากต้องใช้ข้อความนั้นให้ดูจากเอกสารต้นฉบับ",
  },
  "row/duplicate": {
    // `found` says which earlier row it is and whether the content is the same
    sentence: (f) =>
      sentence(sayPlace(f), sayRows(f), sayDocuments(f), "ซ้ำกับแถวก่อนหน้า", f.found === null ? "" : `(${f.found})`),
    meaning: "เลขที่เดียวกันปรากฏมากกว่าหนึ่งครั้ง แถวแรกใช้ในยอด แถวที่ซ้ำเก็บแยกไว้ ไม่รวมในยอด",
    advice: "ตรวจกับเอกสารต้นฉบับว่าแถวใดถูกต้อง โดยเฉพาะเมื่อเนื้อหาของแถวที่ซ้ำต่างกัน",
  },
  "row/foreign": {
    sentence: (f) => sentence(sayPlace(f), sayRows(f), "เป็นรายการของหน่วยงานอื่นหรือเดือนอื่น จึงเก็บแยกไว้และไม่แสดง"),
    meaning: "มีรายการของหน่วยงานอื่นหรือของเดือนอื่นปนอยู่ในแฟ้มนี้ รายการนั้นไม่รวมในยอด และผู้ดูแลระบบเท่านั้นที่เปิดดูได้",
    advice: "แจ้งผู้ดูแลระบบ และตรวจว่ารายการของหน่วยงานของท่านไม่ได้ขาดไปในเดือนเดียวกัน",
  },
  "tie/entry-unbalanced": {
    sentence: (f) => sentence(sayPlace(f), sayDocuments(f), "เดบิตไม่เท่ากับเครดิต", sayDifference(f), sayMissingAmount(f)),
    meaning: "ใบผ่านรายการนี้มียอดเดบิตไม่เท่ายอดเครดิต แสดงว่ามีบรรทัดขาดหายหรือจำนวนเงินเปลี่ยนไป",
    advice: COMPARE_WITH_PAPER,
  },
  "tie/number-gap": {
    sentence: (f) =>
      sentence(
        sayPlace(f),
        sayDocuments(f),
        "ขาดหาย",
        f.count === null ? "" : `${sayCount(f.count)} ฉบับ`,
        sayDates(f),
        sayMissingAmount(f),
      ),
    meaning: "เลขที่เอกสารไม่ต่อเนื่อง เอกสารในช่วงนี้เคยมีแต่ไม่อยู่ในข้อมูล",
    advice: COMPARE_WITH_PAPER,
  },
  "tie/carry-forward": {
    sentence: (f, names) =>
      sentence(
        sayPlace(f),
        sayAccount(f, names),
        "ยอดยกมาไม่เท่ากับยอดยกไปของเดือนก่อน",
        sayDifference(f),
        sayMissingAmount(f),
      ),
    meaning: "ยอดยกไปของเดือนหนึ่งต้องเป็นยอดยกมาของเดือนถัดไป เมื่อไม่ตรงกันแสดงว่าเดือนใดเดือนหนึ่งเสียหาย",
    advice: "เทียบงบทดลองที่พิมพ์ไว้ของทั้งสองเดือน เพื่อดูว่าเดือนใดผิด",
  },
  "tie/balance": {
    sentence: (f, names) =>
      sentence(
        sayPlace(f),
        sayAccount(f, names),
        "ยอดในงบทดลองไม่ตรงกับสมุดรายวัน",
        sayDifference(f),
        f.amount === 0n ? "เดบิตและเครดิตต่างไปเท่ากัน ยอดสุทธิจึงไม่ขาด" : sayMissingAmount(f),
      ),
    meaning: "ผลรวมรายการในสมุดรายวันของบัญชีนี้ไม่เท่ากับยอดที่ระบบเดิมปิดไว้ แสดงว่ามีรายการขาดหายหรือยอดเปลี่ยนไป",
    advice: COMPARE_WITH_PAPER,
  },
  "tie/cross-module": {
    sentence: (f, names) =>
      sentence(
        sayPlace(f),
        sayDocuments(f),
        sayAccount(f, names),
        sayDates(f),
        "ไม่ตรงกับอีกระบบหนึ่ง",
        sayDifference(f),
        sayMissingAmount(f),
      ),
    meaning: "ยอดเดียวกันที่บันทึกไว้ในสองระบบไม่เท่ากัน เช่น ใบเสร็จกับใบนำส่ง หรือฎีกากับการจ่ายเงิน",
    advice: COMPARE_WITH_PAPER,
  },
  "tie/dangling": {
    sentence: (f) =>
      sentence(
        sayPlace(f),
        sayRows(f),
        sayDocuments(f),
        sayColumn(f),
        "อ้างถึง",
        f.found === null ? "รายการ" : sayValue(f.found),
        "ซึ่งไม่พบในข้อมูล",
      ),
    meaning: "แถวนี้อ้างรหัสหรือเลขที่เอกสารที่ไม่มีอยู่ เอกสารปลายทางอาจสูญหาย หรือรหัสในแถวนี้เปลี่ยนไป",
    advice: COMPARE_WITH_PAPER,
  },
  "tie/silent-partition": {
    sentence: (f) => sentence(sayPlace(f), "ไม่มีข้อมูลเลย แต่ข้อมูลอื่นแสดงว่าเคยมีรายการ", sayDocuments(f), sayMissingAmount(f)),
    meaning: "ไม่มีแฟ้มของส่วนนี้ แต่เลขที่เอกสาร ยอดยกมา หรือระบบอื่นแสดงว่ามีการทำงานในเดือนนี้",
    advice: TELL_THE_SENDER,
  },
};

/** One Thai sentence, without full stop: where, what, and as far as known how many and how much. */
export function findingSentence(finding: Finding, names?: AccountNames): string {
  return WORDING[finding.code].sentence(finding, names);
}

export function findingMeaning(code: FindingCode): string {
  return WORDING[code].meaning;
}

export function findingAdvice(code: FindingCode): string {
  return WORDING[code].advice;
}
