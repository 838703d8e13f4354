/** A box that says what is the matter and what to do; `tone` decides its edge, the words say the same. */
import type { ReactNode } from "react";

interface NoticeProps {
  readonly title: string;
  readonly tone?: "plain" | "damage";
  readonly level?: 1 | 2 | 3;
  readonly children?: ReactNode;
}

export function Notice({ title, tone = "plain", level = 2, children }: NoticeProps) {
  const Heading = level === 1 ? "h1" : level === 2 ? "h2" : "h3";
  const edge = tone === "damage" ? "border-damage" : "border-edge";
  return (
    <section className={`keep my-5 border-l-4 ${edge} bg-sheet px-4 py-3`}>
      <Heading className="text-lg">{title}</Heading>
      <div className="mt-1 max-w-[110ch] space-y-2">{children}</div>
    </section>
  );
}
