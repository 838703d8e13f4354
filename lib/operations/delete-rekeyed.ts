/** Deletes an uploaded file and the documents read from it; its name, checksum and who sent it stay. */
import { z } from "zod";
import { deleteUpload } from "@/db/writes/rekeyed-books";
import { mustKeepBooks } from "@/lib/access/checks";
import { AppError } from "@/lib/errors/app-error";
import { defineOperation } from "./define-operation";
import { openArchive } from "./open-lao";
import { recordProgress } from "./record-progress";

export interface DeleteRekeyedInput {
  readonly lao: string;
  readonly uploadNo: bigint;
}

export const deleteRekeyed = defineOperation<DeleteRekeyedInput, null>({
  name: "delete-rekeyed",
  input: z.object({ lao: z.string().max(20), uploadNo: z.bigint() }),
  access: mustKeepBooks,
  audit: ({ lao, uploadNo }) => ({ type: "delete-rekeyed", lao, upload: String(uploadNo) }),
  run: async (run, { lao, uploadNo }) => {
    const { db, scope } = run;
    const head = await openArchive(db, scope, lao);
    const isDeleted = await recordProgress(run, head, () => deleteUpload(db, scope, { laoId: head.laoId, uploadNo }));
    if (!isDeleted) throw new AppError("not-found", "ไม่พบแฟ้มนี้ หรือลบไปแล้ว — โปรดเปิดหน้าตรวจข้อมูลย้อนหลังใหม่");
    return null;
  },
});
