/** The sample's readers and the addresses of its pages. */
import { SAMPLE_FIRST_LAO, SAMPLE_PROVINCE, SAMPLE_SECOND_LAO } from "@/lib/sample/accounts";

export const READERS = {
  accountant: "accountant@sample.example",
  otherAccountant: "accountant2@sample.example",
  auditor: "auditor@sample.example",
  department: "department@sample.example",
  administrator: "administrator@sample.example",
} as const;

/** Of the sample's first LAO unless another is given. A bank account of every LAO of the sample. */
export const BANK_ACCOUNT = "1101030102.001";

export function homeOf(lao: string = SAMPLE_FIRST_LAO): string {
  return `/lao/${lao}`;
}

export function reportOf(report: string, query = "", lao: string = SAMPLE_FIRST_LAO): string {
  return `/lao/${lao}/reports/${report}${query && `?${query}`}`;
}

export const OWN = SAMPLE_FIRST_LAO;
export const OTHER = SAMPLE_SECOND_LAO;
export const PROVINCE = `/provinces/${SAMPLE_PROVINCE}`;

/** One page of each kind that an accountant sees. */
export const ACCOUNTANT_PAGES = [
  homeOf(),
  reportOf("trial-balance", "month=2024-05&groups=1"),
  reportOf("ledger"),
  reportOf("ledger", `account=${BANK_ACCOUNT}&from=2024-02-01&to=2024-05-31`),
  reportOf("cash-payments-book", "month=2024-03"),
  reportOf("journal-document", "entry=ZZ-99999%2F67"),
  `${homeOf()}/damage/accounting/2024-05`,
  `${homeOf()}/damage/revenue/2024-02`,
  "/search",
  "/search?q=%E0%B8%99%E0%B9%89%E0%B8%B3%E0%B8%A1%E0%B8%B1%E0%B8%99",
  "/search?q=ZZ-99999%2F67",
  `${homeOf()}/reports`,
  reportOf("asset-register"),
  reportOf("damage-certificate"),
  `${homeOf()}/rekeyed`,
  "/bundles",
  "/help",
  "/help/story",
  "/help/reports/trial-balance",
  "/lao/00000000",
] as const;
