/** The LAOs of one province with the states of their data: for its auditors and the department. */
import type { Metadata } from "next";
import { answerPage } from "@/app/_http/answer-page";
import { currentContext } from "@/app/_session/current-actor";
import { readQuery, type SearchParams } from "@/app/_ui/href";
import { aboveProvince } from "@/app/(portal)/_frame/office-crumbs";
import { LaoDirectory } from "@/app/(portal)/laos/_parts/lao-directory";
import { openDirectory } from "@/app/(portal)/laos/_parts/open-directory";
import { LAOS } from "@/lib/wording/screen";
import { ProvinceReports } from "./_parts/province-reports";

export const metadata: Metadata = { title: LAOS.provinceTitle("") };

interface ProvincePageProps {
  readonly params: Promise<{ readonly code: string }>;
  readonly searchParams: Promise<SearchParams>;
}

export default async function ProvincePage({ params, searchParams }: ProvincePageProps) {
  const { code } = await params;
  const query = readQuery(await searchParams);
  return answerPage(async () => {
    const context = await currentContext();
    const directory = await openDirectory(context, query, code);
    return (
      <LaoDirectory
        title={LAOS.provinceTitle(directory.province)}
        crumbs={aboveProvince(context.actor, query.snapshot)}
        directory={directory}
        path={`/provinces/${code}`}
        query={query}
        isProvince
      >
        <ProvinceReports code={code} snapshot={query.snapshot} />
      </LaoDirectory>
    );
  });
}
