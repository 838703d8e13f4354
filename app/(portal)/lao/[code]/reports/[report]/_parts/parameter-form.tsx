/** What the report shows: period, account, document, words to find. A plain GET form, so that the URL says everything. */
import { CheckField, type ChoiceGroup, HiddenFields, SelectField, TextField } from "@/app/_ui/fields";
import { href } from "@/app/_ui/href";
import type { DaySpan } from "@/lib/period/report-period";
import type { ReportDefinition } from "@/lib/reports/definition";
import { REPORT } from "@/lib/wording/screen";
import {
  dayChoices,
  monthChoices,
  otherWays,
  type PeriodWay,
  periodQuery,
  periodWay,
  shownMonth,
} from "./report-period";

interface ParameterFormProps {
  readonly definition: ReportDefinition;
  readonly path: string;
  readonly query: Readonly<Record<string, string>>;
  readonly trail: readonly string[];
  readonly span: DaySpan;
  readonly accounts: readonly ChoiceGroup[];
}

const WAY_LINKS: Record<PeriodWay, string> = {
  month: REPORT.byMonth,
  range: REPORT.byRange,
  date: REPORT.byDate,
};

export function ParameterForm({ definition, path, query, trail, span, accounts }: ParameterFormProps) {
  const way = periodWay(query);
  const takes = (id: ReportDefinition["parameters"][number]) => definition.parameters.includes(id);
  return (
    <form action={path} method="get" className="no-print mt-4 border-y border-rule py-4">
      <HiddenFields values={{ snapshot: query.snapshot, back: trail }} />
      <div className="flex flex-wrap items-end gap-x-5 gap-y-3">
        {takes("entry") && (
          <TextField
            name="entry"
            label={REPORT.entry}
            value={query.entry ?? ""}
            placeholder={REPORT.entryHint}
            isRequired
          />
        )}
        {definition.period !== "document" && <PeriodFields way={way} query={query} span={span} />}
        {takes("account") && (
          <SelectField
            name="account"
            label={REPORT.account}
            value={query.account ?? ""}
            none={REPORT.chooseAccount}
            groups={accounts}
            isRequired={definition.required.includes("account")}
          />
        )}
        {takes("q") && (
          <TextField name="q" type="search" label={REPORT.find} value={query.q ?? ""} placeholder={REPORT.findHint} />
        )}
        {takes("groups") && <CheckField name="groups" label={REPORT.groups} isChecked={query.groups === "1"} />}
        <button type="submit" className="button button-main">
          {REPORT.show}
        </button>
      </div>
      <p className="flex flex-wrap gap-x-5">
        {otherWays(definition, way).map((other) => (
          <a
            key={other}
            className="mt-2 inline-block py-1"
            href={href(path, { ...query, page: "", ...periodQuery(other, query, span), back: trail })}
          >
            {WAY_LINKS[other]}
          </a>
        ))}
      </p>
    </form>
  );
}

function PeriodFields({ way, query, span }: Pick<ParameterFormProps, "query" | "span"> & { readonly way: PeriodWay }) {
  if (way === "month")
    return (
      <SelectField name="month" label={REPORT.month} value={shownMonth(query, span)} choices={monthChoices(span)} />
    );
  const days = dayChoices(span);
  if (way === "date")
    return <SelectField name="date" label={REPORT.date} value={query.date ?? span.to} groups={days} />;
  return (
    <>
      <SelectField name="from" label={REPORT.from} value={query.from ?? span.from} groups={days} />
      <SelectField name="to" label={REPORT.to} value={query.to ?? span.to} groups={days} />
    </>
  );
}
