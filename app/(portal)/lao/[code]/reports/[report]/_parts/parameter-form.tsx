/** What the report shows: period, account, document, words to find. A plain GET form, so that the URL says everything. */
import { CheckField, HiddenFields, SelectField, TextField } from "@/app/_ui/fields";
import { href } from "@/app/_ui/href";
import type { DaySpan } from "@/lib/period/report-period";
import type { ReportDefinition } from "@/lib/reports/definition";
import { CHOICE_IDS, type ChoiceId, PARAMETER_CHOICES } from "@/lib/reports/parameter-choices";
import { ALL_CHOICE, PARAMETER_LABELS } from "@/lib/wording/reports";
import { REPORT } from "@/lib/wording/screen";
import type { ParameterGroups } from "./open-report-view";
import { periodLinks, periodText } from "./report-period";

interface ParameterFormProps {
  readonly definition: ReportDefinition;
  readonly path: string;
  readonly query: Readonly<Record<string, string>>;
  readonly trail: readonly string[];
  readonly span: DaySpan;
  readonly choices: ParameterGroups;
}

export function ParameterForm({ definition, path, query, trail, span, choices }: ParameterFormProps) {
  const links = periodLinks(query, definition.period, span);
  const takes = (id: ReportDefinition["parameters"][number]) => definition.parameters.includes(id);
  if (definition.period === "document" && definition.parameters.length === 0) return null;
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
        {definition.period !== "document" && (
          <TextField
            name="period"
            label={REPORT.period}
            value={periodText(query, definition.period, span)}
            placeholder={REPORT.periodHint}
          />
        )}
        {takes("account") && (
          <SelectField
            name="account"
            label={REPORT.account}
            value={query.account ?? ""}
            none={REPORT.chooseAccount}
            groups={choices.account ?? []}
            isRequired={definition.required.includes("account")}
          />
        )}
        {CHOICE_IDS.filter(takes).map((id) => {
          const groups = choices[id];
          const isRequired = definition.required.includes(id);
          const shared = { name: id, label: PARAMETER_LABELS[id], value: query[id] ?? "", isRequired };
          return groups ? (
            <SelectField key={id} {...shared} {...noneOf(id, isRequired)} groups={groups} />
          ) : (
            <TextField key={id} {...shared} placeholder={REPORT.typed(PARAMETER_CHOICES[id].example)} />
          );
        })}
        {takes("q") && (
          <TextField name="q" type="search" label={REPORT.find} value={query.q ?? ""} placeholder={REPORT.findHint} />
        )}
        {takes("groups") && <CheckField name="groups" label={REPORT.groups} isChecked={query.groups === "1"} />}
        <button type="submit" className="button button-main">
          {REPORT.show}
        </button>
      </div>
      {links.length > 0 && (
        <nav aria-label={REPORT.periods}>
          <ul className="mt-2 flex flex-wrap gap-x-4">
            {links.map((link) => (
              <li key={link.label}>
                <a
                  className="inline-block py-1"
                  aria-current={link.isShown ? "true" : undefined}
                  href={href(path, { ...query, page: "", ...link.query, back: trail })}
                >
                  {link.label}
                </a>
              </li>
            ))}
          </ul>
        </nav>
      )}
    </form>
  );
}

/** A list has always some order: the first one is what is meant by none. */
function noneOf(id: ChoiceId, isRequired: boolean): { readonly none?: string } {
  if (id === "sort" || id === "order") return {};
  return { none: isRequired ? REPORT.chooseOne : ALL_CHOICE };
}
