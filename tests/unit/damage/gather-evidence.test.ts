/** Evidence takes whatever was found of a file, however much. */
import { expect, it } from "vitest";
import { findTable } from "@/lib/archive/tables";
import { gatherEvidence } from "@/lib/damage/gather-evidence";
import { readKnownCodes } from "@/lib/damage/known-codes";
import { makeFinding } from "@/lib/finding/finding";
import type { LaoCode } from "@/lib/office/office";
import type { Month } from "@/lib/period/month";

it("takes more findings of one file than a call takes arguments", () => {
  const journal = findTable("journal");
  if (!journal) throw new Error("no journal");
  const month = "2024-03" as Month;
  const found = makeFinding({ code: "row/value", confidence: "bytes", table: "journal", month });
  const gatherer = gatherEvidence("06350302" as LaoCode, [month], {}, readKnownCodes({}));
  gatherer.takeFile(
    journal,
    month,
    1,
    Array.from({ length: 500_000 }, () => found),
  );
  expect(gatherer.evidence().known).toHaveLength(500_000);
});
