// Exchanges a one-time code for the screen's cookie. The code may come in the address after `#`, which no server and no
// log sees; the server answers with the page of the role.
import { render } from 'preact';
import { useEffect, useState } from 'preact/hooks';
import { Icon } from '../shared/icon.js';
import { choose_language } from '../shared/texts/choose_language.js';
import { one_of, t, type TextKey } from '../shared/texts/texts.js';
import './enrol.css';

type State = TextKey | 'open';  // a text's key is shown under the form

const refusals: readonly TextKey[] = ['enrol.refused.code_unknown', 'enrol.refused.too_many_attempts', 'enrol.refused.busy'];

// Asks again if an answer was lost: the code stays this page's for its ten minutes.
const nonce = Array.from(crypto.getRandomValues(new Uint8Array(16)), (byte) => byte.toString(16).padStart(2, '0')).join('');

async function exchange(code: string): Promise<State> {
  const headers = { 'content-type': 'application/x-www-form-urlencoded' };
  const reply = await fetch('/enrol', { method: 'POST', headers, body: new URLSearchParams({ code, nonce }).toString() });
  if (reply.redirected) location.replace(reply.url);
  if (reply.redirected) return 'enrol.wait';
  if (reply.ok) return 'enrol.done';
  const { error } = (await reply.json()) as { error?: unknown };
  return one_of(refusals, `enrol.refused.${String(error)}`) ?? 'enrol.refused.other';
}

function EnrolForm({ given }: { given: string }) {
  const [code, set_code] = useState(given);
  const [state, set_state] = useState<State>('open');
  const is_refusal = state.startsWith('enrol.refused');
  const send = () => {
    set_state('enrol.wait');
    exchange(code.trim()).catch((): State => 'enrol.refused.unreachable').then(set_state);
  };
  useEffect(() => { if (given !== '') send(); }, []);
  return (
    <main class="enrol card">
      <h1>{t('enrol.title')}</h1>
      <p>{t('enrol.hint')}</p>
      <form onSubmit={(event) => { event.preventDefault(); send(); }}>
        <label class="field">{t('enrol.code')}
          <input name="code" required maxLength={64} autocomplete="off" autofocus value={code} onInput={(event) => set_code(event.currentTarget.value)} /></label>
        <button class="btn primary" disabled={state === 'enrol.wait'}>{t('enrol.send')}</button>
      </form>
      <p role="status" class={is_refusal ? 'refused' : ''}>{is_refusal && <Icon name="alert" />} {state !== 'open' && t(state)}</p>
    </main>
  );
}

void choose_language();
const given = new URLSearchParams(location.hash.slice(1)).get('code') ?? '';
history.replaceState(null, '', location.pathname + location.search);  // a used code is of no use in the history
render(<EnrolForm given={given} />, document.getElementById('page')!);
