/** All reports by group, found by typing; brief on an LAO's home, with what each is for and its pin on the page of all reports. */
import { REPORTS } from "@/lib/operations/report-registry";
import { REPORT_GROUPS, type ReportDefinition } from "@/lib/reports/definition";
import { REPORT_LIST } from "@/lib/wording/report-list";
import { reportGroupName } from "@/lib/wording/reports";
import { GROUP_ATTRIBUTE, NAMES_ATTRIBUTE } from "./filter-marks";
import { PinButton } from "./pin-button";
import { ReportFilter } from "./report-filter";

const LIST_ID = "reports";

interface ReportListProps {
  readonly hrefOf: (reportId: string) => string;
  /** Ids of pinned reports; left out where the list is brief. */
  readonly pinned?: readonly string[];
}

export function ReportList({ hrefOf, pinned }: ReportListProps) {
  return (
    <>
      <ReportFilter listId={LIST_ID} />
      <div id={LIST_ID}>
        {REPORT_GROUPS.map((group) => {
          const reports = REPORTS.filter(({ definition }) => definition.module === group);
          if (reports.length === 0) return null;
          return (
            <section key={group} className="mt-4" {...{ [GROUP_ATTRIBUTE]: "" }}>
              <h3 className="text-lg">{reportGroupName(group)}</h3>
              <ul className="mt-1 grid border-t border-rule md:grid-cols-2 md:gap-x-10">
                {reports.map(({ definition }) => (
                  <li
                    key={definition.id}
                    className="border-b border-rule py-2"
                    {...{ [NAMES_ATTRIBUTE]: namesOf(definition) }}
                  >
                    <a className="inline-block py-0.5 text-lg" href={hrefOf(definition.id)}>
                      {definition.title}
                    </a>
                    {pinned && <Details definition={definition} isPinned={pinned.includes(definition.id)} />}
                  </li>
                ))}
              </ul>
            </section>
          );
        })}
      </div>
    </>
  );
}

function namesOf({ id, title, alsoKnownAs = [] }: ReportDefinition): string {
  return [title, id, ...alsoKnownAs].join(" ");
}

function Details({ definition, isPinned }: { readonly definition: ReportDefinition; readonly isPinned: boolean }) {
  const { id, title, alsoKnownAs = [], help } = definition;
  return (
    <>
      <p>{help.purpose}</p>
      {alsoKnownAs.length > 0 && <p className="text-soft">{REPORT_LIST.alsoKnownAs(alsoKnownAs)}</p>}
      <div className="flex flex-wrap items-baseline gap-x-5">
        <PinButton reportId={id} title={title} isPinned={isPinned} />
        <a className="inline-block py-1.5" href={`/help/reports/${id}`} aria-label={REPORT_LIST.explainOf(title)}>
          {REPORT_LIST.explain}
        </a>
      </div>
    </>
  );
}
