/** A report explained, from its definition alone. */
import type { ReactNode } from "react";
import { PageHead } from "@/app/_ui/page-head";
import type { Actor } from "@/lib/access/actor";
import { REPORTS } from "@/lib/operations/report-registry";
import type { ReportDefinition } from "@/lib/reports/definition";
import { HELP } from "@/lib/wording/help";
import { tableName } from "@/lib/wording/names";
import { REPORT_HELP } from "@/lib/wording/report-list";
import { PARAMETER_LABELS, reportGroupName } from "@/lib/wording/reports";

interface ReportExplanationProps {
  readonly definition: ReportDefinition;
  readonly actor: Pick<Actor, "grant">;
}

export function ReportExplanation({ definition, actor: { grant } }: ReportExplanationProps) {
  const isOfLao = REPORTS.some((report) => report.definition.id === definition.id);
  const { help, alsoKnownAs = [], absences = [] } = definition;
  return (
    <>
      <PageHead
        crumbs={[{ label: HELP.title, href: "/help" }]}
        title={definition.title}
        subtitle={[reportGroupName(definition.module), ...alsoKnownAs].join(" · ")}
        lead={help.purpose}
      />
      {grant.kind === "lao" && isOfLao && (
        <p className="no-print mt-3">
          <a className="button button-main" href={`/lao/${grant.lao}/reports/${definition.id}`}>
            {REPORT_HELP.open}
          </a>
        </p>
      )}
      <Section title={REPORT_HELP.restsOn}>
        <List lines={help.restsOn} />
      </Section>
      <Section title={REPORT_HELP.tables}>
        <List lines={definition.tables.map(tableName)} />
      </Section>
      <Section title={REPORT_HELP.agreesWith}>
        <p>{help.agreesWith}</p>
      </Section>
      <Section title={REPORT_HELP.form}>
        <p>{definition.isApproximateForm ? REPORT_HELP.approximateForm : REPORT_HELP.foundForm}</p>
      </Section>
      {absences.length > 0 && (
        <Section title={REPORT_HELP.absences}>
          <List lines={absences} />
        </Section>
      )}
      <Section title={REPORT_HELP.columns}>
        <List lines={definition.columns.map(({ group, label }) => (group ? `${group}: ${label}` : label))} />
      </Section>
      {definition.parameters.length > 0 && (
        <Section title={REPORT_HELP.parameters}>
          <List lines={definition.parameters.map((id) => PARAMETER_LABELS[id])} />
        </Section>
      )}
    </>
  );
}

function Section({ title, children }: { readonly title: string; readonly children: ReactNode }) {
  return (
    <section className="mt-6 max-w-[80ch]">
      <h2 className="text-lg">{title}</h2>
      {children}
    </section>
  );
}

function List({ lines }: { readonly lines: readonly string[] }) {
  return (
    <ul className="mt-1 list-disc space-y-1 pl-6">
      {lines.map((line, index) => {
        // Columns of a form may bear the same name twice; their order never changes.
        const key = `${index} ${line}`;
        return <li key={key}>{line}</li>;
      })}
    </ul>
  );
}
