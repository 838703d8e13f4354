/** What can be done on an LAO's home: answer comments, check what was keyed again, compare snapshots, and reports, found by typing, with ways to all of them and to one file. */
import { href, type Query } from "@/app/_ui/href";
import { ReportList } from "@/app/(portal)/_reports/report-list";
import type { Actor } from "@/lib/access/actor";
import type { LaoHome } from "@/lib/operations/view-lao-home";
import { BUNDLE_PAGE } from "@/lib/wording/bundles";
import { REPORT_LIST } from "@/lib/wording/report-list";
import { HOME } from "@/lib/wording/screen";
import { CommentThreads } from "../_comments/comment-threads";
import { ComparisonLinks } from "./comparison-links";
import type { HomeView } from "./open-home";
import { RekeyedLink } from "./rekeyed-link";

interface HomeReportsProps {
  readonly hrefOf: (reportId: string, choices?: Query) => string;
  readonly home: Pick<LaoHome, "lao" | "snapshot" | "snapshots"> & Pick<HomeView, "comments">;
  readonly actor: Actor;
  readonly snapshot: string | undefined;
}

export function HomeReports({ hrefOf, home, actor, snapshot }: HomeReportsProps) {
  const lao = home.lao.code;
  return (
    <>
      <CommentThreads threads={home.comments} lao={lao} isOfLao={actor.grant.kind === "lao"} />
      <RekeyedLink address={href(`/lao/${lao}/rekeyed`, { snapshot })} />
      <ComparisonLinks
        shown={home.snapshot.id}
        snapshots={home.snapshots}
        hrefOf={(id) => hrefOf("snapshot-comparison", { with: id })}
      />
      <section className="no-print mt-8">
        <h2 className="text-xl">{HOME.reportsTitle}</h2>
        <ReportList hrefOf={hrefOf} />
        <p className="mt-3">
          <a className="inline-block py-1" href={href(`/lao/${lao}/reports`, { snapshot })}>
            {REPORT_LIST.all}
          </a>
          {" · "}
          <a className="inline-block py-1" href={href("/bundles", { lao, snapshot })}>
            {BUNDLE_PAGE.link}
          </a>
        </p>
      </section>
    </>
  );
}
