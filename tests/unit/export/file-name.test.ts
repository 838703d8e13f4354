import { describe, expect, it } from "vitest";
import { asciiFileName, exportFileName } from "@/lib/export/file-name";
import { exportHeaders } from "@/lib/export/start-export";
import { ledgerDocument } from "../../support/report-documents";

const document = ledgerDocument({
  rows: 0,
  overrides: {
    parameters: [
      { id: "from", label: "ตั้งแต่", value: "2024-01-06", text: "6 ม.ค. 2567" },
      { id: "to", label: "ถึง", value: "2024-03", text: "มี.ค. 2567" },
      { id: "account", label: "รหัสบัญชี", value: "1101010101.001", text: "1101010101.001" },
      { id: "entry", label: "เลขที่", value: "RV-00012/67", text: "RV-00012/67" },
      { id: "q", label: "ค้นหา", value: "../../etc", text: "" },
    ],
  },
});

describe("names of downloaded files", () => {
  it("say report, LAO and period in Thai, with Buddhist years", () => {
    expect(exportFileName(document, "pdf")).toBe(
      "บัญชีแยกประเภท_ทต.ศรีแก้ว_2567-01-06_2567-03_1101010101.001_RV-00012-67.pdf",
    );
    expect(asciiFileName(document, "xlsx")).toBe("ledger_06350302_2567-01-06_2567-03_1101010101.001_RV-00012-67.xlsx");
  });

  it("hold no sign that a file system, a shell or a header would take for its own", () => {
    const place = { ...document.place, name: 'ก/ข\\ค:ง"จ\r\nSet-Cookie: x;%2F' };
    const name = exportFileName({ ...document, place }, "pdf");
    expect(name).not.toMatch(/[\\/:*?"<>|%;\r\n]/);
    const disposition = exportHeaders({
      mimeType: "application/pdf",
      fileName: name,
      asciiName: asciiFileName({ ...document, place }, "pdf"),
    })["content-disposition"];
    expect(disposition).toMatch(/^attachment; filename="[\x20-\x7e]+"; filename\*=UTF-8''[A-Za-z0-9._~%-]+$/);
    expect(decodeURIComponent(disposition?.split("UTF-8''")[1] ?? "")).toBe(name);
  });
});
