/** Reads the evidence of a few LAOs of one province, in the loader's transaction: a dozen queries for all of them together. */
import type pg from "pg";
import type { LaoEvidence, Series } from "@/lib/damage/evidence";
import type { Finding } from "@/lib/finding/finding";
import { satang } from "@/lib/money/amount";
import type { LaoCode, LaoId } from "@/lib/office/office";
import { type Month, monthFromNumber } from "@/lib/period/month";
import { leafOf } from "../load/fact-partitions";
import type { Cell, EvidenceQuery } from "./evidence-queries";
import * as queries from "./evidence-queries";
import { findUnknownCodes } from "./unknown-codes";

export interface EvidenceLao {
  readonly code: LaoCode;
  readonly laoId: LaoId;
  /** `table month` of the files that the manifest lists, and the rows loaded from them. */
  readonly listedFiles: ReadonlySet<string>;
  readonly rowCounts: ReadonlyMap<string, number>;
}

export interface EvidenceRequest {
  readonly session: pg.Client;
  readonly snapshotNo: number;
  readonly provinceNo: number;
  readonly months: readonly Month[];
  /** Neighbours in order of their numbers, at least one. */
  readonly laos: readonly EvidenceLao[];
}

type Range = readonly [from: LaoId, to: LaoId];

export interface ReadEvidence {
  /** In the order of the LAOs given. */
  readonly evidences: LaoEvidence[];
  /** Under which numbers the `known` findings are stored. */
  readonly numberOfKnown: ReadonlyMap<Finding, bigint>;
}

export async function readEvidence(request: EvidenceRequest): Promise<ReadEvidence> {
  const { session, snapshotNo, provinceNo, months, laos } = request;
  const range: Range = [laos[0]?.laoId ?? (0 as LaoId), laos.at(-1)?.laoId ?? (0 as LaoId)];
  const read = async <Row>(query: EvidenceQuery<Row>, more: readonly unknown[] = []): Promise<Map<LaoId, Row[]>> => {
    const { rows } = await session.query<Cell[]>({
      text: query.statement(leafOf(query.table, snapshotNo, provinceNo)),
      values: [...range, ...more],
      rowMode: "array",
    });
    const byLao = new Map<LaoId, Row[]>();
    for (const cells of rows) {
      const laoId = cells[0] as LaoId;
      const list = byLao.get(laoId);
      if (list) list.push(query.read(cells));
      else byLao.set(laoId, [query.read(cells)]);
    }
    return byLao;
  };
  const bankAccounts = await readBankAccounts(session, snapshotNo, range);
  const codes = [...new Set([...bankAccounts.values()].flatMap((accounts) => [...accounts.values()]))];
  const entries = await read(queries.ENTRIES, [codes.map((code) => code.replace(".", ""))]);
  const movements = await read(queries.MOVEMENTS);
  const balances = await read(queries.BALANCES);
  const cash = await read(queries.CASH);
  const receipts = await read(queries.RECEIPTS);
  const register = await read(queries.REGISTER);
  const requisitions = await read(queries.REQUISITIONS);
  const cheques = await read(queries.CHEQUES);
  const budgetLines = await read(queries.BUDGET_LINES);
  const transfers = await read(queries.TRANSFERS);
  const unknownCodes = await findUnknownCodes(session, snapshotNo, provinceNo, range);
  const lastBefore = await readSeries(session, snapshotNo, range);
  const { known, numberOfKnown } = await readKnown(
    session,
    snapshotNo,
    range,
    new Map(laos.map(({ laoId, code }) => [laoId, code])),
  );
  const evidences = laos.map(({ code, laoId, listedFiles, rowCounts }) => ({
    lao: code,
    months,
    lastBefore: lastBefore.get(laoId) ?? new Map(),
    bankAccounts: bankAccounts.get(laoId) ?? new Map(),
    entries: entries.get(laoId) ?? [],
    movements: movements.get(laoId) ?? [],
    balances: balances.get(laoId) ?? [],
    cash: cash.get(laoId) ?? [],
    receipts: receipts.get(laoId) ?? [],
    register: register.get(laoId) ?? [],
    requisitions: requisitions.get(laoId) ?? [],
    cheques: cheques.get(laoId) ?? [],
    budgetLines: budgetLines.get(laoId) ?? [],
    transfers: transfers.get(laoId) ?? [],
    unknownCodes: unknownCodes.get(laoId) ?? [],
    listedFiles,
    rowCounts,
    known: known.get(laoId) ?? [],
  }));
  return { evidences, numberOfKnown };
}

