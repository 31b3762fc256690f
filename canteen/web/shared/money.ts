// Money is fen in a bigint, from the wire to the screen; nothing else turns fen into digits.

const fen_per_yuan = 100n;
const fen_per_jiao = 10n;

// Turns 1260n into "¥12.60", -5n into "-¥0.05".
export function format_fen(fen: bigint): string {
  return fen < 0n ? `-¥${yuan_digits(-fen)}` : `¥${yuan_digits(fen)}`;
}

// Turns 1260n into "12.60", for texts that name the yuan themselves.
export function yuan_digits(fen: bigint): string {
  const size = fen < 0n ? -fen : fen;
  const cents = (size % fen_per_yuan).toString().padStart(2, '0');
  return `${fen < 0n ? '-' : ''}${size / fen_per_yuan}.${cents}`;
}

export function sum_fen(amounts: Iterable<bigint>): bigint {
  let sum = 0n;
  for (const fen of amounts) sum += fen;
  return sum;
}

// Returns a negative number, zero or a positive one, as Array.sort wants it.
export function compare_fen(a: bigint, b: bigint): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

// Turns what a cashier types, "12", "12." or "12.5", into fen; null if it is no amount. Never a float.
export function parse_yuan(typed: string): bigint | null {
  const [, whole, cents = ''] = /^(\d{1,7})(?:\.(\d{0,2}))?$/.exec(typed.trim()) ?? [];
  return whole === undefined ? null : BigInt(whole) * fen_per_yuan + BigInt(cents.padEnd(2, '0'));
}

// Rounding in cash: only cash is rounded, down to the full ¥0.10.
export function cash_rounding(fen: bigint): bigint {
  return fen % fen_per_jiao;
}
