// The card desk: one page beside the person. Lost stops the card first; money and right stay with the person.
import { useEffect, useLayoutEffect, useState } from 'preact/hooks';
import { Routed, type ActionAnswer } from '@wire/till_page_pb.js';
import type { DeskPart } from '@wire/till_view_pb.js';
import { format_fen } from '../../../../canteen/web/shared/money.js';
import { t, text_of } from '../../../../canteen/web/shared/texts/texts.js';
import { code_words, refusal_words } from '../model/core_words.js';
import type { Till } from '../model/till.js';
import { Issue, Lost, PayOut, TopUp } from './desk_forms.js';
import { Icon } from './icon.js';
import { use_keys } from './keys.js';
import { Choice, Key, Note, ViewHead, WordNote } from './pieces.js';
import { Strip } from './strip.js';

type Tab = 'top_up' | 'issue' | 'lost' | 'pay_out';
const search_length = 40;

export function Desk({ till }: { till: Till }) {
  const desk = till.parts.desk;
  const [tab, choose] = useState<Tab>('top_up');
  const [replaces, replace] = useState('');
  const [card, take] = useState('');
  // Says whose card was scanned; with a person at the desk one that nobody has is theirs to get.
  const find = (text: string, burst: boolean) => till.act({ case: 'findAtDesk', value: { text, burst } }, (answer) => {
    if (is_free(till, answer)) choose('issue');
    else take('');
  });
  useLayoutEffect(() => { till.on_scan = (text) => { take(text); find(text, true); return true; }; return () => { till.on_scan = null; }; }, []);
  useEffect(() => { if (desk?.done === 'desk.card_issued') replace(''); }, [desk?.done]);
  const back = () => {
    if (till.parts.candidates?.guests.length) till.act({ case: 'findGuests', value: { text: '' } });  // asked for here
    till.act({ case: 'closeDesk', value: {} });
    till.set({ view: 'sale' });
  };
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
            {tab === 'issue' && <Issue till={till} replaces={replaces} card={card} type={take} />}
            {tab === 'lost' && <Lost desk={desk} stopped={replaces} lost={lost} issue={() => choose('issue')} />}
            {tab === 'pay_out' && <PayOut till={till} desk={desk} />}
          </>
        ) : <FindPerson till={till} find={(text) => find(text, false)} />}
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

// True if the card may be issued; an ID number is neither kept nor shown.
function is_free(till: Till, { refused, routed }: ActionAnswer): boolean {
  if (routed === Routed.ID_NUMBER) till.say(t('pos.id_number'), true, t('pos.id_number_hint'));
  return !refused && routed === Routed.UNKNOWN;
}

// A card, a number or a name; the core opens the only one found at once.
function FindPerson({ till, find }: { till: Till; find(text: string): void }) {
  const [text, type] = useState('');
  const guests = till.parts.candidates?.guests ?? [];
  const open = (member_id: Uint8Array) => till.act({ case: 'openDesk', value: { memberId: member_id } });
  use_keys((event) => { if (event.key !== 'Enter' || !(event.target instanceof HTMLInputElement) || text.trim() === '') return false; find(text.trim()); return true; });
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

function Holdings({ desk }: { desk: DeskPart }) {
  return (
    <>
      <section class="card rows"><h2>{t('pos.desk.cards')}</h2><ul>
        {desk.cards.map((card) => <li key={card.lastFour}><b class="num">****{card.lastFour}</b>{card.lost ? <span class="chip late"><Icon name="ban" />{t('pos.desk.stopped')}</span> : <span class="chip ready"><Icon name="check" />{t('pos.desk.in_use')}</span>}</li>)}
        {desk.cards.length === 0 && <li class="quiet">{t('pos.desk.no_cards')}</li>}
      </ul></section>
      <section class="card rows"><h2>{t('pos.desk.carers')}</h2><ul>
        {desk.carers.map((name, i) => <li key={i}>{name === '' ? t('pos.desk.carer_unknown') : <b class="typed">{name}</b>}</li>)}
        {desk.carers.length === 0 && <li class="quiet">{t('pos.desk.no_carers')}</li>}
      </ul></section>
    </>
  );
}
