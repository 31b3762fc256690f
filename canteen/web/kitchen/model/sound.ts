// Plays two signals made by the browser itself: a rising pair for a new ticket, a falling one for a cancelled one.
// Remembers the switch. A browser keeps silent until somebody has touched the page: `waiting` says so.
const remembered_as = 'canteen.kitchen.sound';
const tones: Record<Signal, readonly number[]> = { fresh: [880, 1319], cancelled: [659, 440] };
const tone_s = 0.16;
const loudness = 0.35;

export type Signal = 'fresh' | 'cancelled';

export class Sound {
  on: boolean;
  private audio: AudioContext | null = null;

  constructor() {
    this.on = remembered() !== 'off';
  }

  // True if the sound is on, but the browser does not allow it before the first touch.
  get waiting(): boolean {
    return this.on && this.audio?.state !== 'running';
  }

  // Counts as the touch if the sound waits for one; else switches it on or off.
  switch(): void {
    if (this.waiting) return void this.wake().then(() => this.play('fresh'));
    this.on = !this.on;
    try { localStorage.setItem(remembered_as, this.on ? 'on' : 'off'); } catch { /* asked again next time */ }
    if (this.on) void this.wake().then(() => this.play('fresh'));
  }

  // Called on the first touch or key.
  async wake(): Promise<void> {
    if (!this.on) return;
    this.audio ??= new AudioContext();
    if (this.audio.state === 'suspended') await this.audio.resume();
  }

  play(signal: Signal): void {
    const audio = this.audio;
    if (!this.on || audio?.state !== 'running') return;
    tones[signal].forEach((frequency, i) => {
      const from_s = audio.currentTime + i * tone_s;
      const oscillator = new OscillatorNode(audio, { type: 'triangle', frequency });
      const gain = new GainNode(audio, { gain: 0 });
      gain.gain.linearRampToValueAtTime(loudness, from_s + 0.01);
      gain.gain.exponentialRampToValueAtTime(0.001, from_s + tone_s);
      oscillator.connect(gain).connect(audio.destination);
      oscillator.start(from_s);
      oscillator.stop(from_s + tone_s);
    });
  }
}

function remembered(): string | null {
  try { return localStorage.getItem(remembered_as); } catch { return null; }
}
