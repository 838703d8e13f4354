/** Figures of a line of the budget, as the format and e-LAAS' own register order them (ARCHIVE.md, budget_lines). */
export const BUDGET_FIGURES = [
  "approved",
  "transferred_in",
  "transferred_out",
  "encumbered",
  "disbursed",
  "remaining",
] as const;
export type BudgetFigure = (typeof BUDGET_FIGURES)[number];
