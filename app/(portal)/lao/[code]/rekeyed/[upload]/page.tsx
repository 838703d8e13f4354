/** Telling which column of an uploaded file holds what, with its first rows in sight. */
import type { Metadata } from "next";
import { answerPage } from "@/app/_http/answer-page";
import { currentContext } from "@/app/_session/current-actor";
import { PageBody } from "@/app/_ui/page-body";
import { PageHead } from "@/app/_ui/page-head";
import { fullLaoName } from "@/lib/office/office";
import { previewRekeyed } from "@/lib/operations/preview-rekeyed";
import { REKEYED } from "@/lib/wording/rekeyed";
import { MappingForms } from "./_parts/mapping-forms";

export const metadata: Metadata = { title: REKEYED.mapTitle };

interface MappingPageProps {
  readonly params: Promise<{ readonly code: string; readonly upload: string }>;
}

export default async function MappingPage({ params }: MappingPageProps) {
  const { code, upload } = await params;
  return answerPage(async () => {
    const uploadNo = BigInt(/^\d{1,18}$/.test(upload) ? upload : 0);
    const preview = await previewRekeyed(await currentContext(), { lao: code, uploadNo });
    const path = `/lao/${code}/rekeyed`;
    return (
      <PageBody>
        <PageHead
          crumbs={[
            { label: fullLaoName(preview.lao), href: `/lao/${code}` },
            { label: REKEYED.title, href: path },
          ]}
          title={REKEYED.mapTitle}
          subtitle={preview.upload.fileName}
          lead={REKEYED.mapLead}
        />
        <MappingForms preview={preview} />
      </PageBody>
    );
  });
}
