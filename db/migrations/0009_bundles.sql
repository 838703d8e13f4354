-- Bundles: all reports of chosen LAOs as one ZIP, made in the background. A row is what a user asked for and how far it is. Users
-- add rows and see their own; what the portal's worker changes goes through the functions below, which run as the owner.
create table portal.bundles (
  bundle_id text collate "C" primary key check (bundle_id ~ '^[0-9a-f]{32}$'),
  user_id integer not null references portal.users,
  asked_at timestamptz not null,
  snapshot_id text collate "C" not null,
  lao_codes text[] not null check (cardinality(lao_codes) between 1 and 20),
  month text collate "C",
  formats text[] not null check (cardinality(formats) between 1 and 4),
  status text collate "C" not null default 'waiting' check (status in ('waiting', 'running', 'ready', 'failed', 'cancelled', 'expired')),
  reports_done integer not null default 0,
  reports_total integer,
  runner text collate "C",
  seen_at timestamptz,
  finished_at timestamptz,
  expires_at timestamptz,
  bytes bigint,
  sha256 text collate "C",
  trouble text
);
--> statement-breakpoint
create unique index bundles_one_at_a_time on portal.bundles (user_id) where status in ('waiting', 'running');
--> statement-breakpoint
create index bundles_of_user on portal.bundles (user_id, asked_at desc);
--> statement-breakpoint
alter table portal.bundles enable row level security, force row level security;
--> statement-breakpoint
create policy own on portal.bundles for select using (user_id = nullif(current_setting('app.user_id', true), '')::integer);
--> statement-breakpoint
create policy own_requests on portal.bundles for insert
  with check (user_id = nullif(current_setting('app.user_id', true), '')::integer and status = 'waiting' and runner is null and sha256 is null);
--> statement-breakpoint
create policy owner on portal.bundles to current_user using (true) with check (true);
--> statement-breakpoint
-- The next bundle to make: one that waits, or one whose worker has not been seen for a while, the longest asked first.
create function portal.claim_bundle(p_runner text, p_at timestamptz, p_unseen_since timestamptz)
returns table (bundle_id text, asked_at timestamptz, snapshot_id text, lao_codes text[], month text, formats text[])
language sql security definer set search_path = '' as $$
  update portal.bundles b set status = 'running', runner = p_runner, seen_at = p_at
  where b.bundle_id = (
    select c.bundle_id from portal.bundles c
    where c.status = 'waiting' or (c.status = 'running' and c.seen_at < p_unseen_since)
    order by c.asked_at, c.bundle_id limit 1 for update skip locked
  )
  returning b.bundle_id, b.asked_at, b.snapshot_id, b.lao_codes, b.month, b.formats
$$;
--> statement-breakpoint
-- Says how far it is, and who asks with the rights of this moment. No row when nobody wants it any more: cancelled, taken over by
-- another worker, or its user disabled.
create function portal.advance_bundle(p_bundle_id text, p_runner text, p_at timestamptz, p_done integer, p_total integer)
returns table (user_id integer, email text, name text, role text, grant_kind text, grant_code text)
language plpgsql security definer set search_path = '' as $$
begin
  return query
    with seen as (
      update portal.bundles b set seen_at = p_at, reports_done = coalesce(p_done, b.reports_done), reports_total = coalesce(p_total, b.reports_total)
      where b.bundle_id = p_bundle_id and b.runner = p_runner and b.status = 'running'
      returning b.user_id
    )
    select u.user_id, u.email, u.name, u.role, u.grant_kind, u.grant_code
    from seen join portal.users u on u.user_id = seen.user_id where not u.is_disabled;
end $$;
--> statement-breakpoint
create function portal.finish_bundle(p_bundle_id text, p_runner text, p_at timestamptz, p_expires_at timestamptz, p_bytes bigint, p_sha256 text, p_trouble text)
returns boolean language plpgsql security definer set search_path = '' as $$
begin
  update portal.bundles b
  set status = case when p_sha256 is null then 'failed' else 'ready' end, finished_at = p_at, expires_at = p_expires_at,
      bytes = p_bytes, sha256 = p_sha256, trouble = p_trouble
  where b.bundle_id = p_bundle_id and b.runner = p_runner and b.status = 'running';
  return found;
end $$;
--> statement-breakpoint
-- A user's own bundle is wanted no more, finished or not: its file goes with the next sweep.
create function portal.cancel_bundle(p_bundle_id text, p_at timestamptz) returns boolean
language plpgsql security definer set search_path = '' as $$
begin
  update portal.bundles b set status = 'cancelled', finished_at = p_at
  where b.bundle_id = p_bundle_id and b.user_id = nullif(current_setting('app.user_id', true), '')::integer
    and b.status in ('waiting', 'running', 'ready', 'failed');
  return found;
end $$;
--> statement-breakpoint
-- Ends what is too old, and names the bundles whose files are still wanted; all other files may go.
create function portal.keep_bundles(p_at timestamptz) returns table (bundle_id text)
language plpgsql security definer set search_path = '' as $$
begin
  update portal.bundles b set status = 'expired' where b.status in ('ready', 'failed') and b.expires_at <= p_at;
  return query select b.bundle_id from portal.bundles b where b.status in ('waiting', 'running', 'ready', 'failed');
end $$;
