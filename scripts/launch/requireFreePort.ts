import { isPortFree } from '../processes/freePorts.ts';
import { portHolder } from '../processes/portHolder.ts';

/** Throws in plain words when a port is taken: by whom, and what to set instead. */
export async function requireFreePort(what: string, variable: string, port: number): Promise<void> {
  if (await isPortFree(port)) return;
  throw new Error(
    `${what} needs port ${port}, which ${portHolder(port)} uses. End that, or set ${variable} (or MARAC_PORT_OFFSET, which moves all ports).`,
  );
}