/** Cash in hand is the account that the cash position gives it. */
async function readBankAccounts(session: pg.Client, snapshotNo: number, range: Range) {
  const { rows } = await session.query<[LaoId, string, bigint]>({
    text: `select lao_id, bank_account_no, account_code from portal.bank_accounts
      where snapshot_no = $3 and lao_id between $1 and $2 order by lao_id, bank_account_no`,
    values: [...range, snapshotNo],
    rowMode: "array",
  });
  const byLao = new Map<LaoId, Map<string, string>>();
  for (const [laoId, no, code] of rows) {
    const accounts = byLao.get(laoId) ?? new Map<string, string>();
    byLao.set(laoId, accounts.set(no, queries.account(code)));
  }
  return byLao;
}

async function readSeries(session: pg.Client, snapshotNo: number, range: Range) {
  const { rows } = await session.query<[LaoId, Series, number]>({
    text: "select lao_id, series, last_before from portal.series where snapshot_no = $3 and lao_id between $1 and $2",
    values: [...range, snapshotNo],
    rowMode: "array",
  });
  const byLao = new Map<LaoId, Map<Series, number>>();
  for (const [laoId, series, lastBefore] of rows) {
    const numbers = byLao.get(laoId) ?? new Map<Series, number>();
    byLao.set(laoId, numbers.set(series, lastBefore));
  }
  return byLao;
}

interface KnownRow {
  readonly no: bigint;
  readonly laoId: LaoId;
  readonly code: Finding["code"];
  readonly confidence: Finding["confidence"];
  readonly module: Finding["module"];
  readonly month: number | null;
  readonly table: string | null;
  readonly file: string | null;
  readonly rowFrom: number | null;
  readonly rowTo: number | null;
  readonly column: string | null;
  readonly docFrom: string | null;
  readonly docTo: string | null;
  readonly dateFrom: string | null;
  readonly dateTo: string | null;
  readonly account: string | null;
  readonly expected: string | null;
  readonly found: string | null;
  readonly amount: bigint | null;
  readonly count: number | null;
}

/** What bytes and rows showed, as this load wrote it a moment ago. */
async function readKnown(session: pg.Client, snapshotNo: number, range: Range, codes: ReadonlyMap<LaoId, LaoCode>) {
  const { rows } = await session.query<KnownRow>(
    `select finding_no as no, lao_id as "laoId", code, confidence, module, month, table_name as "table", file, row_from as "rowFrom", row_to as "rowTo",
       column_name as "column", doc_from as "docFrom", doc_to as "docTo", date_from as "dateFrom", date_to as "dateTo", account, expected,
       found, amount, count
     from portal.findings where snapshot_no = $3 and lao_id between $1 and $2 and code not like 'tie/%' order by lao_id, finding_no`,
    [...range, snapshotNo],
  );
  const known = new Map<LaoId, Finding[]>();
  const numberOfKnown = new Map<Finding, bigint>();
  for (const { no, laoId, month, amount, ...row } of rows) {
    const finding: Finding = {
      ...row,
      lao: codes.get(laoId) ?? null,
      month: month === null ? null : monthFromNumber(month),
      amount: amount === null ? null : satang(amount),
      consequences: [],
    };
    numberOfKnown.set(finding, no);
    const list = known.get(laoId);
    if (list) list.push(finding);
    else known.set(laoId, [finding]);
  }
  return { known, numberOfKnown };
}
