-- The house's tables. Facts of the archive are partitioned by snapshot, then by province (ranges of lao_id);
-- row-level security holds for every table, also for the owner. Grants to the portal's role: db/grants.ts.
-- Codes and document numbers compare by byte (collate "C"): Thai order means nothing to them and costs several times as much to sort.
create schema if not exists portal;
--> statement-breakpoint
create collation if not exists portal.thai (provider = icu, locale = 'th-TH');
--> statement-breakpoint
create table portal.provinces (
  province_no smallint primary key,
  province_code text collate "C" not null unique,
  province text not null
);
--> statement-breakpoint
-- lao_id = province_no * 100000 + running number, so that a province is one range
create table portal.laos (
  lao_id integer primary key,
  lao_code text collate "C" not null unique,
  province_no smallint not null references portal.provinces
);
--> statement-breakpoint
create table portal.snapshots (
  snapshot_no smallint generated always as identity primary key,
  id text collate "C" not null check (id ~ '^[a-z0-9-]{1,64}$'),
  title text not null,
  kind text collate "C" not null check (kind in ('recovered', 'live', 'baseline')),
  as_of date not null,
  period_from date not null,
  period_to date not null,
  fiscal_year integer not null,
  encoding text collate "C" not null,
  is_synthetic boolean not null,
  digest text collate "C" not null,
  status text collate "C" not null check (status in ('loading', 'served', 'retired')),
  started_at timestamptz not null default now(),
  loaded_at timestamptz
);
--> statement-breakpoint
create unique index snapshots_served on portal.snapshots (id) where status = 'served';
--> statement-breakpoint
create table portal.load_units (
  snapshot_no smallint not null references portal.snapshots,
  province_no smallint not null,
  rows_read bigint not null,
  rows_loaded bigint not null,
  rows_quarantined bigint not null,
  finished_at timestamptz not null default now(),
  primary key (snapshot_no, province_no)
);
--> statement-breakpoint
create table portal.snapshot_laos (
  snapshot_no smallint not null,
  lao_id integer not null,
  lao_code text collate "C" not null,
  type text not null,
  name text not null,
  district text not null,
  province_code text collate "C" not null,
  province text not null,
  primary key (snapshot_no, lao_id)
);
--> statement-breakpoint
create table portal.units (
  snapshot_no smallint not null,
  lao_id integer not null,
  unit_code text collate "C" not null,
  kind text not null,
  name text not null,
  primary key (snapshot_no, lao_id, unit_code)
);
--> statement-breakpoint
-- account_code: NNNNNNNNNN.NNN as the whole number NNNNNNNNNNNNN, so that order and ranges are those of the chart
create table portal.accounts (
  account_code bigint not null,
  snapshot_no smallint not null,
  level integer not null,
  postable boolean not null,
  normal_side text collate "C" not null,
  name text not null,
  primary key (snapshot_no, account_code)
);
--> statement-breakpoint
create table portal.bank_accounts (
  account_code bigint not null,
  lao_id integer not null,
  snapshot_no smallint not null,
  bank_account_no text collate "C" not null,
  bank text not null,
  branch text not null,
  kind text not null,
  primary key (snapshot_no, lao_id, bank_account_no)
);
--> statement-breakpoint
create table portal.classifications (
  snapshot_no smallint not null,
  kind text collate "C" not null,
  code text collate "C" not null,
  name text not null,
  parent_code text collate "C",
  primary key (snapshot_no, kind, code)
);
--> statement-breakpoint
create table portal.series (
  lao_id integer not null,
  last_before integer not null,
  snapshot_no smallint not null,
  series text collate "C" not null,
  primary key (snapshot_no, lao_id, series)
);
--> statement-breakpoint
create table portal.partitions (
  lao_id integer not null,
  month integer not null,
  rows_read integer not null,
  rows_loaded integer not null,
  rows_quarantined integer not null,
  snapshot_no smallint not null,
  module text collate "C" not null,
  state text collate "C" not null check (state in ('intact', 'inconsistent', 'partial', 'lost', 'empty')),
  primary key (snapshot_no, lao_id, module, month),
  check (rows_read = rows_loaded + rows_quarantined)
);
--> statement-breakpoint
-- lao_id 0: a finding about the bag itself, which belongs to no LAO
create table portal.findings (
  finding_no bigint generated always as identity primary key,
  amount bigint,
  lao_id integer not null,
  month integer,
  row_from integer,
  row_to integer,
  count integer,
  snapshot_no smallint not null,
  code text collate "C" not null,
  confidence text collate "C" not null check (confidence in ('bytes', 'arithmetic', 'suspected')),
  module text collate "C",
  table_name text collate "C",
  file text collate "C",
  column_name text collate "C",
  doc_from text collate "C",
  doc_to text collate "C",
  date_from text collate "C",
  date_to text collate "C",
  account text collate "C",
  expected text,
  found text
);
--> statement-breakpoint
create index findings_place on portal.findings (snapshot_no, lao_id, module, month);
--> statement-breakpoint
create table portal.quarantined_rows (
  lao_id integer not null,
  month integer not null,
  row_no integer not null,
  snapshot_no smallint not null,
  module text collate "C" not null,
  table_name text collate "C" not null,
  code text collate "C" not null,
  file text collate "C" not null,
  raw text not null
);
--> statement-breakpoint
create index quarantined_rows_place on portal.quarantined_rows (snapshot_no, lao_id, module, month);
--> statement-breakpoint
-- debit and credit of every account and month, summed from the journal at load
create table portal.journal_months (
  debit bigint not null,
  credit bigint not null,
  account_code bigint not null,
  lao_id integer not null,
  month integer not null,
  lines integer not null,
  snapshot_no smallint not null
) partition by list (snapshot_no);
--> statement-breakpoint
create index journal_months_a on portal.journal_months (lao_id, month, account_code);
--> statement-breakpoint
create table portal.users (
  user_id integer generated always as identity primary key,
  session_version integer not null default 1,
  failed_sign_ins integer not null default 0,
  locked_until timestamptz,
  created_at timestamptz not null default now(),
  is_disabled boolean not null default false,
  must_change_password boolean not null default false,
  email text not null unique check (email = lower(email)),
  name text not null,
  password_hash text not null,
  role text not null check (role in ('accountant', 'auditor', 'department', 'administrator')),
  grant_kind text not null check (grant_kind in ('lao', 'province', 'nation', 'none')),
  grant_code text,
  check ((grant_kind in ('lao', 'province')) = (grant_code is not null)),
  check (role = 'administrator' or (role = 'accountant' and grant_kind = 'lao') or (role = 'auditor' and grant_kind = 'province') or (role = 'department' and grant_kind = 'nation'))
);
--> statement-breakpoint
create table portal.audit_log (
  audit_no bigint generated always as identity primary key,
  at timestamptz not null default now(),
  user_id integer,
  email text not null,
  type text not null,
  facts jsonb not null
);
--> statement-breakpoint
create index audit_log_at on portal.audit_log (at desc, audit_no desc);
--> statement-breakpoint
create index audit_log_email on portal.audit_log (email, at desc);
--> statement-breakpoint
create table portal.journal (
  debit bigint not null,
  credit bigint not null,
  account_code bigint not null,
  lao_id integer not null,
  month integer not null,
  row_no integer not null,
  entry_date date not null,
  line_no integer not null,
  snapshot_no smallint not null,
  entry_no text collate "C" not null,
  book text collate "C" not null,
  description text not null,
  unit_code text collate "C",
  source_no text collate "C"
) partition by list (snapshot_no);
--> statement-breakpoint
create index journal_a on portal.journal (lao_id, entry_no, line_no);
--> statement-breakpoint
create index journal_b on portal.journal (lao_id, book, entry_date, entry_no, line_no);
--> statement-breakpoint
create index journal_c on portal.journal (lao_id, account_code, entry_date, entry_no, line_no) include (debit, credit);
--> statement-breakpoint
create table portal.balances (
  opening bigint not null,
  debit bigint not null,
  credit bigint not null,
  closing bigint not null,
  account_code bigint not null,
  lao_id integer not null,
  month integer not null,
  row_no integer not null,
  snapshot_no smallint not null
) partition by list (snapshot_no);
--> statement-breakpoint
create index balances_a on portal.balances (lao_id, month, account_code);
--> statement-breakpoint
create table portal.cash (
  opening bigint not null,
  received bigint not null,
  paid bigint not null,
  closing bigint not null,
  account_code bigint not null,
  lao_id integer not null,
  month integer not null,
  row_no integer not null,
  day date not null,
  snapshot_no smallint not null,
  bank_account_no text collate "C" not null
) partition by list (snapshot_no);
--> statement-breakpoint
create index cash_a on portal.cash (lao_id, bank_account_no, day);
--> statement-breakpoint
create table portal.receipts (
  amount bigint not null,
  account_code bigint not null,
  lao_id integer not null,
  month integer not null,
  row_no integer not null,
  receipt_date date not null,
  snapshot_no smallint not null,
  cancelled boolean not null,
  receipt_no text collate "C" not null,
  payer text not null,
  revenue_code text collate "C" not null,
  channel text collate "C" not null,
  bank_account_no text collate "C",
  remittance_no text collate "C",
  entry_no text collate "C",
  unit_code text collate "C"
) partition by list (snapshot_no);
--> statement-breakpoint
create index receipts_a on portal.receipts (lao_id, receipt_date, receipt_no);
--> statement-breakpoint
create index receipts_b on portal.receipts (lao_id, remittance_no);
--> statement-breakpoint
create table portal.revenue_register (
  estimate bigint not null,
  received bigint not null,
  received_to_date bigint not null,
  lao_id integer not null,
  month integer not null,
  row_no integer not null,
  snapshot_no smallint not null,
  revenue_code text collate "C" not null
) partition by list (snapshot_no);
--> statement-breakpoint
create index revenue_register_a on portal.revenue_register (lao_id, month, revenue_code);
--> statement-breakpoint
create table portal.requisitions (
  goods_value bigint not null,
  vat bigint not null,
  gross bigint not null,
  withholding_tax bigint not null,
  other_deductions bigint not null,
  net bigint not null,
  lao_id integer not null,
  month integer not null,
  row_no integer not null,
  requisition_date date not null,
  paid_date date not null,
  snapshot_no smallint not null,
  cancelled boolean not null,
  treasury_no text collate "C" not null,
  requisition_no text collate "C" not null,
  plan_code text collate "C" not null,
  work_code text collate "C" not null,
  expense_code text collate "C" not null,
  budget_code text collate "C" not null,
  payee text not null,
  description text not null,
  entry_no text collate "C",
  unit_code text collate "C"
) partition by list (snapshot_no);
--> statement-breakpoint
create index requisitions_a on portal.requisitions (lao_id, paid_date, treasury_no);
--> statement-breakpoint
create index requisitions_b on portal.requisitions (lao_id, treasury_no);
--> statement-breakpoint
create table portal.cheques (
  amount bigint not null,
  lao_id integer not null,
  month integer not null,
  row_no integer not null,
  cheque_date date not null,
  collected_date date,
  snapshot_no smallint not null,
  cheque_report_no text collate "C" not null,
  cheque_no text collate "C" not null,
  bank_account_no text collate "C" not null,
  treasury_no text collate "C" not null,
  payee text not null
) partition by list (snapshot_no);
--> statement-breakpoint
create index cheques_a on portal.cheques (lao_id, treasury_no);
--> statement-breakpoint
create table portal.loans (
  amount bigint not null,
  repaid bigint not null,
  account_code bigint not null,
  lao_id integer not null,
  month integer not null,
  row_no integer not null,
  contract_date date not null,
  due_date date not null,
  snapshot_no smallint not null,
  contract_no text collate "C" not null,
  borrower text not null,
  purpose text not null
) partition by list (snapshot_no);
--> statement-breakpoint
create index loans_a on portal.loans (lao_id, month, contract_no);
--> statement-breakpoint
create table portal.budget_lines (
  approved bigint not null,
  transferred_in bigint not null,
  transferred_out bigint not null,
  encumbered bigint not null,
  disbursed bigint not null,
  remaining bigint not null,
  lao_id integer not null,
  month integer not null,
  row_no integer not null,
  snapshot_no smallint not null,
  budget_code text collate "C" not null,
  plan_code text collate "C" not null,
  work_code text collate "C" not null,
  category text not null,
  expense_code text collate "C" not null,
  project text not null
) partition by list (snapshot_no);
--> statement-breakpoint
create index budget_lines_a on portal.budget_lines (lao_id, month, budget_code);
--> statement-breakpoint
create table portal.budget_transfers (
  amount bigint not null,
  lao_id integer not null,
  month integer not null,
  row_no integer not null,
  transfer_date date not null,
  snapshot_no smallint not null,
  transfer_no text collate "C" not null,
  from_budget_code text collate "C" not null,
  to_budget_code text collate "C" not null,
  reason text not null
) partition by list (snapshot_no);
--> statement-breakpoint
create index budget_transfers_a on portal.budget_transfers (lao_id, transfer_date, transfer_no);
--> statement-breakpoint
create table portal.assets (
  price bigint not null,
  lao_id integer not null,
  month integer not null,
  row_no integer not null,
  acquired_date date not null,
  useful_life_years integer not null,
  snapshot_no smallint not null,
  asset_code text collate "C" not null,
  category text not null,
  kind text not null,
  name text not null,
  fund_source text not null,
  status text not null,
  unit_code text collate "C"
) partition by list (snapshot_no);
--> statement-breakpoint
create index assets_a on portal.assets (lao_id, acquired_date, asset_code);
--> statement-breakpoint
-- Row-level security. The settings are made by db/scoped.ts at the start of each transaction; without them no row is seen.
alter table portal.journal enable row level security, force row level security;
--> statement-breakpoint
create policy scope on portal.journal for select using (lao_id between nullif(current_setting('app.lao_from', true), '')::integer and nullif(current_setting('app.lao_to', true), '')::integer);
--> statement-breakpoint
alter table portal.balances enable row level security, force row level security;
--> statement-breakpoint
create policy scope on portal.balances for select using (lao_id between nullif(current_setting('app.lao_from', true), '')::integer and nullif(current_setting('app.lao_to', true), '')::integer);
--> statement-breakpoint
alter table portal.cash enable row level security, force row level security;
--> statement-breakpoint
create policy scope on portal.cash for select using (lao_id between nullif(current_setting('app.lao_from', true), '')::integer and nullif(current_setting('app.lao_to', true), '')::integer);
--> statement-breakpoint
alter table portal.receipts enable row level security, force row level security;
--> statement-breakpoint
create policy scope on portal.receipts for select using (lao_id between nullif(current_setting('app.lao_from', true), '')::integer and nullif(current_setting('app.lao_to', true), '')::integer);
--> statement-breakpoint
alter table portal.revenue_register enable row level security, force row level security;
--> statement-breakpoint
create policy scope on portal.revenue_register for select using (lao_id between nullif(current_setting('app.lao_from', true), '')::integer and nullif(current_setting('app.lao_to', true), '')::integer);
--> statement-breakpoint
alter table portal.requisitions enable row level security, force row level security;
--> statement-breakpoint
create policy scope on portal.requisitions for select using (lao_id between nullif(current_setting('app.lao_from', true), '')::integer and nullif(current_setting('app.lao_to', true), '')::integer);
--> statement-breakpoint
alter table portal.cheques enable row level security, force row level security;
--> statement-breakpoint
create policy scope on portal.cheques for select using (lao_id between nullif(current_setting('app.lao_from', true), '')::integer and nullif(current_setting('app.lao_to', true), '')::integer);
--> statement-breakpoint
alter table portal.loans enable row level security, force row level security;
--> statement-breakpoint
create policy scope on portal.loans for select using (lao_id between nullif(current_setting('app.lao_from', true), '')::integer and nullif(current_setting('app.lao_to', true), '')::integer);
--> statement-breakpoint
alter table portal.budget_lines enable row level security, force row level security;
--> statement-breakpoint
create policy scope on portal.budget_lines for select using (lao_id between nullif(current_setting('app.lao_from', true), '')::integer and nullif(current_setting('app.lao_to', true), '')::integer);
--> statement-breakpoint
alter table portal.budget_transfers enable row level security, force row level security;
--> statement-breakpoint
create policy scope on portal.budget_transfers for select using (lao_id between nullif(current_setting('app.lao_from', true), '')::integer and nullif(current_setting('app.lao_to', true), '')::integer);
--> statement-breakpoint
alter table portal.assets enable row level security, force row level security;
--> statement-breakpoint
create policy scope on portal.assets for select using (lao_id between nullif(current_setting('app.lao_from', true), '')::integer and nullif(current_setting('app.lao_to', true), '')::integer);
--> statement-breakpoint
alter table portal.snapshot_laos enable row level security, force row level security;
--> statement-breakpoint
create policy scope on portal.snapshot_laos for select using (lao_id between nullif(current_setting('app.lao_from', true), '')::integer and nullif(current_setting('app.lao_to', true), '')::integer);
--> statement-breakpoint
alter table portal.laos enable row level security, force row level security;
--> statement-breakpoint
create policy scope on portal.laos for select using (lao_id between nullif(current_setting('app.lao_from', true), '')::integer and nullif(current_setting('app.lao_to', true), '')::integer);
--> statement-breakpoint
alter table portal.units enable row level security, force row level security;
--> statement-breakpoint
create policy scope on portal.units for select using (lao_id between nullif(current_setting('app.lao_from', true), '')::integer and nullif(current_setting('app.lao_to', true), '')::integer);
--> statement-breakpoint
alter table portal.bank_accounts enable row level security, force row level security;
--> statement-breakpoint
create policy scope on portal.bank_accounts for select using (lao_id between nullif(current_setting('app.lao_from', true), '')::integer and nullif(current_setting('app.lao_to', true), '')::integer);
--> statement-breakpoint
alter table portal.series enable row level security, force row level security;
--> statement-breakpoint
create policy scope on portal.series for select using (lao_id between nullif(current_setting('app.lao_from', true), '')::integer and nullif(current_setting('app.lao_to', true), '')::integer);
--> statement-breakpoint
alter table portal.partitions enable row level security, force row level security;
--> statement-breakpoint
create policy scope on portal.partitions for select using (lao_id between nullif(current_setting('app.lao_from', true), '')::integer and nullif(current_setting('app.lao_to', true), '')::integer);
--> statement-breakpoint
alter table portal.journal_months enable row level security, force row level security;
--> statement-breakpoint
create policy scope on portal.journal_months for select using (lao_id between nullif(current_setting('app.lao_from', true), '')::integer and nullif(current_setting('app.lao_to', true), '')::integer);
--> statement-breakpoint
alter table portal.findings enable row level security, force row level security;
--> statement-breakpoint
create policy scope on portal.findings for select using (lao_id between nullif(current_setting('app.lao_from', true), '')::integer and nullif(current_setting('app.lao_to', true), '')::integer or (lao_id = 0 and current_setting('app.is_administrator', true) = '1'));
--> statement-breakpoint
alter table portal.quarantined_rows enable row level security, force row level security;
--> statement-breakpoint
create policy scope on portal.quarantined_rows for select using (lao_id between nullif(current_setting('app.lao_from', true), '')::integer and nullif(current_setting('app.lao_to', true), '')::integer and (code <> 'row/foreign' or current_setting('app.is_administrator', true) = '1'));
--> statement-breakpoint
alter table portal.provinces enable row level security, force row level security;
--> statement-breakpoint
create policy scope on portal.provinces for select using (nullif(current_setting('app.lao_from', true), '') is not null);
--> statement-breakpoint
alter table portal.accounts enable row level security, force row level security;
--> statement-breakpoint
create policy scope on portal.accounts for select using (nullif(current_setting('app.lao_from', true), '') is not null);
--> statement-breakpoint
alter table portal.classifications enable row level security, force row level security;
--> statement-breakpoint
create policy scope on portal.classifications for select using (nullif(current_setting('app.lao_from', true), '') is not null);
--> statement-breakpoint
alter table portal.snapshots enable row level security, force row level security;
--> statement-breakpoint
create policy scope on portal.snapshots for select using ((status = 'served' or current_setting('app.is_administrator', true) = '1') and nullif(current_setting('app.lao_from', true), '') is not null);
--> statement-breakpoint
alter table portal.load_units enable row level security, force row level security;
--> statement-breakpoint
create policy scope on portal.load_units for select using (current_setting('app.is_administrator', true) = '1');
--> statement-breakpoint
alter table portal.users enable row level security, force row level security;
--> statement-breakpoint
create policy scope on portal.users for select using (current_setting('app.is_administrator', true) = '1' or user_id = nullif(current_setting('app.user_id', true), '')::integer or email = nullif(current_setting('app.sign_in_email', true), ''));
--> statement-breakpoint
create policy administrator_changes on portal.users for update using (current_setting('app.is_administrator', true) = '1') with check (current_setting('app.is_administrator', true) = '1');
--> statement-breakpoint
create policy administrator_adds on portal.users for insert with check (current_setting('app.is_administrator', true) = '1');
--> statement-breakpoint
alter table portal.audit_log enable row level security, force row level security;
--> statement-breakpoint
create policy scope on portal.audit_log for select using (current_setting('app.is_administrator', true) = '1');
--> statement-breakpoint
create policy own_entries on portal.audit_log for insert with check (user_id is not distinct from nullif(current_setting('app.user_id', true), '')::integer);
--> statement-breakpoint
create policy owner on portal.journal to current_user using (true) with check (true);
--> statement-breakpoint
create policy owner on portal.balances to current_user using (true) with check (true);
--> statement-breakpoint
create policy owner on portal.cash to current_user using (true) with check (true);
--> statement-breakpoint
create policy owner on portal.receipts to current_user using (true) with check (true);
--> statement-breakpoint
create policy owner on portal.revenue_register to current_user using (true) with check (true);
--> statement-breakpoint
create policy owner on portal.requisitions to current_user using (true) with check (true);
--> statement-breakpoint
create policy owner on portal.cheques to current_user using (true) with check (true);
--> statement-breakpoint
create policy owner on portal.loans to current_user using (true) with check (true);
--> statement-breakpoint
create policy owner on portal.budget_lines to current_user using (true) with check (true);
--> statement-breakpoint
create policy owner on portal.budget_transfers to current_user using (true) with check (true);
--> statement-breakpoint
create policy owner on portal.assets to current_user using (true) with check (true);
--> statement-breakpoint
create policy owner on portal.snapshot_laos to current_user using (true) with check (true);
--> statement-breakpoint
create policy owner on portal.laos to current_user using (true) with check (true);
--> statement-breakpoint
create policy owner on portal.units to current_user using (true) with check (true);
--> statement-breakpoint
create policy owner on portal.bank_accounts to current_user using (true) with check (true);
--> statement-breakpoint
create policy owner on portal.series to current_user using (true) with check (true);
--> statement-breakpoint
create policy owner on portal.partitions to current_user using (true) with check (true);
--> statement-breakpoint
create policy owner on portal.journal_months to current_user using (true) with check (true);
--> statement-breakpoint
create policy owner on portal.findings to current_user using (true) with check (true);
--> statement-breakpoint
create policy owner on portal.quarantined_rows to current_user using (true) with check (true);
--> statement-breakpoint
create policy owner on portal.provinces to current_user using (true) with check (true);
--> statement-breakpoint
create policy owner on portal.accounts to current_user using (true) with check (true);
--> statement-breakpoint
create policy owner on portal.classifications to current_user using (true) with check (true);
--> statement-breakpoint
create policy owner on portal.snapshots to current_user using (true) with check (true);
--> statement-breakpoint
create policy owner on portal.load_units to current_user using (true) with check (true);
--> statement-breakpoint
create policy owner on portal.users to current_user using (true) with check (true);
--> statement-breakpoint
create policy owner on portal.audit_log to current_user using (true) with check (true);
