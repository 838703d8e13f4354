/** Files that prove themselves, from a real database: every issued file is known by its bytes, an altered one is told, a broken one never passes for whole. */
import { createHash } from "node:crypto";
import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { closeDatabase, type Database, openDatabase } from "@/db/client";
import { type OwnerSql, openOwner } from "@/db/owner";
import type { Actor } from "@/lib/access/actor";
import { createAddressLimit } from "@/lib/access/address-limit";
import { newFileCode, parseFileCode, showFileCode } from "@/lib/issued/file-code";
import { exportReport } from "@/lib/operations/export-report";
import { lookUpFile, verifyFile } from "@/lib/operations/verify-file";
import { ACTORS, NOW } from "../../support/read-report";
import { damagePartition, seedBooks } from "../../support/seed-books";
import { createTestDatabase, type TestDatabase } from "../../support/test-database";

let made: TestDatabase;
let database: Database;
let owner: OwnerSql;

beforeAll(async () => {
  made = await createTestDatabase();
  await seedBooks(made.ownerUrl);
  await damagePartition(made.ownerUrl, {
    laoId: 3500001,
    month: 202403,
    state: "partial",
    findings: [{ code: "row/value", table_name: "journal", row_from: 9, row_to: 9 }],
  });
  database = openDatabase(made.appUrl);
  owner = openOwner(made.ownerUrl);
});
beforeEach(() => owner`truncate portal.issued_files`);
afterAll(async () => {
  await owner.end();
  await closeDatabase(database);
  await made.drop();
});

interface Wanted {
  readonly format?: string;
  readonly actor?: Actor;
  readonly province?: string;
  /** Throws after so many bytes, like a reader who hangs up. */
  readonly bytesMax?: number;
}

async function issue({ format = "pdf", actor = ACTORS.accountant, province, bytesMax }: Wanted = {}): Promise<Buffer> {
  const pieces: Uint8Array[] = [];
  let bytes = 0;
  const place =
    province === undefined
      ? { lao: "06350302", reportId: "trial-balance" }
      : { province, reportId: "province-trial-balance" };
  await exportReport(
    { actor, now: NOW, database },
    {
      ...place,
      params: { month: "2024-03" },
      format,
      sink: async (_document, issueFile) => {
        for await (const piece of issueFile(format)) {
          pieces.push(Buffer.from(piece));
          bytes += piece.length;
          if (bytes >= (bytesMax ?? Number.POSITIVE_INFINITY)) throw new Error("hung up");
        }
      },
    },
  );
  return Buffer.concat(pieces);
}

const context = () => ({ database, now: NOW, limit: createAddressLimit() });
const verify = (bytes: Buffer, told?: string) =>
  verifyFile(context(), async () => ({ bytes, told: told === undefined ? undefined : parseFileCode(told) }));

describe("an issued file", () => {
  it.each(["pdf", "xlsx", "csv", "json"])("is genuine to the byte, as %s", async (format) => {
    const bytes = await issue({ format });
    const { verdict, sha256, record } = await verify(bytes);
    expect(verdict).toBe("genuine");
    expect(sha256).toBe(createHash("sha256").update(bytes).digest("hex"));
    expect(record).toMatchObject({ format, issuedAt: NOW, whole: { sha256, bytes: bytes.length } });
    expect(record?.request).toEqual({
      snapshot: "test-books",
      lao: "06350302",
      reportId: "trial-balance",
      params: expect.objectContaining({ month: "2024-03" }),
    });
  });

  it.each(["pdf", "xlsx"])("is told to be altered when one byte differs, as %s", async (format) => {
    const bytes = await issue({ format });
    for (const at of [200, Math.floor(bytes.length / 2)]) {
      const altered = Buffer.from(bytes);
      altered.writeUInt8(altered.readUInt8(at) ^ 1, at);
      expect((await verify(altered)).verdict, String(at)).toBe("altered");
    }
  });

  it("is told to be altered by the code on it, where the file has none: a CSV with another figure", async () => {
    const bytes = await issue({ format: "csv" });
    const [row] = await owner<{ code: string }[]>`select code from portal.issued_files`;
    const altered = Buffer.from(bytes.toString("utf8").replace(/\d\.\d\d/, "9.99"));
    expect((await verify(altered)).verdict).toBe("unknown");
    expect((await verify(altered, row?.code)).verdict).toBe("altered");
  });

  it("shows what it says, and nothing else, to whoever has its code", async () => {
    await issue();
    const [row] = await owner<{ code: string }[]>`select code from portal.issued_files`;
    const code = parseFileCode(row?.code ?? "");
    const record = await lookUpFile(context(), code ? showFileCode(code).toLowerCase() : "");
    expect(record?.printed).toMatchObject({
      title: "งบทดลอง",
      place: "องค์การบริหารส่วนตำบลทดสอบหนึ่ง",
      damageCount: 1,
      printed: expect.stringContaining("สมหญิง"),
    });
    expect(record?.printed.damage).toEqual([expect.stringContaining("มีนาคม 2567 · เสียหายบางส่วน")]);
    expect(record?.printed.totals.length).toBeGreaterThan(0);
    for (const secret of ["3500001", "a@example.go.th", "userId", "laoId"])
      expect(JSON.stringify(record)).not.toContain(secret);
  });

  it("may be about a province", async () => {
    const bytes = await issue({ actor: ACTORS.auditor, province: "35", format: "xlsx" });
    const { verdict, record } = await verify(bytes);
    expect([verdict, record?.request.province, record?.request.lao]).toEqual(["genuine", "35", undefined]);
  });

  it("has a code of its own each time", async () => {
    const files = [await issue(), await issue()];
    expect(files[0]?.equals(files[1] ?? Buffer.alloc(0))).toBe(false);
    for (const file of files) expect((await verify(file)).verdict).toBe("genuine");
  });
});

