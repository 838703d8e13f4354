/** Which document lies in which range of numbers. */
import { expect, it } from "vitest";
import { inDocumentRanges, isInDocumentRange, isOfOneSeries } from "@/lib/ledger/document-number";
import { createChance } from "../../support/seeded-random";

it.each([
  ["RV-00012/67", "RV-00010/67", "RV-00012/67", true],
  ["RV-00011/67", "RV-00010/67", "RV-00012/67", true],
  ["RV-00013/67", "RV-00010/67", "RV-00012/67", false],
  ["RV-100000/67", "RV-99999/67", "RV-100001/67", true],
  ["PV-00011/67", "RV-00010/67", "RV-00012/67", false],
  ["RV-00011/68", "RV-00010/67", "RV-00012/67", false],
  ["RV-00010/67", "RV-00010/67", null, true],
  ["RV-00011/67", "RV-00010/67", "JV-00002/67", true],
  ["RV-00009/67", "RV-00010/67", "JV-00002/67", false],
  ["JV-00001/67", "RV-00010/67", "JV-00002/67", true],
  ["JV-00003/67", "RV-00010/67", "JV-00002/67", false],
  ["PV-00011/67", "RV-00010/67", "JV-00002/67", false],
  ["RV-00010/67", null, null, false],
  ["งบต้นปี", "งบต้นปี", "งบต้นปี", true],
])("%s in %s – %s: %s", (number, from, to, isInside) => {
  expect(isInDocumentRange(number, from, to)).toBe(isInside);
});

it("many ranges hold what one of them holds; of those over two series only the ends", () => {
  const chance = createChance(7);
  const number = () =>
    `${chance.pick(["RV-", "PV-"])}${String(chance.below(60)).padStart(5, "0")}/${chance.pick(["67", "68"])}`;
  const end = () => (chance.below(5) === 0 ? null : chance.below(9) === 0 ? "งบต้นปี" : number());
  for (let round = 0; round < 200; round += 1) {
    const ranges = Array.from({ length: chance.below(8) }, () => ({ docFrom: end(), docTo: end() }));
    const isInside = inDocumentRanges(ranges);
    for (const no of [...Array.from({ length: 40 }, number), "งบต้นปี", ""])
      expect(isInside(no), `${no} ${JSON.stringify(ranges)}`).toBe(
        ranges.some(({ docFrom, docTo }) =>
          isOfOneSeries(docFrom, docTo) ? isInDocumentRange(no, docFrom, docTo) : [docFrom, docTo].includes(no),
        ),
      );
  }
});
