/** Gives away the workbook to keep books in by hand while e-LAAS is down: of the LAO or of one of its units. */
import { SelectField } from "@/app/_ui/fields";
import type { SourceChoice } from "@/lib/reports/choice-source";
import { WORK_PACK } from "@/lib/wording/work-pack";

interface WorkPackFormProps {
  readonly lao: string;
  readonly snapshot: string | undefined;
  readonly units: readonly SourceChoice[];
}

export function WorkPackForm({ lao, snapshot, units }: WorkPackFormProps) {
  return (
    <section id="work-pack" className="no-print mt-8" aria-labelledby="work-pack-title">
      <h2 id="work-pack-title" className="text-xl">
        {WORK_PACK.title}
      </h2>
      <p className="max-w-[80ch] text-soft">{WORK_PACK.note}</p>
      <form action="/api/work-pack" method="get" className="my-3 flex flex-wrap items-end gap-3">
        <input type="hidden" name="lao" value={lao} />
        {snapshot !== undefined && <input type="hidden" name="snapshot" value={snapshot} />}
        {units.length > 0 && (
          <SelectField
            name="unit"
            label={WORK_PACK.unit}
            value=""
            none={WORK_PACK.wholeLao}
            choices={units.map(({ value, name }) => ({ value, label: name ?? value }))}
          />
        )}
        <button type="submit" className="button">
          {WORK_PACK.link}
        </button>
      </form>
    </section>
  );
}
