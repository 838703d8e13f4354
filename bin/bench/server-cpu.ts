/** CPU that the database server has used so far, all its processes and those that have ended: steadier than elapsed time on a busy machine. */
import { readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import postgres from "postgres";

const MS_PER_TICK = 10;

interface ProcessTimes {
  readonly parent: number;
  readonly ownMs: number;
  readonly endedChildrenMs: number;
}

/** Linux' account of one process (proc(5)); undefined where it has ended or the system keeps no such account. */
function readTimes(processId: number): ProcessTimes | undefined {
  try {
    const stat = readFileSync(`/proc/${processId}/stat`, "utf8");
    // the name before may hold blanks
    const fields = stat
      .slice(stat.lastIndexOf(")") + 2)
      .split(" ")
      .map(Number);
    const [parent = 0, user = 0, system = 0, childUser = 0, childSystem = 0] = [1, 11, 12, 13, 14].map(
      (at) => fields[at],
    );
    return { parent, ownMs: (user + system) * MS_PER_TICK, endedChildrenMs: (childUser + childSystem) * MS_PER_TICK };
  } catch {
    return undefined;
  }
}

/** Gives a function that tells milliseconds; it always tells 0 where the system keeps no such account. */
export async function watchServerCpu(ownerUrl: string): Promise<() => number> {
  const owner = postgres(ownerUrl, { max: 1, onnotice: () => undefined });
  try {
    const [row] = await owner<{ folder: string }[]>`select current_setting('data_directory') as folder`;
    const lines = readFileSync(path.join(row?.folder ?? "", "postmaster.pid"), "utf8").split("\n");
    const server = Number(lines[0]);
    return () => {
      const whole = readTimes(server);
      if (!whole) return 0;
      const living = readdirSync("/proc").filter((name) => /^\d+$/.test(name));
      return living
        .map((name) => readTimes(Number(name)))
        .reduce(
          (sum, times) => sum + (times?.parent === server ? times.ownMs : 0),
          whole.ownMs + whole.endedChildrenMs,
        );
    };
  } finally {
    await owner.end();
  }
}
