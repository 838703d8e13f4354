/** A page of the audit log for the administrator. Looking at it is itself recorded: the log also watches its readers. */
import { z } from "zod";
import { type AuditLogFilter, auditLog } from "@/db/queries/audit-log";
import { mustBeAdministrator } from "@/lib/access/administrator";
import { type AuditLogPage, formatAuditPlace, isAuditEventType, parseAuditPlace } from "@/lib/audit/audit-log";
import { parseLaoCode } from "@/lib/office/office";
import { parseIsoDate } from "@/lib/period/date";
import { defineOperation } from "./define-operation";

/** All values are text, as in a URL; what is left out does not filter. */
export interface ListAuditLogInput {
  readonly from?: string | undefined;
  readonly to?: string | undefined;
  readonly email?: string | undefined;
  readonly type?: string | undefined;
  readonly lao?: string | undefined;
  readonly before?: string | undefined;
}

const readableBy = (parse: (text: string) => unknown) => z.string().refine((text) => parse(text) !== undefined);

/** AppError("input/invalid") names the fields that cannot be read. */
export const listAuditLog = defineOperation<ListAuditLogInput, AuditLogPage>({
  name: "list-audit-log",
  input: z.object({
    from: readableBy(parseIsoDate).optional(),
    to: readableBy(parseIsoDate).optional(),
    email: z.string().trim().toLowerCase().max(254).optional(),
    type: z.string().refine(isAuditEventType).optional(),
    lao: readableBy(parseLaoCode).optional(),
    before: readableBy(parseAuditPlace).optional(),
  }),
  access: mustBeAdministrator,
  // Not the place in the list: who looked for what matters, not how far they leafed.
  audit: ({ before: _place, ...filter }) => ({
    type: "view-audit-log",
    filter: Object.fromEntries(Object.entries(filter).flatMap(([key, value]) => (value ? [[key, value]] : []))),
  }),
  run: async ({ db, scope }, input) => {
    const { entries, next } = await auditLog(db, scope, readFilter(input));
    return { entries, nextBefore: next ? formatAuditPlace(next) : null };
  },
});

function readFilter(input: ListAuditLogInput): AuditLogFilter {
  return {
    from: parseIsoDate(input.from ?? ""),
    to: parseIsoDate(input.to ?? ""),
    email: input.email,
    type: input.type !== undefined && isAuditEventType(input.type) ? input.type : undefined,
    lao: parseLaoCode(input.lao ?? ""),
    before: parseAuditPlace(input.before ?? ""),
  };
}
