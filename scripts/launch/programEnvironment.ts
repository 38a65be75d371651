import path from 'node:path';
import type { Launch } from './launch.ts';

/** Where the servers are that the product's own programs use. */
export interface Servers {
  readonly databaseUrl: string;
  readonly databaseOwnerUrl: string;
  readonly temporalAddress: string;
  readonly namespace: string;
  /** False on an engine of the developer's own, which may not allow it. */
  readonly timeSkipping: boolean;
}

/** What the product's programs find in their environment during development; what the developer has set stays. */
export function programEnvironment(launch: Launch, servers: Servers): NodeJS.ProcessEnv {
  const { env, ports, secrets, dataDir } = launch;
  return {
    LOG_LEVEL: 'info',
    TASK_QUEUE: 'marac',
    OIDC_ISSUER: issuer(launch),
    OIDC_AUDIENCE: 'marac-api',
    SMTP_URL: `smtp://127.0.0.1:${ports.smtp}`,
    MAIL_FROM: 'casework@marac.example',
    PAYLOAD_KEYS: secrets.payloadKeys,
    CONTENT_WRAPPING_KEYS: secrets.contentWrappingKeys,
    MATCH_KEY: secrets.matchKey,
    SESSION_KEYS: secrets.sessionKeys,
    OIDC_CLIENT_ID: 'marac-web',
    OIDC_CLIENT_SECRET: secrets.webClientSecret,
    PUBLIC_URL: webUrl(launch),
    INBOX_URL: inboxUrl(launch),
    AUDIT_ANCHOR_FILE: path.join(dataDir, 'audit-anchor.jsonl'),
    ...env,
    NODE_ENV: 'development',
    TZ: 'UTC',
    DATABASE_URL: servers.databaseUrl,
    DATABASE_OWNER_URL: servers.databaseOwnerUrl,
    TEMPORAL_ADDRESS: servers.temporalAddress,
    TEMPORAL_NAMESPACE: servers.namespace,
    DEV_TIME_SKIPPING: servers.timeSkipping ? 'on' : 'off',
    WEB_HOST: '127.0.0.1',
    WEB_PORT: String(ports.web),
    API_HOST: '127.0.0.1',
    API_PORT: String(ports.api),
    IDENTITY_PORT: String(ports.identity),
    IDENTITY_DIR: path.join(dataDir, 'identity'),
    INBOX_PORT: String(ports.inbox),
    INBOX_SMTP_PORT: String(ports.smtp),
    INBOX_DIR: path.join(dataDir, 'inbox'),
  };
}

/** Where people use the product. */
export function webUrl({ ports }: Pick<Launch, 'ports'>): string {
  return `http://127.0.0.1:${ports.web}`;
}

export function apiUrl({ ports }: Launch): string {
  return `http://127.0.0.1:${ports.api}`;
}

export function inboxUrl({ ports }: Launch): string {
  return `http://127.0.0.1:${ports.inbox}`;
}

/** The sign-in for development; the same words must stand in every token and in the API's configuration. */
export function issuer({ ports }: Pick<Launch, 'ports'>): string {
  return `http://127.0.0.1:${ports.identity}`;
}
