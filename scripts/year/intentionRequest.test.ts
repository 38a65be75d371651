import { describe, expect, it } from 'vitest';
import { adoptionSchema } from '../../contracts/referral.ts';
import { caseCommands } from '../../usecases/commands/caseCommands.ts';
import { intentionRequest, type KnownCase } from './intentionRequest.ts';
import { planYear } from './planYear.ts';
import { publishedYear } from './publishedYear.ts';
import { plannedMeetings } from './sendMeetings.ts';
import { holderOf } from './yearPeople.ts';
import { yearAreas } from './areas.ts';

const anId = '01890000-0000-7000-8000-000000000001';
const table = publishedYear();
const plan = planYear(table);
const areaCodes = new Set(yearAreas.map(({ code }) => code));
const meetings = new Map(
  plannedMeetings(table, areaCodes).map(({ areaCode, date }): [`${string}/${string}`, string] => [
    `${areaCode}/${date}`,
    anId,
  ]),
);

/** The command of the product that an address belongs to. */
function commandAt(path: string) {
  const below = path.replace(/^\/cases\/[^/]+/, '');
  const command = caseCommands.find((each) => each.path.replace(/:\w+/, anId) === below);
  if (!command) throw new Error(`Nothing is sent to ${path}.`);
  return command;
}

describe('the requests of the published year', () => {
  it('are what the product takes, every one of the plan', { timeout: 60_000 }, () => {
    for (const planned of plan) {
      const keys = planned.life.flatMap((intention) => {
        if (intention.type === 'setAction') return [intention.action.key];
        return intention.type === 'hear' ? intention.actions.map(({ key }) => key) : [];
      });
      const known: KnownCase = {
        reference: 'KMT4-9RQ',
        revision: 3,
        actionIds: new Map(keys.map((key) => [key, anId])),
        courtHearingId: anId,
      };
      for (const intention of planned.life) {
        const { path, body, versionOf } = intentionRequest(planned, intention, known, meetings);
        const schema = path === '/adoptions' ? adoptionSchema : commandAt(path).schema;
        const parsed = schema.safeParse(body);
        expect({ case: planned.key, path, problem: parsed.error?.issues[0] }).toMatchObject({ problem: undefined });
        if (path !== '/adoptions' && commandAt(path).ifMatch === 'required') expect(versionOf).toBeDefined();
      }
    }
  });

  it('come from somebody who holds the office for the area', () => {
    for (const { code } of yearAreas) {
      for (const office of ['administrator', 'coordinator', 'chair', 'idva'] as const)
        expect(holderOf(office, code)).toMatch(/^[a-z.]+$/);
    }
    expect(holderOf('idva', 'medway')).not.toBe(holderOf('idva', 'dover'));
  });
});
