/** งบทดลองรวมของจังหวัด: the trial balances of all LAOs of a province added up, account by account, as the old system closed the month. */
import type { ReportDefinition } from "../definition";
import { trialBalance } from "./trial-balance";

export const provinceTrialBalance: ReportDefinition = {
  id: "province-trial-balance",
  title: "งบทดลองรวมของจังหวัด",
  alsoKnownAs: ["งบทดลองรวม", "งบทดลองรวมทั้งจังหวัด"],
  module: "oversight",
  tables: ["balances", "journal"],
  period: "month",
  parameters: ["q"],
  required: [],
  // The columns of one LAO's trial balance, and of how many LAOs each sum is made.
  columns: [
    ...trialBalance.columns.slice(0, 2),
    { id: "laos", label: "จำนวน อปท.", kind: "count", width: 9 },
    ...trialBalance.columns.slice(2),
  ],
  landscape: true,
  signatures: ["ผู้จัดทำ", "ผู้ตรวจสอบ"],
  isApproximateForm: true,
  help: {
    purpose: "ผลรวมงบทดลองของ อปท. ทุกแห่งในจังหวัดในเดือนที่เลือก แยกตามบัญชี พร้อมบอกว่าแห่งใดข้อมูลไม่ครบ",
    restsOn: [
      "งบทดลองประจำเดือนของแต่ละ อปท. ตามที่ระบบเดิมปิดไว้",
      "ช่องเดบิตรวมยอดด้านเดบิตของทุกแห่ง ช่องเครดิตรวมยอดด้านเครดิต ไม่หักกลบข้ามแห่ง และไม่ตัดรายการระหว่างกัน",
      "แห่งที่ไม่มีงบทดลองของเดือนนั้นไม่รวมอยู่ในยอด และบอกไว้เหนือตาราง",
    ],
    agreesWith: "ยอดรวมแต่ละช่องต้องเท่ากับผลรวมของงบทดลองของ อปท. ทุกแห่งในเดือนเดียวกัน",
  },
};
