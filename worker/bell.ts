/** Lets a loop sleep until there is something to do. A ring while nobody waits is kept for the next one who does. */
export interface Bell {
  ring(): void;
  /** Until somebody rings, or until so many milliseconds are over. */
  wait(longestMs: number): Promise<void>;
}

/** A bell for one loop. */
export function createBell(): Bell {
  let rung = false;
  let wake: (() => void) | null = null;
  return {
    ring() {
      rung = true;
      wake?.();
    },
    async wait(longestMs) {
      if (!rung) {
        await new Promise<void>((resolve) => {
          const timer = setTimeout(resolve, longestMs);
          wake = () => {
            clearTimeout(timer);
            resolve();
          };
        });
      }
      rung = false;
      wake = null;
    },
  };
}
