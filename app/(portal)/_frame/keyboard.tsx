"use client";
/**
 * Shortcuts for people who work by keyboard: `/` to the search field, `g` and a key to a page, `?` what there is. By the place of a key and
 * not by its letter, so that a keyboard set to Thai works as well. They can be switched off, and stay off (WCAG 2.1.4).
 */
import { usePathname, useSearchParams } from "next/navigation";
import { useEffect, useRef, useState } from "react";
import { KEYS } from "@/lib/wording/shortcuts";
import { QUICK_SEARCH_ID } from "./quick-search";
import type { Shortcut } from "./shortcuts";

const STORED_AS = "portal.shortcuts";
const PATIENCE_MS = 4_000;

interface KeyboardProps {
  readonly shortcuts: readonly (Shortcut & { readonly letter: string })[];
  /** The LAO of whoever reads one only. */
  readonly ownLao: string | null;
}

/** Whether the key is meant for what has the focus: a field, a list of choices, an open dialogue. */
function isTyping(event: KeyboardEvent): boolean {
  if (event.ctrlKey || event.altKey || event.metaKey || event.isComposing || event.defaultPrevented) return true;
  const target = event.target instanceof Element ? event.target : null;
  return Boolean(target?.closest("input, textarea, select, [contenteditable], dialog"));
}

function focusSearch(path: string): boolean {
  const own = path === "/search" ? document.querySelector<HTMLInputElement>("main input[name=q]") : null;
  const field = own ?? document.getElementById(QUICK_SEARCH_ID);
  if (!(field instanceof HTMLInputElement)) return false;
  field.focus();
  field.select();
  return true;
}

export function Keyboard({ shortcuts, ownLao }: KeyboardProps) {
  const dialog = useRef<HTMLDialogElement>(null);
  // Null until the browser has been asked: without scripts there are no shortcuts to speak of.
  const [isOn, setOn] = useState<boolean | null>(null);
  const [isWaiting, setWaiting] = useState(false);
  const path = usePathname();
  const snapshot = useSearchParams().get("snapshot");
  const [, top, code] = path.split("/");
  const lao = top === "lao" && code ? code : ownLao;

  useEffect(() => {
    setOn(readChoice());
  }, []);

  useEffect(() => {
    if (!isOn) return;
    let timer: number | undefined;
    let hasG = false;
    const wait = (isOpen: boolean) => {
      window.clearTimeout(timer);
      hasG = isOpen;
      setWaiting(isOpen);
      if (isOpen) timer = window.setTimeout(() => wait(false), PATIENCE_MS);
    };
    const press = (event: KeyboardEvent) => {
      if (isTyping(event)) return;
      if (hasG) {
        if (event.key === "Shift") return;
        wait(false);
        const shortcut = shortcuts.find((one) => one.code === event.code);
        const address = shortcut && addressOf(shortcut, lao, snapshot);
        if (!address) return;
        event.preventDefault();
        location.assign(address);
      } else if (event.key === "?" || (event.code === "Slash" && event.shiftKey)) {
        event.preventDefault();
        dialog.current?.showModal();
      } else if (event.key === "/" || event.code === "Slash") {
        if (focusSearch(path)) event.preventDefault();
      } else if (event.code === "KeyG" && !event.shiftKey) wait(true);
    };
    document.addEventListener("keydown", press);
    return () => {
      window.clearTimeout(timer);
      document.removeEventListener("keydown", press);
    };
  }, [isOn, lao, snapshot, path, shortcuts]);

  const choose = (isChosen: boolean) => {
    setOn(isChosen);
    storeChoice(isChosen);
  };
  if (isOn === null) return null;
  return (
    <>
      <button type="button" className="link-button" onClick={() => dialog.current?.showModal()}>
        {KEYS.button}
      </button>
      <div role="status" className={isWaiting ? "key-wait" : undefined}>
        {isWaiting && KEYS.waiting}
      </div>
      <dialog ref={dialog} className="keys" aria-labelledby="keys-title">
        <h2 id="keys-title" className="text-xl">
          {KEYS.title}
        </h2>
        <p className="mt-1 text-soft">{KEYS.lead}</p>
        <dl className="mt-3">
          <Row keys={["/"]} label={KEYS.search} />
          <Row keys={["?"]} label={KEYS.help} />
          {shortcuts.map((shortcut) => (
            <Row
              key={shortcut.code}
              keys={["G", shortcut.letter]}
              label={shortcut.isOfLao && !lao ? `${shortcut.label} (${KEYS.ofLao})` : shortcut.label}
            />
          ))}
        </dl>
        <div className="mt-4 flex flex-wrap items-center justify-between gap-3">
          <label className="check">
            <input type="checkbox" checked={isOn} onChange={(event) => choose(event.target.checked)} />
            {KEYS.use}
          </label>
          <button type="button" className="button" onClick={() => dialog.current?.close()}>
            {KEYS.close}
          </button>
        </div>
      </dialog>
    </>
  );
}

function Row({ keys, label }: { readonly keys: readonly string[]; readonly label: string }) {
  return (
    <div className="flex items-baseline gap-4 border-t border-rule py-1.5">
      <dt className="w-20 shrink-0">
        {keys.map((key) => (
          <kbd key={key}>{key}</kbd>
        ))}
      </dt>
      <dd>{label}</dd>
    </div>
  );
}

function addressOf({ path, isOfLao }: Shortcut, lao: string | null, snapshot: string | null): string | undefined {
  if (isOfLao && !lao) return undefined;
  const query = snapshot ? `?${new URLSearchParams({ snapshot })}` : "";
  return `${isOfLao ? `/lao/${lao}` : ""}${path}${query}`;
}

/** On unless it was switched off in this browser. */
function readChoice(): boolean {
  try {
    return localStorage.getItem(STORED_AS) !== "off";
  } catch {
    return true;
  }
}

function storeChoice(isChosen: boolean): void {
  try {
    if (isChosen) localStorage.removeItem(STORED_AS);
    else localStorage.setItem(STORED_AS, "off");
  } catch {
    // A browser that keeps nothing: the choice holds until the page is left.
  }
}
