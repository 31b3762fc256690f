// Tells a scanner from a hand: a device types many characters within milliseconds. It looks at the keys themselves, not
// at the field, so that an input method that is switched on neither swallows nor doubles a scan. Pure.
const least_characters = 6;
const longest_gap_ms = 50;
const echo_ms = 120;         // a device that ends by CR and LF sends Enter twice

// The parts of a keyboard event that it needs.
export interface Stroke {
  readonly key: string;
  readonly code: string;
  readonly shiftKey: boolean;
  readonly timeStamp: number;  // ms
}

export class BurstMeter {
  private typed = '';
  private last_ms = -Infinity;
  private ended_ms = -Infinity;

  press(stroke: Stroke): void {
    const character = character_of(stroke);
    if (character === '') return;
    this.typed = stroke.timeStamp - this.last_ms > longest_gap_ms ? character : this.typed + character;
    this.last_ms = stroke.timeStamp;
  }

  // Returns what a device typed until this Enter, or "" if a hand did.
  end(at_ms: number): string {
    const is_burst = this.typed.length >= least_characters && at_ms - this.last_ms <= longest_gap_ms;
    const text = is_burst ? this.typed : '';
    this.typed = '';
    if (is_burst) this.ended_ms = at_ms;
    return text;
  }

  is_echo(at_ms: number): boolean {
    return at_ms - this.ended_ms <= echo_ms;
  }
}

// An input method hides the key as "Process"; the code still says which one it was.
function character_of({ key, code, shiftKey }: Stroke): string {
  if ([...key].length === 1) return key;
  if (key !== 'Process') return '';
  const [, kind, name = ''] = /^(Digit|Numpad|Key)([0-9A-Z])$/.exec(code) ?? [];
  return kind === 'Key' && !shiftKey ? name.toLowerCase() : name;
}
