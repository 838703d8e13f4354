/** A user as the administrator sees them: never with anything of the password. */
import type { Grant, Role } from "./actor";

export interface PortalUser {
  readonly userId: number;
  readonly email: string;
  readonly name: string;
  readonly role: Role;
  readonly grant: Grant;
  /** The office or province in full; null while no loaded archive knows its code. */
  readonly grantName: string | null;
  readonly isDisabled: boolean;
  readonly mustChangePassword: boolean;
  /** By wrong passwords; may lie in the past. */
  readonly lockedUntil: Date | null;
  readonly createdAt: Date;
  readonly lastSignedInAt: Date | null;
}

export interface UserPage {
  readonly users: readonly PortalUser[];
  /** Of all pages. */
  readonly userCount: number;
}
