-- What two snapshots are compared by first (db/load/fill-digests.ts): rows, a digest and a sum of every LAO, table and month that has rows.
create table portal.digests (
  digest numeric not null,
  amount bigint not null,
  lao_id integer not null,
  month integer not null,
  rows integer not null,
  snapshot_no smallint not null,
  table_name text collate "C" not null
) partition by list (snapshot_no);
--> statement-breakpoint
create index digests_a on portal.digests (lao_id, month, table_name);
--> statement-breakpoint
alter table portal.digests enable row level security, force row level security;
--> statement-breakpoint
create policy scope on portal.digests for select using (lao_id between (select nullif(current_setting('app.lao_from', true), '')::integer) and (select nullif(current_setting('app.lao_to', true), '')::integer));
--> statement-breakpoint
create policy owner on portal.digests to current_user using (true) with check (true);
