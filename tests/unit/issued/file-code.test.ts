import { describe, expect, it } from "vitest";
import { newFileCode, parseFileCode, showFileCode } from "@/lib/issued/file-code";

const SIGNS = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";

describe("the code of a file", () => {
  it("is random, in four groups of five, and is read back however people type it", () => {
    const codes = new Set(Array.from({ length: 500 }, newFileCode));
    expect(codes.size).toBe(500);
    for (const code of codes) {
      const shown = showFileCode(code);
      expect(shown).toMatch(/^[0-9A-HJKMNP-TV-Z]{5}(-[0-9A-HJKMNP-TV-Z]{5}){3}$/);
      const typed = shown.toLowerCase().replaceAll("-", " ").replaceAll("0", "o").replaceAll("1", "l");
      for (const text of [shown, code, ` ${typed} `]) expect(parseFileCode(text)).toBe(code);
    }
  });

  it("tells every single wrong sign", () => {
    for (const code of Array.from({ length: 20 }, newFileCode))
      for (let at = 0; at < code.length; at++)
        for (const sign of SIGNS)
          if (sign !== code[at]) expect(parseFileCode(code.slice(0, at) + sign + code.slice(at + 1))).toBeUndefined();
  });

  it("tells nearly every swap of two neighbours", () => {
    const swaps = Array.from({ length: 200 }, newFileCode).flatMap((code) =>
      Array.from({ length: code.length - 1 }, (_, at) => [code, at] as const).filter(
        ([, at]) => code[at] !== code[at + 1],
      ),
    );
    const unseen = swaps.filter(([code, at]) =>
      parseFileCode(`${code.slice(0, at)}${code[at + 1]}${code[at]}${code.slice(at + 2)}`),
    );
    expect(swaps.length).toBeGreaterThan(3000);
    expect(unseen.length / swaps.length).toBeLessThan(0.01);
  });

  it.each(["", "7K3QD", "U".repeat(20), "0".repeat(21), "../../etc/passwd", "ก".repeat(20)])("is not «%s»", (text) => {
    expect(parseFileCode(text)).toBeUndefined();
  });
});
