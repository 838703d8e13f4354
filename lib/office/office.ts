/** Who keeps books: local administrative organizations (LAO, อปท.), their units, their provinces; and the modules of e-LAAS. */

/** 8 digits with leading zero, e.g. `06350302`. The type of an LAO is never derived from it. */
export type LaoCode = string & { readonly __lao: "code" };

/** Number of an LAO inside the database; the LAOs of one province are a contiguous range (`db/README.md`). */
export type LaoId = number & { readonly __lao: "id" };

export const LAO_TYPES = ["อบจ.", "ทน.", "ทม.", "ทต.", "อบต.", "พัทยา"] as const;
export type LaoType = (typeof LAO_TYPES)[number];

export interface Lao {
  readonly id: LaoId;
  readonly code: LaoCode;
  readonly type: LaoType;
  readonly name: string;
  readonly district: string;
  readonly provinceCode: string;
  readonly province: string;
}

export const MODULES = ["accounting", "revenue", "expenditure", "budget", "assets"] as const;
export type Module = (typeof MODULES)[number];

export function parseLaoCode(text: string): LaoCode | undefined {
  return /^\d{8}$/.test(text) ? (text as LaoCode) : undefined;
}

export function isModule(text: string): text is Module {
  return (MODULES as readonly string[]).includes(text);
}

const TYPE_NAMES: Readonly<Record<LaoType, string>> = {
  "อบจ.": "องค์การบริหารส่วนจังหวัด",
  "ทน.": "เทศบาลนคร",
  "ทม.": "เทศบาลเมือง",
  "ทต.": "เทศบาลตำบล",
  "อบต.": "องค์การบริหารส่วนตำบล",
  พัทยา: "เมืองพัทยา",
};

export function laoTypeName(type: LaoType): string {
  return TYPE_NAMES[type];
}

/** The name as documents have it: `เทศบาลตำบลศรีแก้ว`. */
export function fullLaoName(lao: Pick<Lao, "type" | "name">): string {
  return lao.type === "พัทยา" ? TYPE_NAMES[lao.type] : `${TYPE_NAMES[lao.type]}${lao.name}`;
}
