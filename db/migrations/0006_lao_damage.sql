-- What each LAO's damage comes to, for lists of thousands of LAOs: derived from findings and partitions, once, at load.
-- How much is missing from a table in a month. A lower bound, in several ways of looking at the same loss, of which the largest counts and none is added to
-- another: the documents whose numbers are missing (with the lines that unbalanced documents lack); the net debit and the net credit that accounts lack (what
-- debits and credits of one account hide from each other is not seen); what the other tables say of single documents, or of single codes.
-- Not counted: what is only suspected, rows that are there with another figure, and tables that hold states and not documents.
create view portal.missing_amounts with (security_invoker = true) as
select snapshot_no, lao_id, module, month, table_name, documents::integer as documents,
  nullif(least(greatest(by_documents, by_debits, by_credits, by_links, by_codes), 9223372036854775807), 0)::bigint as amount
from (
  select snapshot_no, lao_id, module, month, table_name,
    sum(count) filter (where code = 'tie/number-gap') as documents,
    coalesce(sum(amount) filter (where code = 'tie/number-gap' and amount > 0), 0)
      + coalesce(sum(abs(amount)) filter (where code = 'tie/entry-unbalanced'), 0) as by_documents,
    coalesce(sum(amount) filter (where code = 'tie/balance' and amount > 0), 0) as by_debits,
    coalesce(-sum(amount) filter (where code = 'tie/balance' and amount < 0), 0) as by_credits,
    coalesce(sum(amount) filter (where code = 'tie/cross-module' and account is null and amount > 0), 0) as by_links,
    coalesce(sum(amount) filter (where code = 'tie/cross-module' and account is not null and table_name <> 'journal' and amount > 0), 0) as by_codes
  from portal.findings
  where confidence <> 'suspected' and month is not null and table_name in ('journal', 'receipts', 'requisitions', 'cheques')
    -- a number that stands twice is no missing one; a row that is there is not missing
    and not (code = 'tie/number-gap' and found is not null)
    and not (code = 'tie/cross-module' and (row_from is not null or column_name is not null))
  group by snapshot_no, lao_id, module, month, table_name
) seen;
--> statement-breakpoint
-- One row an LAO and module, and one over all modules (module 'all'). states: the state of each month of the archive, in order; over all modules the worst.
-- 0 empty, 1 intact, 2 inconsistent, 3 partial, 4 lost. Amounts of different tables can be the same money seen twice: the largest counts, and amount_table names it.
create table portal.lao_damage (
  amount bigint,
  lao_id integer not null,
  intact integer not null,
  inconsistent integer not null,
  partial integer not null,
  lost integer not null,
  empty integer not null,
  documents integer,
  snapshot_no smallint not null,
  worst smallint not null,
  states smallint[] not null,
  module text collate "C" not null,
  amount_table text collate "C",
  primary key (snapshot_no, module, lao_id)
);
--> statement-breakpoint
alter table portal.lao_damage enable row level security, force row level security;
--> statement-breakpoint
create policy scope on portal.lao_damage for select using (lao_id between nullif(current_setting('app.lao_from', true), '')::integer and nullif(current_setting('app.lao_to', true), '')::integer);
--> statement-breakpoint
create policy owner on portal.lao_damage to current_user using (true) with check (true);
--> statement-breakpoint
-- Writes the rows of these LAOs anew, from what stands in findings and partitions. For the loader, in the transaction that wrote those.
create function portal.summarize_damage(p_snapshot_no smallint, p_lao_from integer, p_lao_to integer) returns void
language sql set search_path = '' as $$
  delete from portal.lao_damage d where d.snapshot_no = p_snapshot_no and d.lao_id between p_lao_from and p_lao_to;
  with ranked as (
    select p.lao_id, p.module, p.month, array_position(array['empty', 'intact', 'inconsistent', 'partial', 'lost'], p.state) - 1 as rank
    from portal.partitions p where p.snapshot_no = p_snapshot_no and p.lao_id between p_lao_from and p_lao_to
  ),
  counted as (
    select lao_id, coalesce(module, 'all') as module, max(rank) as worst,
      count(*) filter (where rank = 1) as intact, count(*) filter (where rank = 2) as inconsistent, count(*) filter (where rank = 3) as partial,
      count(*) filter (where rank = 4) as lost, count(*) filter (where rank = 0) as empty
    from ranked group by grouping sets ((lao_id, module), (lao_id))
  ),
  months as (select lao_id, coalesce(module, 'all') as module, month, max(rank) as rank from ranked group by grouping sets ((lao_id, module, month), (lao_id, month))),
  states as (select lao_id, module, array_agg(rank::smallint order by month) as states from months group by lao_id, module),
  amounts as (
    select lao_id, module, table_name, sum(amount) as amount, sum(documents) as documents
    from portal.missing_amounts where snapshot_no = p_snapshot_no and lao_id between p_lao_from and p_lao_to
    group by lao_id, module, table_name
    union all
    -- missing for certain, only not which of two months lacks them: counted once
    select lao_id, module, table_name, null, sum(count) from (
      select distinct lao_id, module, table_name, doc_from, doc_to, count from portal.findings
      where snapshot_no = p_snapshot_no and lao_id between p_lao_from and p_lao_to
        and code = 'tie/number-gap' and confidence = 'suspected' and found is null
    ) unsure group by lao_id, module, table_name
  ),
  missing as (
    select lao_id, coalesce(module, 'all') as module, sum(documents) as documents, max(amount) as amount,
      (array_agg(table_name order by amount desc nulls last, table_name) filter (where amount is not null))[1] as amount_table
    from amounts group by grouping sets ((lao_id, module), (lao_id))
  )
  insert into portal.lao_damage (snapshot_no, lao_id, module, worst, intact, inconsistent, partial, lost, empty, documents, amount, amount_table, states)
  select p_snapshot_no, c.lao_id, c.module, c.worst, c.intact, c.inconsistent, c.partial, c.lost, c.empty,
    m.documents, case when m.amount is not null then least(m.amount, 9223372036854775807)::bigint end, m.amount_table, s.states
  from counted c join states s using (lao_id, module) left join missing m using (lao_id, module)
$$;
--> statement-breakpoint
-- Archives that were loaded before this table was there.
select portal.summarize_damage(snapshot_no, 0, 2147483647) from portal.snapshots;
