import { randomInt } from 'node:crypto';
import net from 'node:net';

/** Whether a program could listen on this port of the loopback address now. */
export function isPortFree(port: number): Promise<boolean> {
  return new Promise((resolve) => {
    const server = net.createServer();
    server.once('error', () => resolve(false));
    server.listen({ port, host: '127.0.0.1', exclusive: true }, () => server.close(() => resolve(true)));
  });
}

/**
 * So many ports nobody listens on. They lie below the range from which systems give ports to outgoing connections:
 * one of those could otherwise take a port between this look and its use.
 */
export async function freePorts(count: number): Promise<number[]> {
  const found = new Set<number>();
  while (found.size < count) {
    const port = randomInt(20_000, 32_000);
    if (await isPortFree(port)) found.add(port);
  }
  return [...found];
}
