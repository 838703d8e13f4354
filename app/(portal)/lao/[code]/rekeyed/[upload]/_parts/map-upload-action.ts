"use server";
/** Reads the file again with the columns that the form names, and leads back to the worksheet. */
import { redirect } from "next/navigation";
import { formText } from "@/app/_http/form-text";
import { requestContext } from "@/app/_session/current-actor";
import { mapRekeyed } from "@/lib/operations/map-rekeyed";
import { TABLE_BOOKS } from "@/lib/rekeyed/book-document";
import { REKEYED_COLUMNS } from "@/lib/rekeyed/read/columns";

export async function mapUploadAction(form: FormData): Promise<void> {
  const lao = formText(form, "lao");
  const number = formText(form, "upload");
  const book = TABLE_BOOKS.find((one) => one === formText(form, "book")) ?? "journal";
  const mapping: Record<string, number> = {};
  for (const { id } of REKEYED_COLUMNS[book]) {
    const column = formText(form, `column-${id}`);
    if (/^\d{1,3}$/.test(column)) mapping[id] = Number(column);
  }
  const headRow = formText(form, "headRow");
  await mapRekeyed(await requestContext(), {
    lao,
    uploadNo: BigInt(/^\d{1,18}$/.test(number) ? number : 0),
    sheet: formText(form, "sheet"),
    book,
    headRow: /^\d{1,7}$/.test(headRow) ? Number(headRow) : 0,
    mapping,
    isReplacing: formText(form, "replace") === "1",
  });
  redirect(`/lao/${encodeURIComponent(lao)}/rekeyed`);
}
