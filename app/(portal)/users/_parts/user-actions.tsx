"use client";
/** What can be done with one user. Folded, so that each change takes two deliberate steps; works without scripts too. */
import { useActionState } from "react";
import { USERS } from "@/lib/wording/users";
import { changeUserAction } from "./change-user-action";
import { NO_CHANGE } from "./user-change";
import { UserMessage } from "./user-message";

interface UserActionsProps {
  readonly email: string;
  readonly name: string;
  readonly isDisabled: boolean;
  readonly isLocked: boolean;
}

export function UserActions({ email, name, isDisabled, isLocked }: UserActionsProps) {
  const [state, action, isPending] = useActionState(changeUserAction, NO_CHANGE);
  const enable = isDisabled
    ? [{ change: "enable", label: USERS.enable, note: USERS.enableNote }]
    : isLocked
      ? [{ change: "enable", label: USERS.unlock, note: USERS.enableNote }]
      : [];
  const choices = [
    ...enable,
    ...(isDisabled ? [] : [{ change: "disable", label: USERS.disable, note: USERS.disableNote }]),
    { change: "reset", label: USERS.reset, note: USERS.resetNote },
  ];
  return (
    <>
      <UserMessage state={state} />
      <details>
        <summary>
          {USERS.manage}
          <span className="sr-only"> {USERS.manageOf(name)}</span>
        </summary>
        <form action={action} className="flex max-w-[22rem] flex-col gap-3 py-2 whitespace-normal">
          <input type="hidden" name="email" value={email} />
          {choices.map(({ change, label, note }) => (
            <div key={label}>
              <button type="submit" name="change" value={change} className="button" aria-disabled={isPending}>
                {label}
              </button>
              <p className="text-soft">{note}</p>
            </div>
          ))}
        </form>
      </details>
    </>
  );
}
