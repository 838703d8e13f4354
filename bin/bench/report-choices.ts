/** Which reports of which LAOs are measured: the same for database and pages, LAOs drawn evenly from small to large. */
import postgres from "postgres";

export interface ReportChoice {
  readonly lao: string;
  readonly reportId: string;
  readonly params: Readonly<Record<string, string>>;
}

const MONTH = "2024-03";
const FROM = "2024-01-06";
const TO = "2024-07-06";

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
      const choice = (reportId: string, params: Record<string, string>): ReportChoice => ({ lao, reportId, params });
      const code = `${account.slice(0, -3)}.${account.slice(-3)}`;
      return [
        choice("trial-balance", { month: MONTH }),
        choice("trial-balance", { month: MONTH, groups: "1" }),
        choice("ledger", { from: FROM, to: TO, account: code }),
        choice("cash-receipts-book", { month: MONTH }),
        choice("cash-payments-book", { month: MONTH }),
        choice("general-journal", { from: FROM, to: TO }),
        choice("journal-document", { entry }),
        choice("revenue-register", { from: FROM, to: TO }),
        choice("receipt-details", { from: FROM, to: TO }),
        ...(remittance === null ? [] : [choice("remittance", { remittance })]),
        choice("remittance-summary", { month: MONTH }),
        ...(requisition === null ? [] : [choice("requisition", { requisition })]),
        choice("requisition-register", { from: FROM, to: TO }),
        choice("cheque-report", { from: FROM, to: TO }),
        choice("loan-register", { month: MONTH }),
        choice("withholding-tax", { from: FROM, to: TO }),
      ];
    });
  } finally {
    await owner.end();
  }
}

/** Name of a choice in the figures. */
export function choiceName({ reportId, params }: ReportChoice): string {
  return params.groups === undefined ? reportId : `${reportId} with groups`;
}
