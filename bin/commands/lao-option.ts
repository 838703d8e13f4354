/** The option `--lao CODE` of reading commands. */
import { AppError } from "@/lib/errors/app-error";
import { type LaoCode, parseLaoCode } from "@/lib/office/office";

/** Reads 8 digits; throws AppError("input/invalid") for anything else. */
export function readLaoOption(text: string): LaoCode {
  const code = parseLaoCode(text);
  if (!code) throw new AppError("input/invalid", `รหัส อปท. «${text}» ไม่ถูกต้อง — ต้องเป็นตัวเลข 8 หลัก เช่น 06350302`);
  return code;
}
