// The till's own icons beside the shared ones: the other pages need not carry them.
import { Icon as SharedIcon, Sign, type IconName as SharedName } from '../../../../canteen/web/shared/icon.js';

const paths = {
  card: 'M2.5 5h19v14h-19zM2.5 10h19M6 15h4',
  gear: 'M12 8.5a3.5 3.5 0 1 0 0 7a3.5 3.5 0 1 0 0-7M12 2.5v3M12 18.5v3M2.5 12h3M18.5 12h3M5.3 5.3l2.1 2.1M16.6 16.6l2.1 2.1M5.3 18.7l2.1-2.1M16.6 7.4l2.1-2.1',
  minus: 'M4.5 12h15',
  plus: 'M12 4.5v15M4.5 12h15',
  printer: 'M7 9V3h10v6M7 17H3V9h18v8h-4M7 14h10v7H7z',
  scale: 'M4 20h16l-2-11H6zM3 9h18M12 9V5M8 5h8M12 16.5l2-3',
  search: 'M10.5 3.5a7 7 0 1 0 0 14a7 7 0 1 0 0-14M15.7 15.7L21 21',
  trash: 'M4 6.5h16M9 6.5V3.5h6v3M6 6.5l1 14h10l1-14',
  tray: 'M3 13l3-9h12l3 9v7H3zM3 13h5.5l1.5 3h4l1.5-3H21',
  user: 'M12 3.5a4.5 4.5 0 1 0 0 9a4.5 4.5 0 1 0 0-9M3.5 21a8.5 8.5 0 0 1 17 0',
};

export type IconName = SharedName | keyof typeof paths;

export function Icon({ name }: { name: IconName }) {
  return name in paths ? <Sign path={paths[name as keyof typeof paths]} /> : <SharedIcon name={name as SharedName} />;
}
