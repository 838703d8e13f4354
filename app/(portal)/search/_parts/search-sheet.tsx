/** The search page below the frame: the field and its filters, the answer, and what it cannot see. */
import { href } from "@/app/_ui/href";
import { Notice } from "@/app/_ui/notice";
import { type Crumb, PageHead } from "@/app/_ui/page-head";
import { Pager } from "@/app/_ui/pager";
import { aboveLao, aboveProvince } from "@/app/(portal)/_frame/office-crumbs";
import type { Actor } from "@/lib/access/actor";
import { fullLaoName } from "@/lib/office/office";
import type { SearchPage } from "@/lib/operations/search-documents";
import { sayPeriod } from "@/lib/period/parse-period";
import { LAOS } from "@/lib/wording/screen";
import { SEARCH, searchLead } from "@/lib/wording/search";
import { FoundTable } from "./found-table";
import type { SearchView } from "./open-search-view";
import { SearchForm } from "./search-form";
import { Unseen } from "./unseen";

interface SearchSheetProps {
  readonly view: SearchView;
  readonly actor: Pick<Actor, "grant">;
  readonly query: Readonly<Record<string, string>>;
}

export function SearchSheet({ view, actor, query }: SearchSheetProps) {
  const { page, refusal } = view;
  const { answer, lao, province } = page;
  const here = (change: Readonly<Record<string, string>>) => href("/search", { ...query, ...change });
  const needsProvince = lao === null && province === null;
  return (
    <>
      <PageHead
        crumbs={crumbsOf(page, actor, query.snapshot)}
        title={SEARCH.title}
        subtitle={placeOf(page)}
        lead={answer ? leadOf(answer) : SEARCH.lead}
      />
      <SearchForm page={page} query={query} />
      {refusal && (
        <Notice title={SEARCH.refused}>
          <p>{refusal}</p>
        </Notice>
      )}
      {needsProvince && query.q && <Notice title={SEARCH.provinceFirst} />}
      {answer && answer.hits.length > 0 && (
        <>
          <FoundTable page={page} answer={answer} here={here({})} />
          <Pager
            page={answer.page}
            pageSize={answer.documentsPerPage}
            rowCount={answer.documentCount}
            label={SEARCH.pages}
            hrefOf={(number) => here({ page: number === 1 ? "" : String(number) })}
          />
        </>
      )}
      {answer && (
        <p className="no-print my-3">
          {answer.documentCount === 0 && !answer.isLoose && `${SEARCH.noneAdvice} · `}
          {answer.terms.some((term) => term.texts.length > 0) && (
            <a className="inline-block py-1" href={here({ loose: answer.isLoose ? "" : "1", page: "" })}>
              {answer.isLoose ? SEARCH.stricter : SEARCH.looser}
            </a>
          )}
        </p>
      )}
      {answer && <Unseen page={page} answer={answer} snapshot={query.snapshot} />}
      {!answer && <HowTo />}
    </>
  );
}

function leadOf(answer: NonNullable<SearchPage["answer"]>): string {
  const { period } = answer;
  return searchLead({
    ...answer,
    period: period && sayPeriod({ ...period, kind: period.kind === "month" ? "month" : "range" }),
  });
}

function placeOf({ lao, province }: SearchPage): string | undefined {
  if (lao) return fullLaoName(lao);
  return province ? LAOS.inProvince(province.name) : undefined;
}

function crumbsOf({ lao, province }: SearchPage, actor: Pick<Actor, "grant">, snapshot: string | undefined): Crumb[] {
  if (lao)
    return [
      ...aboveLao(actor, lao, snapshot),
      { label: fullLaoName(lao), href: href(`/lao/${lao.code}`, { snapshot }) },
    ];
  if (!province) return aboveProvince(actor, snapshot);
  const own = { label: LAOS.inProvince(province.name), href: href(`/provinces/${province.code}`, { snapshot }) };
  return [...aboveProvince(actor, snapshot), own];
}

function HowTo() {
  return (
    <section className="mt-6 max-w-[80ch]">
      <h2 className="text-xl">{SEARCH.howTitle}</h2>
      <ul className="mt-2 list-disc space-y-1.5 pl-6">
        {SEARCH.how.map((line) => (
          <li key={line}>{line}</li>
        ))}
      </ul>
    </section>
  );
}
