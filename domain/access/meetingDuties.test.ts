import { describe, expect, it } from 'vitest';
import type { Actor } from './actor.ts';
import { meetingDutyLevel } from './meetingDuties.ts';
import type { Role } from './role.ts';

const holding = (role: Role, areaId: string | null, agencyId: string | null = null): Actor => ({
  practitionerId: 'somebody',
  name: 'Somebody',
  appointments: [{ role, areaId, agencyId }],
});
const agenda = { areaId: 'medway', agencyId: null };
const research = { areaId: 'medway', agencyId: 'housing' };

describe('a duty of a meeting', () => {
  it.each<[string, Actor, string, string]>([
    ['the coordinator of its area', holding('coordinator', 'medway'), 'full', 'full'],
    ['the coordinator of another area', holding('coordinator', 'dover'), 'none', 'none'],
    ['the chair of its area', holding('chair', 'medway'), 'full', 'full'],
    ['governance of every area', holding('governance', null), 'reference', 'reference'],
    ['a representative of the agency asked', holding('agencyRepresentative', 'medway', 'housing'), 'none', 'agency'],
    ['the lead of that agency', holding('agencyLead', null, 'housing'), 'none', 'agency'],
    ['a representative of another agency', holding('agencyRepresentative', 'medway', 'police'), 'none', 'none'],
    ['the system administrator', holding('systemAdministrator', null), 'none', 'none'],
    ['a referrer of the agency', holding('referrer', null, 'housing'), 'none', 'none'],
  ])('is shown to %s: its agenda, and what an agency was asked', (_who, actor, ofAgenda, ofResearch) => {
    expect(meetingDutyLevel(actor, agenda)).toBe(ofAgenda);
    expect(meetingDutyLevel(actor, research)).toBe(ofResearch);
  });
});
