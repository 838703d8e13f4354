/** The code and QR of issued files, read back by programs that are not ours: from the picture of the printed page, and from the file's properties. */
import { spawnSync } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { describe, expect, it } from "vitest";
import { findFileCode } from "@/lib/issued/code-in-file";
import { newFileCode, showFileCode } from "@/lib/issued/file-code";
import { renderExcel } from "@/lib/render/excel/render-excel";
import type { FileSeal } from "@/lib/reports/document";
import { checkStructure, inspect, pageTexts, renderBytes } from "../../support/pdf-files";
import { ledgerDocument } from "../../support/report-documents";
import { requireTool } from "../../support/tools";
import { collectBytes } from "../../support/workbook-reading";

const code = newFileCode();
const ADDRESSES = [
  "https://archive.example.go.th",
  "http://127.0.0.1:3000",
  "https://a-much-longer-name-of-a-host.example.go.th:8443",
];

function sealAt(portal: string): FileSeal {
  return { code: showFileCode(code), address: `${portal}/verify/${showFileCode(code)}` };
}

function inFolder<T>(work: (folder: string) => T): T {
  const folder = mkdtempSync(path.join(tmpdir(), "portal-seal-"));
  try {
    return work(folder);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** What is read from the picture of one page at 150 dots an inch, as an office's scanner makes it. */
function readQr(pdf: Uint8Array, page: "first" | "last"): string {
  return inFolder((folder) => {
    const file = path.join(folder, "page.pdf");
    writeFileSync(file, pdf);
    const pages = Number(/Pages:\s+(\d+)/.exec(inspect("pdfinfo", pdf).join("\n"))?.[1]);
    const at = String(page === "first" ? 1 : pages);
    spawnSync(requireTool("pdftoppm"), [
      "-r",
      "150",
      "-f",
      at,
      "-l",
      at,
      "-singlefile",
      "-png",
      file,
      path.join(folder, "page"),
    ]);
    const read = spawnSync(requireTool("zbarimg"), ["--quiet", "--raw", path.join(folder, "page.png")], {
      encoding: "utf8",
    });
    return read.stdout.trim();
  });
}

describe("an issued PDF", () => {
  it.each(ADDRESSES)(
    "shows its address as a QR code that a reader reads from the picture of its first page (%s)",
    async (portal) => {
      const bytes = await renderBytes({ ...ledgerDocument({ rows: 40 }), seal: sealAt(portal) });
      checkStructure(bytes);
      expect(readQr(bytes, "first")).toBe(sealAt(portal).address);
    },
  );

  it("has its code at the foot of every page, at its end and among its properties", async () => {
    const seal = sealAt("https://archive.example.go.th");
    const bytes = await renderBytes({ ...ledgerDocument({ rows: 200 }), seal });
    const pages = pageTexts(bytes, "layout");
    expect(pages.length).toBeGreaterThan(3);
    for (const page of pages) expect(page).toContain(`รหัสตรวจสอบ ${seal.code}`);
    expect(pages.at(-1)).toContain("https://archive.example.go.th/verify");
    expect(inspect("pdfinfo", bytes).join("\n")).toContain(seal.code);
    expect(await findFileCode(bytes)).toBe(code);
  });

  it("still tells its code when another program has saved it anew", async () => {
    const bytes = await renderBytes({ ...ledgerDocument({ rows: 5 }), seal: sealAt("https://archive.example.go.th") });
    const again = inFolder((folder) => {
      const file = path.join(folder, "a.pdf");
      writeFileSync(file, bytes);
      return spawnSync(requireTool("qpdf"), ["--linearize", file, "-"], { maxBuffer: 2 ** 26 }).stdout;
    });
    expect(again.equals(bytes)).toBe(false);
    expect(await findFileCode(again)).toBe(code);
  });

  it("keeps long names off the QR code", async () => {
    const document = ledgerDocument({ rows: 3 });
    const columns = document.columns.filter((column) => ["date", "description", "debit"].includes(column.id));
    const title = "รายงานรายละเอียดประกอบการเบิกจ่ายเงินตามงบประมาณรายจ่ายจำแนกตามแผนงานและหมวดรายจ่าย";
    const seal = sealAt("https://archive.example.go.th");
    expect(readQr(await renderBytes({ ...document, columns, title, seal }), "first")).toBe(seal.address);
  });
});

describe("an issued workbook", () => {
  it("shows its address as a QR code in cells, and its code on the cover and among its properties", async () => {
    const seal = sealAt("https://archive.example.go.th");
    const bytes = Buffer.from(await collectBytes(renderExcel({ ...ledgerDocument({ rows: 5 }), seal })));
    expect(await findFileCode(bytes)).toBe(code);
    const pdf = inFolder((folder) => {
      const file = path.join(folder, "book.xlsx");
      writeFileSync(file, bytes);
      const profile = `-env:UserInstallation=file://${folder}/profile`;
      const made = spawnSync(requireTool("soffice"), [
        profile,
        "--headless",
        "--convert-to",
        "pdf",
        "--outdir",
        folder,
        file,
      ]);
      expect(made.status).toBe(0);
      return spawnSync("cat", [path.join(folder, "book.pdf")], { maxBuffer: 2 ** 26 }).stdout;
    });
    expect(readQr(pdf, "last")).toBe(seal.address);
    expect(pageTexts(pdf, "layout")[0]).toContain(seal.code);
  });
});
