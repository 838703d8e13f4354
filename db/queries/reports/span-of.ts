/** The least and the greatest of record numbers: one by one, since a document of a hurt archive can have more lines than a call takes arguments. */
export function spanOf(records: readonly number[]): { readonly from: number; readonly to: number } {
  let [from, to] = [Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY];
  for (const record of records) [from, to] = [Math.min(from, record), Math.max(to, record)];
  return { from, to };
}
