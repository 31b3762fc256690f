// What the server decided otherwise than the till did, until somebody has dealt with it.
import type { NoticeShown } from '@wire/till_view_pb.js';
import { format_fen } from '../../../../canteen/web/shared/money.js';
import { t } from '../../../../canteen/web/shared/texts/texts.js';
import { code_words, listed_words } from '../model/core_words.js';
import type { Till } from '../model/till.js';
import { Icon } from './icon.js';
import { Key, ViewHead, WordNote } from './pieces.js';

export function Notices({ till }: { till: Till }) {
  const notices = till.parts.notices?.notices ?? [];
  const seen = (numbers: bigint[]) => till.act({ case: 'dismissNotices', value: { numbers } });
  return (
    <main class="view whole">
      <ViewHead title={t('pos.notices.title')} back={() => till.set({ view: 'sale' })} />
      <WordNote till={till} />
      <section class="card rows grow"><ul>
        {notices.map((notice) => (
          <li key={notice.number.toString()} data-notice={notice.pickup}><Icon name="alert" /><span><b class="no">{notice.pickup}</b> {notice_words(notice)}</span>
            {notice.pickup !== '' && <Key press={() => { till.set({ view: 'sales' }); till.act({ case: 'listSales', value: { text: notice.pickup } }); }}>{t('pos.notices.look')}</Key>}
            <Key name={`seen-${notice.pickup}`} press={() => seen([notice.number])}>{t('pos.seen')}</Key></li>
        ))}
        {notices.length === 0 && <li class="quiet">{t('pos.notices.none')}</li>}
      </ul></section>
    </main>
  );
}

function notice_words(notice: NoticeShown): string {
  const back = notice.backFen > 0n ? [t('pos.notices.back', { sum: format_fen(notice.backFen) })] : [];
  const restart = notice.restart !== '' ? [code_words(notice.restart)] : [];
  return [...notice.why.map(listed_words), ...back, ...restart].join(' ');
}
