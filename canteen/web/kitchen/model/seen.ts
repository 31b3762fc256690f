// Keeps which tickets are new: marked from their arrival until somebody at the screen had the time to see them.
const seen_after_ms = 2000;


export class SeenList {
  private known: Set<string> | null = null;  // null: nothing in the first picture is news
  private readonly unseen = new Map<string, number>();  // key -> local time of arrival

  // Takes the keys of every ticket on the wall. Returns how many of them are news.
  look(keys: readonly string[], now_ms: number): number {
    const known = this.known;
    const fresh = known ? keys.filter((key) => !known.has(key)) : [];
    for (const key of fresh) this.unseen.set(key, now_ms);
    this.known = new Set(known ? [...known, ...keys] : keys);
    return fresh.length;
  }

  // Forgets tickets that the server no longer sends.
  keep_only(all_keys: ReadonlySet<string>): void {
    if (this.known) this.known = new Set([...this.known].filter((key) => all_keys.has(key)));
    for (const key of this.unseen.keys()) if (!all_keys.has(key)) this.unseen.delete(key);
  }

  is_unseen(key: string): boolean {
    return this.unseen.has(key);
  }

  touched(key: string): void {
    this.unseen.delete(key);
  }

  // Notes that somebody taps or types at the screen: tickets that have stood there for a moment are seen.
  somebody_is_here(now_ms: number): void {
    for (const [key, arrived_ms] of this.unseen) if (now_ms - arrived_ms >= seen_after_ms) this.unseen.delete(key);
  }
}
