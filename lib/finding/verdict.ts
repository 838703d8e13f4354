/** What can be said of one part (LAO × module × month) of two snapshots, «left» and «right»; how it is decided, `lib/comparison/verdict` says. */
export const VERDICTS = ["same", "changed", "only-left", "only-right", "undecidable"] as const;
export type Verdict = (typeof VERDICTS)[number];
