import { spawn } from 'node:child_process';
import net from 'node:net';
import { describe, expect, it } from 'vitest';
import { freePorts, isPortFree } from './freePorts.ts';
import { portHolder } from './portHolder.ts';

describe('a port that is taken', () => {
  it('is named together with the process that holds it and its command', async () => {
    const program =
      "require('net').createServer().listen(0, '127.0.0.1', function () { console.log(this.address().port) })";
    const holder = spawn(process.execPath, ['-e', program], {
      stdio: ['ignore', 'pipe', 'ignore'],
    });
    try {
      const port = Number(await new Promise((resolve) => holder.stdout.once('data', resolve)));
      expect(await isPortFree(port)).toBe(false);
      expect(portHolder(port)).toContain(`process ${holder.pid} (${process.execPath} -e`);
    } finally {
      holder.kill('SIGKILL');
    }
  });

  it('is not among those given out as free', async () => {
    const [port] = await freePorts(1);
    const server = net.createServer();
    await new Promise<void>((resolve) => server.listen(port, '127.0.0.1', resolve));
    expect(await isPortFree(port as number)).toBe(false);
    server.close();
  });
});
