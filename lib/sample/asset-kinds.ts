/** What stays as an asset when it is bought: the vote that pays it, the accounts that carry it, and the things themselves. */

export interface AssetKind {
  readonly expenseCode: string;
  readonly expenseName: string;
  readonly work: string;
  readonly account: string;
  readonly wornAccount: string;
  readonly wearAccount: string;
  /** First part of the asset code (`202-670315-00001`). */
  readonly prefix: string;
  readonly category: string;
  readonly kind: string;
  readonly lifeYears: number;
  readonly medianBaht: number;
  readonly piecesMost: number;
  readonly names: readonly string[];
}

export const ASSET_KINDS: readonly AssetKind[] = [
  {
    expenseCode: "5410100",
    expenseName: "ครุภัณฑ์สำนักงาน",
    work: "00111",
    account: "1206010101.001",
    wornAccount: "1206010103.001",
    wearAccount: "5105010109.001",
    prefix: "201",
    category: "ครุภัณฑ์",
    kind: "ครุภัณฑ์สำนักงาน",
    lifeYears: 8,
    medianBaht: 7900,
    piecesMost: 6,
    names: ["โต๊ะทำงานเหล็ก", "ตู้เก็บเอกสาร 2 บาน", "เก้าอี้สำนักงาน", "เครื่องปรับอากาศ แบบแยกส่วน ขนาด 24,000 บีทียู"],
  },
  {
    expenseCode: "5411600",
    expenseName: "ครุภัณฑ์คอมพิวเตอร์",
    work: "00113",
    account: "1206100101.001",
    wornAccount: "1206100103.001",
    wearAccount: "5105010127.001",
    prefix: "202",
    category: "ครุภัณฑ์",
    kind: "ครุภัณฑ์คอมพิวเตอร์",
    lifeYears: 3,
    medianBaht: 22000,
    piecesMost: 4,
    names: ["เครื่องคอมพิวเตอร์ All In One สำหรับงานประมวลผล", "เครื่องพิมพ์ Multifunction", 'จอภาพ ขนาด 23" พร้อมขาตั้ง'],
  },
  {
    expenseCode: "5410300",
    expenseName: "ครุภัณฑ์ยานพาหนะและขนส่ง",
    work: "00311",
    account: "1206020101.001",
    wornAccount: "1206020103.001",
    wearAccount: "5105010111.001",
    prefix: "203",
    category: "ครุภัณฑ์",
    kind: "ครุภัณฑ์ยานพาหนะและขนส่ง",
    lifeYears: 8,
    medianBaht: 640000,
    piecesMost: 1,
    names: ["รถบรรทุก (ดีเซล) ขนาด 1 ตัน", "รถจักรยานยนต์ ขนาด 110 ซีซี"],
  },
  {
    expenseCode: "5410900",
    expenseName: "ครุภัณฑ์งานบ้านงานครัว",
    work: "00212",
    account: "1206120101.001",
    wornAccount: "1206120103.001",
    wearAccount: "5105010131.001",
    prefix: "205",
    category: "ครุภัณฑ์",
    kind: "ครุภัณฑ์งานบ้านงานครัว",
    lifeYears: 5,
    medianBaht: 9400,
    piecesMost: 5,
    names: ["เครื่องตัดหญ้า แบบข้อแข็ง", "ตู้เย็น ขนาด 9 คิวบิกฟุต", "เครื่องทำน้ำเย็น แบบต่อท่อ"],
  },
  {
    expenseCode: "5421000",
    expenseName: "ค่าก่อสร้างสิ่งสาธารณูปโภค",
    work: "00312",
    account: "1208010101.001",
    wornAccount: "1208010103.001",
    wearAccount: "5105010143.001",
    prefix: "101",
    category: "สินทรัพย์โครงสร้างพื้นฐาน",
    kind: "ถนน",
    lifeYears: 20,
    medianBaht: 430000,
    piecesMost: 1,
    names: ["ถนนคอนกรีตเสริมเหล็ก สายทางตัวอย่าง", "ถนนลาดยาง สายทางสมมุติ", "รางระบายน้ำคอนกรีตเสริมเหล็ก"],
  },
];

/** Worn down every month though nothing new is bought. */
export const BUILDING = {
  account: "1205020101.001",
  wornAccount: "1205020103.001",
  wearAccount: "5105010103.001",
} as const;
