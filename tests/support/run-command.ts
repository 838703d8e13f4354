/** Runs a command of the command line in this process, on a test's database: what it prints, notes, and ends with. */
import { Command } from "commander";
import type { Door } from "@/bin/door";
import type { Database } from "@/db/client";
import { operatorActor } from "@/lib/access/actor";
import { NOW } from "./read-report";

export const OPERATOR = operatorActor("somchai");

export interface CommandPlace {
  readonly database: Database;
  readonly ownerUrl: string;
  /** The clock of the operations. */
  readonly now?: Date;
}

export interface CommandOutput {
  readonly out: string;
  readonly bytes: Buffer;
  readonly notes: string;
  /** As the command set it; 0 where it set none. Errors are thrown. */
  readonly exitCode: number;
}

/** `words` as after `portal`: the name of the command and its options. */
export async function runCommand(
  add: (program: Command, door: Door) => void,
  { database, ownerUrl, now = NOW }: CommandPlace,
  ...words: readonly string[]
): Promise<CommandOutput> {
  const [printed, notes]: [Buffer[], string[]] = [[], []];
  const door: Door = {
    actor: OPERATOR,
    isTerminal: false,
    print: async (text) => void printed.push(Buffer.from(text as Uint8Array)),
    note: (line) => void notes.push(line),
    withPortal: (work) => work({ context: { actor: OPERATOR, now, database }, ownerUrl }),
  };
  const writeErr = (text: string) => void notes.push(text);
  const program = new Command("portal").exitOverride().configureOutput({ writeErr });
  add(program, door);
  for (const command of program.commands.flatMap((one) => [one, ...one.commands]))
    command.exitOverride().configureOutput({ writeErr });
  const before = process.exitCode;
  process.exitCode = undefined;
  try {
    await program.parseAsync(words, { from: "user" });
    const bytes = Buffer.concat(printed);
    return { out: bytes.toString("utf8"), bytes, notes: notes.join("\n"), exitCode: Number(process.exitCode ?? 0) };
  } finally {
    process.exitCode = before;
  }
}
