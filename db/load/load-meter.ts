/** Counts what a load has done and tells it on, a few times a second at most. The time left follows from the files still to be read. */

export interface LoadProgress {
  /** `waiting` for another load · `checking` the bag · `loading` · `serving` the last step. */
  readonly phase: "waiting" | "checking" | "loading" | "serving";
  readonly provincesDone: number;
  readonly provincesTotal: number;
  readonly partitionsDone: number;
  readonly partitionsTotal: number;
  /** Rows read by this process. */
  readonly rows: number;
  readonly rowsPerSecond: number;
  /** Null while nothing can be said. */
  readonly secondsLeft: number | null;
}

export interface LoadMeter {
  readonly enter: (phase: LoadProgress["phase"]) => void;
  /** What is to be done; `files` still to be read. */
  readonly expect: (total: { provinces: number; partitions: number; files: number }) => void;
  /** Done before this process began (a load gone on with). */
  readonly skip: (done: { provinces: number; partitions: number }) => void;
  readonly add: (done: { provinces?: number; partitions?: number; rows?: number; files?: number }) => void;
}

const TELL_EVERY_MS = 250;

/** @param tell is called on entering a phase, at most four times a second in between, and after each province */
export function createLoadMeter(
  tell: (progress: LoadProgress) => void,
  clockMs: () => number = () => performance.now(),
): LoadMeter {
  let phase: LoadProgress["phase"] = "checking";
  const total = { provinces: 0, partitions: 0, files: 0 };
  const done = { provinces: 0, partitions: 0, rows: 0, files: 0 };
  let startedMs = clockMs();
  let toldMs = Number.NEGATIVE_INFINITY;

  const say = (isDue: boolean) => {
    const nowMs = clockMs();
    if (!isDue && nowMs - toldMs < TELL_EVERY_MS) return;
    toldMs = nowMs;
    const seconds = (nowMs - startedMs) / 1000;
    tell({
      phase,
      provincesDone: done.provinces,
      provincesTotal: total.provinces,
      partitionsDone: done.partitions,
      partitionsTotal: total.partitions,
      rows: done.rows,
      rowsPerSecond: seconds > 0 ? Math.round(done.rows / seconds) : 0,
      secondsLeft: done.files > 0 ? Math.ceil((seconds * Math.max(0, total.files - done.files)) / done.files) : null,
    });
  };

  return {
    enter: (next) => {
      phase = next;
      if (next === "loading") startedMs = clockMs();
      say(true);
    },
    expect: (expected) => {
      Object.assign(total, expected);
    },
    skip: (skipped) => {
      done.provinces += skipped.provinces;
      done.partitions += skipped.partitions;
    },
    add: (added) => {
      done.provinces += added.provinces ?? 0;
      done.partitions += added.partitions ?? 0;
      done.rows += added.rows ?? 0;
      done.files += added.files ?? 0;
      say(added.provinces !== undefined);
    },
  };
}
