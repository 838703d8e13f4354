/** Rows n–m of N, and links to first, previous, next and last page; the page is in the URL. */
import { PAGER } from "@/lib/wording/screen";

export interface PageOf {
  readonly page: number;
  readonly pageSize: number;
  readonly rowCount: number;
}

/** Number of pages, at least 1. */
export function pageCount({ pageSize, rowCount }: Omit<PageOf, "page">): number {
  return Math.max(1, Math.ceil(rowCount / pageSize));
}

interface PagerProps extends PageOf {
  readonly label: string;
  readonly hrefOf: (page: number) => string;
}

export function Pager({ page, pageSize, rowCount, label, hrefOf }: PagerProps) {
  const last = pageCount({ pageSize, rowCount });
  const from = rowCount === 0 ? 0 : (page - 1) * pageSize + 1;
  const to = Math.min(page * pageSize, rowCount);
  const steps = [
    { label: PAGER.first, page: 1, isOn: page > 1 },
    { label: PAGER.previous, page: page - 1, isOn: page > 1 },
    { label: PAGER.next, page: page + 1, isOn: page < last },
    { label: PAGER.last, page: last, isOn: page < last },
  ];
  return (
    <nav aria-label={label} className="my-3 flex flex-wrap items-center gap-x-4 gap-y-2">
      <p>{PAGER.rows(from, to, rowCount)}</p>
      {last > 1 && (
        <ul className="no-print flex flex-wrap gap-2">
          {steps.map((step) => (
            <li key={step.label}>
              {step.isOn ? (
                <a className="button" href={hrefOf(step.page)}>
                  {step.label}
                </a>
              ) : (
                <span className="button" aria-disabled="true">
                  {step.label}
                </span>
              )}
            </li>
          ))}
        </ul>
      )}
    </nav>
  );
}
