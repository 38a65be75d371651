import { z } from 'zod';
import { keyBytes, keyRing, port, postgresUrl, webUrl, workflowCount, type KeyRing } from './configValues.ts';

const everywhere = {
  NODE_ENV: z.enum(['development', 'production'], 'must be development or production, said explicitly'),
  LOG_LEVEL: z
    .enum(['fatal', 'error', 'warn', 'info', 'debug', 'silent'], 'must be fatal, error, warn, info, debug or silent')
    .default('info'),
};
const running = {
  ...everywhere,
  DATABASE_URL: postgresUrl,
  TEMPORAL_ADDRESS: z.string().regex(/^[^\s:]+:\d+$/, 'must be host:port'),
  TEMPORAL_NAMESPACE: z.string().min(1),
  TASK_QUEUE: z.string().min(1).default('marac'),
  PUBLIC_URL: webUrl,
  PAYLOAD_KEYS: keyRing,
  CONTENT_WRAPPING_KEYS: keyRing,
  MATCH_KEY: keyBytes,
  DEV_TIME_SKIPPING: z.enum(['on', 'off'], 'must be on or off').default('off'),
};
const schemas = {
  api: z.object({
    ...running,
    API_HOST: z.string().min(1).default('127.0.0.1'),
    API_PORT: port,
    OIDC_ISSUER: webUrl,
    OIDC_AUDIENCE: z.string().min(1),
  }),
  web: z.object({
    ...running,
    WEB_HOST: z.string().min(1).default('127.0.0.1'),
    WEB_PORT: port,
    WEB_ASSETS: z.string().min(1),
    OIDC_ISSUER: webUrl,
    OIDC_CLIENT_ID: z.string().min(1),
    OIDC_CLIENT_SECRET: z.string().min(1),
    SESSION_KEYS: keyRing,
    INBOX_URL: webUrl.optional(),
    TRUSTED_PROXIES: z.string().regex(/^\d$/, 'must be how many proxies stand in front').transform(Number).default(0),
  }),
  worker: z.object({
    ...running,
    SMTP_URL: z.url({ protocol: /^smtps?$/, message: 'must be an smtp(s):// address' }),
    MAIL_FROM: z.string().regex(/^[^\s@<>]+@[^\s@<>]+$/, 'must be a plain mail address'),
    WORKFLOW_BUNDLE: z.string().min(1).optional(),
    WORKFLOWS_IN_MEMORY: workflowCount,
    AUDIT_ANCHOR_FILE: z.string().regex(/^(\/|[A-Za-z]:[\\/])/, 'must be the whole path of a file'),
  }),
  migrate: z.object({ ...everywhere, DATABASE_OWNER_URL: postgresUrl }),
};

export interface RunningConfig {
  readonly development: boolean;
  readonly logLevel: string;
  /** Signs in as the role that may not change the audit. */
  readonly databaseUrl: string;
  readonly temporal: { readonly address: string; readonly namespace: string; readonly taskQueue: string };
  /** Where people reach the product: what links in mail begin with. */
  readonly publicUrl: string;
  readonly payloadKeys: KeyRing;
  readonly contentWrappingKeys: KeyRing;
  readonly matchKey: Uint8Array;
  /** Whether a workflow's clock may be sent forward: development only. */
  readonly timeSkipping: boolean;
}
export interface ApiConfig extends RunningConfig {
  readonly host: string;
  readonly port: number;
  readonly oidc: { readonly issuer: string; readonly audience: string };
}
export interface WebConfig extends RunningConfig {
  readonly host: string;
  readonly port: number;
  /** Folder of the style sheets, scripts and icons that a step before has built. */
  readonly assets: string;
  readonly oidc: { readonly issuer: string; readonly clientId: string; readonly clientSecret: string };
  /** Seals what belongs to a session. */
  readonly sessionKeys: KeyRing;
  /** How many proxies in front tell the address a request came from. */
  readonly trustedProxies: number;
  /** Where mail can be looked at during development; null everywhere else. */
  readonly inboxUrl: string | null;
}
export interface WorkerConfig extends RunningConfig {
  readonly mail: { readonly smtpUrl: string; readonly from: string };
  /** File of the workflow code bundled beforehand; without it the worker bundles at start. */
  readonly workflowBundle: string | undefined;
  /** How many cases and meetings are kept in memory; the rest are replayed when something happens to them. */
  readonly workflowsInMemory: number;
  /** Where the tip of the audit's chain is kept, outside the database: only ever added to. */
  readonly auditAnchorFile: string;
}
export interface MigrateConfig {
  readonly development: boolean;
  readonly logLevel: string;
  readonly databaseOwnerUrl: string;
}
export interface Configs {
  readonly api: ApiConfig;
  readonly web: WebConfig;
  readonly worker: WorkerConfig;
  readonly migrate: MigrateConfig;
}

