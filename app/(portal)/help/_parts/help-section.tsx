/** One subject of the help pages, as paragraphs, as a list, or as steps in their order. */
import type { ReactNode } from "react";

interface HelpSectionProps {
  readonly id: string;
  readonly title: string;
  readonly lines: readonly string[];
  readonly isList?: boolean | "ordered";
  /** Below the lines. */
  readonly children?: ReactNode;
}

export function HelpSection({ id, title, lines, isList = false, children }: HelpSectionProps) {
  const List = isList === "ordered" ? "ol" : "ul";
  return (
    <section id={id} className="mt-8 max-w-[75ch]">
      <h2 className="text-xl">{title}</h2>
      {isList ? (
        <List className={`mt-2 space-y-1.5 pl-6 ${isList === "ordered" ? "list-decimal" : "list-disc"}`}>
          {lines.map((line) => (
            <li key={line}>{line}</li>
          ))}
        </List>
      ) : (
        <div className="mt-2 space-y-2">
          {lines.map((line) => (
            <p key={line}>{line}</p>
          ))}
        </div>
      )}
      {children}
    </section>
  );
}
