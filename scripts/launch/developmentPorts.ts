import type { EnginePorts } from '../engine/startEngine.ts';

export interface DevelopmentPorts {
  readonly web: number;
  readonly api: number;
  readonly identity: number;
  readonly inbox: number;
  readonly smtp: number;
  readonly postgres: number;
  readonly engine: EnginePorts;
}

/**
 * Uncommon numbers below the range that systems give to outgoing connections. MARAC_PORT_OFFSET moves all of them, for
 * a second checkout; MARAC_API_PORT, MARAC_ENGINE_FRONTEND_PORT and so on set single ones.
 */
export function developmentPorts(env: NodeJS.ProcessEnv): DevelopmentPorts {
  const offset = numberFrom(env, 'MARAC_PORT_OFFSET') ?? 0;
  const port = (name: string, usual: number) => numberFrom(env, `MARAC_${name}_PORT`) ?? usual + offset;
  return {
    web: port('WEB', 17_000),
    api: port('API', 17_080),
    identity: port('IDENTITY', 17_011),
    inbox: port('INBOX', 17_081),
    smtp: port('SMTP', 17_025),
    postgres: port('POSTGRES', 17_432),
    engine: {
      frontend: port('ENGINE_FRONTEND', 17_233),
      http: port('ENGINE_HTTP', 17_243),
      history: port('ENGINE_HISTORY', 17_234),
      matching: port('ENGINE_MATCHING', 17_235),
      worker: port('ENGINE_WORKER', 17_239),
      frontendMembership: port('ENGINE_FRONTEND_MEMBERSHIP', 16_933),
      historyMembership: port('ENGINE_HISTORY_MEMBERSHIP', 16_934),
      matchingMembership: port('ENGINE_MATCHING_MEMBERSHIP', 16_935),
      workerMembership: port('ENGINE_WORKER_MEMBERSHIP', 16_939),
    },
  };
}

function numberFrom(env: NodeJS.ProcessEnv, name: string): number | undefined {
  const text = env[name];
  if (!text) return undefined;
  if (!/^\d{1,5}$/.test(text) || Number(text) > 65_535) throw new Error(`${name} is not a port number.`);
  return Number(text);
}
