/** What the file of a code says, for whoever holds it: opened by its QR code, or by typing the code. */
import type { Metadata } from "next";
import { answerPage } from "@/app/_http/answer-page";
import { openContext } from "@/app/_session/open-context";
import { readQuery, type SearchParams } from "@/app/_ui/href";
import { Notice } from "@/app/_ui/notice";
import { PageBody } from "@/app/_ui/page-body";
import { PageHead } from "@/app/_ui/page-head";
import { lookUpFile } from "@/lib/operations/verify-file";
import { VERDICTS, VERIFY_PAGE } from "@/lib/wording/verify";
import { readCheckedFile } from "../_parts/checked-file";
import { IssuedFacts } from "../_parts/issued-facts";
import { OpenHead } from "../_parts/open-head";
import { PrintedState } from "../_parts/printed-state";
import { PrintedTotals } from "../_parts/printed-totals";
import { VerdictNotice } from "../_parts/verdict-notice";
import { CodeForm, FileForm } from "../_parts/verify-forms";

export const metadata: Metadata = { title: VERIFY_PAGE.title };

interface Props {
  readonly params: Promise<{ readonly code: string }>;
  readonly searchParams: Promise<SearchParams>;
}

export default function IssuedFilePage({ params, searchParams }: Props) {
  return answerPage(async () => {
    const { code } = await params;
    const { checked, paper = "" } = readQuery(await searchParams);
    const record = await lookUpFile(await openContext(), code);
    const file = await readCheckedFile(checked);
    const crumbs = [{ label: VERIFY_PAGE.title, href: "/verify" }];
    return (
      <PageBody>
        <OpenHead />
        <PageHead crumbs={crumbs} title={code.toUpperCase()} {...(record ? { lead: VERIFY_PAGE.recordLead } : {})} />
        {file && <VerdictNotice file={file} />}
        {!record && (
          <Notice title={VERIFY_PAGE.unknownCode} tone="damage">
            <p>{VERIFY_PAGE.unknownCodeText}</p>
          </Notice>
        )}
        {record && !record.whole && (
          <Notice title={VERDICTS.unfinished.title} tone="damage">
            {VERDICTS.unfinished.text}
          </Notice>
        )}
        {record && <IssuedFacts file={record} />}
        {record && <PrintedTotals printed={record.printed} paper={paper} />}
        {record && <PrintedState printed={record.printed} />}
        {record ? <FileForm code={code} /> : <CodeForm code={code} />}
      </PageBody>
    );
  });
}
