import { createLog } from '../../platform/log.ts';
import { requireDevelopment } from '../requireDevelopment.ts';
import { createInboxPages, createMailServer } from './createInbox.ts';
import { MailStore } from './mailStore.ts';

const mostKept = 5000;

const { INBOX_PORT, INBOX_SMTP_PORT, INBOX_DIR } = requireDevelopment(process.env, 'The inbox for development', [
  'INBOX_PORT',
  'INBOX_SMTP_PORT',
  'INBOX_DIR',
]);
const log = createLog('inbox', { level: 'info', development: true });
const store = new MailStore(INBOX_DIR, mostKept);
const mailServer = createMailServer(store);
const giveUp = (err: Error) => {
  log.fatal({ err }, 'cannot listen');
  process.exit(1);
};
mailServer.once('error', giveUp);
await new Promise<void>((resolve) => mailServer.listen(Number(INBOX_SMTP_PORT), '127.0.0.1', resolve));
// A session that breaks off is the other side's business; it must not end the inbox.
mailServer.off('error', giveUp).on('error', (err: Error) => log.warn({ err }, 'a mail session broke off'));
const pages = createInboxPages(store).listen(Number(INBOX_PORT), '127.0.0.1', () => log.info('ready'));
pages.once('error', giveUp);
process.once('SIGTERM', () => {
  mailServer.close();
  pages.close(() => process.exit(0));
  pages.closeAllConnections();
});
