// The card desk: one page beside the person. Lost stops the card first; money and right stay with the person.
import { useEffect, useState } from 'preact/hooks';
import type { DeskPart } from '@wire/till_view_pb.js';
import { TenderKind } from '@wire/order_pb.js';
import { format_fen, parse_yuan } from '../../../../canteen/web/shared/money.js';
import { t, text_of } from '../../../../canteen/web/shared/texts/texts.js';
import { code_words, refusal_words, tender_name } from '../model/core_words.js';
import { is_by_hand, reference_length } from '../model/split.js';
import type { Till } from '../model/till.js';
import { Icon } from './icon.js';
import { is_editable, use_keys } from './keys.js';
import { Choice, Key, Keypad, Note, ViewHead, WordNote } from './pieces.js';
import { PinCard, least_pin } from './start.js';
import { Strip } from './strip.js';

type Tab = 'top_up' | 'issue' | 'lost' | 'pay_out';
const quick_top_ups = ['50', '100', '200', '300'];
const search_length = 40;
const card_length = 32;

export function Desk({ till }: { till: Till }) {
  const desk = till.parts.desk;
  const [tab, choose] = useState<Tab>('top_up');
  const [replaces, replace] = useState('');
  const back = () => { till.act({ case: 'closeDesk', value: {} }); till.set({ view: 'sale' }); };
  const lost = (last_four: string) => till.act({ case: 'cardLost', value: { lastFour: last_four } }, ({ refused }) => { if (!refused) replace(last_four); });
  return (
    <>
      <main class="view">
        <ViewHead title={t('pos.desk.title')} back={back} />
        <WordNote till={till} />
        {desk?.guest ? (
          <>
            <Choice label={t('pos.desk.title')} chosen={tab} among={[['top_up', t('pos.desk.top_up')], ['issue', t('pos.desk.issue')], ['lost', t('pos.desk.lost')], ['pay_out', t('pos.desk.pay_out')]] as const} choose={choose} />
            <Outcome desk={desk} />
            {tab === 'top_up' && <TopUp till={till} desk={desk} />}
            {tab === 'issue' && <Issue till={till} replaces={replaces} />}
            {tab === 'lost' && <Lost desk={desk} lost={lost} issue={() => choose('issue')} />}
            {tab === 'pay_out' && <PayOut till={till} desk={desk} />}
          </>
        ) : <FindPerson till={till} />}
      </main>
      <aside class="scroll"><Strip till={till} guest={desk?.guest} still />{desk?.guest && <Holdings desk={desk} />}</aside>
    </>
  );
}

function Outcome({ desk }: { desk: DeskPart }) {
  if (desk.busy !== '') return <div role="status"><Note icon="glass">{code_words(desk.busy)}</Note></div>;
  if (desk.refused) return <div role="alert"><Note icon="alert" look="stop">{refusal_words(desk.refused)}</Note></div>;
  return desk.done === '' ? null : <div role="status"><Note icon="check" look="good">{text_of(desk.done, { sum: format_fen(desk.doneFen) }) ?? desk.done}</Note></div>;
}

// A card, a number or a name; the only one found is opened at once.
function FindPerson({ till }: { till: Till }) {
  const [text, type] = useState('');
  const guests = till.parts.candidates?.guests ?? [];
  const open = (member_id: Uint8Array) => till.act({ case: 'openDesk', value: { memberId: member_id } });
  const find = (asked: string) => till.act({ case: 'findGuests', value: { text: asked.trim() } });
  useEffect(() => { till.on_scan = (scanned) => { find(scanned); return true; }; return () => { till.on_scan = null; }; }, []);
  useEffect(() => { if (guests.length === 1) open(guests[0]!.memberId); }, [guests.length]);
  use_keys((event) => { if (event.key !== 'Enter' || !(event.target instanceof HTMLInputElement) || text.trim() === '') return false; find(text); return true; });
  return (
    <>
      <label class="field"><Icon name="search" /><span class="sr">{t('pos.desk.find')}</span>
        <input name="person" data-first value={text} maxLength={search_length} autocomplete="off" placeholder={t('pos.desk.find')} onInput={(event) => type(event.currentTarget.value)} /></label>
      <section class="card rows grow"><ul>
        {guests.map((guest, i) => <li key={i}><span><b class="typed">{guest.name}</b><small class="num">****{guest.cardLastFour}</small></span><Key name={`person-${i + 1}`} press={() => open(guest.memberId)}>{t('pos.desk.choose')}</Key></li>)}
      </ul></section>
    </>
  );
}

function TopUp({ till, desk }: { till: Till; desk: DeskPart }) {
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

function Issue({ till, replaces }: { till: Till; replaces: string }) {
  const [card, type] = useState('');
  useEffect(() => { till.on_scan = (text) => { type(text); return true; }; return () => { till.on_scan = null; }; }, []);
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

function Lost({ desk, lost, issue }: { desk: DeskPart; lost(last_four: string): void; issue(): void }) {
  return (
    <section class="card rows grow"><h2>{t('pos.desk.lost_title')}</h2><ul>
      {desk.cards.map((card) => (
        <li key={card.lastFour}><span><b class="num">****{card.lastFour}</b><small>{card.lost ? t('pos.desk.safe', { sum: format_fen(desk.guest?.balanceFen ?? 0n) }) : t('pos.desk.in_use')}</small></span>
          {card.lost ? <><span class="chip late"><Icon name="ban" />{t('pos.desk.stopped')}</span><Key name="replace" look="primary" press={issue}>{t('pos.desk.replace')}</Key></>
            : <Key name={`lost-${card.lastFour}`} look="danger" press={() => lost(card.lastFour)}>{t('pos.desk.stop')}</Key>}</li>
      ))}
    </ul></section>
  );
}

function PayOut({ till, desk }: { till: Till; desk: DeskPart }) {
  const [typed, type] = useState('');
  const [pin, type_pin] = useState('');
  const [needs_second, need_second] = useState(false);
  const fen = parse_yuan(typed) ?? 0n;
  const closed = fen === 0n || (needs_second && pin.length < least_pin);
  const enter = () => {
    if (closed) return;
    type_pin('');
    till.act({ case: 'payOut', value: { fen, secondPin: pin } }, ({ refused }) => { if (refused?.name === 'second_person_needed') need_second(true); else if (!refused) type(''); });
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

function Holdings({ desk }: { desk: DeskPart }) {
  return (
    <>
      <section class="card rows"><h2>{t('pos.desk.cards')}</h2><ul>
        {desk.cards.map((card) => <li key={card.lastFour}><b class="num">****{card.lastFour}</b>{card.lost ? <span class="chip late"><Icon name="ban" />{t('pos.desk.stopped')}</span> : <span class="chip ready"><Icon name="check" />{t('pos.desk.in_use')}</span>}</li>)}
        {desk.cards.length === 0 && <li class="quiet">{t('pos.desk.no_cards')}</li>}
      </ul></section>
      <section class="card rows"><h2>{t('pos.desk.carers')}</h2><ul>
        {desk.carers.map((name) => <li key={name}><b class="typed">{name}</b></li>)}
        {desk.carers.length === 0 && <li class="quiet">{t('pos.desk.no_carers')}</li>}
      </ul></section>
    </>
  );
}
