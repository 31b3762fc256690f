// One order as the cook sees it: the head is a key (ready), each line is a key (done).
import { useLayoutEffect, useRef, useState } from 'preact/hooks';
import type { Ticket, TicketLine } from '@wire/kitchen_pb.js';
import { Icon } from '../../shared/icon.js';
import { clock_time } from '../../shared/time.js';
import { dish_name, t } from '../../shared/texts/texts.js';
import type { Desk } from '../model/desk.js';
import type { Cell } from '../model/layout.js';
import { is_cancelled, number_of, ticket_key } from '../model/tickets.js';
import { age_words, flag_words, source_of, when_words } from '../model/words.js';

interface Props {
  readonly desk: Desk;
  readonly ticket: Ticket;
  readonly position: number;  // from 1; its key up to 9
  readonly cell: Cell | null; // null: in a list, one under the other
  readonly now_ms: number;
}

export function TicketCard({ desk, ticket, position, cell, now_ms }: Props) {
  const cancelled = is_cancelled(ticket);
  const lines = ticket.lines.filter((line) => line.quantity > 0); // others were taken back
  const done = lines.filter((line) => line.done).length;
  const { list, hidden } = useHiddenLines(ticket);
  const place = cell ? ` c${cell.column} r${cell.row}${cell.tall ? ' tall' : ''}` : '';
  return (
    <article class={`ticket ${when_words(ticket, now_ms).look}${place}`} data-number={number_of(ticket.pickup)}>
      <Head desk={desk} ticket={ticket} position={position} now_ms={now_ms} />
      <ul ref={list}>
        {ticket.lines.map((line) => <Line key={line.index} desk={desk} ticket={ticket} line={line} />)}
      </ul>
      <footer>
        {!cancelled && <span class="count"><Icon name="check" /> <b>{done}/{lines.length}</b></span>}
        <span>{age_words(Number(ticket.placedAtMs), now_ms)}</span>
        {hidden > 0 && <span class="below">{t('ticket.more_lines', { n: hidden })}</span>}
        {!cancelled && hidden === 0 && (ticket.onPaper || done === lines.length)
          && <span class="all">{t(ticket.onPaper ? 'ticket.cooked_by_slip' : 'ticket.all_done')}</span>}
      </footer>
    </article>
  );
}

function Head({ desk, ticket, position, now_ms }: Omit<Props, 'cell'>) {
  const number = number_of(ticket.pickup);
  const cancelled = is_cancelled(ticket);
  const source = source_of(ticket);
  const when = when_words(ticket, now_ms);
  const name = cancelled ? `${number} ${when.text}, ${t('ticket.acknowledge')}` : `${t('ticket.mark_ready', { number })}, ${when.text}`;
  return (
    <button class="head" data-position={position} aria-label={name}
      onClick={(event) => { if (desk.guard.accepts(event)) desk.press_ticket(ticket); }}>
      <span class="top">
        <span class="no">{position <= 9 && <kbd>{position}</kbd>}{number}</span>
        <span class="when"><Icon name={when.icon} />{when.text}</span>
      </span>
      <span class="top">
        {desk.seen.is_unseen(ticket_key(ticket)) && <span class="unseen">{t('ticket.new')}</span>}
        <span class="src"><Icon name={source.icon} /> {source.text}</span>
        {cancelled ? <span class="btn ok">{t('ticket.acknowledge')}</span>
          : <span class="due num">{t('time.due', { time: clock_time(Number(ticket.dueMs)) })}</span>}
      </span>
    </button>
  );
}

function Line({ desk, ticket, line }: { desk: Desk; ticket: Ticket; line: TicketLine }) {
  const cancelled = is_cancelled(ticket) || line.quantity === 0;
  const dish = dish_name(line);
  const name = t(line.done ? 'ticket.mark_undone' : 'ticket.mark_done', { quantity: line.quantity, dish });
  const words = cancelled ? [t('ticket.do_not_cook')] : flag_words(line.dietFlags);
  const told = [name, ...words, line.note].filter((word) => word !== '').join(', ');
  return (
    <li class={cancelled ? 'void' : line.done ? 'done' : ''}>
      <button disabled={cancelled} aria-label={told} aria-pressed={line.done}
        onClick={(event) => { if (desk.guard.accepts(event)) desk.mark_line(ticket, line); }}>
        <span class="q num">{line.done ? <Icon name="check" /> : `${line.quantity}×`}</span>
        <span class="x">
          <span class="typed dish">{dish}</span>
          {(words.length > 0 || line.note !== '') && (
            <span class="fl">
              {words.map((word) => <span key={word} class="flag">{word}</span>)}
              {line.note !== '' && <span class="flag note typed">{line.note}</span>}
            </span>
          )}
        </span>
        {line.done && <span class="num">×{line.quantity}</span>}
      </button>
    </li>
  );
}

// Counts the lines that do not fit into the cell: a cook must know that there are more.
function useHiddenLines(ticket: Ticket) {
  const list = useRef<HTMLUListElement>(null);
  const [hidden, set_hidden] = useState(0);
  const measure = () => {
    const box = list.current;
    if (!box) return;
    const bottom = box.scrollTop + box.clientHeight + 8;
    const under = [...box.children].filter((line) => (line as HTMLElement).offsetTop + line.clientHeight > bottom);
    set_hidden(under.length);
  };
  useLayoutEffect(measure);
  useLayoutEffect(() => {
    const box = list.current;
    const watcher = new ResizeObserver(measure);
    if (box) watcher.observe(box);
    box?.addEventListener('scroll', measure);
    return () => { watcher.disconnect(); box?.removeEventListener('scroll', measure); };
  }, [ticket_key(ticket)]);
  return { list, hidden };
}
