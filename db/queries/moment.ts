/** Moments as queries fetch them: milliseconds since 1970 in a bigint, since the text of a timestamptz depends on the server's settings. */

export function moment(ms: bigint): Date;
export function moment(ms: bigint | null): Date | null;
export function moment(ms: bigint | null): Date | null {
  return ms === null ? null : new Date(Number(ms));
}
