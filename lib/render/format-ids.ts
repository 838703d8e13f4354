/** The names of the file formats, apart from their renderers: pages name formats without loading what draws them. */
export const FORMAT_IDS = ["pdf", "xlsx", "csv", "json"] as const;
export type FormatId = (typeof FORMAT_IDS)[number];

export function isFormatId(text: string): text is FormatId {
  return (FORMAT_IDS as readonly string[]).includes(text);
}
