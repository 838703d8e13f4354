/** Head of an LAO's row in a list: names repeat across Thailand, so type, name, code, district and province stand together. */
import { fullLaoName } from "@/lib/office/office";
import type { LaoList } from "@/lib/operations/list-laos";
import { placeLine } from "@/lib/wording/render";

interface LaoCellProps {
  readonly lao: LaoList["laos"][number];
  readonly href: string;
}

export function LaoCell({ lao, href }: LaoCellProps) {
  return (
    <th scope="row" className="pin words">
      <a href={href}>{fullLaoName(lao)}</a>
      <span className="block text-soft">
        <span className="whitespace-nowrap">{lao.code}</span> {placeLine(lao.district, lao.province)}
      </span>
    </th>
  );
}
