// What is done at the card desk: money onto an account and off it, cards issued and stopped.
import { useState } from 'preact/hooks';
import type { DeskPart } from '@wire/till_view_pb.js';
import { TenderKind } from '@wire/order_pb.js';
import { format_fen, parse_yuan } from '../../../../canteen/web/shared/money.js';
import { t } from '../../../../canteen/web/shared/texts/texts.js';
import { tender_name } from '../model/core_words.js';
import { is_by_hand, reference_length } from '../model/split.js';
import { second_person_needed, type Till } from '../model/till.js';
import { Icon } from './icon.js';
import { is_editable, use_keys } from './keys.js';
import { Choice, Key, Keypad, Note } from './pieces.js';
import { PinCard, least_pin } from './start.js';

const quick_top_ups = ['50', '100', '200', '300'];
const card_length = 32;

export function TopUp({ till, desk }: { till: Till; desk: DeskPart }) {
  const [typed, type] = useState('');
  const [kind, choose] = useState<TenderKind>(TenderKind.CASH);
  const [reference, refer] = useState('');
  const fen = parse_yuan(typed) ?? 0n;
  const enter = () => { if (fen > 0n) till.act({ case: 'topUp', value: { fen, kind, reference } }, ({ refused }) => { if (!refused) { type(''); refer(''); } }); };
  use_keys((event) => { if (event.key !== 'Enter' || event.target instanceof HTMLButtonElement) return false; enter(); return true; });
  const ways = [TenderKind.CASH, TenderKind.WECHAT, TenderKind.ALIPAY];
  return (
    <section class="card scroll"><div class="amounts two"><div>
      <output class="num">{format_fen(fen)}</output>
      <p class="quiet">{t('pos.desk.after', { sum: format_fen((desk.guest?.balanceFen ?? 0n) + fen) })}</p>
      <div class="notes2">{quick_top_ups.map((yuan) => <Key key={yuan} name={`yuan-${yuan}`} pressed={typed === yuan} press={() => type(yuan)}>¥{yuan}</Key>)}</div>
      <Choice label={t('pos.pay.ways')} chosen={kind} among={ways.map((one) => [one, tender_name(one)] as const)} choose={choose} />
      {is_by_hand(kind) && <label class="field"><span>{t('pos.pay.reference')}</span><input name="reference" value={reference} maxLength={reference_length} autocomplete="off" onInput={(event) => refer(event.currentTarget.value)} /></label>}
      <Key look="primary go" name="top-up" kbd="Enter" off={fen === 0n} press={enter}>{t('pos.desk.top_up_take', { how: tender_name(kind), sum: format_fen(fen) })}</Key>
    </div><Keypad typed={typed} type={type} /></div></section>
  );
}

export function Issue({ till, replaces, card, type }: { till: Till; replaces: string; card: string; type(card: string): void }) {
  const enter = () => { if (card.trim() !== '') till.act({ case: 'issueCard', value: { card: card.trim(), replaces } }, ({ refused }) => { if (!refused) type(''); }); };
  use_keys((event) => { if (event.key !== 'Enter' || event.target instanceof HTMLButtonElement) return false; enter(); return true; });
  return (
    <section class="card scroll"><div class="amounts">
      <Note icon="glass">{replaces === '' ? t('pos.desk.scan_card') : t('pos.desk.scan_replacement', { last: replaces })}</Note>
      <label class="field"><span>{t('pos.desk.card')}</span><input name="card" data-first value={card} maxLength={card_length} autocomplete="off" onInput={(event) => type(event.currentTarget.value)} /></label>
      <p class="quiet">{t('pos.desk.no_card')}</p>
      <Key look="primary go" name="issue" kbd="Enter" off={card.trim() === ''} press={enter}>{t('pos.desk.issue_now')}</Key>
    </div></section>
  );
}

// A stopped card leaves the member's list once the server knows of it; the one stopped here stays to be replaced.
export function Lost({ desk, stopped, lost, issue }: { desk: DeskPart; stopped: string; lost(last_four: string): void; issue(): void }) {
  const is_listed = stopped === '' || desk.cards.some((card) => card.lastFour === stopped);
  const cards = is_listed ? desk.cards : [...desk.cards, { lastFour: stopped, lost: true }];
  return (
    <section class="card rows grow"><h2>{t('pos.desk.lost_title')}</h2><ul>
      {cards.map((card) => (
        <li key={card.lastFour}><span><b class="num">****{card.lastFour}</b><small>{card.lost ? t('pos.desk.safe', { sum: format_fen(desk.guest?.balanceFen ?? 0n) }) : t('pos.desk.in_use')}</small></span>
          {card.lost ? <><span class="chip late"><Icon name="ban" />{t('pos.desk.stopped')}</span><Key name="replace" look="primary" press={issue}>{t('pos.desk.replace')}</Key></>
            : <Key name={`lost-${card.lastFour}`} look="danger" press={() => lost(card.lastFour)}>{t('pos.desk.stop')}</Key>}</li>
      ))}
    </ul></section>
  );
}

export function PayOut({ till, desk }: { till: Till; desk: DeskPart }) {
  const [typed, type] = useState('');
  const [pin, type_pin] = useState('');
  const [needs_second, need_second] = useState(false);
  const fen = parse_yuan(typed) ?? 0n;
  const closed = fen === 0n || (needs_second && pin.length < least_pin);
  const enter = () => {
    if (closed) return;
    type_pin('');
    till.act({ case: 'payOut', value: { fen, secondPin: pin } }, ({ refused }) => { if (refused?.name === second_person_needed) need_second(true); else if (!refused) type(''); });
  };
  use_keys((event) => { if (event.key !== 'Enter' || event.target instanceof HTMLButtonElement || is_editable(event.target)) return false; enter(); return true; });
  return (
    <section class="card scroll"><div class="amounts two"><div>
      <output class="num">{format_fen(fen)}</output>
      <p class="quiet">{t('pos.desk.principal', { sum: format_fen(desk.guest?.principalFen ?? 0n) })}</p>
      <Key look="primary go" name="pay-out" kbd="Enter" off={closed} press={enter}>{t('pos.desk.pay_out_take', { sum: format_fen(fen) })}</Key>
    </div>{needs_second ? <PinCard title={t('pos.refund.second')} pin={pin} type={type_pin} /> : <Keypad typed={typed} type={type} />}</div></section>
  );
}
