/** Reads a report's parameters, all text as in a URL, into values; refuses with a sentence what is missing or cannot be read. */
import { AppError } from "@/lib/errors/app-error";
import { formatAccountCode, parseAccountCode } from "@/lib/ledger/account-code";
import { formatDate } from "@/lib/period/date";
import { formatMonth, monthOf } from "@/lib/period/month";
import { parsePeriod } from "@/lib/period/parse-period";
import type { DaySpan, ReportPeriod } from "@/lib/period/report-period";
import { toArabicDigits } from "@/lib/period/thai-digits";
import { CHOSEN_WORDS, PARAMETER_LABELS, SHOWS_ALL } from "@/lib/wording/reports";
import type { ParameterId, ReportDefinition } from "./definition";
import type { ReportParameter } from "./document";
import { type FindTerm, parseFindTerm } from "./find-term";
import { CHOICE_IDS, type ChoiceId, PARAMETER_CHOICES, type ParameterChoice } from "./parameter-choices";

export interface ReportInput {
  readonly period: ReportPeriod;
  /** Number of the account as the database keeps it. */
  readonly account: bigint | null;
  /** Document number. */
  readonly entry: string | null;
  readonly hasGroups: boolean;
  readonly find: FindTerm | null;
  /** What was chosen by code or number; nothing where all is shown. */
  readonly chosen: Readonly<Partial<Record<ChoiceId, string>>>;
}

/** A document has no period of its own: it is looked for in all the days of the archive. */
export function parseReportInput(
  definition: ReportDefinition,
  params: Readonly<Record<string, string>>,
  span: DaySpan,
): ReportInput {
  const get = (id: ParameterId) =>
    definition.parameters.includes(id) && params[id]?.trim() ? params[id].trim() : undefined;
  for (const id of definition.required) {
    if (get(id) === undefined) throw new AppError("input/invalid", `โปรดระบุ${PARAMETER_LABELS[id]}`);
  }
  const account = get("account");
  const code = account === undefined ? null : parseAccountCode(account);
  if (code === undefined)
    throw new AppError("input/invalid", `รหัสบัญชี «${account}» ไม่ถูกต้อง — รหัสบัญชีเป็นตัวเลข 13 หลัก เช่น 1101010101.001`);
  return {
    period:
      definition.period === "document" ? { kind: "range", ...span } : parsePeriod(params, definition.period, span),
    account: code,
    entry: toArabicDigits(get("entry") ?? "") || null,
    hasGroups: get("groups") === "1",
    find: parseFindTerm(get("q")) ?? null,
    chosen: readChoices(get),
  };
}

function readChoices(get: (id: ChoiceId) => string | undefined): ReportInput["chosen"] {
  const chosen: Partial<Record<ChoiceId, string>> = {};
  for (const id of CHOICE_IDS) {
    const text = get(id);
    if (text === undefined) continue;
    const { parse, example } = PARAMETER_CHOICES[id];
    const value = parse(text);
    if (value === undefined)
      throw new AppError("input/invalid", `อ่าน${PARAMETER_LABELS[id]} «${text}» ไม่ได้ — ตัวอย่าง: ${example}`);
    if (value !== SHOWS_ALL) chosen[id] = value;
  }
  return chosen;
}

/** The parameters in one spelling, for the document's head, links and the audit log. */
export function describeInput(definition: ReportDefinition, input: ReportInput): ReportParameter[] {
  const list: ReportParameter[] = [];
  const add = (id: ParameterId, value: string, text: string) =>
    list.push({ id, label: PARAMETER_LABELS[id], value, text });
  if (definition.period !== "document") {
    const { period } = input;
    if (period.kind === "month" || period.kind === "as-of-month")
      add("month", monthOf(period.from), formatMonth(monthOf(period.from)));
    if (period.kind === "date") add("date", period.to, formatDate(period.to));
    if (period.kind === "range") {
      add("from", period.from, formatDate(period.from));
      add("to", period.to, formatDate(period.to));
    }
  }
  if (input.account !== null) add("account", formatAccountCode(input.account), formatAccountCode(input.account));
  if (input.entry !== null) add("entry", input.entry, input.entry);
  for (const id of CHOICE_IDS) {
    const value = input.chosen[id];
    if (value === undefined) continue;
    const { say }: ParameterChoice = PARAMETER_CHOICES[id];
    add(id, value, say?.(value) ?? CHOSEN_WORDS[value] ?? value);
  }
  if (input.hasGroups) add("groups", "1", "แสดง");
  if (input.find) add("q", input.find.text, `«${input.find.text}»`);
  return list;
}
