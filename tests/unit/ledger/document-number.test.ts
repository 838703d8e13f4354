/** Which document lies in which range of numbers. */
import { expect, it } from "vitest";
import { isInDocumentRange } from "@/lib/ledger/document-number";

it.each([
  ["RV-00012/67", "RV-00010/67", "RV-00012/67", true],
  ["RV-00011/67", "RV-00010/67", "RV-00012/67", true],
  ["RV-00013/67", "RV-00010/67", "RV-00012/67", false],
  ["RV-100000/67", "RV-99999/67", "RV-100001/67", true],
  ["PV-00011/67", "RV-00010/67", "RV-00012/67", false],
  ["RV-00011/68", "RV-00010/67", "RV-00012/67", false],
  ["RV-00010/67", "RV-00010/67", null, true],
  ["RV-00010/67", null, null, false],
  ["งบต้นปี", "งบต้นปี", "งบต้นปี", true],
])("%s in %s – %s: %s", (number, from, to, isInside) => {
  expect(isInDocumentRange(number, from, to)).toBe(isInside);
});
