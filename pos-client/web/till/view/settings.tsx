// The till's switches: paper, its language, the spoken total, the printers.
import { useState } from 'preact/hooks';
import type { PrinterSet } from '@wire/till_view_pb.js';
import { t } from '../../../../canteen/web/shared/texts/texts.js';
import type { Till } from '../model/till.js';
import { use_keys } from './keys.js';
import { Choice, Key, ViewHead, WordNote } from './pieces.js';
import { MissingList } from './setup.js';

const address_length = 100;
const widths = [32, 42, 48] as const;

export function Settings({ till }: { till: Till }) {
  const { status, shift } = till.parts;
  const set = (switches: { paperAlways?: boolean; paperLarge?: boolean; spoken?: boolean; languageEn?: boolean }) => till.act({ case: 'setSwitches', value: switches });
  if (!status) return null;
  return (
    <>
      <main class="view">
        <ViewHead title={t('pos.settings.title')} back={() => till.set({ view: 'sale' })} />
        <WordNote till={till} />
        <section class="card scroll"><div class="amounts">
          <Switch name="paper" label={t('pos.settings.paper')} on={status.paperAlways} off_words={t('pos.settings.paper_some')} on_words={t('pos.settings.paper_always')} set={(paperAlways) => set({ paperAlways })} />
          <Switch name="large" label={t('pos.settings.large')} on={status.paperLarge} off_words={t('pos.settings.large_off')} on_words={t('pos.settings.large_on')} set={(paperLarge) => set({ paperLarge })} />
          <Switch name="spoken" label={t('pos.settings.spoken')} on={status.spoken} off_words={t('pos.settings.off')} on_words={t('pos.settings.on')} set={(spoken) => set({ spoken })} />
          <Switch name="paper-language" label={t('pos.settings.paper_language')} on={status.languageEn} off_words={t('pos.settings.chinese')} on_words={t('pos.settings.english')} set={(languageEn) => set({ languageEn })} />
        </div></section>
      </main>
      <aside class="scroll">
        <section class="card slip"><h2>{t('pos.start.before')}</h2><MissingList till={till} /></section>
        <Printer till={till} />
        <Key name="test-page" icon="printer" press={() => till.act({ case: 'printTestPage', value: {} }, ({ refused }) => { if (!refused) till.say(t('pos.reprinted')); })}>{t('pos.settings.test_page')}</Key>
        {shift?.hasStaff && shift.staffId.length > 0 && <Key name="log-out" press={() => { till.set({ view: 'sale' }); till.act({ case: 'logOut', value: {} }); }}>{t('pos.settings.log_out')}</Key>}
        {shift && !shift.hasStaff && <p class="quiet">{t('pos.settings.no_staff')}</p>}
      </aside>
    </>
  );
}

interface SwitchProps {
  readonly name: string;
  readonly label: string;
  readonly on: boolean;
  readonly on_words: string;
  readonly off_words: string;
  set(on: boolean): void;
}

function Switch({ name, label, on, on_words, off_words, set }: SwitchProps) {
  return <div data-switch={name}><b>{label}</b><Choice label={label} chosen={on ? 'on' : 'off'} among={[['off', off_words], ['on', on_words]] as const} choose={(value) => set(value === 'on')} /></div>;
}

// Begins with what is set; another printer has a form of its own.
function Printer({ till }: { till: Till }) {
  const [which, choose] = useState<'first' | 'second'>('first');
  const set = till.parts.status?.printers.find((one) => one.second === (which === 'second'));
  return (
    <section class="card"><h2>{t('pos.settings.printer')}</h2><div class="amounts">
      <Choice label={t('pos.settings.which')} chosen={which} among={[['first', t('pos.settings.first')], ['second', t('pos.settings.second')]] as const} choose={choose} />
      <PrinterForm key={which} till={till} set={set} second={which === 'second'} />
    </div></section>
  );
}

function PrinterForm({ till, set, second }: { till: Till; set: PrinterSet | undefined; second: boolean }) {
  const [address, type] = useState(set?.address ?? '');
  const [columns, choose] = useState<number>(set?.columns ?? widths[2]);
  const [how, choose_how] = useState<'text' | 'raster'>(set?.raster ? 'raster' : 'text');
  const save = () => till.act({ case: 'setPrinter', value: { address: address.trim(), columns, raster: how === 'raster', second } }, ({ refused }) => { if (!refused) till.say(t('pos.settings.saved')); });
  use_keys((event) => { if (event.key !== 'Enter' || !(event.target instanceof HTMLInputElement)) return false; save(); return true; });
  return (
    <>
      <label class="field"><span>{t('pos.settings.address')}</span><input name="address" value={address} maxLength={address_length} autocomplete="off" placeholder="192.168.1.50:9100" onInput={(event) => type(event.currentTarget.value)} /></label>
      <Choice label={t('pos.settings.columns')} chosen={columns} among={widths.map((one) => [one, t('pos.settings.columns_n', { n: one })] as const)} choose={choose} />
      <Choice label={t('pos.settings.how')} chosen={how} among={[['text', t('pos.settings.text')], ['raster', t('pos.settings.raster')]] as const} choose={choose_how} />
      <Key look="primary" name="save-printer" press={save}>{t('pos.save')}</Key>
    </>
  );
}
