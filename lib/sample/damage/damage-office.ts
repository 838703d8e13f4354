/** Decides which damage befalls which LAO, and does it. Light leaves most partitions whole; heavy leaves no LAO alone. */
import type { Month } from "@/lib/period/month";
import { type PayloadFile, soundFile } from "../bag-writer";
import type { SampleOffice } from "../offices";
import type { DamageLevel } from "../options";
import { type PartitionFile, packFile } from "../partition-files";
import { makeRandom } from "../random";
import type { Damage, Draft, Wound } from "./draft";
import { FILE_DAMAGES } from "./file-damage";
import { ROW_DAMAGES } from "./row-damage";
import { TIE_DAMAGES } from "./tie-damage";
import type { DamageTruth } from "./truth";

export const DAMAGES = { ...FILE_DAMAGES, ...ROW_DAMAGES, ...TIE_DAMAGES } as const;
export type DamageKind = keyof typeof DAMAGES;
export const DAMAGE_KINDS = Object.keys(DAMAGES) as readonly DamageKind[];

export type Order = readonly [kind: DamageKind, month?: string, of?: string];

/** The first LAOs of a lightly damaged archive: every code once, and on the first LAO a map worth looking at. */
const LIGHT: readonly (readonly Order[])[] = [
  [
    ["partition-removed", "2024-04", "accounting"],
    ["file-truncated", "2024-05", "journal"],
    ["movement-changed", "2024-02"],
    ["entries-removed", "2024-03"],
    ["receipts-removed", "2024-03"],
    ["requisitions-removed", "2024-02"],
    ["amount-unreadable", "2024-06", "budget_lines"],
  ],
  [
    ["bad-bytes", "2024-04"],
    ["stray-copy", "2024-05"],
    ["entries-removed", "2024-03"],
  ],
  [
    ["file-corrupt", "2024-03"],
    ["work-unknown", "2024-05"],
    ["row-twice", "2024-02"],
  ],
  [
    ["file-missing", "2024-03"],
    ["unsound-text", "2024-05"],
  ],
  [
    ["file-packed-again", "2024-02"],
    ["row-of-other-lao", "2024-04"],
    ["line-removed", "2024-06"],
  ],
  [
    ["balances-shifted", "2024-04"],
    ["cheque-amount-changed", "2024-03"],
  ],
  [["cells-lost", "2024-05"]],
  [],
];

const LIGHT_CHANCE_ELSEWHERE = 0.15;

/** What is to befall an LAO at a level of damage. */
export function planDamage(office: SampleOffice, level: DamageLevel, seed: number): readonly Order[] {
  if (level === "none") return [];
  const random = makeRandom(seed, "damage plan", office.code);
  const listed = LIGHT[office.index];
  if (level === "light") {
    if (listed) return listed;
    return random.chance(LIGHT_CHANCE_ELSEWHERE) ? [[random.pick(DAMAGE_KINDS)]] : [];
  }
  const count = random.int(7, 10);
  const start = office.index * 7;
  const turns = Array.from(
    { length: count },
    (_, at): Order => [DAMAGE_KINDS[(start + at) % DAMAGE_KINDS.length] as DamageKind],
  );
  return [...(listed ?? []), ...turns];
}

export interface DamagedOffice {
  readonly payload: readonly PayloadFile[];
  readonly truth: readonly DamageTruth[];
}

function woundedBytes(bytes: Buffer, wound: Wound, file: PartitionFile, gzipLevel: number): Buffer | null {
  switch (wound.kind) {
    case "missing":
      return null;
    case "altered":
      return packFile({ ...file, records: wound.records }, gzipLevel);
    case "truncated":
      return bytes.subarray(0, Math.floor(bytes.length * 0.6));
    case "header-byte": {
      // The time of packing in the gzip header: other bytes, the same content.
      const packedAgain = Buffer.from(bytes);
      packedAgain.writeUInt32LE(1_720_310_400, 4);
      return packedAgain;
    }
    case "corrupt": {
      const overwritten = Buffer.from(bytes);
      overwritten.fill(
        0xa5,
        Math.floor(bytes.length / 2),
        Math.floor(bytes.length / 2) + Math.min(24, bytes.length >> 3),
      );
      return overwritten;
    }
  }
}

/** Damages the files of an LAO as ordered, and packs them; the truth says what was done. An order that finds nothing to damage is left out. */
export function damageOffice(
  office: SampleOffice,
  neighbour: string,
  files: PartitionFile[],
  orders: readonly Order[],
  settings: { readonly seed: number; readonly gzipLevel: number },
): DamagedOffice {
  const draft: Draft = {
    lao: office.code,
    neighbour,
    files,
    wounds: new Map(),
    strays: [],
    unlisted: new Set(),
    random: makeRandom(settings.seed, "damage", office.code),
    touched: new Set(),
    place: {},
  };
  const truth: DamageTruth[] = [];
  for (const [kind, month, of] of orders) {
    const damage: Damage = DAMAGES[kind];
    draft.place = { ...(month ? { month: month as Month } : {}), ...(of ? { of } : {}) };
    const done = damage(draft);
    if (done) truth.push(done);
  }
  const payload = draft.files.map((file): PayloadFile => {
    const bytes = packFile(file, settings.gzipLevel);
    if (draft.unlisted.has(file)) return { path: file.path, listed: null, written: bytes };
    const wound = draft.wounds.get(file);
    return wound
      ? { path: file.path, listed: bytes, written: woundedBytes(bytes, wound, file, settings.gzipLevel) }
      : soundFile(file.path, bytes);
  });
  for (const { path, copyOf } of draft.strays)
    payload.push({ path, listed: null, written: packFile(copyOf, settings.gzipLevel) });
  return { payload, truth };
}
