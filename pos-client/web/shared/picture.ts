// What the core told so far, part by part. Pure: a view's present parts replace the page's, in the order of its numbers.
import type { TillView } from '@wire/till_page_pb.js';

const part_names = [
  'status', 'setup', 'menus', 'portions', 'basket', 'candidates', 'sale', 'parked', 'notices', 'sales', 'refund', 'shift',
  'desk', 'display',
] as const;

export type Parts = Partial<Pick<TillView, (typeof part_names)[number]>>;

export interface Picture {
  readonly number: bigint | null;  // of the last view; null: the next one, the first of its connection, is everything
  readonly parts: Parts;
}

export const nothing_yet: Picture = { number: null, parts: {} };

// Keeps what was shown until the core has told everything anew, so that nothing flickers.
export function reconnected(picture: Picture): Picture {
  return { number: null, parts: picture.parts };
}

// Returns 'gap' if a view is missing; a doubled one changes nothing.
export function reduce(picture: Picture, view: TillView): Picture | 'gap' {
  if (picture.number === null) return { number: view.number, parts: present(view) };
  if (view.number <= picture.number) return picture;
  if (view.number !== picture.number + 1n) return 'gap';
  return { number: view.number, parts: { ...picture.parts, ...present(view) } };
}

function present(view: TillView): Parts {
  return Object.fromEntries(part_names.filter((name) => view[name] !== undefined).map((name) => [name, view[name]]));
}
