/** Two snapshots of a province. Grain: one row an LAO that either snapshot holds; from digests alone, so that it costs the same however large the books are. */
import type { Scope } from "@/lib/access/scope";
import { type ComparedPart, countVerdicts } from "@/lib/comparison/verdict";
import type { Verdict } from "@/lib/finding/verdict";
import { type Amount, satang } from "@/lib/money/amount";
import type { Lao, LaoId } from "@/lib/office/office";
import type { ScopedDb } from "../../scoped";
import { provinceLaos } from "../province-laos";
import { comparedParts, type SnapshotPair } from "./compared-parts";

/** The books whose net difference an LAO's line shows; each counts the same money in its own way, so that they are never added. */
export const PROVINCE_TABLES = ["journal", "receipts", "requisitions"] as const;
export type ProvinceTable = (typeof PROVINCE_TABLES)[number];

export interface ComparedLao {
  readonly lao: Lao;
  readonly isInLeft: boolean;
  readonly isInRight: boolean;
  readonly parts: Readonly<Record<Verdict, number>>;
  /** Right minus left, as far as it could be read. */
  readonly differences: Readonly<Record<ProvinceTable, Amount>>;
}

export async function compareProvince(
  db: ScopedDb,
  scope: Scope,
  query: SnapshotPair & { readonly laos: { readonly from: LaoId; readonly to: LaoId } },
): Promise<ComparedLao[]> {
  const { leftNo, rightNo, laos } = query;
  const [left, right, parts] = await Promise.all([
    provinceLaos(db, scope, { snapshotNo: leftNo, laos }),
    provinceLaos(db, scope, { snapshotNo: rightNo, laos }),
    comparedParts(db, scope, query),
  ]);
  const inLeft = new Set(left.map(({ id }) => id));
  const inRight = new Set(right.map(({ id }) => id));
  const partsOf = new Map<LaoId, ComparedPart[]>();
  for (const part of parts) {
    const own = partsOf.get(part.laoId);
    if (own) own.push(part);
    else partsOf.set(part.laoId, [part]);
  }
  return [...right, ...left.filter(({ id }) => !inRight.has(id))].map((lao) => {
    const own = partsOf.get(lao.id) ?? [];
    return {
      lao,
      isInLeft: inLeft.has(lao.id),
      isInRight: inRight.has(lao.id),
      parts: countVerdicts(own),
      differences: Object.fromEntries(PROVINCE_TABLES.map((table) => [table, differenceOf(own, table)])) as Record<
        ProvinceTable,
        Amount
      >,
    };
  });
}

function differenceOf(parts: readonly ComparedPart[], name: string): Amount {
  let difference = 0n;
  for (const { tables } of parts)
    for (const { table, leftAmount, rightAmount } of tables) if (table === name) difference += rightAmount - leftAmount;
  return satang(difference);
}
