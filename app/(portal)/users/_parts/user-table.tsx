/** The list of users; what can be done with each stands folded in its row. */
import { LedgerRegion } from "@/app/_ui/ledger-region";
import { formatGrant } from "@/lib/access/grant";
import type { PortalUser } from "@/lib/access/portal-user";
import { formatMoment } from "@/lib/period/date";
import { grantWords, roleName } from "@/lib/wording/access";
import { USERS } from "@/lib/wording/users";
import { UserActions } from "./user-actions";

interface UserTableProps {
  readonly users: readonly PortalUser[];
  /** Whoever reads the page: nobody disables or resets themself. */
  readonly readerId: number | null;
  readonly now: Date;
}

export function UserTable({ users, readerId, now }: UserTableProps) {
  return (
    <LedgerRegion label={USERS.table}>
      <table className="ledger">
        <thead>
          <tr>
            {[USERS.name, USERS.role, USERS.grant, USERS.status, USERS.lastSignedIn, USERS.manage].map((head) => (
              <th key={head} scope="col">
                {head}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {users.map((user) => (
            <UserRow key={user.userId} user={user} isReader={user.userId === readerId} now={now} />
          ))}
        </tbody>
      </table>
    </LedgerRegion>
  );
}

function UserRow({
  user,
  isReader,
  now,
}: {
  readonly user: PortalUser;
  readonly isReader: boolean;
  readonly now: Date;
}) {
  const isLocked = user.lockedUntil !== null && user.lockedUntil > now;
  const hasCode = user.grant.kind === "lao" || user.grant.kind === "province";
  return (
    <tr>
      <th scope="row">
        {user.name}
        <br />
        <span className="font-normal text-soft">{user.email}</span>
      </th>
      <td>{roleName(user.role)}</td>
      <td>
        {grantWords(formatGrant(user.grant))}
        {hasCode && (
          <>
            <br />
            <span className="text-soft">{user.grantName ?? USERS.unknownOffice}</span>
          </>
        )}
      </td>
      <td>{statusOf(user, isLocked)}</td>
      <td className="whitespace-nowrap">{user.lastSignedInAt ? formatMoment(user.lastSignedInAt) : USERS.never}</td>
      <td>
        {isReader ? (
          USERS.self
        ) : (
          <UserActions email={user.email} name={user.name} isDisabled={user.isDisabled} isLocked={isLocked} />
        )}
      </td>
    </tr>
  );
}

function statusOf(user: PortalUser, isLocked: boolean): string {
  if (user.isDisabled) return USERS.disabled;
  if (isLocked && user.lockedUntil) return USERS.locked(formatMoment(user.lockedUntil));
  return user.mustChangePassword ? USERS.mustChange : USERS.active;
}
