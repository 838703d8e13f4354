import { afterEach, describe, expect, it, vi } from "vitest";
import { requireTool } from "../../../support/tools";

describe("programs that tests of files need", () => {
  afterEach(() => {
    vi.unstubAllEnvs();
  });

  it("are found on this machine", () => {
    expect(requireTool("pdftotext")).toMatch(/pdftotext$/);
  });

  it("fail the tests with the command that installs them, instead of being skipped", () => {
    vi.stubEnv("PATH", "/nowhere");
    expect(() => requireTool("qpdf")).toThrow("apt-get install -y poppler-utils qpdf");
  });
});
