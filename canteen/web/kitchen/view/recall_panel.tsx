// Today's tickets that were called and not collected: one key puts a ticket back on the wall.
import type { Ticket } from '@wire/kitchen_pb.js';
import { Icon } from '../../shared/icon.js';
import { clock_time } from '../../shared/time.js';
import { dish_name, t } from '../../shared/texts/texts.js';
import type { Desk } from '../model/desk.js';
import { Panel } from './panel.js';
import { number_of, ticket_key } from '../model/tickets.js';

interface Props {
  readonly desk: Desk;
  readonly tickets: readonly Ticket[];
  close(): void;
}

export function RecallPanel({ desk, tickets, close }: Props) {
  return (
    <Panel name="recall" title={t('recall.title')} hint={tickets.length > 0 ? t('recall.hint') : t('recall.none')} close={close}>
      <ul class="rows">
        {tickets.map((ticket) => (
          <li key={ticket_key(ticket)} data-number={number_of(ticket.pickup)}>
            <b class="no num">{number_of(ticket.pickup)}</b>
            <span class="grow typed">{ticket.lines.map((line) => `${dish_name(line)}×${line.quantity}`).join('·')}</span>
            {ticket.readyAtMs > 0n && <span class="quiet num">{t('recall.ready_at', { time: clock_time(Number(ticket.readyAtMs)) })}</span>}
            <button class="btn" onClick={() => { desk.recall(ticket); close(); }}><Icon name="recall" /><span>{t('recall.key')}</span></button>
          </li>
        ))}
      </ul>
    </Panel>
  );
}
