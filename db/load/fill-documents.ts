/**
 * The documents of one province as search reads them: one row a document, its number, names and description folded into one text. Made in SQL
 * from the rows that were loaded. States that repeat each month (loans, budget lines) stand once, as the last month has them.
 */
import type pg from "pg";
import type { DocumentKind } from "@/lib/search/document-kind";
import { CHARACTERS, REPLACEMENTS } from "@/lib/search/fold-text";
import { leafOf } from "./fact-partitions";

/** Between the fields of a text; no typed term holds it, so none is found across two fields. */
const FIELD_END = "chr(31)";

/** Rows of one kind: `select amount, net, lao_id, month, day, number, words`, words still unfolded. */
type KindSource = (leaf: (table: string) => string) => string;

const words = (...columns: string[]) => `concat_ws(${FIELD_END}, ${columns.join(", ")})`;

const SOURCES: Readonly<Record<DocumentKind, KindSource>> = {
  // Lines of a document mostly share one description; where they do not, each of them can be found.
  "journal-entry": (leaf) => `
    select least(sum(debit), 9223372036854775807)::bigint, null::bigint, lao_id, month, min(entry_date), entry_no,
      ${words(
        "entry_no",
        "min(source_no)",
        `case when min(description collate "C") = max(description collate "C") then min(description collate "C") else string_agg(description, ${FIELD_END}) end`,
      )}
    from ${leaf("journal")} group by lao_id, entry_no, month`,
  receipt: (leaf) => `
    select amount, null::bigint, lao_id, month, receipt_date, receipt_no, ${words("receipt_no", "payer", "c.name", "remittance_no")}
    from ${leaf("receipts")} r
    left join portal.classifications c on c.snapshot_no = r.snapshot_no and c.kind = 'revenue' and c.code = r.revenue_code`,
  remittance: (leaf) => `
    select least(sum(amount), 9223372036854775807)::bigint, null::bigint, lao_id, month, min(receipt_date), remittance_no, remittance_no
    from ${leaf("receipts")} where remittance_no is not null and not cancelled group by lao_id, remittance_no, month`,
  requisition: (leaf) => `
    select gross, net, lao_id, month, paid_date, treasury_no, ${words("treasury_no", "requisition_no", "payee", "description")}
    from ${leaf("requisitions")}`,
  cheque: (leaf) => `
    select amount, null::bigint, lao_id, month, cheque_date, cheque_no, ${words("cheque_no", "cheque_report_no", "treasury_no", "payee")}
    from ${leaf("cheques")}`,
  loan: (leaf) => `
    select distinct on (lao_id, contract_no) amount, null::bigint, lao_id, month, contract_date, contract_no, ${words("contract_no", "borrower", "purpose")}
    from ${leaf("loans")} order by lao_id, contract_no, month desc`,
  "budget-line": (leaf) => `
    select distinct on (lao_id, budget_code) approved, null::bigint, lao_id, month, make_date(month / 100, month % 100, 1), budget_code,
      ${words("budget_code", "project", "category")}
    from ${leaf("budget_lines")} order by lao_id, budget_code, month desc`,
  "budget-transfer": (leaf) => `
    select amount, null::bigint, lao_id, month, transfer_date, transfer_no, ${words("transfer_no", "from_budget_code", "to_budget_code", "reason")}
    from ${leaf("budget_transfers")}`,
  asset: (leaf) => `
    select price, null::bigint, lao_id, month, acquired_date, asset_code, ${words("asset_code", "name", "kind", "category")}
    from ${leaf("assets")}`,
};

/**
 * `foldText` of lib/search as an expression over a column. Most texts hold nothing to fold but spaces and capitals: one look at a text is much
 * cheaper than all the rules, character by character (measured: 5 against 35 µs a document).
 */
export function foldedSql(column: string): string {
  const [space = "", ...characters] = CHARACTERS.from.slice(CHARACTERS.to.length);
  const rare = [...CHARACTERS.from.slice(0, CHARACTERS.to.length), ...characters].join("");
  const pattern = `[${rare}]|${REPLACEMENTS.map(([from]) => from).join("|")}`;
  const mapped = `translate(${column}, ${literal(CHARACTERS.from)}, ${literal(CHARACTERS.to)})`;
  const folded = REPLACEMENTS.reduce(
    (text, [from, to]) => `replace(${text}, ${literal(from)}, ${literal(to)})`,
    mapped,
  );
  return `lower((case when ${column} ~ ${literal(pattern)} then ${folded} else replace(${column}, ${literal(space)}, '') end) collate "C")`;
}

/** Of the rules alone, which hold no character below a space but these. */
function literal(text: string): string {
  const escaped = text
    .replace(/[\\']/g, "\\$&")
    .replaceAll("\t", "\\t")
    .replaceAll("\n", "\\n")
    .replaceAll("\r", "\\r");
  return `e'${escaped}'`;
}

/**
 * Fills the leaf of that province, which the caller made, from the leaves of the loaded tables, which have their indexes already: lines of a
 * document are then met one after the other, and need neither be sorted by their texts nor be held together in memory (measured: 4 against 11 µs
 * a document).
 */
export async function fillDocuments(session: pg.Client, snapshotNo: number, provinceNo: number): Promise<void> {
  const leaf = (table: string) => leafOf(table, snapshotNo, provinceNo);
  await session.query("set local enable_sort = off; set local enable_hashagg = off");
  for (const [kind, source] of Object.entries(SOURCES)) {
    await session.query(
      `insert into ${leaf("documents")} (amount, net, lao_id, month, day, snapshot_no, kind, number, words)
       select amount, net, lao_id, month, day, ${snapshotNo}, '${kind}', number, ${foldedSql("words")}
       from (select * from (${source(leaf)}) s offset 0) d (amount, net, lao_id, month, day, number, words)`,
    );
  }
  await session.query("set local enable_sort to default; set local enable_hashagg to default");
}
