/** What to look for and where. A plain GET form, so that the URL says everything. */
import { HiddenFields, SelectField, TextField } from "@/app/_ui/fields";
import { MODULES } from "@/lib/office/office";
import type { SearchPage } from "@/lib/operations/search-documents";
import { DOCUMENT_KINDS } from "@/lib/search/document-kind";
import { moduleName } from "@/lib/wording/names";
import { kindName, SEARCH } from "@/lib/wording/search";

interface SearchFormProps {
  readonly page: SearchPage;
  readonly query: Readonly<Record<string, string>>;
}

export function SearchForm({ page, query }: SearchFormProps) {
  const { provinces } = page;
  const canChoose = page.lao === null && provinces.length > 1;
  return (
    <form action="/search" method="get" className="no-print my-4 border-y border-rule py-4">
      <HiddenFields
        values={{
          snapshot: query.snapshot,
          lao: query.lao,
          loose: query.loose,
          ...(canChoose ? {} : { province: query.province }),
        }}
      />
      <div className="flex flex-wrap items-end gap-x-5 gap-y-3">
        <TextField name="q" type="search" label={SEARCH.q} value={query.q ?? ""} placeholder={SEARCH.qHint} />
        {canChoose && (
          <SelectField
            name="province"
            label={SEARCH.province}
            value={page.province?.code ?? ""}
            none={SEARCH.chooseProvince}
            choices={provinces.map(({ code, name }) => ({ value: code, label: name }))}
            isRequired
          />
        )}
        <TextField name="period" label={SEARCH.period} value={query.period ?? ""} placeholder={SEARCH.periodHint} />
        <SelectField
          name="module"
          label={SEARCH.module}
          value={query.module ?? ""}
          none={SEARCH.anyModule}
          choices={MODULES.map((module) => ({ value: module, label: moduleName(module) }))}
        />
        <SelectField
          name="kind"
          label={SEARCH.kind}
          value={query.kind ?? ""}
          none={SEARCH.anyKind}
          choices={DOCUMENT_KINDS.map((kind) => ({ value: kind, label: kindName(kind) }))}
        />
        <button type="submit" className="button button-main">
          {SEARCH.show}
        </button>
      </div>
    </form>
  );
}
