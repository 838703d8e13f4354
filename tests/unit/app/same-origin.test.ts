import { describe, expect, it } from "vitest";
import { isSameOrigin } from "@/app/_http/same-origin";

const from = (headers: Record<string, string>) => isSameOrigin(new Headers(headers), "archive.example.go.th");

describe("isSameOrigin", () => {
  it.each([
    [{ "sec-fetch-site": "same-origin" }],
    [{ origin: "https://archive.example.go.th" }],
    [{ origin: "http://127.0.0.1:3000", host: "127.0.0.1:3000" }],
  ])("takes the portal's own pages: %j", (headers) => {
    expect(from(headers)).toBe(true);
  });

  it.each([
    [{ "sec-fetch-site": "cross-site", origin: "https://archive.example.go.th" }],
    [{ "sec-fetch-site": "same-site", origin: "https://other.example.go.th" }],
    [{ "sec-fetch-site": "none" }],
    [{ origin: "https://evil.example", host: "archive.example.go.th" }],
    [{ origin: "null", host: "archive.example.go.th" }],
    [{ origin: "http://127.0.0.1:3001", host: "127.0.0.1:3000" }],
    [{ host: "archive.example.go.th" }],
  ])("refuses whatever else: %j", (headers) => {
    expect(from(headers)).toBe(false);
  });
});
