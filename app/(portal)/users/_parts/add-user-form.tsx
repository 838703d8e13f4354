"use client";
/** A new user: name, address, role with scope, and the code of the office or province. */
import { useActionState } from "react";
import { SelectField, TextField } from "@/app/_ui/fields";
import { RIGHT_CHOICES, USERS } from "@/lib/wording/users";
import { type AddUserState, addUserAction } from "./add-user-action";
import { NO_CHANGE } from "./user-change";
import { UserMessage } from "./user-message";

const START: AddUserState = { ...NO_CHANGE, typed: { name: "", email: "", right: "", code: "" } };

export function AddUserForm() {
  const [state, action, isPending] = useActionState(addUserAction, START);
  const { typed } = state;
  return (
    <section className="my-8 max-w-xl border-t border-rule pt-4">
      <h2 className="text-xl">{USERS.addTitle}</h2>
      <UserMessage state={state} />
      {/* A new form for each answer, since what was typed comes back as its first values. */}
      <form action={action} key={JSON.stringify(typed)} className="mt-3 flex flex-col gap-4">
        <TextField name="name" label={USERS.name} value={typed.name} placeholder={USERS.addNameHint} isRequired />
        <TextField name="email" label={USERS.email} value={typed.email} isRequired />
        <SelectField
          name="right"
          label={USERS.addRight}
          value={typed.right}
          none="—"
          choices={RIGHT_CHOICES}
          isRequired
        />
        <TextField name="code" label={USERS.addCode} value={typed.code} />
        <p className="text-soft">{USERS.addCodeHint}</p>
        <div>
          <button type="submit" className="button button-main" aria-disabled={isPending}>
            {USERS.add}
          </button>
        </div>
      </form>
    </section>
  );
}
