-- Books keyed again (บันทึกข้อมูลย้อนหลัง): what an LAO uploaded, the documents read from it, and what its accountant decided about them.
create table portal.rekeyed_uploads (
  upload_no bigint generated always as identity primary key,
  uploaded_at timestamptz not null,
  lao_id integer not null,
  user_id integer not null,
  byte_count integer not null,
  rows_read integer not null,
  document_count integer not null,
  head_row integer not null,
  book text collate "C" not null check (book in ('journal', 'receipts', 'requisitions')),
  -- waiting: which column holds what has to be told first · current: it counts · replaced: a later upload took its place · deleted: its content is gone, its checksum stays
  state text collate "C" not null check (state in ('waiting', 'current', 'replaced', 'deleted')),
  sha256 text collate "C" not null,
  uploaded_by text not null,
  file_name text not null,
  sheet text not null,
  -- The heads of its table in one spelling: a later upload with the same heads is read as this one was.
  heads text not null,
  mapping jsonb not null,
  -- Cells that could not be read, what was taken for granted, rows of totals left out.
  problems jsonb not null,
  assumptions jsonb not null,
  left_out_rows jsonb not null,
  content bytea,
  check ((state = 'deleted') = (content is null))
);
--> statement-breakpoint
create index rekeyed_uploads_lao on portal.rekeyed_uploads (lao_id, upload_no);
--> statement-breakpoint
create table portal.rekeyed_documents (
  upload_no bigint not null references portal.rekeyed_uploads,
  lao_id integer not null,
  row_no integer not null,
  day date not null,
  book text collate "C" not null,
  number text collate "C",
  lines jsonb not null,
  cells jsonb not null,
  words text not null,
  primary key (lao_id, upload_no, row_no)
);
--> statement-breakpoint
-- Appended only: the last one of an item counts, undoing is one more, and who decided what when stays.
create table portal.rekeyed_decisions (
  decision_no bigint generated always as identity primary key,
  decided_at timestamptz not null,
  lao_id integer not null,
  user_id integer not null,
  decided_by text not null,
  -- Fingerprint of the documents of both sides: a decision stands while neither changes.
  item text collate "C" not null,
  decision text collate "C" not null check (decision in ('accepted', 'explained', 'to-do', 'open')),
  note text not null check (length(note) <= 2000)
);
--> statement-breakpoint
create index rekeyed_decisions_item on portal.rekeyed_decisions (lao_id, item, decision_no desc);
--> statement-breakpoint
alter table portal.rekeyed_uploads enable row level security, force row level security;
--> statement-breakpoint
alter table portal.rekeyed_documents enable row level security, force row level security;
--> statement-breakpoint
alter table portal.rekeyed_decisions enable row level security, force row level security;
--> statement-breakpoint
create policy scope on portal.rekeyed_uploads for select using (lao_id between nullif(current_setting('app.lao_from', true), '')::integer and nullif(current_setting('app.lao_to', true), '')::integer);
--> statement-breakpoint
create policy scope on portal.rekeyed_documents for select using (lao_id between nullif(current_setting('app.lao_from', true), '')::integer and nullif(current_setting('app.lao_to', true), '')::integer);
--> statement-breakpoint
create policy scope on portal.rekeyed_decisions for select using (lao_id between nullif(current_setting('app.lao_from', true), '')::integer and nullif(current_setting('app.lao_to', true), '')::integer);
--> statement-breakpoint
-- Only whoever reads one LAO alone may write its books: provincial auditors and the department look on.
create policy own_lao on portal.rekeyed_uploads for insert with check (lao_id = nullif(current_setting('app.lao_from', true), '')::integer and lao_id = nullif(current_setting('app.lao_to', true), '')::integer and user_id = nullif(current_setting('app.user_id', true), '')::integer);
--> statement-breakpoint
create policy own_lao_changes on portal.rekeyed_uploads for update using (lao_id = nullif(current_setting('app.lao_from', true), '')::integer and lao_id = nullif(current_setting('app.lao_to', true), '')::integer) with check (lao_id = nullif(current_setting('app.lao_from', true), '')::integer and lao_id = nullif(current_setting('app.lao_to', true), '')::integer);
--> statement-breakpoint
create policy own_lao on portal.rekeyed_documents for insert with check (lao_id = nullif(current_setting('app.lao_from', true), '')::integer and lao_id = nullif(current_setting('app.lao_to', true), '')::integer);
--> statement-breakpoint
create policy own_lao_deletes on portal.rekeyed_documents for delete using (lao_id = nullif(current_setting('app.lao_from', true), '')::integer and lao_id = nullif(current_setting('app.lao_to', true), '')::integer);
--> statement-breakpoint
create policy own_lao on portal.rekeyed_decisions for insert with check (lao_id = nullif(current_setting('app.lao_from', true), '')::integer and lao_id = nullif(current_setting('app.lao_to', true), '')::integer and user_id = nullif(current_setting('app.user_id', true), '')::integer);
--> statement-breakpoint
create policy owner on portal.rekeyed_uploads to current_user using (true) with check (true);
--> statement-breakpoint
create policy owner on portal.rekeyed_documents to current_user using (true) with check (true);
--> statement-breakpoint
create policy owner on portal.rekeyed_decisions to current_user using (true) with check (true);
