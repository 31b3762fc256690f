// A drawer counted by notes and coins. Pure; fen in bigint.

export const denominations = [10_000, 5000, 2000, 1000, 500, 100, 50, 10] as const;  // in fen
const most_of_one = 9999;

export type Counts = ReadonlyMap<number, number>;

// Takes what was typed for a note; anything but digits is not counted.
export function with_count(counts: Counts, note: number, typed: string): Counts {
  const count = Math.min(most_of_one, Number(typed.replace(/\D/g, '')));
  return new Map([...counts, [note, count]]);
}

export function worth(note: number, count: number): bigint {
  return BigInt(note) * BigInt(count);
}

export function counted_sum(counts: Counts): bigint {
  let sum = 0n;
  for (const [note, count] of counts) sum += worth(note, count);
  return sum;
}

// Returns the rows that go to the core: those that hold something.
export function counted_rows(counts: Counts): { fen: number; count: number }[] {
  return [...counts].filter(([, count]) => count > 0).map(([fen, count]) => ({ fen, count }));
}
