import { freePorts } from '../processes/freePorts.ts';
import type { EnginePorts } from './startEngine.ts';

/** Ports for an engine of one's own that nobody else uses now. */
export async function freeEnginePorts(): Promise<EnginePorts> {
  return portsFrom(await freePorts(9));
}

function portsFrom(ports: readonly number[]): EnginePorts {
  const at = (index: number) => ports[index] as number;
  return {
    frontend: at(0),
    http: at(1),
    history: at(2),
    matching: at(3),
    worker: at(4),
    frontendMembership: at(5),
    historyMembership: at(6),
    matchingMembership: at(7),
    workerMembership: at(8),
  };
}
