/** Where documents may be that search cannot see: numbers proved missing, months that could not be read whole. */
import { href } from "@/app/_ui/href";
import { Notice } from "@/app/_ui/notice";
import { Sentence } from "@/app/_ui/sentence";
import type { SearchAnswer, SearchPage } from "@/lib/operations/search-documents";
import { numberInGap, SEARCH, unreadableLead, unreadableOfProvince, unreadablePart } from "@/lib/wording/search";

interface UnseenProps {
  readonly page: SearchPage;
  readonly answer: SearchAnswer;
  readonly snapshot: string | undefined;
}

export function Unseen({ page, answer, snapshot }: UnseenProps) {
  const { unreadable, gap } = answer;
  const { lao, province } = page;
  if (unreadable.partCount === 0 && !gap) return null;
  const damage = (module: string, month: string) => href(`/lao/${lao?.code}/damage/${module}/${month}`, { snapshot });
  return (
    <Notice title={SEARCH.blindTitle} tone="damage">
      {gap && lao && (
        <p>
          <strong>
            <Sentence text={numberInGap(gap)} />
          </strong>{" "}
          <a href={damage(gap.module, gap.month)}>{SEARCH.openDamage}</a>
        </p>
      )}
      {unreadable.partCount > 0 && lao && (
        <>
          <p>
            <Sentence text={unreadableLead(unreadable.partCount)} />
          </p>
          <ul className="list-disc pl-6">
            {unreadable.parts.map((part) => (
              <li key={`${part.module} ${part.month}`}>
                <a className="inline-block py-0.5 align-top" href={damage(part.module, part.month)}>
                  {unreadablePart(part)}
                </a>
              </li>
            ))}
          </ul>
        </>
      )}
      {unreadable.partCount > 0 && province && (
        <p>
          <Sentence text={unreadableOfProvince(unreadable.laoCount, unreadable.partCount)} />{" "}
          <a href={href(`/provinces/${province.code}`, { snapshot, sort: "damage" })}>{SEARCH.openDamage}</a>
        </p>
      )}
    </Notice>
  );
}
