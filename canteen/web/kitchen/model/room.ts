// Measures how much fits on the screen: in em, so that doubled text takes the same path as a small window.
import { useEffect, useState } from 'preact/hooks';

export interface Room {
  readonly columns: number;  // of two cells each; 0: no cells, the page scrolls
  readonly lines: number;    // of a ticket in one cell
}

const wall: Room = { columns: 4, lines: 4 };
const tablet: Room = { columns: 3, lines: 3 };
const list: Room = { columns: 0, lines: 0 };

const small = matchMedia('(max-width: 60em), (max-height: 37em)');
const middle = matchMedia('(max-width: 100em)');

function room_now(): Room {
  return small.matches ? list : middle.matches ? tablet : wall;
}

export function use_room(): Room {
  const [room, set_room] = useState(room_now);
  useEffect(() => {
    const look = () => set_room(room_now());
    small.addEventListener('change', look);
    middle.addEventListener('change', look);
    return () => { small.removeEventListener('change', look); middle.removeEventListener('change', look); };
  }, []);
  return room;
}
