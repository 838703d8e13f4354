-- A digest of every document of the journal (db/load/fill-entry-digests.ts): where two snapshots differ in a month, only documents of unequal digest are read
-- line by line. In the other tables a row is a document, and comparing it costs no more than comparing its digest.
create table portal.entry_digests (
  digest numeric not null,
  lao_id integer not null,
  month integer not null,
  lines integer not null,
  snapshot_no smallint not null,
  entry_no text collate "C" not null
) partition by list (snapshot_no);
--> statement-breakpoint
create index entry_digests_a on portal.entry_digests (lao_id, month);
--> statement-breakpoint
alter table portal.entry_digests enable row level security, force row level security;
--> statement-breakpoint
create policy scope on portal.entry_digests for select using (lao_id between (select nullif(current_setting('app.lao_from', true), '')::integer) and (select nullif(current_setting('app.lao_to', true), '')::integer));
--> statement-breakpoint
create policy owner on portal.entry_digests to current_user using (true) with check (true);
