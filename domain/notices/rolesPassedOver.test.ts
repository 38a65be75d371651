import { describe, expect, it } from 'vitest';
import { nationalLadders } from '../policy/nationalLadders.ts';
import { rolesPassedOver } from './rolesPassedOver.ts';

const { action, idvaDuty, coordinatorDuty, urgentAction, hearing } = nationalLadders;

describe('who hears besides of a rung that fires above others', () => {
  it('is nobody where none was passed over, or only reminders before it was due', () => {
    expect(rolesPassedOver(action, [])).toEqual([]);
    expect(rolesPassedOver(action, [0])).toEqual([]);
    expect(rolesPassedOver(hearing, [0, 1])).toEqual([]);
    expect(rolesPassedOver(urgentAction, [0, 1])).toEqual([]);
  });

  it('is whose action it is and the coordinator, where it is ten working days late when the case is taken over', () => {
    // 2 working days before, due day, +1, +3, +5; governance fires at +10.
    expect(rolesPassedOver(action, [0, 1, 2, 3, 4])).toEqual(['owner', 'coordinator']);
    expect(rolesPassedOver(idvaDuty, [0, 1, 2])).toEqual(['adviser', 'coordinator']);
    expect(rolesPassedOver(coordinatorDuty, [0, 1, 2])).toEqual(['owner']);
  });

  it('is whoever the first of the missed steps is for, where the earlier ones were sent before an outage', () => {
    expect(rolesPassedOver(action, [2])).toEqual(['owner', 'agencyLead']);
    expect(rolesPassedOver(action, [4])).toEqual(['chair']);
    // Of the weekly ones each goes to the same people as the one that fires.
    expect(rolesPassedOver(action, [6, 7, 8])).toEqual([]);
  });

  it('is whoever an urgent duty is for at its hour, where only hours after it are left', () => {
    expect(rolesPassedOver(urgentAction, [0, 1, 2, 3])).toEqual(['owner', 'cover', 'agencyLead', 'dutyContact']);
  });
});
