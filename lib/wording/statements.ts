/** Words of the financial statements (DOMAIN.md §3.2) and of the proof of the accumulated fund. */

export const STATEMENT = {
  assets: "สินทรัพย์",
  allAssets: "รวมสินทรัพย์",
  debts: "หนี้สิน",
  allDebts: "รวมหนี้สิน",
  equity: "สินทรัพย์สุทธิ/ส่วนทุน",
  resultOfYear: "รายได้สูง/(ต่ำ) กว่าค่าใช้จ่าย ตั้งแต่ต้นปีงบประมาณ",
  allEquity: "รวมสินทรัพย์สุทธิ/ส่วนทุน",
  allDebtsAndEquity: "รวมหนี้สินและสินทรัพย์สุทธิ/ส่วนทุน",
  revenue: "รายได้",
  allRevenue: "รวมรายได้",
  expenses: "ค่าใช้จ่าย",
  allExpenses: "รวมค่าใช้จ่าย",
  result: "รายได้สูง/(ต่ำ) กว่าค่าใช้จ่ายสุทธิ",
  netAssets: "สินทรัพย์หักหนี้สินและส่วนทุนตามงบทดลอง",
} as const;

export function sumOf(name: string): string {
  return `รวม${name}`;
}

export const FUND_PROOF = {
  byMoney: "ก. พิสูจน์จากเงินที่มีอยู่",
  byMoneyShort: "ยอดตามข้อ ก.",
  money: "เงินสดและเงินฝากธนาคาร",
  less: (name: string) => `หัก ${name}`,
  free: "คงเหลือเป็นเงินหลังหักหนี้สิน",
  byBooks: "ข. พิสูจน์จากบัญชีส่วนทุน",
  byBooksShort: "ยอดตามข้อ ข.",
  usable: "ค. เงินสะสมที่สามารถนำไปใช้ได้ (กรอกจากหลักฐานของ อปท.)",
  approved: "หัก เงินสะสมที่อนุมัติให้จ่ายแล้วแต่ยังไม่ได้เบิกจ่าย",
  reserved: "หัก เงินที่ต้องกันไว้ตามระเบียบ",
  left: "คงเหลือเงินสะสมที่สามารถนำไปใช้ได้",
  fund: "เงินสะสมและเงินทุนสำรองเงินสะสม",
  chain: "ยอดยกมาต้นชุดข้อมูลบวกเครดิตหักเดบิตในสมุดบัญชี",
} as const;
