/** One subject of the help page, as paragraphs or as a list. */

interface HelpSectionProps {
  readonly id: string;
  readonly title: string;
  readonly lines: readonly string[];
  readonly isList?: boolean;
}

export function HelpSection({ id, title, lines, isList = false }: HelpSectionProps) {
  return (
    <section id={id} className="mt-8 max-w-[75ch]">
      <h2 className="text-xl">{title}</h2>
      {isList ? (
        <ul className="mt-2 list-disc space-y-1.5 pl-6">
          {lines.map((line) => (
            <li key={line}>{line}</li>
          ))}
        </ul>
      ) : (
        <div className="mt-2 space-y-2">
          {lines.map((line) => (
            <p key={line}>{line}</p>
          ))}
        </div>
      )}
    </section>
  );
}
