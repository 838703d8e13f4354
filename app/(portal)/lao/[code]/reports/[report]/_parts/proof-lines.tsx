/** What must tie in this report and whether it does, in words and by a sign. */
import type { ProofLine } from "@/lib/reports/document";
import { REPORT } from "@/lib/wording/screen";

export function ProofLines({ lines }: { readonly lines: readonly ProofLine[] }) {
  if (lines.length === 0) return null;
  return (
    <section className="keep mt-6">
      <h2 className="text-lg">{REPORT.proofTitle}</h2>
      <ul className="mt-1">
        {lines.map((line) => (
          <li key={line.text} className="flex flex-wrap gap-x-3 border-b border-rule py-1.5">
            <span className={line.holds ? "text-soft" : "border-2 border-damage px-1.5 font-semibold"}>
              {line.holds ? `✓ ${REPORT.proofHolds}` : `✗ ${REPORT.proofFails}`}
            </span>
            <span>{line.text}</span>
          </li>
        ))}
      </ul>
    </section>
  );
}
