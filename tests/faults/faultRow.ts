import { checkAll } from './checkAll.ts';
import { type Load, underLoad } from './load.ts';
import type { World } from './world.ts';

/** One row of the table of faults. */
export interface FaultRow {
  /** What it is called on the command line. */
  readonly name: string;
  readonly what: string;
  /** How often the long form does it, and how often the short one. */
  readonly times: { readonly long: number; readonly short: number };
  /** Does it so many times, checking after each; tells of each time. */
  run(world: World, times: number, done: () => void): Promise<void>;
}

const usualLoad: Readonly<Record<World['form'], Load>> = {
  short: { cases: 4, commandsEach: 4 },
  long: { cases: 10, commandsEach: 6 },
};

/** A row whose fault happens in the middle of a steady load, and after each time of which everything is checked. */
export function faultUnderLoad(
  row: Pick<FaultRow, 'name' | 'what' | 'times'>,
  fault: (world: World, time: number) => Promise<unknown>,
  load = usualLoad,
): FaultRow {
  return faultEachTime(row, async (world, time) => underLoad(world, load[world.form], () => fault(world, time)));
}

/** A row that makes its own load. */
export function faultEachTime(
  row: Pick<FaultRow, 'name' | 'what' | 'times'>,
  fault: (world: World, time: number) => Promise<unknown>,
): FaultRow {
  return {
    ...row,
    async run(world, times, done) {
      for (let time = 1; time <= times; time += 1) {
        await fault(world, time);
        await checkAll(world);
        done();
      }
    },
  };
}
