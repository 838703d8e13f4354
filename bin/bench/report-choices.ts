/** Which reports of which LAOs are measured: the same for database and pages, LAOs drawn evenly from small to large. */
import postgres from "postgres";
import { REPORTS } from "@/lib/operations/report-registry";
import type { ReportDefinition } from "@/lib/reports/definition";

export interface ReportChoice {
  readonly lao: string;
  readonly reportId: string;
  readonly params: Readonly<Record<string, string>>;
}

/** A month within the archive, and its last day. */
const MONTH = "2024-03";
const DAY = "2024-03-29";
const WHOLE = { from: "2024-01-06", to: "2024-07-06" } as const;

const PERIODS: Record<ReportDefinition["period"], Readonly<Record<string, string>>> = {
  month: { month: MONTH },
  "as-of-month": { month: MONTH },
  "month-or-date": { month: MONTH },
  range: WHOLE,
  date: { date: DAY },
  document: {},
};

/** Beside the usual one of its period: other ways of asking that cost otherwise. The books of a month are looked at a month at a time. */
const WAYS: Readonly<Record<string, readonly Readonly<Record<string, string>>[]>> = {
  "trial-balance": [{ month: MONTH }, { month: MONTH, groups: "1" }, { date: DAY }],
  "cash-receipts-book": [{ month: MONTH }],
  "cash-payments-book": [{ month: MONTH }],
};

interface Row {
  readonly lao: string;
  readonly account: string;
  readonly entry: string;
  readonly remittance: string | null;
  readonly requisition: string | null;
}

/** Every report for `laos` LAOs of the snapshot: a month's books, the busiest account over the whole period, a document of it. */
export async function chooseReports(ownerUrl: string, snapshot: string, laos: number): Promise<ReportChoice[]> {
  const owner = postgres(ownerUrl, { max: 1, onnotice: () => undefined });
  try {
    const rows = await owner<Row[]>`
      with chosen as (
        select snapshot_no, lao_id, laos.lao_code,
          row_number() over (order by lao_id) as place, count(*) over () as total
        from portal.snapshot_laos join portal.laos using (lao_id)
        where snapshot_no = (select snapshot_no from portal.snapshots where id = ${snapshot} and status = 'served')
      )
      select lao_code as lao, busiest.account_code::text as account, document.entry_no as entry,
        (select remittance_no from portal.receipts r
          where r.snapshot_no = chosen.snapshot_no and r.lao_id = chosen.lao_id and remittance_no is not null
          group by remittance_no order by count(*) desc limit 1) as remittance,
        (select treasury_no from portal.requisitions r
          where r.snapshot_no = chosen.snapshot_no and r.lao_id = chosen.lao_id and not cancelled
          order by paid_date desc, treasury_no limit 1) as requisition
      from chosen,
        lateral (select account_code from portal.journal_months m
          where m.snapshot_no = chosen.snapshot_no and m.lao_id = chosen.lao_id
          group by account_code order by sum(lines) desc limit 1) busiest,
        lateral (select entry_no from portal.journal j
          where j.snapshot_no = chosen.snapshot_no and j.lao_id = chosen.lao_id and j.account_code = busiest.account_code
          order by entry_date desc, entry_no limit 1) document
      where place % greatest(1, total / ${laos}) = 0
      order by place limit ${laos}`;
    return rows.flatMap(({ lao, account, entry, remittance, requisition }) => {
      const found: Readonly<Record<string, string | null>> = {
        account: `${account.slice(0, -3)}.${account.slice(-3)}`,
        entry,
        remittance,
        requisition,
      };
      return REPORTS.flatMap(({ definition }) => choicesOf(definition, lao, found));
    });
  } finally {
    await owner.end();
  }
}

/** Of a report: with what it requires, and none where the LAO has no such document. Throws for a requirement that nothing was looked for. */
function choicesOf(
  { id, period, required }: ReportDefinition,
  lao: string,
  found: Readonly<Record<string, string | null>>,
): ReportChoice[] {
  const needed: Record<string, string> = {};
  for (const name of required) {
    const value = found[name];
    if (value === undefined) throw new Error(`${id} requires «${name}», which the bench does not look for`);
    if (value === null) return [];
    needed[name] = value;
  }
  return (WAYS[id] ?? [PERIODS[period]]).map((params) => ({ lao, reportId: id, params: { ...params, ...needed } }));
}

/** Name of a choice in the figures. */
export function choiceName({ reportId, params }: ReportChoice): string {
  if (params.groups !== undefined) return `${reportId} with groups`;
  return params.date !== undefined && WAYS[reportId] ? `${reportId} at a day` : reportId;
}
