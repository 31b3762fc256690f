// Places each ticket: two rows of fixed cells by due time, so that nothing jumps. A long ticket of the upper row takes
// the cell below as well; one in the lower row is read by moving its list. Pure.

export interface Cell {
  readonly column: number;  // from 1
  readonly row: number;     // 1 or 2
  readonly tall: boolean;
}

// Returns cells for the first tickets that fit, in order; the rest follow later. `long` says which tickets need two
// cells.
export function place(long: readonly boolean[], columns: number): Cell[] {
  const taken = new Set<number>();  // columns of the lower row
  const cells: Cell[] = [];
  for (let column = 1; column <= columns && cells.length < long.length; ++column) {
    const tall = long[cells.length]!;
    if (tall) taken.add(column);
    cells.push({ column, row: 1, tall });
  }
  for (let column = 1; column <= columns && cells.length < long.length; ++column) {
    if (!taken.has(column)) cells.push({ column, row: 2, tall: false });
  }
  return cells;
}
