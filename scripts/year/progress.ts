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

export function startProgress(what: string, total: number, output: ProgressOutput): Progress {
  const moving = output.isTTY === true;
  const started = performance.now();
  let done = 0;
  const seconds = () => (performance.now() - started) / 1000;
  const say = () => {
    const text = describeProgress(what, done, total, seconds());
    output.write(moving ? `\r\u001b[2K${text}` : `${text}\n`);
  };
  const saying = setInterval(say, moving ? 500 : 20_000);
  saying.unref();
  return {
    step: () => {
      done += 1;
    },
    end: () => {
      clearInterval(saying);
      say();
      if (moving) output.write('\n');
      return { done, seconds: seconds() };
    },
  };
}

/** `Sending: 1,200 of 18,832 commands, 45 a second, 6 min 32 s left`. */
export function describeProgress(what: string, done: number, total: number, seconds: number): string {
  const rate = seconds > 0 ? done / seconds : 0;
  const counted = `${what}: ${done.toLocaleString('en-GB')} of ${total.toLocaleString('en-GB')} commands`;
  if (rate === 0 || done === total) return `${counted} in ${inMinutes(seconds)}, ${rate.toFixed(0)} a second`;
  return `${counted}, ${rate.toFixed(0)} a second, ${inMinutes((total - done) / rate)} left`;
}

export function inMinutes(seconds: number): string {
  const whole = Math.round(seconds);
  return whole < 60 ? `${String(whole)} s` : `${String(Math.floor(whole / 60))} min ${String(whole % 60)} s`;
}
