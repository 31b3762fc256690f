// Chooses the language in which a page starts: the address's, the last choice on this screen, the browser's, else
// Chinese.
import { set_language, language, type Language } from './texts.js';

const remembered_as = 'canteen.language';

export function choose_language(): void {
  const asked = new URLSearchParams(location.search).get('lang');
  use(read(asked) ?? read(remembered()) ?? read(navigator.language) ?? 'zh-CN');
}

export function switch_language(): void {
  const next: Language = language() === 'en' ? 'zh-CN' : 'en';
  const address = new URL(location.href);
  address.searchParams.set('lang', next === 'en' ? 'en' : 'zh');
  history.replaceState(null, '', address);
  remember(next);
  use(next);
}

function use(next: Language): void {
  set_language(next);
  document.documentElement.lang = next;
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
