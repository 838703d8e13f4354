/** What every command gets: where to print, who acts, how to reach the portal's database, and what an error means for the exit code. */
import { once } from "node:events";
import os from "node:os";
import { closeDatabase, openDatabase } from "@/db/client";
import { openPortalDatabase } from "@/db/portal-database";
import { type Actor, operatorActor } from "@/lib/access/actor";
import { readEnv } from "@/lib/config/env";
import { findProjectRoot } from "@/lib/config/project-root";
import { AppError } from "@/lib/errors/app-error";
import type { OperationContext } from "@/lib/operations/define-operation";

export interface Portal {
  /** For operations: the operator as actor, the restricted role's connections. */
  readonly context: OperationContext;
  /** For loading: the role that owns the tables. */
  readonly ownerUrl: string;
}

export interface Door {
  readonly actor: Actor;
  /** Writes to standard output; waits while the reader is slow. */
  readonly print: (text: string | Uint8Array) => Promise<void>;
  /** Writes a line to standard error: progress, notes. */
  readonly note: (line: string) => void;
  /** Standard error is a terminal: progress may rewrite its line. */
  readonly isTerminal: boolean;
  /** Reaches the running portal's database, or starts the embedded one for the time of `work`. */
  readonly withPortal: <T>(work: (portal: Portal) => Promise<T>) => Promise<T>;
}

export function openDoor(): Door {
  const actor = operatorActor(os.userInfo().username);
  return {
    actor,
    isTerminal: process.stderr.isTTY === true,
    print: async (text) => {
      if (!process.stdout.write(text)) await once(process.stdout, "drain");
    },
    note: (line) => void process.stderr.write(`${line}\n`),
    withPortal: async (work) => {
      const portal = await openPortalDatabase(readEnv(), findProjectRoot());
      const database = openDatabase(portal.appUrl);
      try {
        return await work({ context: { actor, now: new Date(), database }, ownerUrl: portal.ownerUrl });
      } finally {
        await closeDatabase(database);
        await portal.release();
      }
    },
  };
}

/** 2 for a refused archive, 1 for everything else; bugs keep their stack, the user's own troubles are one sentence. */
export function reportError(error: unknown): number {
  if (error instanceof AppError) {
    process.stderr.write(`${error.message}\n`);
    return error.code === "bag/refused" ? 2 : 1;
  }
  const trouble = error instanceof Error ? (error.stack ?? error.message) : String(error);
  process.stderr.write(`ระบบขัดข้อง (unexpected error)\n${trouble}\n`);
  return 1;
}
