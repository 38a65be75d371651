import { describe, expect, it } from 'vitest';
import { describeProgress, inMinutes, startProgress } from './progress.ts';

describe('the progress of a long piece of work', () => {
  const start = { seconds: 0, done: 0 };

  it('says how much is done, how fast it goes and how long it will take', () => {
    expect(describeProgress('Sending', 18_832, start, { seconds: 30, done: 1_200 })).toBe(
      'Sending: 1,200 of 18,832 commands, 40 a second, 7 min 21 s left',
    );
  });

  it('goes by the last minute, not by what an earlier run had done already', () => {
    const resumed = { seconds: 20, done: 6_000 };
    expect(describeProgress('Sending', 8_000, resumed, { seconds: 80, done: 6_600 })).toBe(
      'Sending: 6,600 of 8,000 commands, 10 a second, 2 min 20 s left',
    );
  });

  it('says how long it took once all is done, and nothing about an end while nothing happens', () => {
    expect(describeProgress('Sending', 600, start, { seconds: 20, done: 600 })).toBe(
      'Sending: 600 of 600 commands in 20 s, 30 a second',
    );
    expect(describeProgress('Sending', 600, start, { seconds: 20, done: 0 })).toBe(
      'Sending: 0 of 600 commands, 0 a second',
    );
    expect(inMinutes(61)).toBe('1 min 1 s');
  });

  it('writes plain lines where it is piped, and one moving line on a terminal', () => {
    const written = (isTTY: boolean) => {
      let text = '';
      const progress = startProgress('Sending', 2, { isTTY, write: (more) => (text += more) });
      progress.step();
      expect(progress.end().done).toBe(1);
      return text;
    };
    expect(written(false)).toMatch(/^Sending: 1 of 2 commands[^\r\u001b]*\n$/);
    expect(written(true)).toContain('\r\u001b[2K');
  });
});
