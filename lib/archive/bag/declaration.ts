/** Reads `bagit.txt`, which makes a folder a bag (RFC 8493, 2.1.1). */
import { refuseBag } from "./refuse";

/** 1.0 is what the format asks for; 0.97 and its forerunners differ in nothing that is read here. */
const KNOWN_VERSIONS = /^(1\.0|0\.9[3-7])$/;

/** Throws AppError("bag/refused") if this is no declaration of a known version in UTF-8. */
export function checkDeclaration(bytes: Buffer): void {
  const fields = new Map(
    bytes
      .toString("utf8")
      .replace(/^\ufeff/, "")
      .split(/\r\n|\n|\r/)
      .map((line) => [line.slice(0, line.indexOf(":")).trim(), line.slice(line.indexOf(":") + 1).trim()]),
  );
  const version = fields.get("BagIt-Version") ?? "";
  if (!KNOWN_VERSIONS.test(version))
    refuseBag(`bagit.txt ไม่ใช่ BagIt รุ่นที่รู้จัก (พบ ${JSON.stringify(version.slice(0, 40))} รับรุ่น 1.0 และ 0.97)`);
  const encoding = fields.get("Tag-File-Character-Encoding") ?? "";
  if (encoding.toUpperCase() !== "UTF-8") refuseBag("bagit.txt ต้องระบุ Tag-File-Character-Encoding: UTF-8");
}
