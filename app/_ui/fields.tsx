/** Form fields with their labels above; plain HTML, so that every form works without scripts. */
import { useId } from "react";

export interface Choice {
  readonly value: string;
  readonly label: string;
}

export interface ChoiceGroup {
  readonly label: string;
  readonly choices: readonly Choice[];
}

interface SelectFieldProps {
  readonly name: string;
  readonly label: string;
  readonly value: string;
  /** First choice, of no value; left out where one must be chosen. */
  readonly none?: string;
  readonly choices?: readonly Choice[];
  readonly groups?: readonly ChoiceGroup[];
  readonly isRequired?: boolean;
}

export function SelectField({
  name,
  label,
  value,
  none,
  choices = [],
  groups = [],
  isRequired = false,
}: SelectFieldProps) {
  const id = useId();
  return (
    <div className="field">
      <label htmlFor={id}>{label}</label>
      <select id={id} name={name} defaultValue={value} required={isRequired} className="control">
        {none !== undefined && <option value="">{none}</option>}
        {choices.map((choice) => (
          <option key={choice.value} value={choice.value}>
            {choice.label}
          </option>
        ))}
        {groups.map((group) => (
          <optgroup key={group.label} label={group.label}>
            {group.choices.map((choice) => (
              <option key={choice.value} value={choice.value}>
                {choice.label}
              </option>
            ))}
          </optgroup>
        ))}
      </select>
    </div>
  );
}

interface TextFieldProps {
  readonly name: string;
  readonly label: string;
  readonly value: string;
  readonly placeholder?: string;
  readonly type?: "text" | "search";
  readonly isRequired?: boolean;
}

export function TextField({ name, label, value, placeholder, type = "text", isRequired = false }: TextFieldProps) {
  const id = useId();
  return (
    <div className={type === "search" ? "field field-wide" : "field"}>
      <label htmlFor={id}>{label}</label>
      <input
        id={id}
        name={name}
        type={type}
        defaultValue={value}
        required={isRequired}
        maxLength={200}
        autoComplete="off"
        placeholder={placeholder}
        className="control"
      />
    </div>
  );
}

interface CheckFieldProps {
  readonly name: string;
  readonly label: string;
  readonly isChecked: boolean;
}

/** Sends `1` when ticked, nothing otherwise. */
export function CheckField({ name, label, isChecked }: CheckFieldProps) {
  return (
    <label className="check">
      <input type="checkbox" name={name} value="1" defaultChecked={isChecked} />
      {label}
    </label>
  );
}

/** Values that a form passes on unchanged. */
export function HiddenFields({
  values,
}: {
  readonly values: Readonly<Record<string, string | readonly string[] | undefined>>;
}) {
  return Object.entries(values).flatMap(([name, value]) =>
    (typeof value === "string" ? [value] : (value ?? [])).map((one) => (
      <input key={`${name}=${one}`} type="hidden" name={name} value={one} />
    )),
  );
}
