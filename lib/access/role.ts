/** Reads the name of a role from a form or a command. */
import { ROLES, type Role } from "./actor";

export function isRole(text: string): text is Role {
  return (ROLES as readonly string[]).includes(text);
}
