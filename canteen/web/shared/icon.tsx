// Line icons of 24 x 24; decoration beside a word, so hidden from screen readers.
const paths = {
  alert: 'M12 3.5L22 20.5H2zM12 10v5M12 17.8v.2',
  bag: 'M5 8h14l1 13H4zM8.5 10.5V7a3.5 3.5 0 0 1 7 0v3.5',
  ban: 'M12 3a9 9 0 1 0 0 18a9 9 0 1 0 0-18M5.8 5.8l12.4 12.4',
  bell: 'M5 17h14l-1.8-2.6V10a5.2 5.2 0 0 0-10.4 0v4.4zM10 20a2.2 2.2 0 0 0 4 0',
  bike: 'M6 13a3.5 3.5 0 1 0 0 7a3.5 3.5 0 1 0 0-7M18 13a3.5 3.5 0 1 0 0 7a3.5 3.5 0 1 0 0-7M6 16.5l4-7h5l3 7M13 5.5h2.5l1 4M9.5 16.5h3l3-6',
  bowl: 'M3 12h18a9 8 0 0 1-5.5 7.5h-7A9 8 0 0 1 3 12zM9 8.5c0-1.7 1.8-1.7 1.8-3.5M14 8.5c0-1.7 1.8-1.7 1.8-3.5',
  check: 'M4 12.5l5 5L20 6.5',
  clock: 'M12 3a9 9 0 1 0 0 18a9 9 0 1 0 0-18M12 7v5.5l3.5 2',
  close: 'M5 5l14 14M19 5L5 19',
  cloud: 'M7 18.5a4.5 4.5 0 0 1-.6-9A6 6 0 0 1 18 9.6a4.5 4.5 0 0 1 .5 8.9zM4 4l16 16',
  glass: 'M6 3h12M6 21h12M7.5 3v3.5L12 12l4.5-5.5V3M7.5 21v-3.5L12 12l4.5 5.5V21',
  group: 'M8.5 4.5a3.5 3.5 0 1 0 0 7a3.5 3.5 0 1 0 0-7M2 20a6.5 6.5 0 0 1 13 0M15.5 4.8a3.5 3.5 0 0 1 0 6.4M18 14.3a6.5 6.5 0 0 1 4 5.7',
  live: 'M2.5 9.5a13.5 13.5 0 0 1 19 0M6 13.3a8.5 8.5 0 0 1 12 0M9.3 16.9a3.9 3.9 0 0 1 5.4 0M12 20.2v.1',
  mute: 'M3 9.5h4L12 5v14l-5-4.5H3zM16 9.5l5 5M21 9.5l-5 5',
  pan: 'M3 11h13v3a5 5 0 0 1-5 5H8a5 5 0 0 1-5-5zM16 12l5.5-2.5M7 7.5c0-1.5 1.5-1.5 1.5-3M11.5 7.5c0-1.5 1.5-1.5 1.5-3',
  phone: 'M7 2.5h10v19H7zM11 18.5h2',
  recall: 'M4 12a8 8 0 1 0 2.6-5.9L4 8.5M4 3.5v5h5',
  sound: 'M3 9.5h4L12 5v14l-5-4.5H3zM15.5 9a4.2 4.2 0 0 1 0 6M18.3 6.2a8.2 8.2 0 0 1 0 11.6',
  undo: 'M8 4L3.5 8.5 8 13M3.5 8.5H14a6 6 0 0 1 0 12H8',
};

export type IconName = keyof typeof paths;

export function Icon({ name }: { name: IconName }) {
  return <Sign path={paths[name]} />;
}

export function Sign({ path }: { path: string }) {
  return <svg class="i" viewBox="0 0 24 24" aria-hidden="true"><path d={path} /></svg>;
}
