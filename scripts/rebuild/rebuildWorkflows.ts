import { restartCase, type RestartTools } from '../../activities/restartCase.ts';
import { restartMeeting } from '../../activities/restartMeeting.ts';
import { restartWatch } from '../../activities/restartWatch.ts';
import type { Store } from '../../store/prismaClient.ts';
import { peopleOfCase } from '../../store/rebuild/casesToRebuild.ts';
import { flagsToWatch, livingCases } from '../../store/rebuild/restart.ts';
import { livingMeetings } from '../../store/rebuild/restartMeeting.ts';
import { progressLine } from './progressLine.ts';
import { casesOnEngine, unknownCommands } from './unknownCommands.ts';

/** Cases started side by side: the engine takes them faster than one after the other, and still answers others. */
const sideBySide = 4;

/**
 * Starts the workflows of all cases that have not ended, or of one, from Postgres, and the watches of their flags.
 * First the commands are named that the engine has accepted and Postgres does not know: they are lost unless somebody
 * enters them again. Gives 1 where there are any, else 0.
 */
export async function rebuildWorkflows(
  tools: RestartTools,
  only: string | null,
  say: (line: string) => void,
): Promise<number> {
  const { store, client } = tools;
  const caseIds = only ? [only] : await livingCases(store.prisma);
  const lost = await nameUnknown(
    tools,
    only ? [only] : [...new Set([...caseIds, ...(await casesOnEngine(client))])],
    say,
  );
  const cases = await startCases(tools, caseIds, say);
  const meetings = await startMeetings(tools, only ? [] : await livingMeetings(store.prisma), say);
  const watches = await startWatches(tools, await pairsToWatch(store, only), say);
  say(
    `${String(cases)} cases, ${String(meetings)} meetings and ${String(watches)} watches of flags were started from what Postgres remembers.`,
  );
  return lost > 0 ? 1 : 0;
}

async function nameUnknown(tools: RestartTools, caseIds: readonly string[], say: (line: string) => void) {
  const progress = progressLine('Histories of cases', caseIds.length, say);
  let lost = 0;
  for (const caseId of caseIds) {
    for (const { commandId, type, occurredAt } of await unknownCommands(tools, caseId)) {
      say(`To be entered again: ${type} of case ${caseId}, happened ${occurredAt}, command ${commandId}`);
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
