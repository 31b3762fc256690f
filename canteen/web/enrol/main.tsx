// Exchanges a one-time code for the screen's cookie: a plain form, answered by the server with the page of the role. The
// code may come in the address after `#`, which no server and no log sees.
import { render } from 'preact';
import { useEffect, useRef, useState } from 'preact/hooks';
import { choose_language } from '../shared/texts/choose_language.js';
import { t } from '../shared/texts/texts.js';
import './enrol.css';

function EnrolForm({ code }: { code: string }) {
  const form = useRef<HTMLFormElement>(null);
  const [sent, set_sent] = useState(false);
  useEffect(() => { if (code !== '') form.current?.requestSubmit(); }, []);
  return (
    <main class="enrol card">
      <h1>{t('enrol.title')}</h1>
      <p>{t('enrol.hint')}</p>
      <form ref={form} method="post" action="/enrol" onSubmit={() => set_sent(true)}>
        <label class="field">{t('enrol.code')}<input name="code" required maxLength={64} autocomplete="off" autofocus defaultValue={code} /></label>
        <button class="btn primary">{sent ? t('enrol.wait') : t('enrol.send')}</button>
      </form>
    </main>
  );
}

choose_language();
const code = new URLSearchParams(location.hash.slice(1)).get('code') ?? '';
history.replaceState(null, '', location.pathname + location.search);  // a used code is of no use in the history
render(<EnrolForm code={code} />, document.getElementById('page')!);
