/**
 * Lets only a few pieces of work run at the same time and a bounded number wait. For password checks: each takes 19 MiB, a
 * core and a database connection, and anybody may ask for one, so a flood of them must not stop the people who read reports.
 */
import { AppError } from "@/lib/errors/app-error";

const SIGN_IN_BUSY = "ขณะนี้มีผู้เข้าสู่ระบบพร้อมกันมาก โปรดลองใหม่ในอีกสักครู่";

export type FewAtOnce = <T>(work: () => Promise<T>) => Promise<T>;

/** At most `running` at once, at most `waiting` more in the order they came; then AppError("busy"). */
export function fewAtOnce(running: number, waiting: number, busySentence = SIGN_IN_BUSY): FewAtOnce {
  let active = 0;
  const queue: (() => void)[] = [];
  return async (work) => {
    if (active < running) active += 1;
    else {
      if (queue.length >= waiting) throw new AppError("busy", busySentence);
      // The place is handed over by the one who leaves, so `active` stays as it is.
      await new Promise<void>((resolve) => queue.push(resolve));
    }
    try {
      return await work();
    } finally {
      const next = queue.shift();
      if (next) next();
      else active -= 1;
    }
  };
}
