/** A database of the operator's own comes up whoever owns it, however often and however many at once it is asked to. */
import { randomBytes } from "node:crypto";
import postgres from "postgres";
import { afterAll, beforeAll, describe, expect, inject, it } from "vitest";
import { grantPortalRole } from "@/db/grants";
import { migrate } from "@/db/migrate";
import { openOwner } from "@/db/owner";
import { AppError } from "@/lib/errors/app-error";

const tag = `test_${process.pid}_${randomBytes(3).toString("hex")}`;
const made: string[] = [];
const roles: string[] = [];
let server: postgres.Sql;

beforeAll(() => {
  server = postgres(`${inject("serverUrl")}/postgres`, { max: 1, onnotice: () => undefined });
});

afterAll(async () => {
  for (const database of made) {
    await server.unsafe(`drop database if exists ${database} with (force)`);
    await server.unsafe(`drop role if exists ${database}_portal_app`);
  }
  for (const role of roles) await server.unsafe(`drop role if exists ${role}`);
  await server.end();
});

/** An empty database owned by a new role with these attributes; its URL. */
async function emptyDatabase(attributes: string): Promise<string> {
  const database = `${tag}_m${made.length}`;
  const role = `${database}_owner`;
  await server.unsafe(`create role ${role} login ${attributes} password 'only-for-tests'`);
  roles.push(role);
  await server.unsafe(`create database ${database} owner ${role}`);
  made.push(database);
  const url = new URL(`${inject("serverUrl")}/${database}`);
  url.username = role;
  url.password = "only-for-tests";
  return url.href;
}

describe("migrate and grantPortalRole", () => {
  it("serve an ordinary owner that may make roles, and row-level security lets that owner write", async () => {
    const ownerUrl = await emptyDatabase("nosuperuser createrole");
    await migrate(ownerUrl);
    const appUrl = await grantPortalRole(ownerUrl, "first");
    const owner = openOwner(ownerUrl);
    await owner`insert into portal.provinces (province_no, province_code, province) values (1, '99', 'ทดสอบ')`;
    expect(await owner`select province_no from portal.provinces`).toHaveLength(1);
    await owner.end();

    const app = openOwner(appUrl);
    expect(await app`select * from portal.provinces`).toHaveLength(0);
    await expect(
      app`insert into portal.provinces (province_no, province_code, province) values (2, '98', 'x')`,
    ).rejects.toThrow(/permission denied/);
    await expect(app`delete from portal.audit_log`).rejects.toThrow(/permission denied/);
    await expect(app`update portal.audit_log set email = 'x'`).rejects.toThrow(/permission denied/);
    await app.end();
  });

  it("change nothing the second time, and take a new password", async () => {
    const ownerUrl = await emptyDatabase("nosuperuser createrole");
    await Promise.all([migrate(ownerUrl), migrate(ownerUrl), migrate(ownerUrl)]);
    await migrate(ownerUrl);
    const first = await grantPortalRole(ownerUrl, "first");
    const [again] = await Promise.all([grantPortalRole(ownerUrl, "p'ß 2"), grantPortalRole(ownerUrl, "p'ß 2")]);
    expect(again).not.toBe(first);
    const app = openOwner(again);
    expect(await app`select current_user as name`).toEqual([{ name: new URL(again).username }]);
    await app.end();
    const stale = openOwner(first);
    await expect(stale`select 1`).rejects.toThrow(/password/);
    await stale.end();
  });

  it("tell the operator the SQL to run where the owner may not make roles", async () => {
    const ownerUrl = await emptyDatabase("nosuperuser nocreaterole");
    await migrate(ownerUrl);
    const refused = await grantPortalRole(ownerUrl, "first").catch((error: unknown) => error);
    expect(refused).toBeInstanceOf(AppError);
    expect((refused as AppError).code).toBe("set-up");
    const remedy = /ALTER ROLE .* CREATEROLE;/.exec((refused as AppError).message);
    await server.unsafe(remedy?.[0] ?? "no remedy");
    expect(await grantPortalRole(ownerUrl, "first")).toContain("_portal_app");
  });
});
