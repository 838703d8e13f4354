/** Where a report's form finds what can be chosen for a parameter: lists that the archive holds of an LAO. */
export const CHOICE_SOURCES = [
  "accounts",
  "units",
  "bank-accounts",
  "loan-contracts",
  "plans",
  "revenue-codes",
  "budget-codes",
  "expense-codes",
] as const;
export type ChoiceSource = (typeof CHOICE_SOURCES)[number];

/** One thing that can be chosen. */
export interface SourceChoice {
  /** As in the URL. */
  readonly value: string;
  /** Null where the archive has the code but no name of it. */
  readonly name: string | null;
  /** Heading that it stands under. */
  readonly group: string | null;
}
