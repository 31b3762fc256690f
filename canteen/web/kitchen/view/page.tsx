// The kitchen's wall: looks at the desk once a second and at every change.
import { useEffect, useState } from 'preact/hooks';
import { is_stale } from '../../shared/link.js';
import { switch_language } from '../../shared/texts/choose_language.js';
import { second_ms } from '../../shared/time.js';
import { Bar } from './bar.js';
import { Calm } from './calm.js';
import type { Desk } from '../model/desk.js';
import { listen_to_keys } from '../model/keys.js';
import { LinkBanner } from './link_chip.js';
import { current_menu } from '../model/meals.js';
import { NoticeList } from './notice_list.js';
import { Rail } from './rail.js';
import { RecallPanel } from './recall_panel.js';
import { use_room } from '../model/room.js';
import { SoldOutPanel } from './sold_out_panel.js';
import { is_later, recallable, standing } from '../model/tickets.js';
import { hidden_tickets, Wall } from './wall.js';

type OpenPanel = 'none' | 'recall' | 'sold_out';

export function KitchenPage({ desk }: { desk: Desk }) {
  const [panel, open] = useState<OpenPanel>('none');
  const [show_all, set_show_all] = useState(false);
  const redraw = use_redraw(desk);
  const room = use_room();
  use_desk_events(desk, open);

  const now_ms = desk.now_ms();
  const link = desk.connection.link();
  const picture = desk.picture();
  const tickets = standing(picture);
  const is_calm = tickets.every((ticket) => is_later(ticket, now_ms)) && !(show_all && tickets.length > 0);
  const menu = current_menu(picture, now_ms);
  const close = () => { open('none'); };
  const actions = {
    open_recall: () => open('recall'),
    open_sold_out: () => open('sold_out'),
    switch_sound: () => { desk.sound.switch(); redraw(); },
    switch_language: () => { void switch_language().then(redraw); },
  };
  useEffect(() => { if (tickets.length === 0) set_show_all(false); }, [tickets.length === 0]);
  return (
    <div class={`kitchen${is_stale(link) ? ' is-stale' : ''}`}>
      <Bar desk={desk} link={link} tickets={tickets} hidden={is_calm ? 0 : hidden_tickets(tickets, room)} now_ms={now_ms} actions={actions} />
      <LinkBanner link={link} kept={desk.connection.taps.unanswered().length} />
      {is_calm
        ? <Calm loading={desk.connection.state.epoch === 0n} picture={picture} later={tickets} ready={recallable(picture, now_ms).length}
            sound_on={desk.sound.on} now_ms={now_ms} show_all={() => set_show_all(true)} />
        : <Wall desk={desk} tickets={tickets} room={room} now_ms={now_ms} />}
      <Rail tickets={tickets} picture={picture} menu={menu} later={is_calm && tickets.length > 0} />
      <NoticeList notices={desk.notices.shown(desk.local_ms())} />
      {panel === 'recall' && <RecallPanel desk={desk} tickets={recallable(picture, now_ms)} close={close} />}
      {panel === 'sold_out' && <SoldOutPanel desk={desk} picture={picture} menu={menu} now_ms={now_ms} close={close} />}
    </div>
  );
}

function use_redraw(desk: Desk): () => void {
  const [, set_turn] = useState(0);
  const redraw = () => set_turn((turn) => turn + 1);
  useEffect(() => {
    desk.redraw = redraw;
    const timer = setInterval(redraw, second_ms);
    return () => clearInterval(timer);
  }, []);
  return redraw;
}

function use_desk_events(desk: Desk, open: (panel: OpenPanel) => void): void {
  useEffect(() => {
    const here = ({ target }: Event) => desk.somebody_is_here(target instanceof Element && target.closest('[data-key="sound"]') !== null);
    document.addEventListener('pointerdown', here);
    document.addEventListener('keydown', here);
    const stop = listen_to_keys({
      go_to: (position) => document.querySelector<HTMLElement>(`[data-position="${position}"]`)?.focus(),
      undo: () => desk.undo(),
      recall: () => open('recall'),
      sold_out: () => open('sold_out'),
    });
    return () => { stop(); document.removeEventListener('pointerdown', here); document.removeEventListener('keydown', here); };
  }, []);
}
