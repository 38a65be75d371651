import { randomBytes } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { ConfigError, readConfig } from './config.ts';

const key = () => randomBytes(32).toString('base64');
const complete = {
  NODE_ENV: 'production',
  DATABASE_URL: 'postgresql://marac_app:secret@db/marac',
  TEMPORAL_ADDRESS: 'engine:7233',
  TEMPORAL_NAMESPACE: 'marac',
  PUBLIC_URL: 'https://marac.example/',
  PAYLOAD_KEYS: `new:${key()},old:${key()}`,
  CONTENT_WRAPPING_KEYS: `w1:${key()}`,
  MATCH_KEY: key(),
  API_PORT: '8080',
  OIDC_ISSUER: 'https://sign-in.example',
  OIDC_AUDIENCE: 'marac-api',
};

function problemsOf(env: NodeJS.ProcessEnv, which: 'api' | 'worker' = 'api'): readonly string[] {
  try {
    readConfig(env, which);
    return [];
  } catch (error) {
    if (error instanceof ConfigError) return error.problems;
    throw error;
  }
}

describe('configuration', () => {
  it('is read once into plain words and cannot be changed afterwards', () => {
    const config = readConfig(complete, 'api');
    expect(config).toMatchObject({
      development: false,
      host: '127.0.0.1',
      port: 8080,
      publicUrl: 'https://marac.example',
      temporal: { address: 'engine:7233', namespace: 'marac', taskQueue: 'marac' },
    });
    expect(() => Object.assign(config.temporal, { namespace: 'other' })).toThrow(TypeError);
  });

  it('seals with the first key of a ring and still knows the older ones', () => {
    const { payloadKeys } = readConfig(complete, 'api');
    expect(payloadKeys.map(({ id, key: bytes }) => [id, bytes.length])).toEqual([
      ['new', 32],
      ['old', 32],
    ]);
  });

  it('lists everything that is missing at once', () => {
    expect(problemsOf({ ...complete, DATABASE_URL: '', MATCH_KEY: undefined })).toEqual([
      'DATABASE_URL is missing',
      'MATCH_KEY is missing',
    ]);
  });

  it('has no default for any secret', () => {
    const problems = problemsOf({}).join('\n');
    for (const name of ['DATABASE_URL', 'PAYLOAD_KEYS', 'CONTENT_WRAPPING_KEYS', 'MATCH_KEY', 'NODE_ENV']) {
      expect(problems).toContain(`${name} is missing`);
    }
  });

  it.each([
    ['DATABASE_URL', 'mysql://user:hunter2@db/marac'],
    ['PAYLOAD_KEYS', 'a:hunter2'],
    ['PAYLOAD_KEYS', `same:${key()},same:${key()}`],
    ['MATCH_KEY', Buffer.from('hunter2').toString('base64')],
    ['API_PORT', '70000'],
    ['NODE_ENV', 'hunter2'],
  ])('names %s when it is wrong and never its value', (name, value) => {
    const problems = problemsOf({ ...complete, [name]: value });
    expect(problems).toHaveLength(1);
    expect(problems[0]).toMatch(new RegExp(`^${name} must be `));
    expect(problems[0]).not.toContain('hunter2');
  });

  it('keeps as many workflows in memory as is said, and two thousand where nothing is', () => {
    const worker = {
      ...complete,
      SMTP_URL: 'smtp://mail.example',
      MAIL_FROM: 'casework@marac.example',
      AUDIT_ANCHOR_FILE: '/var/anchor.jsonl',
    };
    expect(readConfig(worker, 'worker').workflowsInMemory).toBe(2_000);
    expect(readConfig({ ...worker, WORKFLOWS_IN_MEMORY: '12000' }, 'worker').workflowsInMemory).toBe(12_000);
    for (const wrong of ['9', '0', '-5', 'many', '1000000'])
      expect(problemsOf({ ...worker, WORKFLOWS_IN_MEMORY: wrong }, 'worker')).toEqual([
        'WORKFLOWS_IN_MEMORY must be a whole number from 10 to 999999',
      ]);
  });

  it('refuses to skip time outside development', () => {
    expect(problemsOf({ ...complete, DEV_TIME_SKIPPING: 'on' })).toEqual(['DEV_TIME_SKIPPING is for development only']);
    expect(problemsOf({ ...complete, DEV_TIME_SKIPPING: 'on', NODE_ENV: 'development' })).toEqual([]);
  });
});
