/** State of the data that the file of a code rests on, as it says it. */
import type { PrintedFacts } from "@/lib/issued/printed-facts";
import { sayCount } from "@/lib/wording/finding-phrases";
import { VERIFY_PAGE as WORDS } from "@/lib/wording/verify";

export function PrintedState({ printed }: { readonly printed: PrintedFacts }) {
  const { damage, damageCount, untied } = printed;
  const sound = printed.isDamageInRows ? WORDS.damageInRows : WORDS.noDamage;
  const hidden = damageCount - damage.length;
  return (
    <section className="mt-5" aria-labelledby="damage">
      <h2 id="damage" className="text-xl">
        {WORDS.damage}
      </h2>
      <p>{damageCount === 0 ? sound : WORDS.damaged(sayCount(damageCount))}</p>
      <ul className="list-disc pl-6">
        {damage.map((line) => (
          <li key={line}>{line}</li>
        ))}
        {hidden > 0 && <li>{WORDS.more(sayCount(hidden))}</li>}
      </ul>
      {untied > 0 && <p className="font-semibold">{WORDS.untied(sayCount(untied))}</p>}
    </section>
  );
}
