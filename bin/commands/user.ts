/** `portal user …`: who may sign in. Passwords come from standard input or are made here; never from an argument, which others on the machine could read. */
import { type Command, Option } from "commander";
import { type Grant, ROLES, type Role } from "@/lib/access/actor";
import { formatGrant, parseGrant } from "@/lib/access/grant";
import { AppError } from "@/lib/errors/app-error";
import { addUser } from "@/lib/operations/add-user";
import { disableUser } from "@/lib/operations/disable-user";
import { enableUser } from "@/lib/operations/enable-user";
import { resetUser } from "@/lib/operations/reset-user";
import { USER_CHANGED, USERS } from "@/lib/wording/users";
import type { Door } from "../door";
import { readFirstLine } from "../read-first-line";
import { addUserListCommand } from "./user-list";

interface AddOptions {
  readonly email: string;
  readonly name: string;
  readonly role: Role;
  readonly lao?: string;
  readonly province?: string;
  readonly nation?: boolean;
  readonly passwordStdin?: boolean;
  readonly mustChange?: boolean;
  readonly json?: boolean;
}

export function addUserCommand(program: Command, door: Door): void {
  const user = program.command("user").description("จัดการผู้ใช้ — who may sign in");
  user
    .command("add")
    .description("เพิ่มผู้ใช้ — add a user; without --password-stdin a first password is made and printed once")
    .requiredOption("--email <address>", "the address to sign in with")
    .requiredOption("--name <name>", "the person's name")
    .addOption(new Option("--role <role>", "what the user is").choices(ROLES).makeOptionMandatory())
    .addOption(new Option("--lao <code>", "may read this LAO (accountant)").conflicts(["province", "nation"]))
    .addOption(new Option("--province <code>", "may read this province (auditor)").conflicts("nation"))
    .option("--nation", "may read all LAOs (department)")
    .option("--password-stdin", "take the password from the first line of standard input")
    .option("--must-change", "with --password-stdin: have it changed at the first sign-in")
    .option("--json", "for scripts: one JSON object")
    .action((options: AddOptions) => add(door, options));
  addUserListCommand(user, door);
  user
    .command("disable <email>")
    .description("ระงับการใช้งาน — take access away at once")
    .action((email: string) =>
      door.withPortal(async ({ context }) => {
        await disableUser(context, { email });
        await door.print(`${USER_CHANGED.disable(email)}\n`);
      }),
    );
  user
    .command("enable <email>")
    .description("ให้ใช้งานได้อีก — let a disabled or locked user in again")
    .action((email: string) =>
      door.withPortal(async ({ context }) => {
        await enableUser(context, { email });
        await door.print(`${USER_CHANGED.enable(email)}\n`);
      }),
    );
  user
    .command("reset <email>")
    .description("ตั้งรหัสผ่านใหม่ — make a new first password and print it once")
    .option("--json", "for scripts: one JSON object")
    .action((email: string, options: { json?: boolean }) =>
      door.withPortal(async ({ context }) => {
        const { initialPassword } = await resetUser(context, { email });
        await door.print(
          options.json
            ? `${JSON.stringify({ email, initialPassword })}\n`
            : `${USER_CHANGED.reset(email)}\n${passwordLine(initialPassword)}`,
        );
      }),
    );
}

async function add(door: Door, options: AddOptions): Promise<void> {
  const { email, name, role } = options;
  const grant = readGrant(options);
  // Before the database is opened: a person may be typing.
  const password = options.passwordStdin ? await readFirstLine(process.stdin) : undefined;
  // A password that the operator hands in was agreed on with the person, or a script's; a made one is always changed.
  const mustChange = password === undefined || options.mustChange === true;
  await door.withPortal(async ({ context }) => {
    const added = await addUser(context, { email, name, role, grant, password, mustChange });
    if (options.json) {
      await door.print(`${JSON.stringify({ email: added.email, initialPassword: added.initialPassword })}\n`);
      return;
    }
    await door.print(`${USER_CHANGED.add(added.email, added.grantName)}\n`);
    const hasCode = grant.kind === "lao" || grant.kind === "province";
    if (hasCode && added.grantName === null) door.note(`${USERS.unknownOffice}: ${formatGrant(grant)}`);
    if (added.initialPassword) await door.print(passwordLine(added.initialPassword));
  });
}

function passwordLine(initialPassword: string): string {
  return `${USERS.initialPassword} (initial password): ${initialPassword}\n${USERS.initialPasswordNote}\n`;
}

function readGrant({ lao, province, nation }: AddOptions): Grant {
  const kind = lao !== undefined ? "lao" : province !== undefined ? "province" : nation ? "nation" : "none";
  const grant = parseGrant(kind, lao ?? province ?? null);
  if (!grant)
    throw new AppError(
      "input/invalid",
      `รหัส «${lao ?? province}» ไม่ถูกต้อง — --lao ต้องเป็นตัวเลข 8 หลัก และ --province เป็นรหัสจังหวัด เช่น 35`,
    );
  return grant;
}
