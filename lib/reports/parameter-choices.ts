/**
 * Parameters that choose one thing by its code or number: a unit, a bank account, a document. A further one is a line here with its
 * parser, and its label in `PARAMETER_LABELS`; form, command line, address and audit log follow from it.
 */
import { toArabicDigits } from "@/lib/period/thai-digits";
import type { ChoiceSource } from "./choice-source";

export interface ParameterChoice {
  /** The value in its one spelling; undefined for what cannot be one. */
  readonly parse: (text: string) => string | undefined;
  /** What it looks like, for whoever is refused. */
  readonly example: string;
  /** Where the form finds what can be chosen, unless the definition names another; without one the value is typed. */
  readonly source?: ChoiceSource;
}

const number = (example: string): ParameterChoice => ({ parse: documentNumber, example });

export const PARAMETER_CHOICES = {
  /** Code of a unit; `own` for what is no unit's; `all` (or nothing) for everything. */
  unit: { parse: code, example: "รหัสหน่วยงาน หรือ all หรือ own", source: "units" },
  bank: { parse: code, example: "เลขที่บัญชีเงินฝาก", source: "bank-accounts" },
  receipt: number("R-000123/67"),
  remittance: number("เลขที่ใบนำส่งเงิน"),
  requisition: number("00566/67"),
  contract: { parse: documentNumber, example: "เลขที่สัญญายืมเงิน", source: "loan-contracts" },
  plan: { parse: code, example: "รหัสแผนงาน", source: "plans" },
  /** Of revenue, expenditure or budget: the definition names its source. */
  code: { parse: code, example: "รหัสประเภทรายรับ หรือรหัสงบประมาณ" },
} as const satisfies Readonly<Record<string, ParameterChoice>>;

export type ChoiceId = keyof typeof PARAMETER_CHOICES;
export const CHOICE_IDS = Object.keys(PARAMETER_CHOICES) as readonly ChoiceId[];

/** Codes and numbers as the archive writes them: no blanks at the ends, Arabic digits. */
function code(text: string): string | undefined {
  const value = toArabicDigits(text.trim());
  return /^[^\p{Cc}]{1,64}$/u.test(value) ? value : undefined;
}

function documentNumber(text: string): string | undefined {
  return code(text);
}
