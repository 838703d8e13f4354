import { describe, expect, it } from "vitest";
import { href, readPageNumber, readQuery } from "@/app/_ui/href";

describe("href", () => {
  it("leaves out what is empty and keeps what is zero", () => {
    expect(href("/laos", { q: "", state: undefined, page: "0" })).toBe("/laos?page=0");
    expect(href("/laos", {}, "")).toBe("/laos");
  });

  it("keeps signs of Thai texts, document numbers and other addresses apart", () => {
    const address = href("/x", { q: "น้ำ&a=1", entry: "RV-00012/67", back: ["/lao/1?a=1&b=2#row-3"] }, "row-9");
    const url = new URL(address, "http://x");
    expect(url.searchParams.get("q")).toBe("น้ำ&a=1");
    expect(url.searchParams.get("entry")).toBe("RV-00012/67");
    expect(url.searchParams.getAll("back")).toEqual(["/lao/1?a=1&b=2#row-3"]);
    expect(url.hash).toBe("#row-9");
  });
});

describe("readQuery", () => {
  it("takes the first of several, trims, and drops the empty and the way back", () => {
    expect(readQuery({ q: [" a ", "b"], month: "  ", page: "2", back: "/lao/1", none: undefined })).toEqual({
      q: "a",
      page: "2",
    });
  });
});

describe("readPageNumber", () => {
  it.each(["0", "-1", "1.5", "1e3", "99999999", "สอง", "", undefined])("takes %s as page 1", (text) => {
    expect(readPageNumber(text)).toBe(1);
  });

  it("reads a page number", () => {
    expect(readPageNumber("120")).toBe(120);
  });
});
