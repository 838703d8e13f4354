/** A sentence with figures: a figure stays on one line with its unit («412,300.00 บาท»), a document number in one piece («RV-00012/67»). */
import { Fragment } from "react";

const UNIT = /(\d) (?=(?:บาท|ฉบับ|ส่วน|รายการ|แถว|แห่ง|เรื่อง|จุด)(?:\s|$|·|\)))/g;
const DOCUMENT = /([A-Z]{1,2}-\d+\/\d+)/;

export function Sentence({ text }: { readonly text: string }) {
  const parts = text.replace(UNIT, "$1\u00a0").split(DOCUMENT);
  return parts.map((part, index) => {
    // Splitting at a captured pattern gives text and document number in turn; their order never changes.
    const key = `${index} ${part}`;
    return index % 2 === 0 ? (
      <Fragment key={key}>{part}</Fragment>
    ) : (
      <span key={key} className="whitespace-nowrap">
        {part}
      </span>
    );
  });
}
