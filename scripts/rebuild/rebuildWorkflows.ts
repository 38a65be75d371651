import { restartCase, type RestartTools } from '../../activities/restartCase.ts';
import { restartMeeting } from '../../activities/restartMeeting.ts';
import { restartWatch } from '../../activities/restartWatch.ts';
import { workflowIdOf } from '../../contracts/workflowIds.ts';
import type { Store } from '../../store/prismaClient.ts';
import { peopleOfCase } from '../../store/rebuild/casesToRebuild.ts';
import { knownMatters } from '../../store/rebuild/knownMatters.ts';
import { flagsToWatch, livingCases } from '../../store/rebuild/restart.ts';
import { livingMeetings } from '../../store/rebuild/restartMeeting.ts';
import { progressLine } from './progressLine.ts';
import { type MatterOnEngine, mattersOnEngine } from './mattersOnEngine.ts';
import { unknownCommands } from './unknownCommands.ts';

/** Cases started side by side: the engine takes them faster than one after the other, and still answers others. */
const sideBySide = 4;

/**
 * Starts the workflows of all cases that have not ended, or of one, from Postgres, those of meetings, and the watches
 * of flags. First the commands are named that the engine has accepted and Postgres does not know: they are lost unless
 * somebody enters them again. Last, workflows of which Postgres knows nothing are put an end to. Gives 1 where
 * commands are lost, else 0.
 */
export async function rebuildWorkflows(
  tools: RestartTools,
  only: string | null,
  say: (line: string) => void,
): Promise<number> {
  const { store } = tools;
  const caseIds = only ? [only] : await livingCases(store.prisma);
  const meetingIds = only ? [] : await livingMeetings(store.prisma);
  const strangers = only ? [] : await unknownMatters(tools);
  const told = [
    ...caseIds.map((id) => ({ about: 'case', id }) as const),
    ...meetingIds.map((id) => ({ about: 'meeting', id }) as const),
    ...strangers,
  ];
  const lost = await nameUnknown(tools, told, say);
  const cases = await startCases(tools, caseIds, say);
  const meetings = await startMeetings(tools, meetingIds, say);
  const watches = await startWatches(tools, await pairsToWatch(store, only), say);
  say(
    `${String(cases)} cases, ${String(meetings)} meetings and ${String(watches)} watches of flags were started from what Postgres remembers.`,
  );
  const ended = await endStrangers(tools, strangers);
  if (ended > 0) say(`${String(ended)} workflows of which Postgres knows nothing were put an end to.`);
  return lost > 0 ? 1 : 0;
}

/** The cases and meetings the engine remembers and Postgres has no record of. */
async function unknownMatters({ store, client }: RestartTools): Promise<readonly MatterOnEngine[]> {
  const onEngine = [...(await mattersOnEngine(client)).values()];
  const known = await knownMatters(
    store.prisma,
    onEngine.map(({ id }) => id),
  );
  return onEngine.filter(({ id }) => !known.has(id));
}

/** Puts an end to workflows that go on from facts which are gone. */
async function endStrangers({ client }: RestartTools, strangers: readonly MatterOnEngine[]): Promise<number> {
  const running = strangers.filter(({ runs }) => runs);
  for (const { about, id } of running)
    await client.workflow
      .getHandle(workflowIdOf(about, id))
      .terminate('Postgres was restored and knows nothing of it.');
  return running.length;
}

async function nameUnknown(
  tools: RestartTools,
  matters: readonly Pick<MatterOnEngine, 'about' | 'id'>[],
  say: (line: string) => void,
): Promise<number> {
  const progress = progressLine('Histories', matters.length, say);
  let lost = 0;
  for (const { about, id } of matters) {
    for (const { commandId, type, occurredAt } of await unknownCommands(tools, workflowIdOf(about, id))) {
      say(`To be entered again: ${type} of ${about} ${id}, happened ${occurredAt}, command ${commandId}`);
      lost += 1;
    }
    progress.step();
  }
  return lost;
}

async function startCases(
  tools: RestartTools,
  caseIds: readonly string[],
  say: (line: string) => void,
): Promise<number> {
  const progress = progressLine('Cases', caseIds.length, say);
  const waiting = [...caseIds];
  let started = 0;
  const work = async () => {
    for (let caseId = waiting.pop(); caseId !== undefined; caseId = waiting.pop()) {
      if ((await restartCase(tools, caseId, 'anyway')) === 'restarted') started += 1;
      progress.step();
    }
  };
  await Promise.all(Array.from({ length: sideBySide }, work));
  return started;
}

async function startMeetings(
  tools: RestartTools,
  meetingIds: readonly string[],
  say: (line: string) => void,
): Promise<number> {
  const progress = progressLine('Meetings', meetingIds.length, say);
  let started = 0;
  for (const meetingId of meetingIds) {
    if ((await restartMeeting(tools, meetingId, 'anyway')) === 'restarted') started += 1;
    progress.step();
  }
  return started;
}

async function startWatches(
  tools: RestartTools,
  pairIds: readonly string[],
  say: (line: string) => void,
): Promise<number> {
  const progress = progressLine('Watches of flags', pairIds.length, say);
  let started = 0;
  for (const pairId of pairIds) {
    if ((await restartWatch(tools, pairId, 'anyway')) === 'restarted') started += 1;
    progress.step();
  }
  return started;
}

async function pairsToWatch(store: Store, only: string | null): Promise<readonly string[]> {
  const people = only === null ? null : await peopleOfCase(store.prisma, only);
  if (only !== null && !people) return [];
  const flags = await flagsToWatch(store.prisma, people?.pairId ?? null);
  return [...new Set(flags.map(({ pairId }) => pairId))];
}
