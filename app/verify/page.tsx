/** Checking a file or a paper, for anybody who holds one. */
import type { Metadata } from "next";
import { redirect } from "next/navigation";
import { answerPage } from "@/app/_http/answer-page";
import { readQuery, type SearchParams } from "@/app/_ui/href";
import { Notice } from "@/app/_ui/notice";
import { PageBody } from "@/app/_ui/page-body";
import { PageHead } from "@/app/_ui/page-head";
import { parseFileCode, showFileCode } from "@/lib/issued/file-code";
import { VERIFY_PAGE, VERIFY_SENTENCES } from "@/lib/wording/verify";
import { readCheckedFile } from "./_parts/checked-file";
import { OpenHead } from "./_parts/open-head";
import { VerdictNotice } from "./_parts/verdict-notice";
import { CodeForm, FileForm } from "./_parts/verify-forms";

export const metadata: Metadata = { title: VERIFY_PAGE.title };

export default function VerifyPage({ searchParams }: { readonly searchParams: Promise<SearchParams> }) {
  return answerPage(async () => {
    const { code: typed = "", checked } = readQuery(await searchParams);
    const code = parseFileCode(typed);
    if (code) redirect(`/verify/${showFileCode(code)}`);
    const file = await readCheckedFile(checked);
    return (
      <PageBody>
        <OpenHead />
        <PageHead title={VERIFY_PAGE.title} lead={VERIFY_PAGE.lead} />
        {file && <VerdictNotice file={file} />}
        {typed !== "" && <Notice title={VERIFY_SENTENCES.noCode} tone="damage" />}
        <CodeForm code={typed} />
        <FileForm />
      </PageBody>
    );
  });
}
