/** What the made-up offices receive: counter receipts by weight, and what departments of state send by the month. */

export type PayerKind = "household" | "shop" | "water-user" | "landholder" | "visitor" | "firm";

export interface CounterKind {
  readonly code: string;
  readonly name: string;
  readonly account: string;
  readonly payer: PayerKind;
  readonly medianBaht: number;
  readonly sigma: number;
  /** Weight per month, January to July: signboard and land taxes have their season. */
  readonly weights: readonly number[];
  /** Only provincial organizations have these, or only the others. */
  readonly only?: "province" | "local";
  /** Collected by a subordinate unit, where the office has one of that kind. */
  readonly unit?: "ประปา";
}

/** One kind per line: code; name; account; payer; median baht; sigma; weights of seven months (or one for all); who has it; unit. */
function readCounterKinds(table: string): readonly CounterKind[] {
  const lines = table.split("\n").filter((line) => line.trim() !== "");
  return lines.map((line) => {
    const cells = line.split(";").map((cell) => cell.trim());
    const [code = "", name = "", account = "", payer = "", median, sigma, weights = "", only = "", unit = ""] = cells;
    const given = weights.split(" ").map(Number);
    return {
      code,
      name,
      account,
      payer: payer as PayerKind,
      medianBaht: Number(median),
      sigma: Number(sigma),
      weights: Array.from({ length: 7 }, (_, month) => given[month] ?? given[0] ?? 0),
      ...(only === "province" || only === "local" ? { only } : {}),
      ...(unit === "ประปา" ? { unit } : {}),
    };
  });
}

/** Received at the counter. Taxes on signboards and land have their season; land tax is a receivable first. */
export const COUNTER_KINDS: readonly CounterKind[] = readCounterKinds(`
411003; ภาษีป้าย; 4401010103.001; shop; 1400; 1; 9 14 18 4 2 1 1; all
411009; ภาษีที่ดินและสิ่งปลูกสร้าง; 1102050194.004; landholder; 320; 1.5; 0 0 8 26 20 16 12; local
411007; ภาษีบำรุง อบจ. จากสถานค้าปลีกน้ำมัน; 4401010106.001; firm; 16500; 0.8; 14; province
411008; ภาษีบำรุง อบจ. จากสถานค้าปลีกยาสูบ; 4401010105.001; firm; 7200; 0.8; 10; province
411006; ค่าธรรมเนียมบำรุงอบจ. จากผู้เข้าพักโรงแรม; 4401010107.001; firm; 3100; 0.9; 9; province
412005; ค่าธรรมเนียมเกี่ยวกับการควบคุมอาคาร; 4401030105.001; visitor; 180; 0.9; 3; all
412019; ค่าธรรมเนียมจดทะเบียนพาณิชย์; 4401030127.001; shop; 50; 0.2; 3; all
412032; ค่าใบอนุญาตจัดตั้งสถานที่จำหน่ายอาหารหรือสถานที่สะสมอาหาร; 4401050104.001; shop; 900; 0.6; 2; local
412034; ค่าใบอนุญาตประกอบการค้าสำหรับกิจการที่เป็นอันตรายต่อสุขภาพ; 4401050103.001; shop; 1100; 0.8; 4; local
412039; ค่าปรับการผิดสัญญา; 4401040110.001; firm; 1800; 1; 1; all
412046; ค่าปรับผู้กระทำผิดกฎหมายรักษาความสะอาดและความเป็นระเบียบเรียบร้อยของบ้านเมือง; 4401040104.001; visitor; 500; 0.4; 1; all
412051; ค่าธรรมเนียมเก็บและขนมูลฝอย; 4401030106.001; household; 60; 0.9; 30; local
413002; ค่าเช่าหรือค่าบริการสถานที่; 4401060102.001; shop; 1500; 0.9; 4; all
414005; รายได้จากสาธารณูปโภคและการพาณิชย์; 4401090101.001; water-user; 145; 0.8; 22; local; ประปา
415001; ค่าขายแบบแปลน; 4401100105.001; firm; 500; 0.5; 1; all
415006; ค่ารับรองสำเนาและถ่ายเอกสาร; 4401090204.001; visitor; 15; 0.6; 4; all
415009; รายได้เบ็ดเตล็ดอื่นๆ; 4401100199.001; visitor; 260; 1; 4; all
`);

export interface SharedKind {
  readonly code: string;
  readonly name: string;
  readonly account: string;
  readonly payer: string;
  /** Share of a year's income, in hundredths of a percent. */
  readonly share: bigint;
  /** Paid every month, once in a quarter, or in June alone. */
  readonly every: number;
}

function readSharedKinds(table: string): readonly SharedKind[] {
  const lines = table.split("\n").filter((line) => line.trim() !== "");
  return lines.map((line) => {
    const [code = "", name = "", account = "", payer = "", share = "0", every] = line.split(";").map((c) => c.trim());
    return { code, name, account, payer, share: BigInt(share), every: Number(every) };
  });
}

/** Sent by departments of state and banks: code; name; account; payer; share of the year's income (1/10,000); every n months. */
export const SHARED_KINDS: readonly SharedKind[] = readSharedKinds(`
421001; ภาษีและค่าธรรมเนียมรถยนต์หรือล้อเลื่อน; 4402010101.001; สำนักงานขนส่งจังหวัด; 320; 1
421002; ภาษีมูลค่าเพิ่มตาม พ.ร.บ. กำหนดแผนฯ; 4402010102.001; กรมสรรพากร; 2350; 1
421003; ภาษีมูลค่าเพิ่ม 1ใน 9; 4402010104.001; กรมสรรพากร; 840; 1
421004; ภาษีธุรกิจเฉพาะ; 4402010105.001; สำนักงานที่ดินจังหวัด; 60; 1
421006; ภาษีสรรพสามิต; 4402010106.001; กรมสรรพสามิต; 980; 1
421011; ค่าภาคหลวงแร่; 4402010110.001; กรมอุตสาหกรรมพื้นฐานและการเหมืองแร่; 30; 3
421012; ค่าภาคหลวงปิโตรเลียม; 4402010111.001; กรมเชื้อเพลิงธรรมชาติ; 45; 3
421014; ค่าธรรมเนียมจดทะเบียนสิทธิและนิติกรรมตามประมวลกฎหมายที่ดิน; 4402010113.001; สำนักงานที่ดินจังหวัด; 410; 1
431002; เงินอุดหนุนทั่วไป; 4403010101.001; กรมส่งเสริมการปกครองท้องถิ่น; 4200; 3
441001; เงินอุดหนุนระบุวัตถุประสงค์; 4403010103.001; กรมส่งเสริมการปกครองท้องถิ่น; 520; 3
413005; ดอกเบี้ย; 4401070101.001; ธนาคารกรุงไทย; 25; 6
`);
