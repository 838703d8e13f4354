/** What stands in the portal's tables, comparable between databases: numbers given on the way and moments are left out. */
import { openOwner } from "@/db/owner";

const GIVEN_ON_THE_WAY = [
  "finding_no",
  "cause_no",
  "audit_no",
  "snapshot_no",
  "started_at",
  "loaded_at",
  "finished_at",
  "at",
];

/** Table → row count and digest of its rows in any order; the audit log and the users are left out. */
export async function tableContents(ownerUrl: string): Promise<Record<string, string>> {
  const owner = openOwner(ownerUrl);
  try {
    const tables = await owner<{ name: string }[]>`
      select relname as name from pg_class where relnamespace = 'portal'::regnamespace and relkind in ('r', 'p') and not relispartition
        and relname not in ('audit_log', 'users') order by 1`;
    const contents: Record<string, string> = {};
    for (const { name } of tables) {
      const [row] = await owner<{ said: string }[]>`
        select count(*) || ' ' || coalesce(md5(string_agg(line, E'\n' order by line)), '') as said
        from (select (to_jsonb(t) - ${GIVEN_ON_THE_WAY}::text[])::text as line from ${owner(`portal.${name}`)} t) lines`;
      contents[name] = row?.said ?? "";
    }
    return contents;
  } finally {
    await owner.end();
  }
}

/** Every relation of the portal's schema that belongs to a snapshot, with its number left out: nothing may be left behind. */
export async function snapshotRelations(ownerUrl: string): Promise<string[]> {
  const owner = openOwner(ownerUrl);
  try {
    const rows = await owner<{ name: string }[]>`
      select regexp_replace(relname, '_s\d+', '_s') || case when relispartition then '' else ' (detached)' end as name
      from pg_class where relnamespace = 'portal'::regnamespace and relname ~ '_s\d+' and relkind in ('r', 'p') order by 1`;
    return rows.map((row) => row.name);
  } finally {
    await owner.end();
  }
}
