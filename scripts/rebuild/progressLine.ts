/** How often a long piece of work says how far it has come. */
const everyMs = 2_000;

/** Counts steps and, where the work takes longer, says how far it has come: plain lines, also where they are piped. */
export function progressLine(what: string, total: number, say: (line: string) => void) {
  const started = Date.now();
  let done = 0;
  let said = started;
  return {
    step(): void {
      done += 1;
      if (Date.now() - said < everyMs) return;
      said = Date.now();
      const left = ((total - done) * (said - started)) / done / 1000;
      say(`${what}: ${String(done)} of ${String(total)}, about ${left.toFixed(0)} s left`);
    },
    get done(): number {
      return done;
    },
    get seconds(): string {
      return ((Date.now() - started) / 1000).toFixed(1);
    },
  };
}
