-- What search reads: one narrow row a document, with its number, names and description folded into one text (lib/search/fold-text.ts, db/load/fill-documents.ts).
create table portal.documents (
  amount bigint not null,
  -- What was paid out, where that differs from the amount (requisitions).
  net bigint,
  lao_id integer not null,
  month integer not null,
  -- Of the document; of a budget line, which is a state, the first day of its last month.
  day date not null,
  snapshot_no smallint not null,
  kind text collate "C" not null,
  number text collate "C" not null,
  words text collate "C" not null
) partition by list (snapshot_no);
--> statement-breakpoint
create index documents_a on portal.documents (lao_id, day);
--> statement-breakpoint
alter table portal.documents enable row level security, force row level security;
--> statement-breakpoint
-- The settings in sub-selects: a search reads many rows, and these are then looked up once and not for each.
create policy scope on portal.documents for select using (lao_id between (select nullif(current_setting('app.lao_from', true), '')::integer) and (select nullif(current_setting('app.lao_to', true), '')::integer));
--> statement-breakpoint
create policy owner on portal.documents to current_user using (true) with check (true);
--> statement-breakpoint
-- Reports that a user keeps at hand. Where they were last, the audit log tells.
create table portal.pinned_reports (
  user_id integer not null,
  pinned_at timestamptz not null default now(),
  report_id text collate "C" not null,
  primary key (user_id, report_id)
);
--> statement-breakpoint
alter table portal.pinned_reports enable row level security, force row level security;
--> statement-breakpoint
create policy own_pins on portal.pinned_reports using (user_id = nullif(current_setting('app.user_id', true), '')::integer) with check (user_id = nullif(current_setting('app.user_id', true), '')::integer);
--> statement-breakpoint
create policy owner on portal.pinned_reports to current_user using (true) with check (true);
--> statement-breakpoint
-- A user reads their own views of reports, to go back to them; the rest of the log stays the administrator's.
create policy own_views on portal.audit_log for select using (type = 'view-report' and user_id = nullif(current_setting('app.user_id', true), '')::integer);
--> statement-breakpoint
create index audit_log_own_views on portal.audit_log (user_id, at desc) where type = 'view-report';
