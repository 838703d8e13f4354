/** A list of LAOs: how their data stands altogether, filters, the heat map of LAOs × months or how far each has come with its re-keyed books, and pages. */
import type { ReactNode } from "react";
import { HiddenFields, SelectField, TextField } from "@/app/_ui/fields";
import { href } from "@/app/_ui/href";
import { Notice } from "@/app/_ui/notice";
import { PageBody } from "@/app/_ui/page-body";
import { type Crumb, PageHead } from "@/app/_ui/page-head";
import { Pager } from "@/app/_ui/pager";
import { StateLegend } from "@/app/_ui/state-legend";
import { SnapshotLine } from "@/app/(portal)/_frame/snapshot-line";
import { ReportDownloads } from "@/app/(portal)/lao/[code]/reports/[report]/_parts/report-downloads";
import { PARTITION_STATES } from "@/lib/finding/partition-state";
import { LAO_TYPES, laoTypeName, MODULES } from "@/lib/office/office";
import { NATION } from "@/lib/office/place";
import { LAO_SORTS } from "@/lib/operations/list-laos";
import { formatMonth } from "@/lib/period/month";
import { CHECK_STATES } from "@/lib/rekeyed/progress";
import { damageRanking } from "@/lib/reports/definitions/damage-ranking";
import { laoProgress } from "@/lib/reports/definitions/lao-progress";
import { HEAT_MAP, laosLead } from "@/lib/wording/damage";
import { FOLLOW_UP } from "@/lib/wording/follow-up";
import { moduleName, stateName } from "@/lib/wording/names";
import { LAOS } from "@/lib/wording/screen";
import { FollowUpTable } from "./follow-up-table";
import { HeatMap } from "./heat-map";
import { type Directory, FOLLOW_UP_VIEW } from "./open-directory";

/** Shown open where one of them is set. */
const FOLDED = ["province", "district", "type", "module", "month", "state", "checked"] as const;

interface LaoDirectoryProps {
  readonly title: string;
  readonly crumbs: readonly Crumb[];
  readonly directory: Directory;
  readonly path: string;
  readonly query: Readonly<Record<string, string>>;
  /** Of a province's own page; the nation's is narrowed by province instead. */
  readonly isProvince: boolean;
  /** Ways on from a province, below its archive. */
  readonly children?: ReactNode;
}

export function LaoDirectory({ title, crumbs, directory, path, query, isProvince, children }: LaoDirectoryProps) {
  const { list, snapshots } = directory;
  const { snapshot } = query;
  const isFollowUp = query.view === FOLLOW_UP_VIEW;
  const damageHref = (code: string, month: string) =>
    list.module === "all"
      ? href(`/lao/${code}`, { snapshot })
      : href(`/lao/${code}/damage/${list.module}/${month}`, { snapshot });
  return (
    <PageBody>
      <PageHead crumbs={crumbs} title={title} lead={laosLead(list.laoCount, list.total)} />
      <SnapshotLine shown={list.snapshot} all={snapshots} path={path} />
      {children}
      <Views path={path} query={query} />
      <FilterForm path={path} query={query} list={list} isProvince={isProvince} />
      {list.laos.length === 0 ? (
        <Notice title={LAOS.none}>
          <p>{LAOS.noneAdvice}</p>
          <p>
            <a href={href(path, { snapshot, view: query.view })}>{LAOS.clear}</a>
          </p>
        </Notice>
      ) : (
        <>
          {isFollowUp ? (
            <>
              <FollowUpTable
                laos={list.laos}
                hrefOf={(code) => href(`/lao/${code}`, { snapshot })}
                rekeyedHrefOf={(code) => href(`/lao/${code}/rekeyed`, { snapshot })}
              />
              <ReportDownloads
                reportId={laoProgress.id}
                hrefOf={(format) =>
                  href(`/api/export/${laoProgress.id}`, {
                    snapshot,
                    province: list.province ?? NATION.provinceCode,
                    format,
                  })
                }
              />
              <p className="no-print text-soft">{FOLLOW_UP.wholeFile(list.province !== undefined)}</p>
            </>
          ) : (
            <>
              <StateLegend withShortWords />
              <HeatMap list={list} hrefOf={(code) => href(`/lao/${code}`, { snapshot })} damageHrefOf={damageHref} />
              <ReportDownloads
                reportId={damageRanking.id}
                hrefOf={(format) => fileHref(format, query, list.province)}
              />
            </>
          )}
          <p className="mt-1 max-w-[110ch] text-soft">{isFollowUp ? FOLLOW_UP.note : HEAT_MAP.amountNote}</p>
          <Pager
            page={list.page}
            pageSize={list.laosPerPage}
            rowCount={list.laoCount}
            label={LAOS.pages}
            hrefOf={(page) => href(path, { ...query, page: page === 1 ? "" : String(page) })}
          />
        </>
      )}
    </PageBody>
  );
}

