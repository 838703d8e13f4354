/** The snapshot that a report's own is held against, by its id. Grain: exactly one. */
import { sql } from "drizzle-orm";
import type { Scope } from "@/lib/access/scope";
import { AppError } from "@/lib/errors/app-error";
import { formatDate, parseIsoDate } from "@/lib/period/date";
import { COMPARISON } from "@/lib/wording/comparison";
import type { ScopedDb } from "../../scoped";
import { type NumberedSnapshot, selectSnapshots } from "../snapshots";

/** Throws AppError("not-found") for one that is not served, AppError("input/invalid") for the report's own. */
export async function otherSnapshot(
  db: ScopedDb,
  scope: Scope,
  { id, than }: { readonly id: string; readonly than: string },
): Promise<NumberedSnapshot> {
  if (id === than) throw new AppError("input/invalid", COMPARISON.notSelf);
  const [snapshot] = await selectSnapshots(db, scope, sql`status = 'served' and id = ${id}`);
  if (!snapshot) throw new AppError("not-found", COMPARISON.notFound(id));
  return snapshot;
}

/** The two snapshots, as facts above a report. */
export function sayPair(
  left: Pick<NumberedSnapshot, "id" | "title" | "asOf">,
  right: Pick<NumberedSnapshot, "id" | "title"> & { readonly asOf: string },
): { readonly label: string; readonly value: string }[] {
  const say = ({ id, title, asOf }: typeof right) => {
    const day = parseIsoDate(asOf);
    return COMPARISON.snapshot(title, id, day ? formatDate(day) : asOf);
  };
  return [
    { label: COMPARISON.left, value: say(left) },
    { label: COMPARISON.right, value: say(right) },
  ];
}
