/** One small change to sound books for each code of ARCHIVE.md, which must give that code and no other; what follows from it stands under it. */
import { readFileSync, rmSync, writeFileSync } from "node:fs";
import path from "node:path";
import { gunzipSync, gzipSync } from "node:zlib";
import { describe, expect, it } from "vitest";
import type { Finding, FindingCode } from "@/lib/finding/finding";
import { checkArchive } from "@/lib/operations/check-archive";
import type { Month } from "@/lib/period/month";
import { LAO, OTHER_LAO, sealBag } from "../../support/make-bag";
import { makeOddBag, makeOddBooks, type OddBooks } from "../../support/odd-books";

type Change = (books: OddBooks) => void;

/** The row of a file; it must be there. */
function row(books: OddBooks, place: string, at = 0): Record<string, string> {
  const found = books[place]?.[at];
  if (!found) throw new Error(`no row ${at} in ${place}`);
  return found;
}

async function findingsOf(root: string): Promise<Finding[]> {
  const findings: Finding[] = [];
  await checkArchive(root, { onFinding: (finding) => findings.push(finding) });
  return findings;
}

const bytesOf = (root: string, place: string) => path.join(root, "data/laos", LAO, `${place}.csv.gz`);

const CHEQUES = "expenditure/2024-01/cheques";
const JOURNAL = "accounting/2024-01/journal";

describe("damage of bytes", () => {
  it.each<[FindingCode, (file: string) => void, Partial<Finding>]>([
    ["file/missing", (file) => rmSync(file), {}],
    [
      "file/checksum",
      (file) => writeFileSync(file, gzipSync(gunzipSync(readFileSync(file)), { level: 2, memLevel: 3 })),
      {},
    ],
    ["file/truncated", (file) => writeFileSync(file, readFileSync(file).subarray(0, -20)), {}],
    [
      "file/corrupt",
      (file) => {
        const bytes = readFileSync(file);
        writeFileSync(file, bytes.fill(0xa5, 40, bytes.length - 12));
      },
      {},
    ],
    [
      "file/unlisted",
      (file) => writeFileSync(file.replace("cheques", "cheques-old"), readFileSync(file)),
      { file: `data/laos/${LAO}/expenditure/2024-01/cheques-old.csv.gz` },
    ],
  ])("%s", async (code, damage, more) => {
    const root = makeOddBag(makeOddBooks());
    damage(bytesOf(root, CHEQUES));
    expect(await findingsOf(root)).toMatchObject([
      { code, lao: LAO, module: "expenditure", month: "2024-01" as Month, ...more },
    ]);
  });
});

describe("damage of rows", () => {
  it("row/encoding", async () => {
    const root = makeOddBag(makeOddBooks());
    const file = bytesOf(root, JOURNAL);
    const bytes = gunzipSync(readFileSync(file));
    bytes.fill(0xff, bytes.indexOf("รายการ"), bytes.indexOf("รายการ") + 3);
    writeFileSync(file, gzipSync(bytes));
    sealBag(root);
    expect(await findingsOf(root)).toMatchObject([{ code: "row/encoding", table: "journal", rowFrom: 1, rowTo: 1 }]);
  });

  it("row/shape", async () => {
    const root = makeOddBag(makeOddBooks());
    const file = bytesOf(root, "revenue/2024-01/receipts");
    const lines = gunzipSync(readFileSync(file)).toString().split("\n");
    lines[2] = lines[2]?.replace(/,[^,]*$/, "") ?? "";
    writeFileSync(file, gzipSync(lines.join("\n")));
    sealBag(root);
    expect(await findingsOf(root)).toMatchObject([{ code: "row/shape", table: "receipts", rowFrom: 2, rowTo: 2 }]);
  });

  it.each<[FindingCode, Change, Partial<Finding>]>([
    [
      "row/value",
      (books) => {
        row(books, "revenue/2024-01/receipts", 1).amount = "#REF!";
      },
      { table: "receipts", rowFrom: 2, column: "amount" },
    ],
    [
      "row/text",
      (books) => {
        row(books, CHEQUES).payee = "ผู้รั\ufffdเงิน";
      },
      { table: "cheques", rowFrom: 1, column: "payee" },
    ],
    [
      "row/duplicate",
      (books) => {
        books[CHEQUES]?.push({ ...row(books, CHEQUES) });
      },
      { table: "cheques", rowFrom: 3 },
    ],
    [
      "row/foreign",
      (books) => {
        books[CHEQUES]?.push({ ...row(books, CHEQUES), lao_code: OTHER_LAO, cheque_date: "2023-01-01" });
      },
      { table: "cheques", rowFrom: 3 },
    ],
  ])("%s", async (code, change, more) => {
    const books = makeOddBooks();
    change(books);
    expect(await findingsOf(makeOddBag(books))).toMatchObject([{ code, lao: LAO, ...more }]);
  });
});

const without = (books: OddBooks, place: string, column: string, value: string) => {
  books[place] = (books[place] ?? []).filter((one) => one[column] !== value);
};

describe("damage that only ties show", () => {
  it.each<[FindingCode, string, Change, Partial<Finding>]>([
    [
      "tie/entry-unbalanced",
      "a line of an entry changed",
      (books) => {
        row(books, JOURNAL, 1).credit = "501.00";
      },
      { module: "accounting", month: "2024-01" as Month, docFrom: "PV-00061/67", amount: 100n as Finding["amount"] },
    ],
    [
      "tie/number-gap",
      "an entry without other traces",
      (books) => without(books, "accounting/2024-02/journal", "entry_no", "JV-00033/67"),
      { module: "accounting", month: "2024-02" as Month, docFrom: "JV-00033/67", docTo: "JV-00033/67", count: 1 },
    ],
    [
      "tie/carry-forward",
      "opening and closing of an account shifted alike",
      (books) => {
        const fund = books["accounting/2024-02/balances"]?.find((one) => one.account_code === "1101030101.001");
        if (fund) {
          fund.opening = "41001.00";
          fund.closing = "41001.00";
        }
      },
      {
        module: "accounting",
        month: "2024-02" as Month,
        account: "1101030101.001",
        amount: -100n as Finding["amount"],
      },
    ],
    [
      "tie/balance",
      "a movement of the trial balance changed",
      (books) => {
        const fund = books["accounting/2024-02/balances"]?.find((one) => one.account_code === "3103010101.001");
        if (fund) fund.debit = "6001.00";
      },
      {
        module: "accounting",
        month: "2024-02" as Month,
        account: "3103010101.001",
        amount: -100n as Finding["amount"],
      },
    ],
    [
      "tie/cross-module",
      "a cheque changed",
      (books) => {
        row(books, CHEQUES).amount = "24500.00";
      },
      { module: "expenditure", month: "2024-01" as Month, table: "cheques", docFrom: "00087/67" },
    ],
    [
      "tie/dangling",
      "a code that no table knows",
      (books) => {
        row(books, "expenditure/2024-02/requisitions").work_code = "00999";
      },
      { module: "expenditure", month: "2024-02" as Month, column: "work_code", found: "00999", rowFrom: 1 },
    ],
    [
      "tie/silent-partition",
      "a month of accounting neither there nor listed",
      (books) => {
        for (const table of ["journal", "balances", "cash"]) delete books[`accounting/2024-02/${table}`];
      },
      { module: "accounting", month: "2024-02" as Month, table: null },
    ],
  ])("%s: %s", async (code, _, change, more) => {
    const books = makeOddBooks();
    change(books);
    expect(await findingsOf(makeOddBag(books))).toMatchObject([{ code, lao: LAO, confidence: "arithmetic", ...more }]);
  });
});
