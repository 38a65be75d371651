import net from 'node:net';

type Direction = 'there' | 'back';

/** A line between a program and a server that a test may hold in one direction or cut. */
export interface HoldableLine {
  /** Where the program connects to, host:port. */
  readonly address: string;
  /** Lets nothing more through, from the program to the server (`there`) or from the server to the program (`back`). */
  hold(direction: Direction): void;
  /** Lets everything through again, what was held first. */
  release(): void;
  /** Breaks every connection; what was held is lost, as with the cable pulled. */
  cut(): void;
  close(): Promise<void>;
}

/** Opens a line on a free port of loopback to a server. */
export async function openLine(server: string): Promise<HoldableLine> {
  const [host = '', port = ''] = server.split(':');
  const pairs = new Set<{ readonly near: net.Socket; readonly far: net.Socket }>();
  const held = new Set<Direction>();
  const settle = ({ near, far }: { near: net.Socket; far: net.Socket }): void => {
    if (held.has('there')) near.pause();
    else near.resume();
    if (held.has('back')) far.pause();
    else far.resume();
  };
  const listener = net.createServer((near) => {
    const far = net.connect({ host, port: Number(port), noDelay: true });
    near.setNoDelay(true);
    const pair = { near, far };
    pairs.add(pair);
    forward(near, far, () => !held.has('there'));
    forward(far, near, () => !held.has('back'));
    for (const socket of [near, far]) {
      socket.on('error', () => undefined);
      socket.on('close', () => {
        pairs.delete(pair);
        near.destroy();
        far.destroy();
      });
    }
    settle(pair);
  });
  await new Promise<void>((resolve) => listener.listen(0, '127.0.0.1', resolve));
  const cut = (): void => {
    for (const { near, far } of pairs) for (const socket of [near, far]) socket.destroy();
  };
  return {
    address: `127.0.0.1:${String((listener.address() as net.AddressInfo).port)}`,
    hold(direction) {
      held.add(direction);
      for (const pair of pairs) settle(pair);
    },
    release() {
      held.clear();
      for (const pair of pairs) settle(pair);
    },
    cut,
    async close() {
      cut();
      await new Promise<void>((resolve) => listener.close(() => resolve()));
    },
  };
}

/** Passes on what comes; where the other side is slow, waits for it. */
function forward(from: net.Socket, to: net.Socket, mayFlow: () => boolean): void {
  from.on('data', (part) => {
    if (!to.write(part)) from.pause();
  });
  to.on('drain', () => {
    if (mayFlow()) from.resume();
  });
}
