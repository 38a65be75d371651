/** A message before it is set as text or HTML. Every part is plain words; what is not needed is left out. */
export interface Letter {
  readonly subject: string;
  /** The one thing the message is about. */
  readonly heading: string;
  /** Facts with their names, in order: what, when, why this date. */
  readonly facts: readonly (readonly [name: string, value: string])[];
  readonly paragraphs: readonly string[];
  readonly link: string;
  readonly closing: readonly string[];
}

/** A letter as plain text. */
export function letterAsText({ heading, facts, paragraphs, link, closing }: Letter): string {
  const parts = [
    heading,
    facts.map(([name, value]) => `${name}: ${value}`).join('\n'),
    ...paragraphs,
    `Sign in: ${link}`,
    closing.join('\n'),
  ];
  return `${parts.filter((part) => part !== '').join('\n\n')}\n`;
}

const paragraphStyle = 'margin:0 0 16px';
const pageStyle = 'margin:0;padding:24px;font:18px/1.5 Arial,Helvetica,sans-serif;color:#0b0c0c;background:#ffffff';

/** A letter as HTML that needs nothing from elsewhere: no picture, no style sheet, no script. */
export function letterAsHtml({ subject, heading, facts, paragraphs, link, closing }: Letter): string {
  const rows = facts.map(([name, value]) => `<strong>${escaped(name)}:</strong> ${escaped(value)}`).join('<br>\n');
  return [
    '<!doctype html>',
    '<html lang="en-GB">',
    `<head><meta charset="utf-8"><title>${escaped(subject)}</title></head>`,
    `<body style="${pageStyle}">`,
    '<div style="max-width:600px">',
    `<h1 style="margin:0 0 16px;font-size:24px;line-height:1.25">${escaped(heading)}</h1>`,
    ...(rows === '' ? [] : [`<p style="${paragraphStyle}">${rows}</p>`]),
    ...paragraphs.map((paragraph) => `<p style="${paragraphStyle}">${escaped(paragraph)}</p>`),
    `<p style="${paragraphStyle}"><a href="${escaped(link)}" style="color:#1d5fa8">Sign in to MARAC Casework</a></p>`,
    `<p style="margin:24px 0 0;font-size:16px;color:#484949">${closing.map(escaped).join('<br>\n')}</p>`,
    '</div>',
    '</body>',
    '</html>',
    '',
  ].join('\n');
}

const entities: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};

function escaped(text: string): string {
  return text.replaceAll(/[&<>"']/g, (character) => entities[character] ?? '');
}
