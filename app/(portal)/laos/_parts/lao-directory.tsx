/** A list of LAOs: how their data stands altogether, a filter, the table, its pages. */

import { HiddenFields, SelectField, TextField } from "@/app/_ui/fields";
import { href } from "@/app/_ui/href";
import { Notice } from "@/app/_ui/notice";
import { PageBody } from "@/app/_ui/page-body";
import { type Crumb, PageHead } from "@/app/_ui/page-head";
import { Pager } from "@/app/_ui/pager";
import { SnapshotLine } from "@/app/(portal)/_frame/snapshot-line";
import { PARTITION_STATES } from "@/lib/finding/partition-state";
import { stateName } from "@/lib/wording/names";
import { LAOS, laosLead } from "@/lib/wording/screen";
import { LaoTable } from "./lao-table";
import { type Directory, SORTS } from "./open-directory";

interface LaoDirectoryProps {
  readonly title: string;
  readonly crumbs: readonly Crumb[];
  readonly directory: Directory;
  readonly path: string;
  readonly query: Readonly<Record<string, string>>;
}

export function LaoDirectory({ title, crumbs, directory, path, query }: LaoDirectoryProps) {
  const { list, snapshots } = directory;
  const { snapshot } = query;
  return (
    <PageBody>
      <PageHead crumbs={crumbs} title={title} lead={laosLead(list.laoCount, list.partitions)} />
      <SnapshotLine shown={list.snapshot} all={snapshots} path={path} />
      <FilterForm path={path} query={query} />
      {list.laos.length === 0 ? (
        <Notice title={LAOS.none}>
          <p>{LAOS.noneAdvice}</p>
          <p>
            <a href={href(path, { snapshot })}>{LAOS.clear}</a>
          </p>
        </Notice>
      ) : (
        <>
          <LaoTable laos={list.laos} hrefOf={(code) => href(`/lao/${code}`, { snapshot })} />
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

function FilterForm({ path, query }: Pick<LaoDirectoryProps, "path" | "query">) {
  const states = PARTITION_STATES.map((state) => ({ value: state, label: LAOS.withState(stateName(state)) }));
  const sorts = SORTS.map((sort) => ({ value: sort, label: LAOS.sorts[sort] }));
  return (
    <form action={path} className="no-print my-4 flex flex-wrap items-end gap-x-5 gap-y-3 border-y border-rule py-4">
      <HiddenFields values={{ snapshot: query.snapshot }} />
      <TextField name="q" type="search" label={LAOS.search} value={query.q ?? ""} placeholder={LAOS.searchHint} />
      <SelectField name="state" label={LAOS.state} value={query.state ?? ""} none={LAOS.anyState} choices={states} />
      <SelectField name="sort" label={LAOS.sort} value={query.sort ?? "name"} choices={sorts} />
      <button type="submit" className="button button-main">
        {LAOS.show}
      </button>
    </form>
  );
}