/** What is missing or wrong, by name and never by value: values may be secrets. */
export class ConfigError extends Error {
  readonly problems: readonly string[];
  constructor(which: keyof Configs, problems: readonly string[]) {
    super(`The configuration of ${which} is not complete:\n${problems.map((line) => `  ${line}`).join('\n')}`);
    this.name = 'ConfigError';
    this.problems = problems;
  }
}

/** Reads the whole configuration of one process from its environment, once; throws ConfigError with every problem. */
export function readConfig<W extends keyof Configs>(env: NodeJS.ProcessEnv, which: W): Configs[W] {
  const read = { api: readApi, web: readWeb, worker: readWorker, migrate: readMigrate };
  return deepFreeze(read[which](env)) as Configs[W];
}

function readApi(env: NodeJS.ProcessEnv): ApiConfig {
  const values = parse(env, 'api');
  return {
    ...runningConfig(values, 'api'),
    host: values.API_HOST,
    port: values.API_PORT,
    oidc: { issuer: values.OIDC_ISSUER, audience: values.OIDC_AUDIENCE },
  };
}

function readWeb(env: NodeJS.ProcessEnv): WebConfig {
  const values = parse(env, 'web');
  return {
    ...runningConfig(values, 'web'),
    host: values.WEB_HOST,
    port: values.WEB_PORT,
    assets: values.WEB_ASSETS,
    oidc: { issuer: values.OIDC_ISSUER, clientId: values.OIDC_CLIENT_ID, clientSecret: values.OIDC_CLIENT_SECRET },
    sessionKeys: values.SESSION_KEYS,
    trustedProxies: values.TRUSTED_PROXIES,
    inboxUrl: values.NODE_ENV === 'development' ? (values.INBOX_URL ?? null) : null,
  };
}

function readWorker(env: NodeJS.ProcessEnv): WorkerConfig {
  const values = parse(env, 'worker');
  return {
    ...runningConfig(values, 'worker'),
    mail: { smtpUrl: values.SMTP_URL, from: values.MAIL_FROM },
    workflowBundle: values.WORKFLOW_BUNDLE,
    workflowsInMemory: values.WORKFLOWS_IN_MEMORY,
    auditAnchorFile: values.AUDIT_ANCHOR_FILE,
  };
}

function readMigrate(env: NodeJS.ProcessEnv): MigrateConfig {
  const values = parse(env, 'migrate');
  return {
    development: values.NODE_ENV === 'development',
    logLevel: values.LOG_LEVEL,
    databaseOwnerUrl: values.DATABASE_OWNER_URL,
  };
}

function runningConfig(
  values: z.infer<typeof schemas.worker | typeof schemas.api | typeof schemas.web>,
  which: keyof Configs,
): RunningConfig {
  const development = values.NODE_ENV === 'development';
  const timeSkipping = values.DEV_TIME_SKIPPING === 'on';
  if (timeSkipping && !development) throw new ConfigError(which, ['DEV_TIME_SKIPPING is for development only']);
  return {
    development,
    logLevel: values.LOG_LEVEL,
    databaseUrl: values.DATABASE_URL,
    temporal: {
      address: values.TEMPORAL_ADDRESS,
      namespace: values.TEMPORAL_NAMESPACE,
      taskQueue: values.TASK_QUEUE,
    },
    publicUrl: values.PUBLIC_URL.replace(/\/$/, ''),
    payloadKeys: values.PAYLOAD_KEYS,
    contentWrappingKeys: values.CONTENT_WRAPPING_KEYS,
    matchKey: values.MATCH_KEY,
    timeSkipping,
  };
}

function parse<W extends keyof Configs>(env: NodeJS.ProcessEnv, which: W): z.infer<(typeof schemas)[W]> {
  // An empty value in an environment file means "not set".
  const given = Object.fromEntries(Object.entries(env).filter(([, value]) => value !== ''));
  const result = schemas[which].safeParse(given);
  if (result.success) return result.data as z.infer<(typeof schemas)[W]>;
  const problems = result.error.issues.map((issue) => {
    const name = String(issue.path[0]);
    return `${name} ${given[name] === undefined ? 'is missing' : issue.message}`;
  });
  throw new ConfigError(which, [...new Set(problems)]);
}

function deepFreeze<T>(value: T): T {
  // Typed arrays cannot be frozen; the keys among them never leave this process.
  if (typeof value !== 'object' || value === null || ArrayBuffer.isView(value)) return value;
  for (const inner of Object.values(value)) deepFreeze(inner);
  return Object.freeze(value);
}
