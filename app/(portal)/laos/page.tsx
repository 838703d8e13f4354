/** The nation's LAOs with the states of their data: for the department. */
import type { Metadata } from "next";
import { redirect } from "next/navigation";
import { answerPage } from "@/app/_http/answer-page";
import { currentContext } from "@/app/_session/current-actor";
import { readQuery, type SearchParams } from "@/app/_ui/href";
import { homePath } from "@/app/(portal)/_frame/home-path";
import { LAOS } from "@/lib/wording/screen";
import { LaoDirectory } from "./_parts/lao-directory";
import { openDirectory } from "./_parts/open-directory";

export const metadata: Metadata = { title: LAOS.nationTitle };

export default async function LaosPage({ searchParams }: { readonly searchParams: Promise<SearchParams> }) {
  const query = readQuery(await searchParams);
  return answerPage(async () => {
    const context = await currentContext();
    // An auditor's list is the province's own, under its own name.
    if (context.actor.grant.kind === "province") redirect(homePath(context.actor));
    const directory = await openDirectory(context, query, undefined);
    return (
      <LaoDirectory
        title={LAOS.nationTitle}
        crumbs={[]}
        directory={directory}
        path="/laos"
        query={query}
        isProvince={false}
      />
    );
  });
}
