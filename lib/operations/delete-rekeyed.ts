/** Deletes an uploaded file and the documents read from it; its name, checksum and who sent it stay. */
import { z } from "zod";
import { deleteUpload } from "@/db/writes/rekeyed-books";
import { mustKeepBooks } from "@/lib/access/checks";
import { AppError } from "@/lib/errors/app-error";
import { defineOperation } from "./define-operation";
import { openLao } from "./open-lao";

export interface DeleteRekeyedInput {
  readonly lao: string;
  readonly uploadNo: bigint;
}

export const deleteRekeyed = defineOperation<DeleteRekeyedInput, null>({
  name: "delete-rekeyed",
  input: z.object({ lao: z.string().max(20), uploadNo: z.bigint() }),
  access: mustKeepBooks,
  audit: ({ lao, uploadNo }) => ({ type: "delete-rekeyed", lao, upload: String(uploadNo) }),
  run: async ({ db, scope }, { lao, uploadNo }) => {
    const { laoId } = await openLao(db, scope, lao, undefined);
    if (!(await deleteUpload(db, scope, { laoId, uploadNo })))
      throw new AppError("not-found", "ไม่พบแฟ้มนี้ หรือลบไปแล้ว — โปรดเปิดหน้าตรวจข้อมูลย้อนหลังใหม่");
    return null;
  },
});
