import { createTransport } from 'nodemailer';

/** One message to one person. */
export interface Mail {
  readonly to: string;
  /** With its angle brackets; the same however often the message is sent, so that a copy can be known for one. */
  readonly messageId: string;
  readonly subject: string;
  readonly text: string;
  readonly html: string;
  /** A file for calendars that goes with it. */
  readonly calendar?: { readonly name: string; readonly method: string; readonly content: string } | null;
}

/**
 * How a sending went. `refused`: this recipient or message will never be taken, trying again is no use; `failed`:
 * it may be taken later. The code says what kind of trouble it was, without the server's words, which quote addresses.
 */
export type Delivery =
  | { readonly outcome: 'sent' }
  | { readonly outcome: 'refused'; readonly code: 'RECIPIENT_REFUSED' | 'MESSAGE_REFUSED' | 'ADDRESS_INVALID' }
  | {
      readonly outcome: 'failed';
      readonly code: 'NO_CONNECTION' | 'TIMED_OUT' | 'SERVER_BUSY' | 'SIGN_IN_REFUSED' | 'SENDER_REFUSED' | 'OTHER';
    };

export interface MailTransport {
  /** How many messages can be under way at once. */
  readonly concurrency: number;
  /** Sends one message; never throws. Takes `longestMs` at most. */
  send(mail: Mail): Promise<Delivery>;
  /** Milliseconds after which a sending has been given up, whatever the server does. */
  readonly longestMs: number;
  close(): void;
}

export interface MailOptions {
  /** smtp:// or smtps:// with host, port and, where the server asks for them, user and password. */
  readonly smtpUrl: string;
  readonly from: string;
  readonly concurrency?: number;
  readonly longestMs?: number;
}

const oneAddress = /^[^\s@<>,;]+@[^\s@<>,;]+$/;

/** A pooled connection to the SMTP server: opening one for each message would take twenty times as long. */
export function createMailTransport(options: MailOptions): MailTransport {
  const { smtpUrl, from, concurrency = 5, longestMs = 60_000 } = options;
  const stepMs = Math.ceil(longestMs / 2);
  const pool = createTransport({
    url: smtpUrl,
    pool: true,
    maxConnections: concurrency,
    maxMessages: 1_000,
    // Only where not a byte of the message has left: over a connection that the server closed while it was idle.
    maxRequeues: 2,
    connectionTimeout: stepMs,
    greetingTimeout: stepMs,
    socketTimeout: stepMs,
    disableFileAccess: true,
    disableUrlAccess: true,
  });
  // Errors of idle connections; those of a message come back with it.
  pool.on('error', () => undefined);
  return {
    concurrency,
    longestMs,
    async send({ to, calendar, ...mail }) {
      if (!oneAddress.test(to)) return { outcome: 'refused', code: 'ADDRESS_INVALID' };
      const signal = AbortSignal.timeout(longestMs);
      try {
        const headers = { 'Auto-Submitted': 'auto-generated', 'X-Auto-Response-Suppress': 'All' };
        const attachments = calendar ? [attached(calendar)] : [];
        await pool.sendMail({ ...mail, attachments, from, to: { name: '', address: to }, headers, signal });
        return { outcome: 'sent' };
      } catch (error) {
        return deliveryOf(error);
      }
    },
    close: () => pool.close(),
  };
}

/** As a file of its own: within the message, some programs would show it in place of the words. */
function attached({ name, method, content }: NonNullable<Mail['calendar']>) {
  return { filename: name, content, contentType: `text/calendar; charset=utf-8; method=${method}` };
}

/** The host that a sender's Message-IDs end with. */
export function mailHostOf(from: string): string {
  return from.slice(from.lastIndexOf('@') + 1);
}

interface SmtpError {
  readonly code?: string;
  readonly command?: string;
  readonly responseCode?: number;
}

/** What kind of trouble an error of the transport was; 421 and every other 4xx mean "later", as does a broken line. */
function deliveryOf(error: unknown): Delivery {
  const { code, command, responseCode } = error as SmtpError;
  if (code === 'EAUTH' || code === 'ENOAUTH') return { outcome: 'failed', code: 'SIGN_IN_REFUSED' };
  if (responseCode !== undefined && responseCode >= 500 && responseCode !== 503) {
    if (command === 'RCPT TO') return { outcome: 'refused', code: 'RECIPIENT_REFUSED' };
    if (command === 'DATA') return { outcome: 'refused', code: 'MESSAGE_REFUSED' };
    if (command === 'MAIL FROM') return { outcome: 'failed', code: 'SENDER_REFUSED' };
    return { outcome: 'failed', code: 'OTHER' };
  }
  if (responseCode !== undefined) return { outcome: 'failed', code: 'SERVER_BUSY' };
  // The server was not even asked: it cannot take such an address.
  if (code === 'EENVELOPE') return { outcome: 'refused', code: 'ADDRESS_INVALID' };
  if (code === 'ETIMEDOUT' || code === 'EABORT') return { outcome: 'failed', code: 'TIMED_OUT' };
  if (code === 'ECONNECTION' || code === 'ESOCKET' || code === 'EDNS' || code === 'ETLS')
    return { outcome: 'failed', code: 'NO_CONNECTION' };
  return { outcome: 'failed', code: 'OTHER' };
}
