/** Time in the database of searches within an LAO and within a province, under row-level security, for each way of looking. */
import postgres from "postgres";
import { closeDatabase, type Database, openDatabase } from "@/db/client";
import { searchDocuments } from "@/db/queries/search-documents";
import { withScope } from "@/db/scoped";
import { type LaoIdRange, mintScope } from "@/lib/access/scope";
import type { LaoId } from "@/lib/office/office";
import type { IsoDate } from "@/lib/period/date";
import { readSearchTerms } from "@/lib/search/search-terms";
import { type BenchDatabase, benchActor, ensureLoaded } from "./bench-database";
import { spread } from "./measure";

const LAOS = 150;
const PROVINCES = 10;
const ROUNDS_OF_PROVINCES = 3;
const PAGE_DOCUMENTS = 50;
const SPAN = { from: "2024-01-06" as IsoDate, to: "2024-07-06" as IsoDate };
const LAOS_PER_PROVINCE = 100_000;

interface Search {
  readonly way: string;
  readonly q: string;
  readonly isLoose?: boolean;
}

interface Sample {
  readonly snapshotNo: number;
  readonly laoId: number;
  readonly number: string;
  readonly amount: string;
  readonly payee: string;
  readonly day: string;
}

/** One connection, warm: the first pass is not counted. */
export async function benchSearch(database: BenchDatabase, lines: number): Promise<object> {
  const { snapshot } = await ensureLoaded(database, lines);
  const samples = await drawSamples(database.ownerUrl, snapshot);
  const pool = openDatabase(database.appUrl, 1);
  try {
    const laos = await timeAll(pool, samples, (id) => ({ from: id, to: id }));
    const isFirstOf = new Set<number>();
    const provinces = samples.filter(({ laoId }) => {
      const province = Math.floor(laoId / LAOS_PER_PROVINCE);
      return isFirstOf.has(province) || isFirstOf.size >= PROVINCES ? false : isFirstOf.add(province);
    });
    const rounds = Array.from({ length: ROUNDS_OF_PROVINCES }, () => provinces).flat();
    const inProvince = await timeAll(pool, rounds, (id) => {
      const from = Math.floor(id / LAOS_PER_PROVINCE) * LAOS_PER_PROVINCE;
      return { from: from as LaoId, to: (from + LAOS_PER_PROVINCE - 1) as LaoId };
    });
    return { lines, pageDocuments: PAGE_DOCUMENTS, withinLao: laos, withinProvince: inProvince };
  } finally {
    await closeDatabase(pool);
  }
}

/** A payment of each of many LAOs, drawn evenly from small to large. */
async function drawSamples(ownerUrl: string, snapshot: string): Promise<Sample[]> {
  const owner = postgres(ownerUrl, { max: 1, onnotice: () => undefined });
  try {
    return [
      ...(await owner<Sample[]>`
        with chosen as (
          select snapshot_no, lao_id, row_number() over (order by lao_id) as place, count(*) over () as total
          from portal.snapshot_laos
          where snapshot_no = (select snapshot_no from portal.snapshots where id = ${snapshot} and status = 'served')
        )
        select snapshot_no as "snapshotNo", lao_id as "laoId", treasury_no as number, (net / 100)::text as amount, payee,
          to_char(paid_date, 'YYYY-MM-DD') as day
        from chosen, lateral (select treasury_no, net, payee, paid_date from portal.requisitions r
          where r.snapshot_no = chosen.snapshot_no and r.lao_id = chosen.lao_id order by paid_date desc, treasury_no offset 5 limit 1) document
        where place % greatest(1, total / ${LAOS}) = 0 order by place limit ${LAOS}`),
    ];
  } finally {
    await owner.end();
  }
}

function searchesOf({ number, amount, payee, day }: Sample): Search[] {
  return [
    { way: "number", q: number },
    { way: "payee", q: payee.replaceAll(" ", "") },
    { way: "common word", q: "ค่าวัสดุ" },
    { way: "word that is nowhere", q: "คำที่ไม่มีในที่ใด" },
    { way: "two words, without tone marks", q: "คาวัสดุ สำนักงาน", isLoose: true },
    { way: "amount", q: amount },
    { way: "amounts between", q: `${amount}-${Number(amount) + 100}` },
    { way: "day and word", q: `${day} ค่า` },
  ];
}

async function timeAll(
  pool: Database,
  samples: readonly Sample[],
  rangeOf: (laoId: LaoId) => LaoIdRange,
): Promise<object> {
  const times = new Map<string, number[]>();
  for (const isCounted of [false, true]) {
    for (const sample of samples) {
      const laos = rangeOf(sample.laoId as LaoId);
      for (const search of searchesOf(sample)) {
        const elapsedMs = await timeSearch(pool, sample.snapshotNo, laos, search);
        if (isCounted) times.set(search.way, [...(times.get(search.way) ?? []), elapsedMs]);
      }
    }
  }
  const byWay = Object.fromEntries([...times].map(([way, list]) => [way, spread(list)]));
  return { all: spread([...times.values()].flat()), byWay };
}

/** The actor's scope is what is searched: row-level security works as for an accountant or an auditor. */
function timeSearch(
  pool: Database,
  snapshotNo: number,
  laos: LaoIdRange,
  { q, isLoose = false }: Search,
): Promise<number> {
  const scope = mintScope({ ...benchActor, role: "auditor" }, laos);
  const terms = readSearchTerms(q, SPAN);
  const query = {
    snapshotNo,
    laos,
    terms,
    isLoose,
    kinds: [],
    days: null,
    offset: 0,
    limit: PAGE_DOCUMENTS,
  };
  return withScope(pool, scope, async (db) => {
    const startedMs = performance.now();
    await searchDocuments(db, scope, query);
    return performance.now() - startedMs;
  });
}
