// The screens beside a sale and the questions over it, in a script of their own: a till sells before they are fetched.
import { late_zh } from '@late_texts';
import { add_texts } from '../../../../canteen/web/shared/texts/texts.js';
import type { Screen } from '../model/screen.js';
import type { Till } from '../model/till.js';
import { ClosedShift } from './shift_slip.js';
import { CloseShift } from './shift.js';
import { Desk } from './desk.js';
import { Drawer } from './drawer.js';
import { Notices } from './notices.js';
import { Parked } from './parked.js';
import { Refund, Refunding } from './refund.js';
import { Sales } from './sales.js';
import { Settings } from './settings.js';
import { Setup } from './setup.js';
import { Float, Start } from './start.js';

add_texts(late_zh);

export { QuestionDialog } from './questions.js';

export function LateScreen({ till, screen }: { till: Till; screen: Screen }) {
  switch (screen) {
    case 'setup': return <Setup till={till} />;
    case 'start': return <Start till={till} />;
    case 'float': return <Float till={till} />;
    case 'shift': return <CloseShift till={till} />;
    case 'closed': return <ClosedShift till={till} />;
    case 'parked': return <Parked till={till} />;
    case 'sales': return <Sales till={till} />;
    case 'refund': return <Refund till={till} />;
    case 'refunding': return <Refunding till={till} />;
    case 'desk': return <Desk till={till} />;
    case 'drawer': return <Drawer till={till} />;
    case 'notices': return <Notices till={till} />;
    default: return <Settings till={till} />;
  }
}
