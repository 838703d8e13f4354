/** What is kept of damaged gzip files: everything before a break, everything in later members. */
import { gzipSync } from "node:zlib";
import { describe, expect, it } from "vitest";
import { bufferSource } from "@/lib/archive/gzip/byte-source";
import { salvage } from "@/lib/archive/gzip/salvage";
import { createChance } from "../../../support/seeded-random";

/** Text in order, with `<code>` where something is missing, `<doubt>` and `<rest>`. */
function salvaged(bytes: Buffer): string {
  let text = "";
  for (const event of salvage(bufferSource(bytes), Buffer.from("lao_code,"))) {
    if (event.kind === "member") continue;
    text +=
      event.kind === "bytes"
        ? Buffer.from(event.bytes).toString("latin1")
        : `<${event.kind === "cut" ? event.code : event.kind}>`;
  }
  return text;
}

const part = (name: string) =>
  Array.from({ length: 400 }, (_, row) => `${name} ${row} ${(row * 7919) % 1000}\n`).join("");
const [A, B, C] = [`lao_code,${part("a")}`, part("b"), part("c")];
const [a, b, c] = [A, B, C].map((text) => gzipSync(text)) as [Buffer, Buffer, Buffer];
const members = Buffer.concat([a, b, c]);
const flip = (bytes: Buffer, at: number) => {
  const copy = Buffer.from(bytes);
  copy[at] = (copy[at] ?? 0) ^ 0xff;
  return copy;
};

describe("salvage", () => {
  it("reads sound members, and takes zeros behind the last for nothing", () => {
    expect(salvaged(members)).toBe(A + B + C);
    expect(salvaged(Buffer.concat([members, Buffer.alloc(700)]))).toBe(A + B + C);
  });

  it("keeps all before an early end, wherever it is", () => {
    for (const length of [0, 1, 5, 9, 10, 11, 200, a.length - 8, a.length - 1, a.length + 3, a.length + 500]) {
      const text = salvaged(members.subarray(0, length));
      expect(text.endsWith("<file/truncated>")).toBe(true);
      expect((A + B).startsWith(text.replace("<file/truncated>", ""))).toBe(true);
      expect(text.length).toBeGreaterThanOrEqual(length < 200 ? 0 : 100);
    }
    expect(salvaged(members.subarray(0, a.length - 3))).toBe(`${A}<file/truncated>`);
  });

  it("goes on with the next member after a broken one", () => {
    const text = salvaged(Buffer.concat([a, Buffer.from(b).fill(0xff, 300, 400), c]));
    expect(text.startsWith(A)).toBe(true);
    expect(text.endsWith(`<file/corrupt>${C}`)).toBe(true);
    expect(text.length).toBeGreaterThan(A.length + C.length + 100);
  });

  it("goes on after a member whose header is destroyed", () => {
    expect(salvaged(Buffer.concat([a, flip(b, 1), c]))).toBe(`${A}<file/corrupt>${C}`);
  });

  it("reads a file whose only header is destroyed, if it begins as it must", () => {
    expect(salvaged(flip(a, 0))).toBe(`${A}<doubt>`);
    expect(salvaged(flip(b, 0))).toBe("<file/corrupt>");
  });

  it("doubts a member whose check sum is wrong", () => {
    expect(salvaged(Buffer.concat([flip(a, a.length - 7), b]))).toBe(`${A}<doubt>${B}`);
  });

  it("tells bytes behind the last member", () => {
    expect(salvaged(Buffer.concat([a, Buffer.from("no gzip")]))).toBe(`${A}<rest>`);
  });

  it("ends for every byte that is flipped", () => {
    const chance = createChance(3);
    for (let round = 0; round < 150; round++) {
      const text = salvaged(flip(members, chance.below(members.length)));
      expect(text.length).toBeLessThan(2_000_000);
    }
  });
});
