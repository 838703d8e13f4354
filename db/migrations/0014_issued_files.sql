-- Every file that the portal made: what it says, and the digest of its bytes. The portal's role adds rows and never reads the table: whoever has
-- a code, or the file itself, is answered by the functions below, which run as the owner.
create table portal.issued_files (
  code text collate "C" primary key check (code ~ '^[0-9A-HJKMNP-TV-Z]{20}$'),
  issued_at timestamptz not null,
  -- Null for the operator at the command line.
  user_id integer,
  -- Null for a report on a province.
  lao_id integer,
  format text collate "C" not null,
  snapshot_digest text collate "C" not null,
  request jsonb not null,
  printed jsonb not null,
  -- Of the whole file; a file that was never finished has none.
  sha256 text collate "C" check (sha256 ~ '^[0-9a-f]{64}$'),
  byte_count bigint,
  check ((sha256 is null) = (byte_count is null))
);
--> statement-breakpoint
create index issued_files_sha256 on portal.issued_files (sha256) where sha256 is not null;
--> statement-breakpoint
alter table portal.issued_files enable row level security, force row level security;
--> statement-breakpoint
create policy own_scope on portal.issued_files for insert with check (
  user_id is not distinct from nullif(current_setting('app.user_id', true), '')::integer and sha256 is null
  and (lao_id is null or lao_id between nullif(current_setting('app.lao_from', true), '')::integer and nullif(current_setting('app.lao_to', true), '')::integer));
--> statement-breakpoint
create policy owner on portal.issued_files to current_user using (true) with check (true);
--> statement-breakpoint
-- Once, and by whom it was issued for. False where there is no such file, or it is finished already.
create function portal.finish_issued_file(p_code text, p_sha256 text, p_byte_count bigint) returns boolean
language plpgsql security definer set search_path = '' as $$
begin
  update portal.issued_files f set sha256 = p_sha256, byte_count = p_byte_count
  where f.code = p_code and f.sha256 is null and f.user_id is not distinct from nullif(current_setting('app.user_id', true), '')::integer;
  return found;
end $$;
--> statement-breakpoint
-- What the paper says, to whoever holds it: no user's number, no LAO's.
create function portal.issued_file(p_code text, p_sha256 text)
returns table (code text, issued_at timestamptz, format text, snapshot_digest text, request jsonb, printed jsonb, sha256 text, byte_count bigint)
language sql stable security definer set search_path = '' as $$
  select f.code, f.issued_at, f.format, f.snapshot_digest, f.request, f.printed, f.sha256, f.byte_count
  from portal.issued_files f where f.code = p_code or f.sha256 = p_sha256
  order by f.code = p_code desc nulls last, f.issued_at limit 1
$$;
