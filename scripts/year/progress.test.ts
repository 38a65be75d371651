import { describe, expect, it } from 'vitest';
import { describeProgress, inMinutes, startProgress } from './progress.ts';

describe('the progress of a long piece of work', () => {
  it('says how much is done, how fast it goes and how long it will take', () => {
    expect(describeProgress('Sending', 1_200, 18_832, 30)).toBe(
      'Sending: 1,200 of 18,832 commands, 40 a second, 7 min 21 s left',
    );
  });

  it('says how long it took once all is done', () => {
    expect(describeProgress('Sending', 600, 600, 20)).toBe('Sending: 600 of 600 commands in 20 s, 30 a second');
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
