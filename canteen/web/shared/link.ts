// Says how up to date the picture is, in the words of the status bar: live, n s behind, offline since. Pure.

export const ping_every_ms = 5000;
const behind_after_ms = 8000;          // a ping's answer is overdue
const offline_after_ms = 3000;         // a shorter break is only "behind"
export const dead_after_ms = 20_000;   // half-open: close the socket and dial again

export type Link =
  | { readonly kind: 'connecting' }
  | { readonly kind: 'live' }
  | { readonly kind: 'behind'; readonly seconds: number }
  | { readonly kind: 'offline'; readonly since_ms: number }  // server time of the last word
  | { readonly kind: 'refused'; readonly reason: string };   // a key of the texts

export interface LinkFacts {
  readonly welcomed: boolean;
  readonly painted: boolean;             // a whole picture was once received
  readonly silent_ms: number;            // since the last frame, by the local clock
  readonly last_heard_server_ms: number; // 0: never
  readonly refused: string | null;
}

export function link_of(facts: LinkFacts): Link {
  if (facts.refused && !facts.welcomed) return { kind: 'refused', reason: facts.refused };
  if (!facts.painted) return facts.welcomed || facts.silent_ms < offline_after_ms
    ? { kind: 'connecting' } : { kind: 'offline', since_ms: facts.last_heard_server_ms };
  if (facts.welcomed && facts.silent_ms < behind_after_ms) return { kind: 'live' };
  if (facts.welcomed || facts.silent_ms < offline_after_ms) {
    return { kind: 'behind', seconds: Math.max(1, Math.round(facts.silent_ms / 1000)) };
  }
  return { kind: 'offline', since_ms: facts.last_heard_server_ms };
}

// True if the picture may be old: it is then greyed.
export function is_stale(link: Link): boolean {
  return link.kind === 'offline' || link.kind === 'refused';
}
