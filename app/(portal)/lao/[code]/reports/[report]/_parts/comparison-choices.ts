/** What can be chosen where two snapshots are compared: the other snapshot, a part of the books, the order of a list. */
import type { ChoiceGroup } from "@/app/_ui/fields";
import { TABLES } from "@/lib/archive/tables";
import type { OperationContext } from "@/lib/operations/define-operation";
import { listSnapshots } from "@/lib/operations/list-snapshots";
import { formatDate } from "@/lib/period/date";
import { formatMonth, monthsBetween } from "@/lib/period/month";
import type { DaySpan } from "@/lib/period/report-period";
import type { ParameterId, ReportDefinition } from "@/lib/reports/definition";
import { COMPARISON } from "@/lib/wording/comparison";
import { tableName } from "@/lib/wording/names";
import { SORT_NAMES } from "@/lib/wording/reports";

type Choices = Readonly<Partial<Record<ParameterId, readonly ChoiceGroup[]>>>;

/** `shown` is the id of the snapshot on the page, which is not compared with itself. */
export async function comparisonChoices(
  context: OperationContext,
  { parameters }: ReportDefinition,
  { span, shown }: { readonly span: DaySpan; readonly shown: string | undefined },
): Promise<Choices> {
  if (!parameters.includes("with")) return {};
  const snapshots = await listSnapshots(context, {});
  const others = snapshots.filter(({ id }) => id !== (shown ?? snapshots[0]?.id));
  const months = monthsBetween(span.from, span.to);
  return {
    with: [
      {
        label: COMPARISON.otherSnapshots,
        choices: others.map(({ id, title, asOf }) => ({
          value: id,
          label: COMPARISON.snapshot(title, id, formatDate(asOf)),
        })),
      },
    ],
    part: TABLES.map(({ name }) => ({
      label: tableName(name),
      choices: months.map((month) => ({
        value: `${name}/${month}`,
        label: `${tableName(name)} ${formatMonth(month)}`,
      })),
    })),
    sort: [
      {
        label: COMPARISON.orders,
        choices: Object.entries(SORT_NAMES).map(([value, label]) => ({ value, label })),
      },
    ],
  };
}
