/** A page that could not be what was asked for: what is the matter, what to do, and the way home. */
import { TROUBLE } from "@/lib/wording/screen";
import { Notice } from "./notice";

interface TroublePageProps {
  readonly title: string;
  readonly sentences: readonly string[];
}

export function TroublePage({ title, sentences }: TroublePageProps) {
  return (
    <main className="mx-auto max-w-[90rem] px-4 py-8">
      <Notice title={title} level={1}>
        {sentences.map((sentence) => (
          <p key={sentence}>{sentence}</p>
        ))}
        <p className="pt-2">
          <a className="button button-main" href="/">
            {TROUBLE.toHome}
          </a>
        </p>
      </Notice>
    </main>
  );
}
