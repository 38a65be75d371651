import { describe, expect, it } from 'vitest';
import { versionOf } from '../../usecases/versionOf.ts';
import { changedParts, readSeen, writeSeen } from './seen.ts';

describe('what somebody saw when they opened a form', () => {
  const before = [
    { key: 'Due', value: 'Tuesday 3 March' },
    { key: 'Agency', value: 'Housing' },
  ];

  it('stands beside what is there now, with what differs marked', () => {
    const now = [
      { key: 'Due', value: 'Friday 6 March' },
      { key: 'Agency', value: 'Housing' },
      { key: 'Owner', value: 'Owen Tregear' },
    ];
    expect(changedParts(readSeen(writeSeen(before)), now)).toEqual([
      { key: 'Due', before: 'Tuesday 3 March', now: 'Friday 6 March', differs: true },
      { key: 'Agency', before: 'Housing', now: 'Housing', differs: false },
      { key: 'Owner', before: '', now: 'Owen Tregear', differs: true },
    ]);
  });

  it('reads in the order of what is there now, with what is gone after it, and tells apart two parts of one name', () => {
    const at = (key: string, value: string) => ({ key, value });
    const opened = [at('Minutes', 'Not begun'), at('Police', 'Ada, present'), at('Police', 'Ben, absent')];
    const now = [at('Chair', 'Esther'), at('Police', 'Ada, present'), at('Police', 'Ben, present')];
    expect(changedParts(opened, now)).toEqual([
      { key: 'Chair', before: '', now: 'Esther', differs: true },
      { key: 'Police', before: 'Ada, present', now: 'Ada, present', differs: false },
      { key: 'Police', before: 'Ben, absent', now: 'Ben, present', differs: true },
      { key: 'Minutes', before: 'Not begun', now: '', differs: true },
    ]);
  });

  it.each(['', 'not json', '{"key":1}', '[{"key":"x"}]'])('is left out where the form says %j', (sent) => {
    expect(changedParts(readSeen(sent), before)).toEqual([]);
  });

  it('is a version of its own: the same while it reads the same, and another where anything differs', () => {
    expect(versionOf(before)).toBe(versionOf([...before]));
    expect(String(versionOf(before))).toMatch(/^\d{1,9}$/);
    const [due, agency] = before;
    const others = [[], [due], [agency, due], [due, { key: 'Agency', value: 'housing' }]];
    for (const other of others) expect(versionOf(other as typeof before)).not.toBe(versionOf(before));
  });
});
