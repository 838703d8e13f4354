"use client";
/** Old password, new password twice. */
import { useActionState } from "react";
import { PASSWORD_PAGE } from "@/lib/wording/sign-in";
import { changePasswordAction, type PasswordState } from "./change-password-action";

interface PasswordFormProps {
  readonly isFirst: boolean;
  readonly email: string;
}

const START: PasswordState = { message: null };

export function PasswordForm({ isFirst, email }: PasswordFormProps) {
  const [state, action, isPending] = useActionState(changePasswordAction, START);
  const fields = [
    { name: "current", label: isFirst ? PASSWORD_PAGE.currentFirst : PASSWORD_PAGE.current, kind: "current-password" },
    { name: "next", label: PASSWORD_PAGE.next, kind: "new-password" },
    { name: "again", label: PASSWORD_PAGE.again, kind: "new-password" },
  ];
  return (
    <form action={action} className="mt-4 flex flex-col gap-4">
      <div role="alert" aria-live="assertive">
        {state.message && <p className="border-l-4 border-damage bg-sheet px-4 py-3">{state.message}</p>}
      </div>
      {/* For the browser's password keeper, which pairs a password with an address. */}
      <input type="hidden" name="email" autoComplete="username" value={email} readOnly />
      {fields.map(({ name, label, kind }) => (
        <div className="field" key={name}>
          <label htmlFor={name}>{label}</label>
          <input
            id={name}
            name={name}
            type="password"
            required
            autoComplete={kind}
            aria-describedby={name === "next" ? "rule" : undefined}
            className="control"
          />
          {name === "next" && (
            <p id="rule" className="text-soft">
              {PASSWORD_PAGE.rule}
            </p>
          )}
        </div>
      ))}
      <button type="submit" className="button button-main" aria-disabled={isPending}>
        {PASSWORD_PAGE.submit}
      </button>
    </form>
  );
}
