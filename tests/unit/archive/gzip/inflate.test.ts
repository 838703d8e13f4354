/** Our own inflater against zlib: the same bytes for sound streams, and never less than zlib gives for broken ones. */
import { constants, deflateRawSync, inflateRawSync } from "node:zlib";
import { expect, it } from "vitest";
import { bufferSource } from "@/lib/archive/gzip/byte-source";
import { type Inflated, inflate } from "@/lib/archive/gzip/inflate";
import { createChance } from "../../../support/seeded-random";

function inflateAll(bytes: Buffer): { bytes: Buffer; result: Inflated } {
  const pieces: Buffer[] = [];
  const steps = inflate(bufferSource(bytes), 0);
  let step = steps.next();
  for (; !step.done; step = steps.next()) pieces.push(Buffer.from(step.value));
  return { bytes: Buffer.concat(pieces), result: step.value };
}

function randomText(seed: number, length: number): Buffer {
  const chance = createChance(seed);
  const words = ["06350302,", "ค่าจ้างเหมา", "0.00,", "RV-00012/67,", "\n", String(chance.below(1e6))];
  let text = "";
  while (text.length < length)
    text += chance.next() < 0.1 ? String.fromCharCode(chance.below(0x3000)) : chance.pick(words);
  return Buffer.from(text);
}

const STRATEGIES = [constants.Z_DEFAULT_STRATEGY, constants.Z_FIXED, constants.Z_HUFFMAN_ONLY, constants.Z_RLE];

it("inflates what zlib deflates, at every level and strategy, and ends where it ends", () => {
  for (let seed = 1; seed <= 40; seed++) {
    const text = randomText(seed, [0, 1, 50, 3_000, 200_000][seed % 5] ?? 0);
    const packed = deflateRawSync(text, { level: seed % 10, strategy: STRATEGIES[seed % 4] ?? 0 });
    const { bytes, result } = inflateAll(Buffer.concat([packed, Buffer.from("rest")]));
    expect(bytes.equals(text)).toBe(true);
    expect(result).toEqual({ end: "complete", position: packed.length });
  }
});

it("gives of a stream that ends early exactly what zlib gives", () => {
  const text = randomText(7, 100_000);
  const packed = deflateRawSync(text);
  const chance = createChance(8);
  for (let round = 0; round < 40; round++) {
    const cut = packed.subarray(0, chance.below(packed.length));
    const { bytes, result } = inflateAll(cut);
    const known = inflateRawSync(cut, { finishFlush: constants.Z_SYNC_FLUSH });
    expect(result.end).toBe("truncated");
    expect(bytes.equals(known)).toBe(true);
  }
});

it("ends, without more bytes than there can be, for streams that are no deflate", () => {
  const chance = createChance(9);
  const text = randomText(10, 20_000);
  for (let round = 0; round < 200; round++) {
    const bytes = Buffer.from(
      round % 2 === 0 ? deflateRawSync(text) : Array.from({ length: 500 }, () => chance.below(256)),
    );
    for (let flips = 0; flips < 3; flips++) bytes[chance.below(bytes.length)] = chance.below(256);
    const given = inflateAll(bytes);
    expect(given.bytes.length).toBeLessThanOrEqual(bytes.length * 1032 + 258);
    expect(given.result.position).toBeLessThanOrEqual(bytes.length);
  }
});
