// The keyboard or bump bar: 1-9 goes to a ticket, Enter (the browser's own) presses what has the focus, arrows walk its
// lines, U takes back, R recalls, S is sold out. Keys with a modifier belong to the browser.

export interface KeyActions {
  go_to(position: number): void;  // from 1
  undo(): void;
  recall(): void;
  sold_out(): void;
}

// Returns a function that stops listening.
export function listen_to_keys(actions: KeyActions): () => void {
  const on_key = (event: KeyboardEvent) => {
    if (event.ctrlKey || event.altKey || event.metaKey || event.repeat || is_busy_elsewhere(event.target)) return;
    if (act(event.key, actions)) event.preventDefault();
  };
  document.addEventListener('keydown', on_key);
  return () => document.removeEventListener('keydown', on_key);
}

function act(key: string, actions: KeyActions): boolean {
  if (/^[1-9]$/.test(key)) actions.go_to(Number(key));
  else if (key === 'u' || key === 'U') actions.undo();
  else if (key === 'r' || key === 'R') actions.recall();
  else if (key === 's' || key === 'S') actions.sold_out();
  else if (key === 'ArrowDown') return walk(1);
  else if (key === 'ArrowUp') return walk(-1);
  else return false;
  return true;
}

// Moves within the ticket that has the focus: its number, then its lines.
function walk(by: 1 | -1): boolean {
  const ticket = document.activeElement?.closest('.ticket');
  if (!ticket) return false;
  const keys = [...ticket.querySelectorAll<HTMLButtonElement>('button')];
  const at = keys.indexOf(document.activeElement as HTMLButtonElement);
  keys[Math.min(keys.length - 1, Math.max(0, at + by))]?.focus();
  return true;
}

function is_busy_elsewhere(target: EventTarget | null): boolean {
  return target instanceof HTMLInputElement || document.querySelector('dialog[open]') !== null;
}