describe("a file that was never finished", () => {
  it("is on record before its first byte leaves, and never passes for whole", async () => {
    await expect(issue({ format: "xlsx", bytesMax: 1 })).rejects.toThrow("hung up");
    const [row] = await owner<{ code: string; sha256: string | null }[]>`select code, sha256 from portal.issued_files`;
    expect(row?.sha256).toBeNull();
    expect((await lookUpFile(context(), row?.code ?? ""))?.whole).toBeNull();
    expect((await verify(Buffer.from("anything"), row?.code)).verdict).toBe("unfinished");
  });

  it("cut off before its last byte is altered, since a whole one is on record", async () => {
    const bytes = await issue();
    const [row] = await owner<{ code: string }[]>`select code from portal.issued_files`;
    expect((await verify(bytes.subarray(0, -1))).verdict).toBe("altered");
    expect((await verify(bytes.subarray(0, 100), row?.code)).verdict).toBe("altered");
  });

  it("leaves with its last byte only when its digest is on record", async () => {
    let left = 0;
    let missing: string | null = "";
    await owner`alter function portal.finish_issued_file(text, text, bigint) rename to out_of_order`;
    try {
      await exportReport(
        { actor: ACTORS.accountant, now: NOW, database },
        {
          lao: "06350302",
          reportId: "trial-balance",
          params: { month: "2024-03" },
          format: "pdf",
          sink: async (_document, issueFile) => {
            for await (const piece of issueFile("pdf")) left += Buffer.from(piece).includes("%%EOF") ? 1 : 0;
          },
        },
      ).catch((error: Error) => {
        missing = error.message;
      });
    } finally {
      await owner`alter function portal.out_of_order(text, text, bigint) rename to finish_issued_file`;
    }
    expect([left, missing]).toEqual([0, expect.stringContaining("finish_issued_file")]);
  });
});

describe("the records", () => {
  it("are read by nobody but through a code or the file itself, and changed by nobody", async () => {
    await issue();
    const app = openOwner(made.appUrl);
    try {
      for (const statement of [
        "select code from portal.issued_files",
        "update portal.issued_files set sha256 = repeat('0', 64)",
        "delete from portal.issued_files",
        "truncate portal.issued_files",
      ])
        await expect(app.unsafe(statement)).rejects.toThrow(/permission denied/);
      const [row] = await owner<{ code: string }[]>`select code from portal.issued_files`;
      const finish = (code: string, userId: string) =>
        app.begin(async (tx) => {
          await tx`select set_config('app.user_id', ${userId}, true)`;
          const [answer] = await tx<
            { done: boolean }[]
          >`select portal.finish_issued_file(${code}, ${"0".repeat(64)}, 1) as done`;
          return answer?.done;
        });
      expect(await finish(row?.code ?? "", "1")).toBe(false);
      await owner`update portal.issued_files set sha256 = null, byte_count = null`;
      expect(await finish(row?.code ?? "", "2")).toBe(false);
      expect(await finish(row?.code ?? "", "1")).toBe(true);
    } finally {
      await app.end();
    }
  });

  it("of another LAO, or of another user, cannot be written", async () => {
    const app = openOwner(made.appUrl);
    const insert = (laoId: number, userId: number) =>
      app.begin(async (tx) => {
        await tx`select set_config('app.user_id', '1', true), set_config('app.lao_from', '3500001', true), set_config('app.lao_to', '3500001', true)`;
        await tx`insert into portal.issued_files (code, issued_at, user_id, lao_id, format, snapshot_digest, request, printed)
          values (${newFileCode()}, now(), ${userId}, ${laoId}, 'pdf', 'x', '{}', '{}')`;
      });
    try {
      await insert(3500001, 1);
      await expect(insert(3500002, 1)).rejects.toThrow(/row-level security/);
      await expect(insert(3500001, 2)).rejects.toThrow(/row-level security/);
    } finally {
      await app.end();
    }
  });
});

describe("whoever asks for codes that were never given", () => {
  it("is told so, and closed out after fifty of them, whatever is asked then", async () => {
    const limited = { ...context(), address: "192.0.2.7" };
    for (let count = 0; count < 50; count++) expect(await lookUpFile(limited, newFileCode())).toBeUndefined();
    await issue();
    const [row] = await owner<{ code: string }[]>`select code from portal.issued_files`;
    await expect(lookUpFile(limited, row?.code ?? "")).rejects.toMatchObject({ code: "access/locked" });
    expect(await lookUpFile({ ...limited, address: "192.0.2.8" }, row?.code ?? "")).toBeDefined();
  });

  it("is told at once of a code that cannot be one", async () => {
    await expect(lookUpFile(context(), "12345-12345-12345-1234I")).rejects.toMatchObject({ code: "input/invalid" });
  });
});
