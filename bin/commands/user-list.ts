/** `portal user list`: everybody who has an account, and what each may read. */
import type { Command } from "commander";
import { formatGrant } from "@/lib/access/grant";
import type { PortalUser } from "@/lib/access/portal-user";
import { listUsers } from "@/lib/operations/list-users";
import { formatMoment } from "@/lib/period/date";
import { roleName } from "@/lib/wording/access";
import { USERS } from "@/lib/wording/users";
import type { Door } from "../door";

export function addUserListCommand(user: Command, door: Door): void {
  user
    .command("list")
    .description("แสดงผู้ใช้ทั้งหมด — list users")
    .option("--json", "for scripts: one JSON array")
    .action((options: { json?: boolean }) =>
      door.withPortal(async ({ context }) => {
        const { users } = await listUsers(context, {});
        if (options.json) await door.print(`${JSON.stringify(users.map(toJson))}\n`);
        else if (users.length === 0) await door.print("ยังไม่มีผู้ใช้ — เพิ่มด้วยคำสั่ง user add\n");
        else for (const one of users) await door.print(toLine(one, context.now));
      }),
    );
}

function toLine(user: PortalUser, now: Date): string {
  const isLocked = user.lockedUntil !== null && user.lockedUntil > now;
  const state = user.isDisabled
    ? USERS.disabled
    : isLocked
      ? "พักชั่วคราว"
      : user.mustChangePassword
        ? USERS.mustChange
        : USERS.active;
  const seen = user.lastSignedInAt ? formatMoment(user.lastSignedInAt) : USERS.never;
  return [user.email, roleName(user.role), formatGrant(user.grant), state, seen, user.name].join("\t").concat("\n");
}

function toJson(user: PortalUser) {
  return {
    email: user.email,
    name: user.name,
    role: user.role,
    grant: formatGrant(user.grant),
    grantName: user.grantName,
    disabled: user.isDisabled,
    mustChangePassword: user.mustChangePassword,
    lockedUntil: user.lockedUntil?.toISOString() ?? null,
    createdAt: user.createdAt.toISOString(),
    lastSignedInAt: user.lastSignedInAt?.toISOString() ?? null,
  };
}
