import type { AddressInfo, Socket } from 'node:net';
import { SMTPServer } from 'smtp-server';

/** What a server does with one message. `die`: cuts the line in the middle of it; `hang`: never answers again. */
export type Treatment = 'take' | 'hang' | 'die' | { readonly refuse: number; readonly at: 'recipient' | 'message' };

/** A message that was taken: to whom and under which Message-ID. */
export interface TakenMessage {
  readonly to: string;
  readonly messageId: string;
  readonly raw: string;
}

export interface TestSmtpServer {
  readonly url: string;
  /** Every message taken, in order. */
  readonly taken: readonly TakenMessage[];
  /** Message-IDs of everything it was shown, taken or not. */
  readonly shown: readonly string[];
  close(): Promise<void>;
}

/**
 * A real SMTP server on loopback that treats messages as it is told, by their recipient, and holds them back until it
 * is told; `port` 0 is any free one. `keep` is called before a message is said to be taken.
 */
export async function startSmtpServer(
  treat: (to: string) => Treatment | Promise<Treatment> = () => 'take',
  port = 0,
  keep: (message: TakenMessage) => void = () => undefined,
): Promise<TestSmtpServer> {
  const taken: TakenMessage[] = [];
  const shown: string[] = [];
  const sockets = new Set<Socket>();
  const server = new SMTPServer({
    authOptional: true,
    disabledCommands: ['STARTTLS'],
    disableReverseLookup: true,
    onRcptTo({ address }, _session, done) {
      void Promise.resolve(treat(address)).then((treatment) => {
        if (typeof treatment === 'object' && treatment.at === 'recipient') done(refusal(treatment.refuse));
        else done();
      });
    },
    onData(stream, session, done) {
      const to = session.envelope.rcptTo.map(({ address }) => address).join();
      let raw = '';
      stream.setEncoding('utf8').on('data', (part: string) => (raw += part));
      stream.on('end', () => {
        const messageId = /^Message-ID: (.*)\r$/im.exec(raw)?.[1] ?? '';
        shown.push(messageId);
        void Promise.resolve(treat(to)).then((treatment) => {
          if (treatment === 'hang') return;
          if (treatment === 'die') for (const socket of sockets) socket.destroy();
          else if (typeof treatment === 'object') done(refusal(treatment.refuse));
          else {
            taken.push({ to, messageId, raw });
            keep({ to, messageId, raw });
            done();
          }
        });
      });
    },
  });
  server.on('error', () => undefined);
  server.server.on('connection', (socket: Socket) => {
    sockets.add(socket);
    socket.on('close', () => sockets.delete(socket));
  });
  await new Promise<void>((resolve) => server.listen(port, '127.0.0.1', resolve));
  const address = server.server.address() as AddressInfo;
  return {
    url: `smtp://127.0.0.1:${address.port}`,
    taken,
    shown,
    async close() {
      for (const socket of sockets) socket.destroy();
      await new Promise<void>((resolve) => server.close(() => resolve()));
    },
  };
}

function refusal(responseCode: number): Error {
  return Object.assign(new Error('as told'), { responseCode });
}
