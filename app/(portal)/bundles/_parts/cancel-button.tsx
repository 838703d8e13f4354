"use client";
/** Gives one bundle up; what went wrong is said beside it. */
import { useActionState } from "react";
import { NOT_SENT } from "./bundle-answer";
import { cancelBundleAction } from "./cancel-bundle-action";

export function CancelButton({ bundle, label }: { readonly bundle: string; readonly label: string }) {
  const [state, action, isPending] = useActionState(cancelBundleAction, NOT_SENT);
  return (
    <form action={action}>
      <input type="hidden" name="bundle" value={bundle} />
      <button type="submit" className="button" aria-disabled={isPending}>
        {label}
      </button>
      {state.message && <p role="status">{state.message}</p>}
    </form>
  );
}
