"use client";
/** Opens the browser's print dialogue; without scripts the browser's own menu does the same. */

export function PrintButton({ label }: { readonly label: string }) {
  return (
    <button type="button" className="button" onClick={() => window.print()}>
      {label}
    </button>
  );
}
