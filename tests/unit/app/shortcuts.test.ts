import { describe, expect, it } from "vitest";
import { shortcutsOf } from "@/app/(portal)/_frame/shortcuts";
import { SAMPLE_ACCOUNTS } from "@/lib/sample/accounts";

describe("shortcuts", () => {
  it.each(SAMPLE_ACCOUNTS)("never give one key two meanings ($role)", (reader) => {
    const codes = shortcutsOf(reader).map(({ code }) => code);
    expect(new Set(codes).size).toBe(codes.length);
  });

  it("lead whoever reads books to the list of reports, and the administrator to no books", () => {
    const pathsOf = (role: string) =>
      SAMPLE_ACCOUNTS.filter((reader) => reader.role === role).flatMap((reader) =>
        shortcutsOf(reader).map((one) => one.path),
      );
    for (const role of ["accountant", "auditor", "department"]) expect(pathsOf(role)).toContain("/reports");
    expect(pathsOf("administrator").filter((path) => path.startsWith("/reports"))).toEqual([]);
  });
});
