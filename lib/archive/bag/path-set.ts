/** Paths of a bag in little memory: partition files as sorted numbers, the few others by name. */
import type { BagLimits } from "./limits";
import { type PathKey, parsePartitionPath } from "./payload-path";
import { refuseBag } from "./refuse";

export interface PathSet {
  /** Sorted, each once. */
  readonly keys: Float64Array;
  readonly others: ReadonlySet<string>;
}

export interface PathSetBuilder {
  add(path: string): void;
  build(): PathSet;
}

export function createPathSet(limits: BagLimits): PathSetBuilder {
  let keys = new Float64Array(1024);
  let count = 0;
  const others = new Set<string>();
  return {
    add(path) {
      const key = parsePartitionPath(path);
      if (key === undefined) others.add(path);
      else {
        if (count === keys.length) {
          const grown = new Float64Array(count * 2);
          grown.set(keys);
          keys = grown;
        }
        keys[count++] = key;
      }
      if (count + others.size > limits.maxFiles) refuseBag(`มีไฟล์มากกว่า ${limits.maxFiles} ไฟล์`);
      if (others.size > limits.maxOtherFiles)
        refuseBag(`มีไฟล์ที่ไม่ใช่ตารางข้อมูลของ อปท. มากกว่า ${limits.maxOtherFiles} ไฟล์ เช่น ${path}`);
    },
    build: () => ({ keys: keys.slice(0, count).sort(), others }),
  };
}

/** Position of the first key that is not below `key`. */
export function lowerBound(keys: Float64Array, key: PathKey): number {
  let [low, high] = [0, keys.length];
  while (low < high) {
    const middle = (low + high) >>> 1;
    if ((keys[middle] as number) < key) low = middle + 1;
    else high = middle;
  }
  return low;
}

export function hasKey(keys: Float64Array, key: PathKey): boolean {
  return keys[lowerBound(keys, key)] === key;
}
