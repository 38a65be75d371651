import { describe, expect, it } from 'vitest';
import { createLog, readable } from './log.ts';

function logged(write: (log: ReturnType<typeof createLog>) => void): string {
  let lines = '';
  const destination = { write: (line: string) => void (lines += line) };
  write(createLog('api', { level: 'info', development: false }, destination));
  return lines;
}

describe('the log', () => {
  it('never repeats the message of an error, which may quote a person', () => {
    const error = new Error('duplicate key (Jane Doe)', { cause: new Error('row of Jane Doe') });
    const line = logged((log) => log.error({ err: Object.assign(error, { code: 'P2002' }) }, 'could not save'));
    expect(line).not.toContain('Jane');
    expect(JSON.parse(line)).toMatchObject({ msg: 'could not save', err: { kind: 'Error', code: 'P2002' } });
  });

  it('removes what people wrote and what lets somebody in, also further down', () => {
    const line = logged((log) =>
      log.info({ req: { headers: { authorization: 'Bearer abc' }, body: { note: 'abc' } }, person: { name: 'abc' } }),
    );
    expect(line).not.toContain('abc');
  });

  it('is one JSON object a line with the time in UTC', () => {
    const line = JSON.parse(logged((log) => log.info({ caseId: '1' }, 'listed'))) as { time: string };
    expect(line).toMatchObject({ program: 'api', caseId: '1', level: 30 });
    expect(new Date(line.time).toISOString()).toBe(line.time);
  });

  it('can be read by people on a terminal', () => {
    const line = '{"level":40,"time":"2026-11-22T04:05:06.000Z","program":"worker","msg":"slow","ms":9}';
    expect(readable(line)).toBe('04:05:06 warning worker: slow {"ms":9}');
  });
});
