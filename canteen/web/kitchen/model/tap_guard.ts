// A wet finger taps twice. When the first tap takes a ticket away, the second must not hit the one that moved into its
// place: a tap soon after and near another one is not a tap.
const too_soon_ms = 400;
const near_px = 48;

interface Tap {
  readonly timeStamp: number;  // ms
  readonly clientX: number;
  readonly clientY: number;
  readonly detail: number;     // 0: made by a key
}

export class TapGuard {
  private last: Tap | null = null;

  accepts(tap: Tap): boolean {
    if (tap.detail === 0) return true;
    const last = this.last;
    this.last = { timeStamp: tap.timeStamp, clientX: tap.clientX, clientY: tap.clientY, detail: tap.detail };
    return last === null || tap.timeStamp - last.timeStamp > too_soon_ms
      || Math.hypot(tap.clientX - last.clientX, tap.clientY - last.clientY) > near_px;
  }
}
