-- Sign-in, sessions and changes of users. The portal's restricted role changes none of these tables itself: it calls the
-- functions below, which run as the owner, look at the transaction's settings (db/scoped.ts) for who asks, and do one thing each.
drop policy administrator_changes on portal.users;
--> statement-breakpoint
drop policy administrator_adds on portal.users;
--> statement-breakpoint
-- A row per sign-in. The cookie names the session; it counts only while this row says so.
create table portal.sessions (
  user_id integer not null references portal.users,
  session_version integer not null,
  started_at timestamptz not null,
  last_seen_at timestamptz not null,
  ended_at timestamptz,
  session_id text primary key
);
--> statement-breakpoint
create index sessions_user on portal.sessions (user_id, started_at);
--> statement-breakpoint
alter table portal.sessions enable row level security, force row level security;
--> statement-breakpoint
create policy owner on portal.sessions to current_user using (true) with check (true);
--> statement-breakpoint
create index audit_log_type on portal.audit_log (type, at desc, audit_no desc);
--> statement-breakpoint
-- The LAO as a column of its own: an expression over facts would not be looked up by index below row-level security.
alter table portal.audit_log add column lao text generated always as (facts ->> 'lao') stored;
--> statement-breakpoint
create index audit_log_lao on portal.audit_log (lao, at desc, audit_no desc) where lao is not null;
--> statement-breakpoint
-- What an administrator's functions begin with.
create function portal.require_administrator() returns void
language plpgsql set search_path = '' as $$
begin
  if current_setting('app.is_administrator', true) is distinct from '1' then
    raise exception 'administrators only' using errcode = 'insufficient_privilege';
  end if;
end $$;
--> statement-breakpoint
-- Who is proving a password: the address of a sign-in, or the signed-in user. The row stays locked until the transaction
-- ends, so that attempts on one account come one after the other and none escapes the count.
create function portal.open_sign_in()
returns table (user_id integer, email text, password_hash text, is_disabled boolean, must_change_password boolean, failed_sign_ins integer, locked_until timestamptz)
language sql security definer set search_path = '' as $$
  select u.user_id, u.email, u.password_hash, u.is_disabled, u.must_change_password, u.failed_sign_ins, u.locked_until
  from portal.users u
  where u.email = nullif(current_setting('app.sign_in_email', true), '')
     or u.user_id = nullif(current_setting('app.user_id', true), '')::integer
  for update
$$;
--> statement-breakpoint
-- The end of an attempt: its count, its line in the audit log and, when it went well, the session; all in one transaction.
create function portal.record_sign_in(p_outcome text, p_at timestamptz, p_failed integer, p_locked_until timestamptz, p_session_id text)
returns void language plpgsql security definer set search_path = '' as $$
declare
  v_email text := nullif(current_setting('app.sign_in_email', true), '');
  v_user portal.users;
begin
  select * into v_user from portal.users u
  where u.email = v_email or u.user_id = nullif(current_setting('app.user_id', true), '')::integer;
  v_email := coalesce(v_user.email, v_email);
  if v_email is null then
    raise exception 'nobody is signing in' using errcode = 'insufficient_privilege';
  end if;
  if v_user.user_id is not null then
    update portal.users u set failed_sign_ins = p_failed, locked_until = p_locked_until where u.user_id = v_user.user_id;
  end if;
  if p_session_id is not null then
    if p_outcome <> 'ok' or v_user.user_id is null or v_user.is_disabled then
      raise exception 'no session for this outcome' using errcode = 'insufficient_privilege';
    end if;
    delete from portal.sessions s where s.user_id = v_user.user_id and s.started_at < p_at - interval '7 days';
    insert into portal.sessions (user_id, session_version, started_at, last_seen_at, session_id)
    values (v_user.user_id, v_user.session_version, p_at, p_at, p_session_id);
  end if;
  insert into portal.audit_log (at, user_id, email, type, facts)
  values (p_at, v_user.user_id, v_email, 'sign-in', jsonb_build_object('email', v_email, 'outcome', p_outcome));
end $$;
--> statement-breakpoint
-- Whose session this is, if it still counts: not ended, not idle, not too old, the user not disabled, and no password or
-- right changed since. Marks it as seen, at most once a minute, so that reading pages hardly ever writes.
create function portal.use_session(p_session_id text, p_now timestamptz, p_started_after timestamptz, p_seen_after timestamptz)
returns table (user_id integer, email text, name text, role text, grant_kind text, grant_code text, must_change_password boolean)
language plpgsql security definer set search_path = '' as $$
begin
  update portal.sessions s set last_seen_at = p_now
  where s.session_id = p_session_id and s.ended_at is null and s.started_at > p_started_after
    and s.last_seen_at > p_seen_after and s.last_seen_at < p_now - interval '1 minute';
  return query
    select u.user_id, u.email, u.name, u.role, u.grant_kind, u.grant_code, u.must_change_password
    from portal.sessions s join portal.users u on u.user_id = s.user_id
    where s.session_id = p_session_id and s.ended_at is null and s.started_at > p_started_after
      and s.last_seen_at > p_seen_after and s.session_version = u.session_version and not u.is_disabled;
