/** Reads `data/snapshot.json`: what state of e-LAAS data the bag holds (ARCHIVE.md, snapshot.json). */
import { z } from "zod";
import { type IsoDate, parseIsoDate } from "@/lib/period/date";
import { type Month, monthsBetween } from "@/lib/period/month";
import type { BagLimits } from "./limits";
import { refuseBag } from "./refuse";

export const KNOWN_FORMATS = ["laas-archive/1"] as const;

export interface SnapshotDescription {
  readonly id: string;
  readonly title: string;
  readonly kind: "recovered" | "live" | "baseline";
  readonly asOf: IsoDate;
  /** Both days inclusive. */
  readonly period: { readonly from: IsoDate; readonly to: IsoDate };
  /** Buddhist era. */
  readonly fiscalYear: number;
  readonly encoding: "utf-8" | "windows-874";
  readonly synthetic: boolean;
}

const day = z.string().transform((text, context) => {
  const date = parseIsoDate(text);
  if (date === undefined) context.addIssue({ code: "custom", message: "not a day" });
  return date ?? ("" as IsoDate);
});

const schema = z.object({
  id: z.string().regex(/^[a-z0-9-]{1,64}$/),
  title: z
    .string()
    .min(1)
    .max(500)
    .regex(/^[^\0]*$/),
  kind: z.enum(["recovered", "live", "baseline"]),
  asOf: day,
  period: z.object({ from: day, to: day }),
  fiscalYear: z.int().min(2400).max(2743),
  encoding: z.enum(["utf-8", "windows-874"]),
  synthetic: z.boolean(),
});

/** Throws AppError("bag/refused") naming the key that is wrong. */
export function readSnapshotDescription(bytes: Buffer, limits: BagLimits): SnapshotDescription {
  let json: unknown;
  try {
    json = JSON.parse(new TextDecoder("utf-8", { fatal: true }).decode(bytes));
  } catch (cause) {
    refuseBag("อ่าน data/snapshot.json ไม่ได้ (ต้องเป็น JSON ใน UTF-8)", cause);
  }
  const format = z.object({ format: z.string() }).safeParse(json).data?.format;
  if (!KNOWN_FORMATS.some((known) => known === format))
    refuseBag(
      `รูปแบบ ${JSON.stringify(String(format ?? "").slice(0, 80))} ไม่เป็นที่รู้จัก รูปแบบที่รับได้คือ ${KNOWN_FORMATS.join(", ")}`,
    );
  const parsed = schema.safeParse(json);
  if (!parsed.success) {
    const keys = [...new Set(parsed.error.issues.map((issue) => issue.path.join(".")))].join(", ");
    refuseBag(`ค่าใน data/snapshot.json ไม่ถูกต้อง: ${keys}`, parsed.error);
  }
  const { period } = parsed.data;
  if (period.from > period.to) refuseBag("ค่าใน data/snapshot.json ไม่ถูกต้อง: period (วันเริ่มอยู่หลังวันสิ้นสุด)");
  if (monthsOf(period).length > limits.maxMonths)
    refuseBag(`ค่าใน data/snapshot.json ไม่ถูกต้อง: period (ยาวกว่า ${limits.maxMonths} เดือน)`);
  return parsed.data;
}

export function monthsOf(period: SnapshotDescription["period"]): readonly Month[] {
  return monthsBetween(period.from, period.to);
}
