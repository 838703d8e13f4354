/** The commands that check and load an archive; they are typed at the machine, never sent through the browser. */
import { SNAPSHOTS } from "@/lib/wording/screen";

export function HowToLoad() {
  return (
    <section className="mt-8 max-w-[85ch]">
      <h2 className="text-xl">{SNAPSHOTS.howToTitle}</h2>
      <p className="mt-1">{SNAPSHOTS.howTo}</p>
      <dl className="mt-2 space-y-3">
        {SNAPSHOTS.commands.map(({ command, meaning }) => (
          <div key={command}>
            <dt>
              <code>{command}</code>
            </dt>
            <dd className="text-soft">{meaning}</dd>
          </div>
        ))}
      </dl>
    </section>
  );
}
