/** A form with a file in it, read only as far as it may be: the limit holds while it comes in, whatever its head claims. */
import { AppError } from "@/lib/errors/app-error";

/** Throws AppError("too-large") past the limit, ("input/invalid") for what is no form. */
export async function readBoundedForm(request: Request, bytesMost: number): Promise<FormData> {
  const tooLarge = () =>
    new AppError("too-large", `แฟ้มใหญ่เกิน ${Math.floor(bytesMost / 2 ** 20)} เมกะไบต์ — โปรดแบ่งเป็นหลายแฟ้มแล้วส่งทีละแฟ้ม`);
  if (Number(request.headers.get("content-length") ?? 0) > bytesMost) throw tooLarge();
  const pieces: Uint8Array[] = [];
  let length = 0;
  for await (const piece of (request.body ?? []) as AsyncIterable<Uint8Array>) {
    length += piece.length;
    if (length > bytesMost) throw tooLarge();
    pieces.push(piece);
  }
  try {
    const type = request.headers.get("content-type") ?? "";
    return await new Response(Buffer.concat(pieces), { headers: { "content-type": type } }).formData();
  } catch (cause) {
    throw new AppError("input/invalid", "อ่านแบบฟอร์มไม่ได้ — โปรดเปิดหน้าเดิมใหม่แล้วส่งอีกครั้ง", { cause });
  }
}
