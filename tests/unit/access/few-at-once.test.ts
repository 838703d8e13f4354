import { describe, expect, it } from "vitest";
import { fewAtOnce } from "@/lib/access/few-at-once";

/** A piece of work that ends when told to. */
function work() {
  let end: () => void = () => undefined;
  let begun = false;
  const done = new Promise<void>((resolve) => {
    end = resolve;
  });
  return {
    run: async () => {
      begun = true;
      await done;
    },
    end: () => end(),
    hasBegun: () => begun,
  };
}

const settle = () => new Promise((resolve) => setImmediate(resolve));

describe("fewAtOnce", () => {
  it("runs as many as allowed, lets the next wait its turn and refuses the rest", async () => {
    const gate = fewAtOnce(1, 1);
    const [first, second, third] = [work(), work(), work()];
    const firstDone = gate(first.run);
    const secondDone = gate(second.run);
    await settle();
    expect([first.hasBegun(), second.hasBegun()]).toEqual([true, false]);
    await expect(gate(third.run)).rejects.toMatchObject({ code: "busy" });
    first.end();
    await firstDone;
    await settle();
    expect(second.hasBegun()).toBe(true);
    second.end();
    await secondDone;
  });

  it("gives the place on when work fails", async () => {
    const gate = fewAtOnce(1, 5);
    await expect(gate(() => Promise.reject(new Error("broken")))).rejects.toThrow("broken");
    await expect(gate(async () => "next")).resolves.toBe("next");
  });

  it("never runs more than allowed, also when a newcomer meets a place that is handed over", async () => {
    const gate = fewAtOnce(2, 100);
    let running = 0;
    let most = 0;
    await Promise.all(
      Array.from({ length: 30 }, () =>
        gate(async () => {
          running += 1;
          most = Math.max(most, running);
          await settle();
          running -= 1;
        }),
      ),
    );
    expect(most).toBe(2);
  });
});
