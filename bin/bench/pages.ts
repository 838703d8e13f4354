/** Pages over HTTP as a signed-in user gets them: every report, alone and while a file is being made, lists of LAOs; and the first byte of downloads. */
import { closeDatabase, openDatabase } from "@/db/client";
import { addUser } from "@/lib/operations/add-user";
import { listUsers } from "@/lib/operations/list-users";
import { PROVINCE_REPORTS } from "@/lib/operations/province-report-registry";
import { FORMAT_IDS } from "@/lib/render/format-ids";
import { type BenchDatabase, benchActor, ensureLoaded } from "./bench-database";
import { type BenchServer, startBenchServer } from "./bench-server";
import { rounded, spread, textTable } from "./measure";
import { choiceName, chooseReports, type ReportChoice } from "./report-choices";

const LAOS = 30;
const USER = { email: "bench@example.go.th", password: "only-for-measuring-on-loopback" } as const;

/** The pages must be built (bin/bench.mjs sees to it). */
export async function benchPages(database: BenchDatabase, lines: number): Promise<object> {
  const { snapshot } = await ensureLoaded(database, lines);
  await ensureUser(database);
  const choices = await chooseReports(database.ownerUrl, snapshot, LAOS);
  const server = await startBenchServer(USER);
  try {
    const pages = reportPages(choices);
    await timePages(server, snapshot, pages);
    const alone = await timePages(server, snapshot, pages);
    await timePages(server, snapshot, oversightPages(choices));
    const oversight = await timePages(server, snapshot, oversightPages(choices));
    const downloads = await timeDownloads(server, snapshot, choices);
    const during = await timeWhileExporting(server, snapshot, choices);
    return { lines, laos: LAOS, pages: alone, oversight, whileFilesAreMade: during, downloads };
  } finally {
    await server.stop();
  }
}

async function ensureUser(database: BenchDatabase): Promise<void> {
  const pool = openDatabase(database.appUrl, 1);
  try {
    const context = { actor: benchActor, now: new Date(), database: pool };
    const { users } = await listUsers(context, {});
    if (users.some((user) => user.email === USER.email)) return;
    await addUser(context, {
      ...USER,
      name: "bench",
      role: "department",
      grant: { kind: "nation" },
      mustChange: false,
    });
  } finally {
    await closeDatabase(pool);
  }
}

interface BenchPage {
  readonly name: string;
  readonly path: string;
  readonly query: Readonly<Record<string, string>>;
}

function reportPages(choices: readonly ReportChoice[]): BenchPage[] {
  return choices.map((choice) => ({
    name: choiceName(choice),
    path: `/lao/${choice.lao}/reports/${choice.reportId}`,
    query: choice.params,
  }));
}

/** What those who oversee many LAOs look at: lists, reports of provinces, and homes. A code of an LAO holds that of its province. */
function oversightPages(choices: readonly ReportChoice[]): BenchPage[] {
  const laos = [...new Set(choices.map(({ lao }) => lao))];
  const provinces = [...new Set(laos.map((lao) => lao.slice(2, 4)))];
  return [
    ...laos.map((lao) => ({ name: "home of an LAO", path: `/lao/${lao}`, query: {} })),
    ...provinces.flatMap((code) => [
      { name: "list of a province", path: `/provinces/${code}`, query: {} },
      { name: "follow-up of a province", path: `/provinces/${code}`, query: { view: "rekeyed", sort: "activity" } },
      ...PROVINCE_REPORTS.map(({ definition: { id } }) => ({
        name: id,
        path: `/provinces/${code}/reports/${id}`,
        query: { month: "2024-03" },
      })),
      { name: "list of the nation", path: "/laos", query: { sort: "amount" } },
      { name: "nation, part of a name", path: "/laos", query: { q: "หนอง" } },
      { name: "follow-up of the nation", path: "/laos", query: { view: "rekeyed", sort: "activity" } },
    ]),
  ];
}

async function timePages(server: BenchServer, snapshot: string, pages: readonly BenchPage[]): Promise<object> {
  const times = new Map<string, number[]>();
  for (const { name, path, query } of pages) {
    const startedMs = performance.now();
    const response = await server.get(path, { snapshot, ...query });
    await response.text();
    times.set(name, [...(times.get(name) ?? []), performance.now() - startedMs]);
  }
  const all = [...times.values()].flat();
  const table = [...times].map(([name, list]) => [name, spread(list).p50Ms, spread(list).p95Ms]);
  process.stderr.write(textTable(["page", "p50 ms", "p95 ms"], table));
  return { all: spread(all), byReport: Object.fromEntries([...times].map(([name, list]) => [name, spread(list)])) };
}

/** The whole period's general journal, the longest report, in each format. */
async function timeDownloads(server: BenchServer, snapshot: string, choices: readonly ReportChoice[]): Promise<object> {
  const longest = choices.filter((choice) => choice.reportId === "general-journal").slice(0, 10);
  const formats: Record<string, object> = {};
  for (const format of FORMAT_IDS) {
    const firstBytes: number[] = [];
    const wholes: number[] = [];
    for (const choice of longest) {
      const startedMs = performance.now();
      const reader = (await server.get(...downloadOf(choice, snapshot, format))).body?.getReader();
      await reader?.read();
      firstBytes.push(performance.now() - startedMs);
      while (reader && !(await reader.read()).done);
      wholes.push(performance.now() - startedMs);
    }
    formats[format] = { firstByte: spread(firstBytes), whole: spread(wholes) };
  }
  return formats;
}

function downloadOf(choice: ReportChoice, snapshot: string, format: string): [string, Record<string, string>] {
  return [`/api/export/${choice.reportId}`, { snapshot, lao: choice.lao, format, ...choice.params }];
}

/** Pages while Excel files are being made without a pause. */
async function timeWhileExporting(
  server: BenchServer,
  snapshot: string,
  choices: readonly ReportChoice[],
): Promise<object> {
  const longest = choices.filter((choice) => choice.reportId === "general-journal");
  let isOver = false;
  let files = 0;
  const exporting = (async () => {
    for (let at = 0; !isOver; at = (at + 1) % longest.length, files++) {
      const choice = longest[at];
      if (choice) await (await server.get(...downloadOf(choice, snapshot, "xlsx"))).arrayBuffer();
    }
  })();
  const startedMs = performance.now();
  try {
    const pages = await timePages(server, snapshot, reportPages(choices));
    return { ...pages, filesMade: files, filesPerSecond: rounded((files * 1000) / (performance.now() - startedMs)) };
  } finally {
    isOver = true;
    await exporting;
  }
}
