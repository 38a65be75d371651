import { policyEntriesOf } from '../../store/areas/areaPolicies.ts';
import { type Area, areaByCode } from '../../store/areas/findArea.ts';
import { calendarCommands, stageCalendar } from '../../usecases/meetings/calendarCommands.ts';
import { planOfArea } from '../../usecases/meetings/planOfArea.ts';
import { everybodyAnswers } from './everybodyAnswers.ts';
import type { TestProduct } from './startWorkerForTest.ts';

/**
 * Makes the calendar of one area as the night makes it for all of them. Each file of tests takes an area of its own: the
 * ids of these meetings follow from area and moment, and one engine serves all files, so the workflows would be the same.
 */
export async function makeCalendarOf(product: TestProduct, code: string): Promise<Area> {
  const { prisma } = product.store;
  const area = await areaByCode(prisma, code);
  if (!area) throw new Error(`No area ${code} is seeded.`);
  const now = product.clock.now();
  const plan = await planOfArea(prisma, area, await policyEntriesOf(prisma, area), now);
  await stageCalendar(prisma, area.id, area.id, calendarCommands(area.id, plan), now);
  await everybodyAnswers(product);
  return area;
}
