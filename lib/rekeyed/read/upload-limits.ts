/** How much an uploaded file may hold. Everything is bounded before it is read: a file of a megabyte can unfold into gigabytes. */

export interface UploadLimits {
  readonly fileBytes: number;
  /** Of all that is unfolded from a workbook. */
  readonly unfoldedBytes: number;
  /** Unfolded bytes to packed ones, of one part; small parts are not judged. */
  readonly ratio: number;
  readonly ratioFromBytes: number;
  /** Parts of the ZIP. */
  readonly parts: number;
  readonly rows: number;
  readonly columns: number;
  readonly cells: number;
  readonly cellCharacters: number;
  /** Characters of all different texts of a workbook together. */
  readonly textCharacters: number;
}

export const UPLOAD_LIMITS: UploadLimits = {
  fileBytes: 20 * 2 ** 20,
  unfoldedBytes: 300 * 2 ** 20,
  ratio: 200,
  ratioFromBytes: 2 ** 20,
  parts: 2_000,
  rows: 200_000,
  columns: 200,
  cells: 4_000_000,
  cellCharacters: 32_767,
  textCharacters: 60_000_000,
};
