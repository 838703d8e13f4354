/** Above the table: what the form has and the archive does not hold, so that nobody takes an empty column for nothing. */
import { Notice } from "@/app/_ui/notice";
import { ABSENCES_TITLE } from "@/lib/wording/reports";

export function Absences({ sentences }: { readonly sentences: readonly string[] }) {
  if (sentences.length === 0) return null;
  return (
    <Notice title={ABSENCES_TITLE}>
      <ul className="list-disc pl-6">
        {sentences.map((sentence) => (
          <li key={sentence}>{sentence}</li>
        ))}
      </ul>
    </Notice>
  );
}
