import { describe, expect, it } from "vitest";
import { shareSettled, sumProgress } from "@/lib/rekeyed/progress";
import type { Decision, Outcome, WorksheetItem } from "@/lib/rekeyed/worksheet";
import { sayShare } from "@/lib/wording/follow-up";

const item = (outcome: Outcome, difference: bigint, kind?: Decision["kind"]) =>
  ({
    outcome,
    difference,
    decision: kind === undefined ? null : { kind, note: "", by: "x", at: new Date(0) },
  }) as WorksheetItem;

describe("how far an LAO has come", () => {
  it("counts what is matched, accepted or explained, and sums what differs beside them, whatever its sign", () => {
    expect(
      sumProgress([
        item("matched", 0n),
        item("missing", -500n),
        item("surplus", 300n),
        item("differs", 20n, "explained"),
        item("differs", 7n, "to-do"),
        item("undecidable", -1_000n),
        item("not-keyed", -9_000n),
      ]),
    ).toEqual({ items: 7, settled: 2, openDifference: 807n });
  });

  it("is whole only when nothing is left", () => {
    expect([shareSettled({ items: 20_000, settled: 19_999 }), shareSettled({ items: 3, settled: 3 })]).toEqual([
      999, 1_000,
    ]);
    expect(shareSettled({ items: 0, settled: 0 })).toBeNull();
    expect(sayShare(shareSettled({ items: 20_000, settled: 19_999 }), true)).toBe("ร้อยละ 99.9");
    expect(sayShare(shareSettled({ items: 3, settled: 3 }), true)).toBe("ร้อยละ 100.0");
    expect(sayShare(shareSettled(null), false)).toBe("ยังไม่ส่งข้อมูล");
    expect(sayShare(shareSettled(null), true)).toBe("ส่งแล้ว ยังไม่ได้เทียบกับชุดนี้");
  });
});
