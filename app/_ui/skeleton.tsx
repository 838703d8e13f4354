/** What stands in a table's place while it is fetched: its outline, still, and a word for those who hear the page. */
import { FRAME } from "@/lib/wording/screen";

const LINES = ["one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten"];

export function TableSkeleton() {
  return (
    <div role="status" className="border-y-2 border-ink py-2">
      <span className="sr-only">{FRAME.loading}</span>
      {LINES.map((line) => (
        <div key={line} aria-hidden="true" className="flex gap-4 border-b border-rule py-3">
          <div className="skeleton h-4 w-32" />
          <div className="skeleton h-4 grow" />
          <div className="skeleton h-4 w-24" />
          <div className="skeleton h-4 w-24" />
        </div>
      ))}
    </div>
  );
}
