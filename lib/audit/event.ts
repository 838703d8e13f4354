/** What the audit log records: a closed list of events, each with its own facts. Written in the transaction of what it records. */

export type AuditEvent =
  | { readonly type: "sign-in"; readonly email: string; readonly outcome: "ok" | "wrong" | "locked" | "disabled" }
  | { readonly type: "sign-out" }
  | {
      readonly type: "view-report";
      readonly reportId: string;
      readonly snapshot: string;
      /** Code of the LAO; empty where the report is about a province. */
      readonly lao: string;
      readonly province?: string;
      readonly params: Readonly<Record<string, string>>;
    }
  | {
      readonly type: "export-report";
      readonly reportId: string;
      readonly snapshot: string;
      /** Code of the LAO; empty where the report is about a province. */
      readonly lao: string;
      readonly province?: string;
      readonly format: string;
      readonly params: Readonly<Record<string, string>>;
    }
  | {
      /** The chain behind an issued file was walked: its report was made again. */
      readonly type: "verify-file";
      readonly reportId: string;
      readonly snapshot: string;
      readonly lao: string;
      readonly province?: string;
      readonly format: string;
      readonly params: Readonly<Record<string, string>>;
    }
  | {
      /** All reports of an LAO, of one month or of all; one event an LAO, and one more when the work went on after a stop. */
      readonly type: "export-bundle";
      readonly snapshot: string;
      readonly lao: string;
      /** `YYYY-MM`, or `all`. */
      readonly month: string;
      readonly formats: string;
      readonly files: number;
    }
  | {
      /** A workbook to keep books in by hand, with the last known balances. */
      readonly type: "make-work-pack";
      readonly snapshot: string;
      readonly lao: string;
      /** Code of a unit; empty for the LAO as a whole. */
      readonly unit: string;
      readonly pack: string;
    }
  | { readonly type: "download-bundle"; readonly bundle: string; readonly sha256: string }
  | {
      readonly type: "search-documents";
      readonly snapshot: string;
      /** Code of the LAO that was searched; empty where a province was. */
      readonly lao: string;
      readonly province: string;
      readonly params: Readonly<Record<string, string>>;
      readonly found: number;
    }
  | {
      readonly type: "upload-rekeyed";
      readonly lao: string;
      readonly fileName: string;
      readonly sha256: string;
      readonly book: string;
      readonly documents: number;
    }
  | { readonly type: "delete-rekeyed"; readonly lao: string; readonly upload: string }
  | { readonly type: "view-rekeyed"; readonly lao: string; readonly snapshot: string }
  | {
      readonly type: "decide-rekeyed";
      readonly lao: string;
      readonly decision: string;
      readonly items: number;
      readonly note: string;
    }
  | {
      readonly type: "write-comment";
      readonly lao: string;
      readonly kind: string;
      /** Number of the thread; empty for the comment that opens it. */
      readonly thread: string;
      readonly characters: number;
    }
  | { readonly type: "view-damage"; readonly snapshot: string; readonly lao: string }
  | {
      readonly type: "load-archive";
      readonly snapshot: string;
      readonly outcome: "loaded" | "unchanged" | "refused" | "replaced";
      readonly digest: string;
    }
  | {
      readonly type: "change-user";
      readonly change: "add" | "disable" | "enable" | "reset" | "password";
      readonly email: string;
      readonly role?: string;
      readonly grant?: string;
    }
  | { readonly type: "view-audit-log"; readonly filter: Readonly<Record<string, string>> };

export type AuditEventType = AuditEvent["type"];
