// A panel over the wall: the browser's own dialog, which keeps the focus inside and closes by Escape.
import type { ComponentChildren } from 'preact';
import { useEffect, useRef } from 'preact/hooks';
import { Icon } from '../../shared/icon.js';
import { t } from '../../shared/texts/texts.js';

interface Props {
  readonly name: string;
  readonly title: string;
  readonly hint: string;
  readonly children: ComponentChildren;
  close(): void;
}

export function Panel({ name, title, hint, children, close }: Props) {
  const dialog = useRef<HTMLDialogElement>(null);
  useEffect(() => { dialog.current?.showModal(); }, []);
  return (
    <dialog ref={dialog} class="panel" data-panel={name} aria-label={title} onClose={close}
      onClick={(event) => { if (event.target === dialog.current) dialog.current?.close(); }}>
      <div class="sheet">
        <header>
          <div><h2>{title}</h2><p>{hint}</p></div>
          <button class="btn" data-key="close" onClick={() => dialog.current?.close()}><Icon name="close" /><span>{t('panel.close')}</span></button>
        </header>
        {children}
      </div>
    </dialog>
  );
}
