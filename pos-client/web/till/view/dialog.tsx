// A question over the page: the browser's own dialog, which keeps the focus inside and closes by Escape.
import type { ComponentChildren } from 'preact';
import { useEffect, useRef } from 'preact/hooks';
import { t } from '../../../../canteen/web/shared/texts/texts.js';
import type { Till } from '../model/till.js';
import { is_editable, use_keys } from './keys.js';
import { Key } from './pieces.js';

interface Props {
  readonly till: Till;
  readonly name: string;
  readonly title: string;
  readonly yes: string;
  readonly off?: boolean;
  readonly deaf?: boolean;      // Enter too: it must be seen first
  readonly children: ComponentChildren;
  press(): void;
}

export function Dialog({ till, name, title, yes, off = false, deaf = false, children, press }: Props) {
  const dialog = useRef<HTMLDialogElement>(null);
  useEffect(() => {
    dialog.current?.showModal();
    dialog.current?.querySelector<HTMLElement>('input, [data-key="yes"]')?.focus();
  }, []);
  const close = () => till.set({ question: null });
  const enter = (by_key: boolean) => { if (!off && !(deaf && by_key && till.is_deaf)) press(); };
  use_keys((event) => {
    if (event.key !== 'Enter' || (event.target instanceof HTMLButtonElement && event.target.dataset['key'] !== 'yes')) return !is_editable(event.target) && /^F\d/.test(event.key);
    enter(true);
    return true;
  });
  return (
    <dialog ref={dialog} class="panel" data-dialog={name} aria-label={title} onCancel={(event) => { event.preventDefault(); close(); }}>
      <div class="sheet">
        <h2>{title}</h2>
        {children}
        <div class="row2">
          <Key name="no" kbd="Esc" press={close}>{t('pos.cancel')}</Key>
          <Key name="yes" look={`primary${deaf && till.is_deaf ? ' deaf' : ''}`} kbd="Enter" off={off} press={enter}>{yes}</Key>
        </div>
      </div>
    </dialog>
  );
}
