/** How things are measured: in fresh processes where memory counts, in turn where two are compared, by median and 95th percentile. */
import { execFile } from "node:child_process";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";

const run = promisify(execFile);
const OUTPUT_BYTES_MAX = 64 * 1024 * 1024;

/** What a measured process says of itself. */
export interface Measured {
  readonly elapsedMs: number;
  /** CPU of the process, all its threads. */
  readonly cpuMs: number;
  readonly peakRssMb: number;
}

/** Measures `work` in this process; the peak of memory is that of the whole process. */
export async function measure<T>(work: () => Promise<T>): Promise<Measured & { readonly result: T }> {
  const cpuBefore = process.cpuUsage();
  const startedMs = performance.now();
  const result = await work();
  const cpu = process.cpuUsage(cpuBefore);
  return {
    elapsedMs: Math.round(performance.now() - startedMs),
    cpuMs: Math.round((cpu.user + cpu.system) / 1000),
    peakRssMb: Math.round(process.resourceUsage().maxRSS / 1024),
    result,
  };
}

/** Runs one task of bin/bench.ts in a process of its own and gives the JSON value that it prints last. */
export async function inOwnProcess<T>(task: string, argument: object): Promise<T> {
  const bench = fileURLToPath(new URL("./bench.mjs", import.meta.url));
  const running = run(process.execPath, [bench, "--task", task], { maxBuffer: OUTPUT_BYTES_MAX });
  // Not as an argument: those are seen by everybody on the machine, and this one may hold the address of a database.
  running.child.stdin?.end(JSON.stringify(argument));
  const { stdout } = await running;
  return JSON.parse(stdout.trim().split("\n").at(-1) ?? "null") as T;
}

export function median(values: readonly number[]): number {
  return quantile(values, 0.5);
}

/** Nearest-rank quantile; 0 of nothing. */
export function quantile(values: readonly number[], share: number): number {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.ceil(sorted.length * share) - 1)] ?? sorted[0] ?? 0;
}

/** To two decimals. */
export function rounded(value: number): number {
  return Math.round(value * 100) / 100;
}

/** p50 and p95 in milliseconds. */
export function spread(values: readonly number[]): { p50Ms: number; p95Ms: number; count: number } {
  return { p50Ms: rounded(quantile(values, 0.5)), p95Ms: rounded(quantile(values, 0.95)), count: values.length };
}

/** Lines for people beside the JSON: the first column as it is, figures to the right. */
export function textTable(heads: readonly string[], rows: readonly (readonly (string | number)[])[]): string {
  const lines = [heads, ...rows.map((row) => row.map(String))];
  const widths = heads.map((_, at) => Math.max(...lines.map((line) => line[at]?.length ?? 0)));
  const pad = (text: string, at: number) => (at === 0 ? text.padEnd(widths[at] ?? 0) : text.padStart(widths[at] ?? 0));
  return lines.map((line) => `${line.map(pad).join("  ")}\n`).join("");
}
