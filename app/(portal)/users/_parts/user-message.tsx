/** The answer to a change: what was done, and a first password where one was made. It is shown this once. */
import { USERS } from "@/lib/wording/users";
import type { UserChange } from "./user-change";

export function UserMessage({ state }: { readonly state: UserChange }) {
  return (
    <div role="status">
      {state.message && (
        <div
          className={`my-2 max-w-[60ch] border-l-4 ${state.isDone ? "border-edge" : "border-damage"} bg-sheet px-4 py-2 whitespace-normal`}
        >
          <p>{state.message}</p>
          {state.initialPassword && (
            <>
              <p>
                {USERS.initialPassword}:{" "}
                <code className="text-lg font-semibold select-all">{state.initialPassword}</code>
              </p>
              <p className="text-soft">{USERS.initialPasswordNote}</p>
            </>
          )}
        </div>
      )}
    </div>
  );
}
