// Chooses the language in which a page starts: the address's, the last choice on this screen, the browser's, else
// Chinese.
import { fetch_texts, set_language, language, type Language } from './texts.js';

const remembered_as = 'canteen.language';

// Settles when the page's texts are there: at once, but where a language comes late.
// `wanted`: what somebody else says, before all of these.
export function choose_language(wanted: Language | null = null): Promise<void> {
  const asked = new URLSearchParams(location.search).get('lang');
  return use(wanted ?? read(asked) ?? read(remembered()) ?? read(navigator.language) ?? 'zh-CN');
}

export function switch_language(): Promise<void> {
  const next: Language = language() === 'en' ? 'zh-CN' : 'en';
  const address = new URL(location.href);
  address.searchParams.set('lang', next === 'en' ? 'en' : 'zh');
  history.replaceState(null, '', address);
  remember(next);
  return use(next);
}

function use(next: Language): Promise<void> {
  const late = fetch_texts(next);
  const show = () => { set_language(next); document.documentElement.lang = next; };
  if (late) return late.then(show, () => {});  // without them the page stays as it is
  show();
  return Promise.resolve();
}

function read(tag: string | null): Language | null {
  if (tag?.startsWith('zh')) return 'zh-CN';
  return tag?.startsWith('en') ? 'en' : null;
}

// Returns null if the browser forbids storage: the page works without.
function remembered(): string | null {
  try { return localStorage.getItem(remembered_as); } catch { return null; }
}

function remember(next: Language): void {
  try { localStorage.setItem(remembered_as, next); } catch { /* asked again next time */ }
}
