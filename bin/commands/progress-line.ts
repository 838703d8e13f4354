/** Shows the progress of `check` and `load`: one line that rewrites itself on a terminal, a plain line now and then elsewhere. */
import type { LoadProgress } from "@/lib/operations/load-archive";
import type { Door } from "../door";

const PLAIN_EVERY_MS = 5_000;

const PHASES: Record<LoadProgress["phase"], string> = {
  waiting: "รอการนำเข้าอีกรายการหนึ่งให้เสร็จก่อน (another load is running)",
  checking: "ตรวจชุดข้อมูล",
  loading: "นำเข้า",
  serving: "เปิดให้ใช้งาน",
};

export interface ProgressLine {
  readonly show: (progress: LoadProgress) => void;
  /** Ends the line that was being rewritten. */
  readonly end: () => void;
}

export function openProgressLine(door: Pick<Door, "note" | "isTerminal">): ProgressLine {
  let saidMs = Number.NEGATIVE_INFINITY;
  let phase: LoadProgress["phase"] | undefined;
  let isOpen = false;
  return {
    show: (progress) => {
      if (door.isTerminal) {
        process.stderr.write(`\r\x1b[K${describe(progress)}`);
        isOpen = true;
        return;
      }
      if (progress.phase === phase && performance.now() - saidMs < PLAIN_EVERY_MS) return;
      phase = progress.phase;
      saidMs = performance.now();
      door.note(describe(progress));
    },
    end: () => {
      if (isOpen) process.stderr.write("\n");
      isOpen = false;
    },
  };
}

function describe(progress: LoadProgress): string {
  const { partitionsDone, partitionsTotal, rows, rowsPerSecond, secondsLeft } = progress;
  if (progress.phase === "waiting" || partitionsTotal === 0) return PHASES[progress.phase];
  const parts = [
    PHASES[progress.phase],
    `${count(partitionsDone)}/${count(partitionsTotal)} ส่วน`,
    `${count(rows)} แถว`,
    `${count(rowsPerSecond)} แถว/วินาที`,
  ];
  if (secondsLeft !== null) parts.push(`เหลืออีก ${duration(secondsLeft)}`);
  return parts.join(" · ");
}

function count(number: number): string {
  return number.toLocaleString("en-US");
}

/** `1:05:09`, `5:09` */
function duration(seconds: number): string {
  const [hours, minutes, rest] = [Math.floor(seconds / 3600), Math.floor(seconds / 60) % 60, seconds % 60];
  const tail = `${String(minutes).padStart(hours > 0 ? 2 : 1, "0")}:${String(rest).padStart(2, "0")}`;
  return hours > 0 ? `${hours}:${tail}` : tail;
}
