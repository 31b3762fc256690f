// The one field for scanner, card reader and hand.
import { useState } from 'preact/hooks';
import { t } from '../../../../canteen/web/shared/texts/texts.js';
import type { Till } from '../model/till.js';
import { Icon } from './icon.js';
import { field_id, meter } from './keys.js';

export function Field({ till }: { till: Till }) {
  const [by_touch, set_by_touch] = useState(false);
  const on_input = (event: InputEvent & { currentTarget: HTMLInputElement }) => {
    const is_leftover = /Composition/.test(event.inputType) && meter.is_echo(event.timeStamp);
    if (is_leftover) event.currentTarget.value = '';  // an input method hands over what was scanned already
    till.set({ typed: event.currentTarget.value });
  };
  return (
    <label class="field">
      <Icon name="search" /><span class="sr">{t('pos.field')}</span>
      <input id={field_id} data-first value={till.ui.typed} maxLength={64} placeholder={t('pos.field_hint')} autocomplete="off" autocapitalize="off"
        spellcheck={false} enterkeyhint="go" inputMode={by_touch ? 'text' : 'none'} onPointerDown={() => set_by_touch(true)} onBlur={() => set_by_touch(false)}
        onInput={on_input} />
      <kbd aria-hidden="true">/</kbd>
    </label>
  );
}
