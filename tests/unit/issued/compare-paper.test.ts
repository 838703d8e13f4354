import { expect, it } from "vitest";
import { compareTypedTotals } from "@/lib/issued/compare-paper";
import { printedFacts } from "@/lib/issued/printed-facts";
import { type Amount, satang } from "@/lib/money/amount";
import { ledgerDocument } from "../../support/report-documents";

const document = ledgerDocument({
  rows: 0,
  overrides: {
    totals: [
      { label: "รวม", kind: "known", cells: { debit: satang(123_450n), credit: satang(-9_900n) } },
      { label: "รวมทั้งสิ้น", kind: "atLeast", cells: { balance: 12_000n as Amount } },
    ],
  },
});

it("totals typed from paper are found by their amount, in any of the ways that forms print and people type", () => {
  const printed = printedFacts(document);
  const found = (text: string) => compareTypedTotals(printed, text).map((typed) => typed.found);
  expect(found("1,234.50 1234.50 ๑,๒๓๔.๕๐")).toEqual(Array(3).fill(["รวม · เคลื่อนไหว เดบิต"]));
  expect(found("(99.00) -99")).toEqual(Array(2).fill(["รวม · เคลื่อนไหว เครดิต"]));
  expect(found("120")).toEqual([["รวมทั้งสิ้น (ไม่ครบ อย่างน้อย) · คงเหลือ"]]);
  expect(found("1,234.51 99.00 123,450 0")).toEqual([[], [], [], []]);
  expect(found("1,23.50 1.5 (99 ร้อยบาท 1e3")).toEqual([null, null, null, null, null]);
  expect(found("  ")).toEqual([]);
});
