/** Report pages over HTTP as a signed-in user gets them, alone and while a file is being made; and the first byte of downloads. */
import { closeDatabase, openDatabase } from "@/db/client";
import { addUser } from "@/lib/operations/add-user";
import { listUsers } from "@/lib/operations/list-users";
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
    await timePages(server, snapshot, choices);
    const alone = await timePages(server, snapshot, choices);
    const downloads = await timeDownloads(server, snapshot, choices);
    const during = await timeWhileExporting(server, snapshot, choices);
    return { lines, laos: LAOS, pages: alone, whileFilesAreMade: during, downloads };
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

async function timePages(server: BenchServer, snapshot: string, choices: readonly ReportChoice[]): Promise<object> {
  const times = new Map<string, number[]>();
  for (const choice of choices) {
    const startedMs = performance.now();
    const response = await server.get(`/lao/${choice.lao}/reports/${choice.reportId}`, { snapshot, ...choice.params });
    await response.text();
    const name = choiceName(choice);
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
    const pages = await timePages(server, snapshot, choices);
    return { ...pages, filesMade: files, filesPerSecond: rounded((files * 1000) / (performance.now() - startedMs)) };
  } finally {
    isOver = true;
    await exporting;
  }
}
