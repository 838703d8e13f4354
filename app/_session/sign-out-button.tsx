/** The way out, on every page; a plain form, so that it works without scripts. */
import { SIGN_IN } from "@/lib/wording/sign-in";
import { signOutAction } from "./sign-out-action";

export function SignOutButton() {
  return (
    <form action={signOutAction}>
      <button type="submit" className="button">
        {SIGN_IN.signOut}
      </button>
    </form>
  );
}
