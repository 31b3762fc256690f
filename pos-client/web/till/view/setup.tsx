// What keeps the till from selling, each with how to mend it.
import { t, type TextKey } from '../../../../canteen/web/shared/texts/texts.js';
import { code_words } from '../model/core_words.js';
import type { Till } from '../model/till.js';
import { Icon } from './icon.js';
import { Key, ViewHead, WordNote } from './pieces.js';

const mends: Readonly<Record<string, TextKey>> = {
  'setup.not_paired': 'pos.mend.not_paired', 'setup.no_menu': 'pos.mend.no_menu', 'setup.no_printer': 'pos.mend.no_printer',
};

export function Setup({ till }: { till: Till }) {
  return (
    <main class="view whole">
      <ViewHead title={t('pos.setup.title')} />
      <WordNote till={till} />
      {till.core.state === 'unpaired' ? <a class="btn primary go" href="/enrol/">{t('pos.pair_page')}</a>
        : <section class="card slip"><MissingList till={till} /></section>}
    </main>
  );
}

export function MissingList({ till }: { till: Till }) {
  const missing = till.parts.setup?.missing ?? [];
  return (
    <ul class="check">
      {missing.map((code) => (
        <li class="mend" key={code} data-missing={code}><Icon name="alert" /><span>{code_words(code)}{mends[code] && <small>{t(mends[code])}</small>}</span>
          {code === 'setup.no_printer' && <Key press={() => till.set({ view: 'settings' })}>{t('pos.settings.title')}</Key>}</li>
      ))}
      {missing.length === 0 && <li class="ok"><Icon name="check" /><span>{t('pos.setup.ready')}</span></li>}
    </ul>
  );
}
