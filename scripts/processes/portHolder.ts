import { execFileSync } from 'node:child_process';
import fs from 'node:fs';
import { commandLine } from '../bootstrap/processIdentity.mjs';

/** Who listens on a port of this machine, in words: "process 4711 (python3 -m http.server)". */
export function portHolder(port: number): string {
  const pid = portHolderPid(port);
  if (pid === undefined) return 'another program (this account may not see which)';
  const command = commandLine(pid);
  return `process ${pid}${command ? ` (${command.slice(0, 120)})` : ''}`;
}

/** The process that listens on a port, where this account may see it. */
export function portHolderPid(port: number): number | undefined {
  return pidFromProc(port) ?? pidFromLsof(port);
}

/** Linux: the kernel's list of sockets gives the socket's number, and one process has it among its open files. */
function pidFromProc(port: number): number | undefined {
  if (process.platform !== 'linux') return undefined;
  const sockets = new Set([...listeningSockets('/proc/net/tcp', port), ...listeningSockets('/proc/net/tcp6', port)]);
  if (sockets.size === 0) return undefined;
  for (const pid of fs.readdirSync('/proc').filter((name) => /^\d+$/.test(name))) {
    if (openSockets(pid).some((socket) => sockets.has(socket))) return Number(pid);
  }
  return undefined;
}

function listeningSockets(table: string, port: number): string[] {
  const hexPort = port.toString(16).toUpperCase().padStart(4, '0');
  const listening = '0A';
  try {
    return fs
      .readFileSync(table, 'utf8')
      .split('\n')
      .map((line) => line.trim().split(/\s+/))
      .filter((fields) => fields[1]?.endsWith(`:${hexPort}`) && fields[3] === listening)
      .map((fields) => `socket:[${fields[9]}]`);
  } catch {
    return [];
  }
}

function openSockets(pid: string): string[] {
  try {
    return fs.readdirSync(`/proc/${pid}/fd`).map((fd) => {
      try {
        return fs.readlinkSync(`/proc/${pid}/fd/${fd}`);
      } catch {
        return '';
      }
    });
  } catch {
    return [];
  }
}

function pidFromLsof(port: number): number | undefined {
  try {
    const output = execFileSync('lsof', ['-nP', '-t', `-iTCP:${port}`, '-sTCP:LISTEN'], {
      encoding: 'utf8',
      stdio: ['ignore', 'pipe', 'ignore'],
    });
    return Number(output.trim().split('\n')[0]) || undefined;
  } catch {
    return undefined;
  }
}