end $$;
--> statement-breakpoint
create function portal.end_session(p_session_id text, p_at timestamptz) returns void
language sql security definer set search_path = '' as $$
  update portal.sessions s set ended_at = p_at
  where s.session_id = p_session_id and s.ended_at is null
    and s.user_id = nullif(current_setting('app.user_id', true), '')::integer
$$;
--> statement-breakpoint
-- The new user's number; null when the address is taken.
create function portal.add_user(p_email text, p_name text, p_role text, p_grant_kind text, p_grant_code text, p_password_hash text, p_must_change boolean, p_at timestamptz)
returns integer language plpgsql security definer set search_path = '' as $$
declare
  v_user_id integer;
begin
  perform portal.require_administrator();
  insert into portal.users (email, name, role, grant_kind, grant_code, password_hash, must_change_password, created_at)
  values (p_email, p_name, p_role, p_grant_kind, p_grant_code, p_password_hash, p_must_change, p_at)
  on conflict (email) do nothing
  returning users.user_id into v_user_id;
  return v_user_id;
end $$;
--> statement-breakpoint
-- 'done', 'unknown', 'self' or 'last-administrator'. Administrators are locked in one order, so that two of them cannot
-- disable each other at the same moment.
create function portal.disable_user(p_email text) returns text
language plpgsql security definer set search_path = '' as $$
declare
  v_user portal.users;
begin
  perform portal.require_administrator();
  perform 1 from portal.users u where u.role = 'administrator' or u.email = p_email order by u.user_id for update;
  select * into v_user from portal.users u where u.email = p_email;
  if v_user.user_id is null then return 'unknown'; end if;
  if v_user.user_id = nullif(current_setting('app.user_id', true), '')::integer then return 'self'; end if;
  if v_user.role = 'administrator' and not v_user.is_disabled and not exists (
    select 1 from portal.users u where u.role = 'administrator' and not u.is_disabled and u.user_id <> v_user.user_id
  ) then return 'last-administrator'; end if;
  update portal.users u set is_disabled = true, session_version = u.session_version + 1
  where u.user_id = v_user.user_id and not u.is_disabled;
  return 'done';
end $$;
--> statement-breakpoint
-- Lets a user in again, also one locked by wrong passwords. False when there is no such user.
create function portal.enable_user(p_email text) returns boolean
language plpgsql security definer set search_path = '' as $$
begin
  perform portal.require_administrator();
  update portal.users u set is_disabled = false, failed_sign_ins = 0, locked_until = null where u.email = p_email;
  return found;
end $$;
--> statement-breakpoint
create function portal.reset_user(p_email text, p_password_hash text) returns text
language plpgsql security definer set search_path = '' as $$
begin
  perform portal.require_administrator();
  if exists (
    select 1 from portal.users u
    where u.email = p_email and u.user_id = nullif(current_setting('app.user_id', true), '')::integer
  ) then return 'self'; end if;
  update portal.users u
  set password_hash = p_password_hash, must_change_password = true, failed_sign_ins = 0, locked_until = null,
      session_version = u.session_version + 1
  where u.email = p_email;
  return case when found then 'done' else 'unknown' end;
end $$;
--> statement-breakpoint
-- Ends every session of the user, the present one too: whoever knew the old password is out.
create function portal.change_own_password(p_password_hash text) returns boolean
language plpgsql security definer set search_path = '' as $$
begin
  update portal.users u
  set password_hash = p_password_hash, must_change_password = false, failed_sign_ins = 0, locked_until = null,
      session_version = u.session_version + 1
  where u.user_id = nullif(current_setting('app.user_id', true), '')::integer and not u.is_disabled;
  return found;
end $$;
--> statement-breakpoint
-- The users without their passwords.
create function portal.list_users()
returns table (user_id integer, email text, name text, role text, grant_kind text, grant_code text, is_disabled boolean, must_change_password boolean,
  locked_until timestamptz, created_at timestamptz)
language plpgsql stable security definer set search_path = '' as $$
begin
  perform portal.require_administrator();
  return query
    select u.user_id, u.email, u.name, u.role, u.grant_kind, u.grant_code, u.is_disabled, u.must_change_password, u.locked_until, u.created_at
    from portal.users u;
end $$;
--> statement-breakpoint
-- Offices by code, as the newest served archive that knows them names them. An administrator may give rights to offices
-- whose books they may not read, so the names (public ones) come by this function and not through the scope.
create function portal.name_offices(p_lao_codes text[], p_province_codes text[])
returns table (kind text, code text, type text, name text, district text, province text)
language plpgsql stable security definer set search_path = '' as $$
begin
  perform portal.require_administrator();
  return query
    select 'lao'::text, l.lao_code, o.type, o.name, o.district, o.province
    from portal.laos l
    cross join lateral (
      select sl.type, sl.name, sl.district, sl.province
      from portal.snapshot_laos sl join portal.snapshots s on s.snapshot_no = sl.snapshot_no and s.status = 'served'
      where sl.lao_id = l.lao_id order by sl.snapshot_no desc limit 1
    ) o
    where l.lao_code = any (p_lao_codes)
    union all
    select 'province'::text, p.province_code, null::text, null::text, null::text, p.province
    from portal.provinces p where p.province_code = any (p_province_codes);
end $$;
