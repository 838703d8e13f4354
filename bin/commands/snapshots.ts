/** `portal snapshots`: what has been loaded. */
import type { Command } from "commander";
import { listSnapshots } from "@/lib/operations/list-snapshots";
import { formatDate } from "@/lib/period/date";
import type { Snapshot } from "@/lib/snapshots/snapshot";
import type { Door } from "../door";

const STATUS_NAMES: Record<Snapshot["status"], string> = {
  served: "ใช้งานอยู่",
  loading: "กำลังนำเข้า",
  retired: "ถูกแทนที่แล้ว",
};

export function addSnapshotsCommand(program: Command, door: Door): void {
  program
    .command("snapshots")
    .description("แสดงชุดข้อมูลที่นำเข้าแล้ว — list loaded snapshots")
    .option("--json", "for scripts: one JSON array")
    .action((options: { json?: boolean }) =>
      door.withPortal(async ({ context }) => {
        const snapshots = await listSnapshots(context, { includeUnserved: true });
        if (options.json) await door.print(`${JSON.stringify(snapshots.map(toJson))}\n`);
        else if (snapshots.length === 0) await door.print("ยังไม่มีชุดข้อมูล — นำเข้าด้วยคำสั่ง load\n");
        else for (const snapshot of snapshots) await door.print(toLine(snapshot));
      }),
    );
}

function toLine(snapshot: Snapshot): string {
  const synthetic = snapshot.synthetic ? " (ข้อมูลสมมติ)" : "";
  const period = `${formatDate(snapshot.periodFrom)} ถึง ${formatDate(snapshot.periodTo)}`;
  return `${snapshot.id}\t${STATUS_NAMES[snapshot.status]}\t${snapshot.title}${synthetic}\t${period}\tข้อมูล ณ ${formatDate(snapshot.asOf)}\n`;
}

function toJson(snapshot: Snapshot) {
  return {
    id: snapshot.id,
    title: snapshot.title,
    kind: snapshot.kind,
    status: snapshot.status,
    asOf: snapshot.asOf,
    period: { from: snapshot.periodFrom, to: snapshot.periodTo },
    fiscalYear: snapshot.fiscalYear,
    synthetic: snapshot.synthetic,
    digest: snapshot.digest,
    loadedAt: snapshot.loadedAt,
  };
}