/** The same LAOs, by the state of their data or by what became of it. */
function Views({ path, query }: Pick<LaoDirectoryProps, "path" | "query">) {
  const views = [
    { view: "", label: FOLLOW_UP.damage },
    { view: FOLLOW_UP_VIEW, label: FOLLOW_UP.title },
  ];
  return (
    <nav aria-label={FOLLOW_UP.views} className="no-print mt-3 flex flex-wrap gap-x-5">
      {views.map(({ view, label }) => (
        <a
          key={view}
          href={href(path, { ...query, view, checked: "", page: "" })}
          aria-current={(query.view ?? "") === view ? "true" : undefined}
          className="inline-block py-1 aria-[current]:font-semibold aria-[current]:text-ink aria-[current]:no-underline"
        >
          {label}
        </a>
      ))}
    </nav>
  );
}

/** The whole list as a file, narrowed and ordered as it is here. */
function fileHref(format: string, query: LaoDirectoryProps["query"], province: string | undefined): string {
  const { snapshot, q, district, type, module, state, month: damaged, sort: order } = query;
  const chosen = { q, district, type, module, state, damaged, order };
  return href(`/api/export/${damageRanking.id}`, {
    snapshot,
    province: province ?? NATION.provinceCode,
    ...chosen,
    format,
  });
}

function FilterForm({
  path,
  query,
  list,
  isProvince,
}: Pick<LaoDirectoryProps, "path" | "query" | "isProvince"> & { readonly list: Directory["list"] }) {
  const states = PARTITION_STATES.map((state) => ({ value: state, label: LAOS.withState(stateName(state)) }));
  const sorts = LAO_SORTS.map((sort) => ({ value: sort, label: LAOS.sorts[sort] }));
  const modules = MODULES.map((module) => ({ value: module, label: moduleName(module) }));
  const months = list.months.map((month) => ({ value: month, label: formatMonth(month) }));
  const places = list.places.map(({ value, name }) => ({ value, label: name }));
  const types = LAO_TYPES.map((type) => ({ value: type, label: laoTypeName(type) }));
  const isFiltered = FOLDED.some((name) => query[name]);
  return (
    <form action={path} className="no-print my-4 border-y border-rule py-4">
      <HiddenFields values={{ snapshot: query.snapshot, view: query.view }} />
      <div className="flex flex-wrap items-end gap-x-5 gap-y-3">
        <TextField name="q" type="search" label={LAOS.search} value={query.q ?? ""} placeholder={LAOS.searchHint} />
        <SelectField name="sort" label={LAOS.sort} value={query.sort ?? "name"} choices={sorts} />
        <button type="submit" className="button button-main">
          {LAOS.show}
        </button>
      </div>
      <details open={isFiltered} className="mt-2">
        <summary>{HEAT_MAP.filters}</summary>
        <div className="mt-2 flex flex-wrap items-end gap-x-5 gap-y-3">
          {isProvince ? (
            <SelectField
              name="district"
              label={LAOS.district}
              value={query.district ?? ""}
              none={HEAT_MAP.anyDistrict}
              choices={places}
            />
          ) : (
            <SelectField
              name="province"
              label={LAOS.province}
              value={query.province ?? ""}
              none={HEAT_MAP.anyProvince}
              choices={places}
            />
          )}
          <SelectField
            name="type"
            label={HEAT_MAP.type}
            value={query.type ?? ""}
            none={HEAT_MAP.anyType}
            choices={types}
          />
          <SelectField
            name="module"
            label={HEAT_MAP.module}
            value={query.module ?? ""}
            none={HEAT_MAP.allModules}
            choices={modules}
          />
          <SelectField
            name="month"
            label={HEAT_MAP.month}
            value={query.month ?? ""}
            none={HEAT_MAP.anyMonth}
            choices={months}
          />
          <SelectField
            name="state"
            label={LAOS.state}
            value={query.state ?? ""}
            none={LAOS.anyState}
            choices={states}
          />
          {query.view === FOLLOW_UP_VIEW && (
            <SelectField
              name="checked"
              label={FOLLOW_UP.checked}
              value={query.checked ?? ""}
              none={FOLLOW_UP.anyChecked}
              choices={CHECK_STATES.map((one) => ({ value: one, label: FOLLOW_UP.checkStates[one] }))}
            />
          )}
        </div>
      </details>
    </form>
  );
}
