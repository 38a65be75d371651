/** Says how far a long piece of work has come: one moving line on a terminal, a line now and then where it is piped. */
export interface Progress {
  step(): void;
  /** Ends the line and gives what was done and how long it took. */
  end(): { readonly done: number; readonly seconds: number };
}

export interface ProgressOutput {
  readonly isTTY?: boolean;
  write(text: string): unknown;
}

/** How much was done so many seconds after the start. */
export interface Mark {
  readonly seconds: number;
  readonly done: number;
}

/** The rate is that of the last minute: what was done in an earlier run goes by much faster and foretells nothing. */
const recentSeconds = 60;

export function startProgress(what: string, total: number, output: ProgressOutput): Progress {
  const moving = output.isTTY === true;
  const started = performance.now();
  const marks: Mark[] = [{ seconds: 0, done: 0 }];
  let done = 0;
  const say = () => {
    const now = { seconds: (performance.now() - started) / 1000, done };
    marks.push(now);
    while (marks.length > 2 && (marks[1]?.seconds ?? 0) <= now.seconds - recentSeconds) marks.shift();
    const text = describeProgress(what, total, marks[0] ?? now, now);
    output.write(moving ? `\r\u001b[2K${text}` : `${text}\n`);
    return now;
  };
  const saying = setInterval(say, moving ? 500 : 20_000);
  saying.unref();
  return {
    step: () => {
      done += 1;
    },
    end: () => {
      clearInterval(saying);
      const last = say();
      if (moving) output.write('\n');
      return last;
    },
  };
}

/** `Sending: 1,200 of 18,832 commands, 45 a second, 6 min 32 s left`, by what was done since a mark not long ago. */
export function describeProgress(what: string, total: number, since: Mark, now: Mark): string {
  const counted = `${what}: ${now.done.toLocaleString('en-GB')} of ${total.toLocaleString('en-GB')} commands`;
  if (now.done === total) {
    const rate = now.done / Math.max(now.seconds, 0.001);
    return `${counted} in ${inMinutes(now.seconds)}, ${rate.toFixed(0)} a second`;
  }
  const rate = (now.done - since.done) / Math.max(now.seconds - since.seconds, 0.001);
  const left = rate > 0 ? `, ${inMinutes((total - now.done) / rate)} left` : '';
  return `${counted}, ${rate.toFixed(0)} a second${left}`;
}

export function inMinutes(seconds: number): string {
  const whole = Math.round(seconds);
  return whole < 60 ? `${String(whole)} s` : `${String(Math.floor(whole / 60))} min ${String(whole % 60)} s`;
}
