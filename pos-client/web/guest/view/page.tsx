// Huge and quiet: the food, what is taken off, TO PAY, what is left. Nothing says why.
import { useEffect, useState } from 'preact/hooks';
import type { DisplayPart } from '@wire/till_view_pb.js';
import { Icon } from '../../../../canteen/web/shared/icon.js';
import { format_fen } from '../../../../canteen/web/shared/money.js';
import { dish_name, t } from '../../../../canteen/web/shared/texts/texts.js';
import type { Display } from '../display.js';

export function GuestPage({ display }: { display: Display }) {
  const [, set_turn] = useState(0);
  useEffect(() => { display.redraw = () => set_turn((turn) => turn + 1); display.redraw(); }, []);
  const { part } = display;
  if (display.core.state === 'unpaired') return <main class="welcome"><p>{t('pos.unpaired')}</p><a class="btn" href="/enrol/">{t('pos.pair_page')}</a></main>;
  if (display.core.state !== 'live' || !part || part.stage === 'idle') return <Welcome site={part?.site ?? ''} />;
  return (
    <div class="guest" data-stage={part.stage}>
      <header>
        <b>{t('pos.display.title')}</b><span class="grow quiet typed">{part.site}</span>
        {part.spoken && <span class="chip"><Icon name="sound" />{t('pos.display.spoken')}</span>}
      </header>
      {part.stage === 'paid' ? <Paid part={part} /> : <><Lines part={part} /><Money part={part} /></>}
    </div>
  );
}

// A core that is away is no matter of the guest's.
function Welcome({ site }: { site: string }) {
  return <main class="welcome" data-stage="idle"><h1 class="typed">{site}</h1><p>{t('pos.display.welcome')}</p></main>;
}

function Lines({ part }: { part: DisplayPart }) {
  return (
    <section class="lines" aria-label={t('pos.display.title')}>
      <ul>
        {part.rows.map((row, i) => (
          <li key={i}><span class="typed">{dish_name(row)}{row.quantity > 1 && ` ×${row.quantity}`}</span><span class="num">{format_fen(row.amountFen)}</span>
            {row.grams > 0 && <small>{t('pos.grams', { n: row.grams })}</small>}</li>
        ))}
      </ul>
      <p class="check"><Icon name="check" />{t('pos.display.check', { n: part.rows.length })}</p>
    </section>
  );
}

function Money({ part }: { part: DisplayPart }) {
  return (
    <section class="money" aria-live="polite">
      <dl>
        <div><dt>{t('pos.sum.list')}</dt><dd class="num">{format_fen(part.listFen)}</dd></div>
        {part.reductionsFen > 0n && <div class="less"><dt>{t('pos.display.reductions')}</dt><dd class="num">−{format_fen(part.reductionsFen)}</dd></div>}
      </dl>
      <div class="due"><p>{t('pos.display.to_pay')}</p><p class="big num" data-sum="to-pay">{format_fen(part.toPayFen)}</p></div>
      {part.hasBalance && <Left part={part} />}
    </section>
  );
}

function Left({ part }: { part: DisplayPart }) {
  return <div class="after"><div class="ok"><span>{t('pos.display.left')}</span><b class="num">{format_fen(part.balanceAfterFen)}</b></div></div>;
}

function Paid({ part }: { part: DisplayPart }) {
  const number = part.pickup && part.pickup.count > 0 ? part.pickup.letters + part.pickup.count.toString().padStart(3, '0') : '';
  return (
    <main class="paid" aria-live="polite">
      <p class="ok"><Icon name="check" /> {t('pos.done.received', { sum: format_fen(part.toPayFen) })}</p>
      {part.changeFen > 0n && <p>{t('pos.done.change')} <b class="big num">{format_fen(part.changeFen)}</b></p>}
      {number !== '' && <p>{t('pos.done.number')} <b class="big num">{number}</b></p>}
      {part.hasBalance && <Left part={part} />}
      <p class="quiet">{t('pos.display.thanks')}</p>
    </main>
  );
}
