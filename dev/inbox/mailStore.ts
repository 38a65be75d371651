import fs from 'node:fs';
import path from 'node:path';
import PostalMime, { type Email } from 'postal-mime';

export interface KeptMessage {
  readonly id: string;
  readonly receivedAt: string;
  /** Whom the sender named at delivery, whatever the message itself says. */
  readonly to: readonly string[];
  readonly from: string;
  readonly subject: string;
  readonly messageId: string;
}

/** The mails of development, one file each beside its outline, the newest `limit` of them. */
export class MailStore {
  readonly #dir: string;
  readonly #limit: number;
  readonly #messages: KeptMessage[];
  #lastTime = 0;

  constructor(dir: string, limit: number) {
    fs.mkdirSync(dir, { recursive: true });
    this.#dir = dir;
    this.#limit = limit;
    this.#messages = fs
      .readdirSync(dir)
      .filter((name) => name.endsWith('.json'))
      .sort()
      .map((name) => JSON.parse(fs.readFileSync(path.join(dir, name), 'utf8')) as KeptMessage);
  }

  /** Keeps a message; when this has returned it is on disk. */
  async add(raw: Buffer, envelope: { readonly from: string; readonly to: readonly string[] }): Promise<KeptMessage> {
    const parsed = await PostalMime.parse(raw);
    // Ids sort by arrival, also within one millisecond.
    this.#lastTime = Math.max(Date.now(), this.#lastTime + 1);
    const message: KeptMessage = {
      id: String(this.#lastTime),
      receivedAt: new Date(this.#lastTime).toISOString(),
      to: envelope.to,
      from: envelope.from,
      subject: parsed.subject ?? '',
      messageId: parsed.messageId ?? '',
    };
    fs.writeFileSync(this.#file(message.id, 'eml'), raw);
    // The outline last and in one step: a message without one was never acknowledged.
    fs.writeFileSync(this.#file(message.id, 'new'), JSON.stringify(message));
    fs.renameSync(this.#file(message.id, 'new'), this.#file(message.id, 'json'));
    this.#messages.push(message);
    for (const { id } of this.#messages.splice(0, Math.max(0, this.#messages.length - this.#limit))) this.#forget(id);
    return message;
  }

  /** Newest first; with `to`, only those delivered to that address. */
  list(to?: string): KeptMessage[] {
    return this.#messages.filter((message) => !to || message.to.includes(to)).reverse();
  }

  async read(id: string): Promise<(KeptMessage & Pick<Email, 'text' | 'html' | 'headers'>) | undefined> {
    const message = this.#messages.find((one) => one.id === id);
    if (!message) return undefined;
    const { text, html, headers } = await PostalMime.parse(fs.readFileSync(this.#file(id, 'eml')));
    return { ...message, text, html, headers };
  }

  clear(): void {
    for (const { id } of this.#messages.splice(0)) this.#forget(id);
  }

  #file(id: string, kind: 'eml' | 'json' | 'new'): string {
    return path.join(this.#dir, `${id}.${kind}`);
  }

  #forget(id: string): void {
    for (const kind of ['json', 'eml'] as const) fs.rmSync(this.#file(id, kind), { force: true });
  }
}
