// Says whether the picture is up to date, as a word with its icon; and shows the banner that says what is different
// now.
import { Icon, type IconName } from '../../shared/icon.js';
import type { Link } from '../../shared/link.js';
import { clock_time } from '../../shared/time.js';
import { one_of, t, type TextKey } from '../../shared/texts/texts.js';

// The server's parting words that say why a screen is not let in.
const reasons: readonly TextKey[] = [
  'banner.device_unknown', 'banner.not_permitted', 'banner.revoked', 'banner.replaced', 'banner.protocol_too_old',
];

export function LinkChip({ link }: { link: Link }) {
  const { look, icon, text } = words(link);
  return <span class={`chip ${look}`} role="status" data-link={link.kind}><Icon name={icon} />{text}</span>;
}

function words(link: Link): { look: string; icon: IconName; text: string } {
  switch (link.kind) {
    case 'live': return { look: 'ready', icon: 'live', text: t('link.live') };
    case 'behind': return { look: 'near', icon: 'glass', text: t('link.behind', { n: link.seconds }) };
    case 'connecting': return { look: '', icon: 'clock', text: t('link.connecting') };
    case 'refused': return { look: 'offline', icon: 'ban', text: t('link.refused') };
    case 'offline': return { look: 'offline', icon: 'cloud', text: offline(link.since_ms) };
  }
}

function offline(since_ms: number): string {
  return since_ms > 0 ? t('link.offline', { time: clock_time(since_ms) }) : t('link.never');
}

export function LinkBanner({ link, kept }: { link: Link; kept: number }) {
  if (link.kind !== 'offline' && link.kind !== 'refused') return null;
  return (
    <div class="banner" role="alert">
      <Icon name="cloud" />
      <span class="grow">{link.kind === 'refused' ? reason(link.reason)
        : link.since_ms > 0 ? t('banner.offline', { time: clock_time(link.since_ms) }) : t('banner.never')}</span>
      {kept > 0 && <b>{t('banner.kept', { n: kept })}</b>}
      {link.kind === 'refused' && <a class="btn" href="/enrol/">{t('banner.enrol')}</a>}
    </div>
  );
}

function reason(name: string): string {
  return t(one_of(reasons, `banner.${name}`) ?? 'banner.device_unknown');
}
