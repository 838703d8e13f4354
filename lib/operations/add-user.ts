/** Gives a person access. Without a password of the caller's the portal makes one, which must be changed at the first sign-in. */
import { z } from "zod";
import { nameOffices } from "@/db/queries/user-offices";
import { insertUser } from "@/db/writes/users";
import { type Grant, ROLES, type Role } from "@/lib/access/actor";
import { mustBeAdministrator } from "@/lib/access/administrator";
import { emailSchema } from "@/lib/access/email";
import { formatGrant, grantFitsRole } from "@/lib/access/grant";
import { generatePassword, hashPassword } from "@/lib/access/password";
import { findPasswordFault } from "@/lib/access/password-rule";
import { AppError } from "@/lib/errors/app-error";
import { type LaoCode, parseLaoCode } from "@/lib/office/office";
import { defineOperation } from "./define-operation";

export interface AddUserInput {
  readonly email: string;
  readonly name: string;
  readonly role: Role;
  readonly grant: Grant;
  /** Left out: made at random and returned once. */
  readonly password?: string | undefined;
  /** At the first sign-in; always so with a password made here. */
  readonly mustChange?: boolean | undefined;
}

export interface AddedUser {
  readonly email: string;
  /** Only when the portal made it; shown once, kept nowhere. */
  readonly initialPassword: string | null;
  /** Null while no loaded archive knows the code, or where there is nothing to name. */
  readonly grantName: string | null;
}

const laoCodeSchema = z.custom<LaoCode>((value) => typeof value === "string" && parseLaoCode(value) !== undefined);
const grantSchema: z.ZodType<Grant> = z.discriminatedUnion("kind", [
  z.object({ kind: z.literal("lao"), lao: laoCodeSchema }),
  z.object({ kind: z.literal("province"), provinceCode: z.string().regex(/^\d{1,8}$/) }),
  z.object({ kind: z.literal("nation") }),
  z.object({ kind: z.literal("none") }),
]);

/** AppErrors: `input/invalid` (says what), `conflict` when the address has an account already. */
export const addUser = defineOperation<AddUserInput, AddedUser>({
  name: "add-user",
  input: z.object({
    email: emailSchema,
    name: z.string().trim().min(1).max(200),
    role: z.enum(ROLES),
    grant: grantSchema,
    password: z.string().optional(),
    mustChange: z.boolean().optional(),
  }),
  access: mustBeAdministrator,
  audit: (input, added) => ({
    type: "change-user",
    change: "add",
    email: added.email,
    role: input.role,
    grant: formatGrant(input.grant),
  }),
  run: async ({ db, scope, now }, input) => {
    if (!grantFitsRole(input.role, input.grant))
      throw new AppError(
        "input/invalid",
        "ขอบเขตข้อมูลไม่ตรงกับบทบาท: ผู้ทำบัญชีต้องมี อปท. หนึ่งแห่ง ผู้ตรวจสอบต้องมีหนึ่งจังหวัด ส่วนกลางเห็นทั้งประเทศ — โปรดเลือกใหม่",
      );
    const fault = input.password === undefined ? null : findPasswordFault(input.password, input);
    if (fault) throw new AppError("input/invalid", fault);
    const initialPassword = input.password === undefined ? generatePassword() : null;
    const userId = await insertUser(db, scope, {
      email: input.email,
      name: input.name,
      role: input.role,
      grant: input.grant,
      passwordHash: await hashPassword(input.password ?? initialPassword ?? ""),
      mustChangePassword: initialPassword !== null || input.mustChange !== false,
      createdAt: now,
    });
    if (userId === null)
      throw new AppError("conflict", `มีบัญชีของอีเมล ${input.email} อยู่แล้ว — หากลืมรหัสผ่าน ให้ตั้งรหัสผ่านใหม่แทนการเพิ่มผู้ใช้`);
    const nameOf = await nameOffices(db, [input.grant]);
    return { email: input.email, initialPassword, grantName: nameOf(input.grant) };
  },
});
