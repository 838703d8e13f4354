"use client";
/** What to put into a bundle: whose reports, which months, which kinds of files. */
import { useActionState } from "react";
import { type Choice, SelectField } from "@/app/_ui/fields";
import { BUNDLE_PAGE } from "@/lib/wording/bundles";
import { NOT_SENT } from "./bundle-answer";
import { requestBundleAction } from "./request-bundle-action";

interface RequestBundleFormProps {
  readonly snapshot: string;
  readonly months: readonly Choice[];
  /** Codes to begin with. */
  readonly laos: string;
  /** Whoever reads one LAO has nothing to choose. */
  readonly canChoose: boolean;
}

export function RequestBundleForm({ snapshot, months, laos, canChoose }: RequestBundleFormProps) {
  const [state, action, isPending] = useActionState(requestBundleAction, NOT_SENT);
  return (
    <form action={action} className="my-4 flex max-w-[60ch] flex-col gap-3">
      <input type="hidden" name="snapshot" value={snapshot} />
      {canChoose ? (
        <div className="field">
          <label htmlFor="bundle-laos">{BUNDLE_PAGE.laos}</label>
          <textarea
            id="bundle-laos"
            name="laos"
            defaultValue={laos}
            rows={3}
            required
            maxLength={400}
            className="control"
          />
        </div>
      ) : (
        <input type="hidden" name="laos" value={laos} />
      )}
      <SelectField name="month" label={BUNDLE_PAGE.month} value="" none={BUNDLE_PAGE.allMonths} choices={months} />
      <fieldset>
        <legend className="text-soft">{BUNDLE_PAGE.formats}</legend>
        <div className="flex flex-wrap gap-x-5">
          {BUNDLE_PAGE.formatChoices.map(([value, label], index) => (
            <label key={value} className="check">
              <input type="checkbox" name="format" value={value} defaultChecked={index < 2} />
              {label}
            </label>
          ))}
        </div>
      </fieldset>
      <div>
        <button type="submit" className="button button-main" aria-disabled={isPending}>
          {BUNDLE_PAGE.ask}
        </button>
      </div>
      <p role="status">{state.message}</p>
    </form>
  );
}
