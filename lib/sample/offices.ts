/** Which made-up LAOs there are: codes, names, sizes, units and bookkeeping habits. Says nothing of their books. */
import type { LaoType } from "@/lib/office/office";
import { districtName, laoName, provinceName, type UnitKind, unitName } from "./names";
import type { SampleSettings } from "./options";
import { makeRandom, type Random } from "./random";

export interface SampleUnit {
  readonly code: string;
  readonly kind: UnitKind;
  readonly name: string;
}

/** Things that sound books may show and that look odd (ARCHIVE.md, «Sound books may look odd»). */
export interface Habits {
  /** Two savings accounts on one ledger account. */
  readonly sharesLedgerAccount: boolean;
  /** Electricity is accrued at the month's end and paid out of the payable. */
  readonly accruesPower: boolean;
  /** The reserve fund moves into the accumulated fund in April. */
  readonly movesReserve: boolean;
  readonly hasNoAssets: boolean;
  /** Month (0 = January) without receipts and payments, or −1. */
  readonly quietMonth: number;
  /** Its number series start at 1 with the period. */
  readonly startsAtOne: boolean;
  /** Tables without rows: a header alone, or no file. */
  readonly writesEmptyFiles: boolean;
  /** Files end their lines with CRLF. */
  readonly crlf: boolean;
  /** Some files are gzip of several members. */
  readonly membersMost: number;
}

export interface SampleOffice {
  /** 0 for the first of the archive. */
  readonly index: number;
  readonly code: string;
  readonly type: LaoType;
  readonly name: string;
  readonly district: string;
  readonly provinceCode: string;
  readonly province: string;
  /** Journal lines it should have in the half-year, more or less. */
  readonly targetLines: number;
  readonly units: readonly SampleUnit[];
  readonly habits: Habits;
}

/** The first LAOs of a small archive: one large enough for its ledgers to run over many pages, down to one a hundredth of it. */
const FIRST_OFFICES: readonly (readonly [LaoType, number])[] = [
  ["อบจ.", 36_000],
  ["ทม.", 9_000],
  ["ทต.", 5_200],
  ["ทต.", 3_400],
  ["อบต.", 1_900],
  ["อบต.", 1_100],
  ["อบต.", 640],
  ["อบต.", 360],
];

const TYPE_DIGIT: Record<LaoType, string> = { "อบจ.": "2", "ทน.": "3", "ทม.": "4", "ทต.": "5", "อบต.": "6", พัทยา: "3" };
const TYPE_SIZE: Record<LaoType, number> = { "อบจ.": 11, "ทน.": 12, "ทม.": 4, "ทต.": 1.4, "อบต.": 0.8, พัทยา: 12 };

/** A lone office's lines when no total is asked for. */
const ORDINARY_LINES = 1_400;
const SMALLEST_LINES = 300;

function drawType(placeInProvince: number, random: Random): LaoType {
  if (placeInProvince === 0) return "อบจ.";
  const draw = random.next();
  if (draw < 0.004) return "ทน.";
  if (draw < 0.03) return "ทม.";
  return draw < 0.317 ? "ทต." : "อบต.";
}

function drawUnits(lao: string, name: string, targetLines: number, random: Random): SampleUnit[] {
  const kinds: UnitKind[] = Array.from({ length: Math.min(6, 1 + Math.floor(targetLines / 900)) }, () => "ศพด.");
  if (random.chance(0.6)) kinds.push("ประปา");
  if (targetLines > 3000) kinds.push("โรงเรียน", "รพ.สต.");
  if (targetLines > 8000) kinds.push("สถานธนานุบาล");
  return kinds.map((kind, at) => ({
    code: `${lao}-${String(at + 1).padStart(2, "0")}`,
    kind,
    name: unitName(kind, at + 1, name),
  }));
}

function drawHabits(index: number, targetLines: number, random: Random): Habits {
  const quiet = targetLines < 700 || random.chance(0.05);
  const shares = index % 4 === 1;
  return {
    sharesLedgerAccount: shares,
    accruesPower: index % 3 === 0,
    movesReserve: index % 3 === 0,
    hasNoAssets: index % 5 === 4,
    quietMonth: quiet && !shares ? random.int(1, 4) : -1,
    startsAtOne: index % 8 === 6,
    writesEmptyFiles: index % 2 === 1,
    crlf: index % 6 === 2,
    membersMost: index % 4 === 3 ? 3 : 1,
  };
}

/** All offices of the archive, province by province; the same settings give the same offices. */
export function planOffices(settings: SampleSettings): SampleOffice[] {
  const { laos, provinces, seed } = settings;
  const drafts: Omit<SampleOffice, "targetLines" | "units" | "habits">[] = [];
  const sizes: number[] = [];
  const random = makeRandom(seed, "offices");
  for (let number = 0; number < provinces; number++) {
    const provinceCode = String(100 - provinces + number);
    const province = provinceName(number + 1, provinces);
    const end = Math.floor((laos * (number + 1)) / provinces);
    const seats: number[] = [];
    for (let place = 0; drafts.length < end; place++) {
      const index = drafts.length;
      const listed = provinces === 1 ? FIRST_OFFICES[index] : undefined;
      const type = listed?.[0] ?? drawType(place, random);
      const district = place === 0 ? 0 : Math.floor((place - 1) / 10);
      const seat = (seats[district] ?? 0) + 1;
      seats[district] = seat;
      const two = (value: number) => String(value).padStart(2, "0");
      drafts.push({
        index,
        code: `0${TYPE_DIGIT[type]}${provinceCode}${two(district + 1)}${two(seat)}`,
        type,
        name: laoName(type, place, province),
        district: districtName(district, province),
        provinceCode,
        province,
      });
      sizes.push(listed?.[1] ?? ORDINARY_LINES * TYPE_SIZE[type] * random.logNormal(1, 0.75));
    }
  }
  const total = sizes.reduce((sum, size) => sum + size, 0);
  const factor = settings.journalLines === undefined ? 1 : settings.journalLines / total;
  return drafts.map((draft) => {
    const own = makeRandom(seed, "office", draft.code);
    const targetLines = Math.max(SMALLEST_LINES, Math.round((sizes[draft.index] ?? 0) * factor));
    return {
      ...draft,
      targetLines,
      units: drawUnits(draft.code, draft.name, targetLines, own),
      habits: drawHabits(draft.index, targetLines, own),
    };
  });
}
