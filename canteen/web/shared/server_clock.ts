// Tells the time on the server's clock, from the times on its frames and a local clock that never steps back. A demo's
// clock runs faster than ours, so the pace is measured too.

const least_span_ms = 2000;   // a shorter span measures the network rather than the pace
const honest_pace = 0.1;      // within a tenth of ours it is ours

export class ServerClock {
  private server_ms: number;
  private local_ms: number;
  private pace = 1;
  private heard = false;

  // `local` returns milliseconds from any start, monotonic. Until a frame is heard the clock goes on from
  // `first_guess_ms`.
  constructor(private readonly local: () => number, first_guess_ms: number) {
    this.server_ms = first_guess_ms;
    this.local_ms = local();
  }

  hear(server_time_ms: number): void {
    const now = this.local();
    const span_ms = now - this.local_ms;
    if (this.heard && span_ms < least_span_ms) return;
    if (this.heard) this.pace = settle((server_time_ms - this.server_ms) / span_ms);
    this.server_ms = server_time_ms;
    this.local_ms = now;
    this.heard = true;
  }

  // Forgets the measured pace: a new connection may lead to a server that started its clock anew.
  forget_pace(): void {
    this.heard = false;
    this.server_ms = this.now_ms();
    this.local_ms = this.local();
    this.pace = 1;
  }

  now_ms(): number {
    return Math.round(this.server_ms + (this.local() - this.local_ms) * this.pace);
  }
}

function settle(pace: number): number {
  return pace <= 0 || Math.abs(pace - 1) < honest_pace ? 1 : pace;
}
