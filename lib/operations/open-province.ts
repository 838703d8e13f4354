/** Finds the province and the archive that an operation is about, or says why not: part of the operations on a province's LAOs. */
import { loadedProvinces } from "@/db/queries/loaded-provinces";
import { provinceLaos } from "@/db/queries/province-laos";
import { listSnapshots } from "@/db/queries/snapshots";
import type { ScopedDb } from "@/db/scoped";
import type { Scope } from "@/lib/access/scope";
import { AppError } from "@/lib/errors/app-error";
import type { ProvinceHead } from "@/lib/reports/report-rows";

/** Without an archive's id: the newest that holds the province. Throws AppError("access/forbidden") for one outside the scope. */
export async function openProvince(
  db: ScopedDb,
  scope: Scope,
  provinceCode: string,
  snapshotId: string | undefined,
): Promise<ProvinceHead> {
  const served = await listSnapshots(db, scope);
  for (const snapshot of served.filter(({ id }) => snapshotId === undefined || id === snapshotId)) {
    const { snapshotNo, id, title, kind, asOf, loadedAt, synthetic } = snapshot;
    const province = (await loadedProvinces(db, scope, { snapshotNo })).find(({ code }) => code === provinceCode);
    if (!province) continue;
    return {
      snapshotNo,
      snapshot: { id, title, kind, asOf, loadedAt: loadedAt ?? "", synthetic },
      span: { from: snapshot.periodFrom, to: snapshot.periodTo },
      province: { provinceCode, province: province.name },
      laos: await provinceLaos(db, scope, { snapshotNo, laos: province.laos }),
    };
  }
  const archive = snapshotId === undefined ? "" : ` ในชุดข้อมูล «${snapshotId}»`;
  throw new AppError(
    "access/forbidden",
    `ไม่พบจังหวัดรหัส «${provinceCode}»${archive} ในขอบเขตที่ท่านมีสิทธิดู — โปรดเลือกจากหน้าแรก`,
  );
}
