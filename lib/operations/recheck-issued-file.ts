/** Walks the chain behind an issued file inside the portal: is the archive the one it was made from, are its rows those that were loaded, does the report say the same today. */
import { isDeepStrictEqual } from "node:util";
import { z } from "zod";
import { listSnapshots } from "@/db/queries/snapshots";
import { storedDigests } from "@/db/queries/stored-digests";
import { findTable } from "@/lib/archive/tables";
import type { ChainLink, RestsOn } from "@/lib/issued/chain";
import type { IssuedFile } from "@/lib/issued/issued-file";
import { type PrintedFacts, printedFacts } from "@/lib/issued/printed-facts";
import { buildDocument } from "@/lib/reports/build-document";
import { monthsOfTable } from "@/lib/reports/reach";
import type { ProvinceHead, ReportHead, ReportReach } from "@/lib/reports/report-rows";
import { defineOperation, type OperationRun } from "./define-operation";
import { mayOpenReport, officeOf, readReport } from "./open-report";

export interface RecheckedFile {
  readonly links: readonly ChainLink[];
  /** Null where the archive is no longer there. */
  readonly restsOn: RestsOn | null;
}

interface RecheckInput {
  readonly file: IssuedFile;
}

interface Outcome extends RecheckedFile {
  readonly office: { readonly lao: string; readonly province?: string };
}

export const recheckIssuedFile = defineOperation<RecheckInput, Outcome>({
  name: "recheck-issued-file",
  input: z.object({
    file: z.custom<IssuedFile>((value) => typeof value === "object" && value !== null),
  }),
  // Who may see the report may recheck it.
  access: (actor, { file }) => mayOpenReport(actor, file.request),
  audit: ({ file }, { office }) => ({
    type: "verify-file",
    reportId: file.request.reportId,
    snapshot: file.request.snapshot,
    ...office,
    format: file.format,
    params: file.request.params,
  }),
  run: async (run, { file }) => {
    const served = await listSnapshots(run.db, run.scope);
    const snapshot = served.find(({ id }) => id === file.request.snapshot);
    const isSame = snapshot?.digest === file.snapshotDigest;
    const link: ChainLink = { id: "snapshot", holds: isSame, detail: snapshot?.digest ?? "" };
    const { lao = "", province } = file.request;
    if (!snapshot)
      return { links: [link], restsOn: null, office: province === undefined ? { lao } : { lao, province } };
    const parts = await readReport(run, file.request);
    const document = await buildDocument({ ...parts, printedAt: run.now, printedBy: run.actor.name });
    const { head, source } = parts;
    return {
      links: [link, await partitionLink(run, head, source.reach), reportLink(file.printed, printedFacts(document))],
      restsOn: {
        laos: ("lao" in head ? [head.lao] : head.laos).map(({ code }) => code),
        tables: tablesOf(source.reach).map((table) => ({ table, months: monthsOfTable(source.reach, table) })),
        damaged: parts.damage.map(({ lao: code, module, month }) => `${code}/${module}/${month}`),
      },
      office: officeOf(document),
    };
  },
});

function tablesOf({ tables, relatedTables }: ReportReach): string[] {
  return [...new Set([...tables, ...relatedTables])];
}

async function partitionLink(
  { db, scope }: OperationRun,
  head: ReportHead | ProvinceHead,
  reach: ReportReach,
): Promise<ChainLink> {
  const ids = "lao" in head ? [head.laoId] : head.laos.map(({ id }) => id);
  const [first, last] = [ids.reduce((a, b) => (a < b ? a : b)), ids.reduce((a, b) => (a > b ? a : b))];
  let [parts, same] = [0, 0];
  for (const name of tablesOf(reach)) {
    const table = findTable(name);
    if (!table) continue;
    const months = monthsOfTable(reach, name);
    const count = await storedDigests(db, scope, {
      snapshotNo: head.snapshotNo,
      laos: { from: first, to: last },
      table,
      months,
    });
    parts += count.parts;
    same += count.same;
  }
  return { id: "partitions", holds: same === parts, detail: `${same}/${parts}` };
}

/** Everything that is printed but when and by whom. */
function reportLink(recorded: PrintedFacts, today: PrintedFacts): ChainLink {
  const differing = (Object.keys(today) as (keyof PrintedFacts)[]).filter(
    (name) => name !== "printed" && !isDeepStrictEqual(recorded[name], today[name]),
  );
  return { id: "report", holds: differing.length === 0, detail: differing.join(", ") };
}
