"use client";
/** E-mail and password. Posts also before scripts have loaded, so that a password never lands in an address. */
import { useActionState } from "react";
import { SIGN_IN } from "@/lib/wording/sign-in";
import { type SignInState, signInAction } from "./sign-in-action";

const START: SignInState = { email: "", message: null };

export function SignInForm({ returnPath }: { readonly returnPath: string }) {
  const [state, action, isPending] = useActionState(signInAction, START);
  return (
    <form action={action} className="mt-4 flex flex-col gap-4">
      <div role="alert" aria-live="assertive">
        {state.message && <p className="border-l-4 border-damage bg-sheet px-4 py-3">{state.message}</p>}
      </div>
      <input type="hidden" name="return" value={returnPath} />
      <div className="field">
        <label htmlFor="email">{SIGN_IN.email}</label>
        <input
          // A new element for each answer, since the typed address comes back as its first value.
          key={state.email}
          id="email"
          name="email"
          type="email"
          required
          maxLength={254}
          autoComplete="username"
          defaultValue={state.email}
          className="control"
        />
      </div>
      <div className="field">
        <label htmlFor="password">{SIGN_IN.password}</label>
        <input
          id="password"
          name="password"
          type="password"
          required
          autoComplete="current-password"
          className="control"
        />
      </div>
      <button type="submit" className="button button-main" aria-disabled={isPending}>
        {isPending ? SIGN_IN.submitting : SIGN_IN.submit}
      </button>
    </form>
  );
}
