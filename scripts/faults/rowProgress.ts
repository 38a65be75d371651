import { inMinutes } from '../year/progress.ts';

/** Follows one row: a line now and then with how far it is and about how long it still takes. */
export function rowProgress(name: string, wanted: number, say: (line: string) => void) {
  const started = performance.now();
  const everyMs = 10_000;
  let [done, said] = [0, started];
  const seconds = () => (performance.now() - started) / 1000;
  say(`${name}: ${String(wanted)} to do`);
  return {
    step(): void {
      done += 1;
      if (done < wanted && performance.now() - said < everyMs) return;
      said = performance.now();
      const left = (seconds() / done) * (wanted - done);
      say(
        `${name}: ${String(done)} of ${String(wanted)}, ${left > 0 ? `about ${inMinutes(left)} left` : inMinutes(seconds())}`,
      );
    },
    done: () => done,
    seconds,
  };
}
