import type { Email } from 'postal-mime';
import type { KeptMessage } from './mailStore.ts';

const mostShown = 200;

/**
 * The list of mails, newest first; what went to several people under one subject is one line. On its first night the product
 * invites every agency to the meetings of four weeks: some hundred mails, a line a meeting.
 */
export function inboxPage(messages: readonly KeptMessage[], to: string | undefined): string {
  const letters = [...Map.groupBy(messages, ({ subject }) => subject).values()];
  const rows = letters.slice(0, mostShown).map(letterRow);
  const whose = to ? ` for ${escaped(to)} (<a href="/">all</a>)` : '';
  const more = letters.length > mostShown ? `, the newest ${mostShown} shown` : '';
  return page(
    'Inbox (development)',
    `<h1>Inbox</h1><p>${messages.length} messages under ${letters.length} subjects${whose}${more}. Nothing here was delivered to anybody.</p>
<table><thead><tr><th>Received (UTC)</th><th>To</th><th>Subject</th></tr></thead><tbody>
${rows.join('\n')}
</tbody></table>`,
  );
}

function letterRow(sent: readonly KeptMessage[]): string {
  const [latest] = sent;
  if (!latest) return '';
  const each = sent.map(({ id, to }) => `${to.map(addressLink).join(', ')} (<a href="/messages/${id}">read</a>)`);
  const whom =
    sent.length === 1
      ? latest.to.map(addressLink).join(', ')
      : `<details><summary>${sent.length} messages</summary>${each.join('<br>')}</details>`;
  return (
    `<tr><td>${escaped(latest.receivedAt)}</td><td>${whom}</td>` +
    `<td><a href="/messages/${latest.id}">${escaped(latest.subject)}</a></td></tr>`
  );
}

/** One mail as text and, in a frame that can do nothing, as HTML. */
export function messagePage(message: KeptMessage & Pick<Email, 'text' | 'html'>): string {
  const html = message.html
    ? `<h2>HTML</h2><iframe sandbox title="HTML version" srcdoc="${escaped(message.html)}"></iframe>`
    : '';
  return page(
    message.subject,
    `<p><a href="/">Inbox</a></p><h1>${escaped(message.subject)}</h1>
<p>To ${message.to.map(addressLink).join(', ')}<br>From ${escaped(message.from)}<br>${escaped(message.receivedAt)}
<br>${escaped(message.messageId)}</p>
<h2>Text</h2><pre>${escaped(message.text ?? '')}</pre>${html}`,
  );
}

function addressLink(address: string): string {
  return `<a href="/?to=${encodeURIComponent(address)}">${escaped(address)}</a>`;
}

function page(title: string, body: string): string {
  return `<!doctype html>
<html lang="en">
<head><meta charset="utf-8"><title>${escaped(title)}</title><meta name="viewport" content="width=device-width">
<style>body{font:1rem/1.5 sans-serif;max-width:60rem;margin:2rem auto;padding:0 1rem}td,th{padding:.2rem 1rem .2rem 0;text-align:left;vertical-align:top}pre{white-space:pre-wrap}iframe{width:100%;height:30rem;border:1px solid #767676}</style>
</head>
<body>
${body}
</body>
</html>`;
}

function escaped(text: string): string {
  return text.replaceAll(/[&<>"']/g, (character) => `&#${character.charCodeAt(0)};`);
}
