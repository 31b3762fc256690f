// The till's page: looks at the core's picture once a second and at every change, and keeps the focus from being lost.
import { useEffect, useLayoutEffect, useState } from 'preact/hooks';
import { second_ms } from '../../../../canteen/web/shared/time.js';
import { t } from '../../../../canteen/web/shared/texts/texts.js';
import { has_field, type Screen } from '../model/screen.js';
import type { Till } from '../model/till.js';
import type { Question } from '../model/ui.js';
import { Bar } from './bar.js';
import { GoneBanner } from './banners.js';
import { Done } from './done.js';
import { field, is_editable, listen_to_keys } from './keys.js';
import { Pay } from './pay.js';
import { Sale } from './sale.js';

export function TillPage({ till }: { till: Till }) {
  use_redraw(till);
  useLayoutEffect(() => listen_to_keys(till), []);
  const screen = till.screen;
  useEffect(() => keep_focus(till));
  return (
    <div class={`till${till.is_live ? '' : ' is-gone'}`} data-screen={screen} onClick={(event) => after_tap(till, event)}>
      <Bar till={till} />
      <GoneBanner till={till} />
      <ScreenView till={till} screen={screen} />
      {till.ui.question && till.is_live && <LateQuestion till={till} question={till.ui.question} />}
    </div>
  );
}

function ScreenView({ till, screen }: { till: Till; screen: Screen }) {
  switch (screen) {
    case 'connecting': return <main class="view"><p class="none">{t('pos.connecting')}</p></main>;
    case 'pay': return <Pay till={till} />;
    case 'done': return <Done till={till} />;
    case 'sale': case 'find': return <Sale till={till} finding={screen === 'find'} />;
    default: return <Late till={till} screen={screen} />;
  }
}

const late = import('./late.js');
let here: Awaited<typeof late> | null = null;  // once it is fetched a view opens in one frame
void late.then((loaded) => { here = loaded; });

function use_late(): typeof here {
  const [, set] = useState(here);
  useEffect(() => { if (!here) void late.then(set); }, []);
  return here;
}

function Late({ till, screen }: { till: Till; screen: Screen }) {
  const loaded = use_late();
  return loaded ? <loaded.LateScreen key={screen} till={till} screen={screen} /> : <main class="view"><p class="none">{t('pos.connecting')}</p></main>;
}

function LateQuestion({ till, question }: { till: Till; question: Question }) {
  const loaded = use_late();
  return loaded && <loaded.QuestionDialog till={till} question={question} />;
}

// Once a frame at most: the parts that a tap changed and its answer come together, and are drawn together.
function use_redraw(till: Till): void {
  const [, set_turn] = useState(0);
  useEffect(() => {
    let is_due = false;
    const draw = () => { is_due = false; set_turn((turn) => turn + 1); };
    till.redraw = () => { if (!is_due) requestAnimationFrame(draw); is_due = true; };
    const timer = setInterval(till.redraw, second_ms);
    return () => clearInterval(timer);
  }, []);
}

// An action may take away the key that was pressed: the focus then goes to what the screen begins with.
function keep_focus(till: Till): void {
  const now = document.activeElement;
  if (document.querySelector('dialog[open]') || (now && now !== document.body && now.isConnected)) return;
  const first = has_field(till.screen) ? field() : document.querySelector<HTMLElement>('main [data-first]') ?? document.querySelector<HTMLElement>('main [data-head]');
  first?.focus({ preventScroll: true });
  if (first instanceof HTMLInputElement) first.setSelectionRange(first.value.length, first.value.length);
}

// After a tap the field has the focus again, so that Enter does not press the tile a second time.
function after_tap(till: Till, { detail, target }: MouseEvent): void {
  if (detail > 0 && has_field(till.screen) && !is_editable(target) && !till.ui.question) field()?.focus({ preventScroll: true });
}
