/** What of the audit log to show: days, user, kind of event, LAO. A plain GET form. */
import { SelectField, TextField } from "@/app/_ui/fields";
import { AUDIT_EVENT_TYPES } from "@/lib/audit/audit-log";
import { AUDIT, auditTypeName } from "@/lib/wording/audit";

interface AuditFilterFormProps {
  readonly filter: Readonly<Record<"from" | "to" | "email" | "type" | "lao", string | undefined>>;
}

export function AuditFilterForm({ filter }: AuditFilterFormProps) {
  const days = [
    { name: "from", label: AUDIT.from, value: filter.from },
    { name: "to", label: AUDIT.to, value: filter.to },
  ];
  return (
    <form action="/audit-log" className="my-4 flex flex-wrap items-end gap-3">
      {days.map(({ name, label, value }) => (
        <div className="field" key={name}>
          <label htmlFor={name}>{label}</label>
          <input id={name} name={name} type="date" defaultValue={value ?? ""} className="control" />
        </div>
      ))}
      <TextField name="email" label={AUDIT.email} value={filter.email ?? ""} />
      <SelectField
        name="type"
        label={AUDIT.type}
        value={filter.type ?? ""}
        none={AUDIT.anyType}
        choices={AUDIT_EVENT_TYPES.map((type) => ({ value: type, label: auditTypeName(type) }))}
      />
      <TextField name="lao" label={AUDIT.lao} value={filter.lao ?? ""} />
      <button type="submit" className="button button-main">
        {AUDIT.show}
      </button>
      <a className="button" href="/audit-log">
        {AUDIT.clear}
      </a>
    </form>
  );
}
