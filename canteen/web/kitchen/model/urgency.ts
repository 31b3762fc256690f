// Says how close a ticket is to its due time. Pure.
import { minute_ms } from '../../shared/time.js';

export type Urgency = 'calm' | 'near' | 'late';

export const near_before_ms = 3 * minute_ms;

export interface DueIn {
  readonly urgency: Urgency;
  readonly minutes: number;  // full minutes left, or late
}

export function due_in(due_ms: number, now_ms: number): DueIn {
  const left_ms = due_ms - now_ms;
  if (left_ms < 0) return { urgency: 'late', minutes: Math.floor(-left_ms / minute_ms) };
  return { urgency: left_ms <= near_before_ms ? 'near' : 'calm', minutes: Math.floor(left_ms / minute_ms) };
}
