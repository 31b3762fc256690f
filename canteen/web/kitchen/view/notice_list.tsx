// Shows what was just done or refused, at the foot of the wall.
import { Icon } from '../../shared/icon.js';
import type { Notice } from '../model/notices.js';

export function NoticeList({ notices }: { notices: readonly Notice[] }) {
  return (
    <div class="notices" aria-live="polite">
      {notices.map((notice) => (
        <p key={notice.id} class={`notice typed${notice.bad ? ' bad' : ''}`}><Icon name={notice.bad ? 'alert' : 'check'} />{notice.text}</p>
      ))}
    </div>
  );
}
