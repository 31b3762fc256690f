// The browser as a till's page sees it. Any answer over HTTP says that the core is there: it need not be a welcome.
import { browser, type Machine } from '../../../canteen/web/shared/socket.js';

export const till_browser: Machine = {
  ...browser,
  reachable: () => fetch('/', { cache: 'no-store' }).then(() => true, () => false),
};
