-- How far an LAO has come with checking its re-keyed books against an archive, as its last upload or decision left it: the lists of provinces and of the
-- nation read this instead of matching the books of every LAO.
create table portal.rekeyed_progress (
  changed_at timestamptz not null,
  -- Absolute amounts of what differs and is not settled, in satang: of many documents a sum can be more than a bigint holds.
  open_difference numeric not null check (open_difference >= 0),
  lao_id integer not null,
  items integer not null check (items >= 0),
  settled integer not null check (settled between 0 and items),
  snapshot_no smallint not null,
  primary key (lao_id, snapshot_no)
);
--> statement-breakpoint
alter table portal.rekeyed_progress enable row level security, force row level security;
--> statement-breakpoint
create policy scope on portal.rekeyed_progress for select using (lao_id between (select nullif(current_setting('app.lao_from', true), '')::integer) and (select nullif(current_setting('app.lao_to', true), '')::integer));
--> statement-breakpoint
create policy own_lao on portal.rekeyed_progress for insert with check (lao_id = nullif(current_setting('app.lao_from', true), '')::integer and lao_id = nullif(current_setting('app.lao_to', true), '')::integer);
--> statement-breakpoint
create policy own_lao_changes on portal.rekeyed_progress for update using (lao_id = nullif(current_setting('app.lao_from', true), '')::integer and lao_id = nullif(current_setting('app.lao_to', true), '')::integer) with check (lao_id = nullif(current_setting('app.lao_from', true), '')::integer and lao_id = nullif(current_setting('app.lao_to', true), '')::integer);
--> statement-breakpoint
create policy owner on portal.rekeyed_progress to current_user using (true) with check (true);
