/** What happened, day by day, with the letter that said it. */
import { formatDateLong } from "@/lib/period/date";
import { STORY } from "@/lib/wording/story";

export function Timeline() {
  return (
    <section id="timeline" className="mt-6 max-w-[75ch]">
      <h2 className="text-xl">{STORY.timelineTitle}</h2>
      <ol className="mt-2">
        {STORY.events.map(({ date, letter, text }) => (
          <li key={date} className="border-t border-rule py-2">
            <p className="font-semibold">
              <time dateTime={date}>{formatDateLong(date)}</time>
              {letter && <span className="font-normal text-soft"> · {letter}</span>}
            </p>
            <p>{text}</p>
          </li>
        ))}
      </ol>
    </section>
  );
}
