-- Comments of auditors and the department to an LAO, with its accountant's answers. Appended only: what was said stays.
create table portal.comments (
  comment_no bigint generated always as identity primary key,
  -- The comment that opened the thread; null for that one itself.
  thread_no bigint references portal.comments,
  at timestamptz not null,
  lao_id integer not null,
  user_id integer not null,
  kind text collate "C" not null check (kind in ('opened', 'answer', 'done', 'reopened')),
  is_of_lao boolean not null,
  author text not null,
  body text not null check (length(body) <= 2000 and (kind in ('done', 'reopened') or length(body) > 0)),
  check ((kind = 'opened') = (thread_no is null))
);
--> statement-breakpoint
create index comments_lao on portal.comments (lao_id, comment_no);
--> statement-breakpoint
alter table portal.comments enable row level security, force row level security;
--> statement-breakpoint
create policy scope on portal.comments for select using (lao_id between nullif(current_setting('app.lao_from', true), '')::integer and nullif(current_setting('app.lao_to', true), '')::integer);
--> statement-breakpoint
-- Whoever reads one LAO alone is of it and marks as done; whoever reads more opens threads; both answer, each in their own name.
create policy own_words on portal.comments for insert with check (
  lao_id between nullif(current_setting('app.lao_from', true), '')::integer and nullif(current_setting('app.lao_to', true), '')::integer
  and user_id = nullif(current_setting('app.user_id', true), '')::integer
  and is_of_lao = (current_setting('app.lao_from', true) = current_setting('app.lao_to', true))
  and (kind = 'answer' or is_of_lao = (kind in ('done', 'reopened')))
);
--> statement-breakpoint
create policy owner on portal.comments to current_user using (true) with check (true);
