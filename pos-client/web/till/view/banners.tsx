// What is different now, in one sentence: the core is gone, the line is cut, nobody need log in.
import { LineState } from '@wire/till_view_pb.js';
import { format_fen } from '../../../../canteen/web/shared/money.js';
import { t } from '../../../../canteen/web/shared/texts/texts.js';
import { code_words } from '../model/core_words.js';
import type { Till } from '../model/till.js';
import { Icon } from './icon.js';

// Stands over the whole page: nothing is sold while the core is away.
export function GoneBanner({ till }: { till: Till }) {
  const { state } = till.core;
  if (state === 'live' || (state === 'dialling' && !till.parts.status)) return null;
  return (
    <div class="banner gone" role="alert" data-gone={state}>
      <Icon name="alert" />
      <b>{t('pos.gone')}</b>
      <span class="grow">{state === 'unpaired' ? t('pos.unpaired') : state === 'page_older' ? t('pos.page_older') : state === 'core_older' ? t('pos.core_older') : t('pos.gone_hint')}</span>
      {state === 'unpaired' && <a class="btn" href="/enrol/">{t('pos.pair_page')}</a>}
      {state === 'page_older' && <button type="button" class="btn" onClick={() => location.reload()}>{t('pos.reload')}</button>}
    </div>
  );
}

export function LineBanner({ till }: { till: Till }) {
  const { status } = till.parts;
  if (till.core.other_page_pays && status?.line === LineState.LINE_LIVE) return <div class="banner" role="status"><Icon name="alert" /><span>{t('pos.other_page')}</span></div>;
  if (status?.line === LineState.LINE_TROUBLE) {
    return <div class="banner" role="alert"><Icon name="ban" /><b>{t('pos.line_trouble')}</b><span>{code_words(status.trouble)}</span></div>;
  }
  if (status?.line !== LineState.LINE_OFFLINE) return null;
  return (
    <div class="banner" role="status"><Icon name="cloud" /><b>{t('pos.offline')}</b>
      <span>{t('pos.offline_hint', { sum: format_fen(status.offlineLeftFen) })}</span></div>
  );
}
