/** The sample archive that a first start loads, and who may sign in to it. None of this exists outside the sample. */
import type { Grant, Role } from "@/lib/access/actor";
import type { LaoCode } from "@/lib/office/office";

export const SAMPLE_LAOS = 8;
export const SAMPLE_SEED = 1;
export const SAMPLE_PASSWORD = "archive-sample-2567";

export interface SampleAccount {
  readonly email: string;
  readonly name: string;
  readonly role: Role;
  readonly grant: Grant;
  readonly password: string;
  /** What `npm start` prints beside it. */
  readonly about: string;
}

/** The first LAO of the sample: large, so that its ledgers run over many pages. */
export const SAMPLE_FIRST_LAO = "02990101" as LaoCode;
/** The sample's LAO of ordinary size. */
export const SAMPLE_SECOND_LAO = "05990103" as LaoCode;
export const SAMPLE_PROVINCE = "99";

const account = (mailbox: string, name: string, role: Role, grant: Grant, about: string): SampleAccount => ({
  email: `${mailbox}@sample.example`,
  name,
  role,
  grant,
  password: SAMPLE_PASSWORD,
  about,
});

/** One account for every role, and a second accountant who must not see the books of the first. */
export const SAMPLE_ACCOUNTS: readonly SampleAccount[] = [
  account(
    "accountant",
    "นักวิชาการเงินและบัญชี (ตัวอย่าง)",
    "accountant",
    { kind: "lao", lao: SAMPLE_FIRST_LAO },
    "นักบัญชีของ อปท. (accountant)",
  ),
  account(
    "accountant2",
    "นักวิชาการคลัง (ตัวอย่าง)",
    "accountant",
    { kind: "lao", lao: SAMPLE_SECOND_LAO },
    "นักบัญชีของ อปท. อีกแห่ง (accountant of another LAO)",
  ),
  account(
    "auditor",
    "เจ้าหน้าที่ตรวจสอบระดับจังหวัด (ตัวอย่าง)",
    "auditor",
    { kind: "province", provinceCode: SAMPLE_PROVINCE },
    "ผู้ตรวจสอบระดับจังหวัด (auditor)",
  ),
  account("department", "เจ้าหน้าที่กรม (ตัวอย่าง)", "department", { kind: "nation" }, "ส่วนกลาง (department)"),
  account("administrator", "ผู้ดูแลระบบ (ตัวอย่าง)", "administrator", { kind: "none" }, "ผู้ดูแลระบบ (administrator)"),
];
