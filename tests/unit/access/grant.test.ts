import { describe, expect, it } from "vitest";
import { formatGrant, grantFitsRole, parseGrant } from "@/lib/access/grant";

describe("grant", () => {
  it("is read from kind and code, and written in one line", () => {
    const texts = (
      [
        ["lao", "06350302"],
        ["province", "35"],
        ["nation", null],
        ["none", null],
      ] as const
    ).map(([kind, code]) => {
      const grant = parseGrant(kind, code);
      return grant && formatGrant(grant);
    });
    expect(texts).toEqual(["lao:06350302", "province:35", "nation", "none"]);
  });

  it.each([
    ["lao", null],
    ["lao", "6350302"],
    ["lao", "0635030x"],
    ["province", ""],
    ["nation", "35"],
    ["none", "06350302"],
    ["district", "3501"],
  ])("is refused for %s %s", (kind, code) => {
    expect(parseGrant(kind, code)).toBeUndefined();
  });

  it("fits the role: accountants one LAO, auditors a province, the department all, administrators any or none", () => {
    const kinds = ["lao", "province", "nation", "none"] as const;
    const grants = kinds.map((kind) =>
      parseGrant(kind, kind === "lao" ? "06350302" : kind === "province" ? "35" : null),
    );
    const fits = (["accountant", "auditor", "department", "administrator"] as const).map((role) =>
      grants.flatMap((grant) => (grant && grantFitsRole(role, grant) ? [grant.kind] : [])),
    );
    expect(fits).toEqual([["lao"], ["province"], ["nation"], [...kinds]]);
  });
});
