import { notFound } from "next/navigation";
import { afterEach, describe, expect, it, vi } from "vitest";
import { toProblem } from "@/app/_http/problem";
import { respond } from "@/app/_http/respond";
import { AppError } from "@/lib/errors/app-error";

afterEach(() => void vi.restoreAllMocks());

const asBrowser = new Request("http://portal.example/api/export", { headers: { accept: "text/html,*/*" } });
const asProgram = new Request("http://portal.example/api/export");

describe("an error on its way to the browser", () => {
  it("keeps status and sentence where the user can act", async () => {
    const response = await respond(asProgram, async () => {
      throw new AppError("busy", "โปรดลองใหม่ในอีกสักครู่");
    });
    expect([response.status, response.headers.get("retry-after")]).toEqual([503, "5"]);
    expect(await response.json()).toEqual({ error: { code: "busy", message: "โปรดลองใหม่ในอีกสักครู่" } });
  });

  it("is a page for people, with nothing of the sentence taken as HTML", async () => {
    const response = await respond(asBrowser, async () => {
      throw new AppError("input/invalid", "<script>alert('x')</script> & \"น้ำ\"");
    });
    expect(response.headers.get("content-type")).toBe("text/html; charset=utf-8");
    const page = await response.text();
    expect(page).not.toContain("<script>");
    expect(page).toContain("น้ำ");
  });

  it("becomes a reference number when it is a bug; the log has kind, code and place, and no value", () => {
    const log = vi.spyOn(console, "error").mockImplementation(() => undefined);
    const cause = Object.assign(new Error("duplicate key: (email)=(somchai@example.go.th)"), { code: "23505" });
    const bug = new Error("Failed query: insert … params: somchai@example.go.th,1234567890123", { cause });
    const problem = toProblem(bug);
    expect(problem).toMatchObject({ status: 500, code: "bug" });
    expect(problem.reference).toMatch(/^\d{8}$/);
    expect(problem.message).toContain(problem.reference);
    const line = String(log.mock.calls[0]?.[0]);
    expect(line).toContain(problem.reference);
    expect(line).toContain("23505");
    expect(line).toContain("problem.test.ts");
    expect(line).not.toMatch(/somchai|1234567890123|Failed query/);
  });

  it("lets Next's own not-found pass", () => {
    expect(() => {
      try {
        notFound();
      } catch (error) {
        toProblem(error);
      }
    }).toThrow(/NEXT_HTTP_ERROR_FALLBACK;404/);
  });
});
