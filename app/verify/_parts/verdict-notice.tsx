/** What was found out about the file that was just sent. */
import { Notice } from "@/app/_ui/notice";
import { VERDICTS, VERIFY_PAGE } from "@/lib/wording/verify";
import type { CheckedFile } from "./checked-file";

export function VerdictNotice({ file }: { readonly file: CheckedFile }) {
  const { title, text } = VERDICTS[file.verdict];
  return (
    <Notice title={title} tone={file.verdict === "genuine" ? "plain" : "damage"}>
      <p className="break-words">{VERIFY_PAGE.checkedFile(file.name)}</p>
      <p>{text}</p>
      <p className="break-all text-soft">SHA-256 {file.sha256}</p>
    </Notice>
  );
}
