/** Takes the LAO's documents of an archive of the system in use, instead of a file. */
import { SelectField } from "@/app/_ui/fields";
import type { RekeyedView } from "@/lib/operations/view-rekeyed";
import { LIVE_BOOKS } from "@/lib/wording/rekeyed";
import { takeLiveAction } from "./rekeyed-actions";

interface LiveFormProps {
  readonly lao: string;
  readonly snapshots: RekeyedView["liveSnapshots"];
}

export function LiveForm({ lao, snapshots }: LiveFormProps) {
  return (
    <section className="no-print mt-5" aria-labelledby="live">
      <h2 id="live" className="text-xl">
        {LIVE_BOOKS.title}
      </h2>
      <p className="max-w-[80ch] text-soft">{LIVE_BOOKS.note}</p>
      <form action={takeLiveAction} className="my-3 flex flex-wrap items-end gap-3">
        <input type="hidden" name="lao" value={lao} />
        <SelectField
          name="live"
          label={LIVE_BOOKS.choose}
          value={snapshots[0]?.id ?? ""}
          choices={snapshots.map(({ id, title }) => ({ value: id, label: title }))}
        />
        <button type="submit" className="button">
          {LIVE_BOOKS.take}
        </button>
      </form>
    </section>
  );
}
