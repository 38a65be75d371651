import { describe, expect, it } from 'vitest';
import { caseReferenceFrom } from '../../../../../../domain/ids/caseReference.ts';
import { caseTakenSchema } from '../../../../../../contracts/meetingCommands.ts';
import { caseTakenField, caseTakenValues, readCaseTaken } from './form.ts';

const reference = caseReferenceFrom(new Uint8Array(8));
const heard = {
  reference,
  outcome: 'presented',
  presentedBy: 'police',
  risks: 'stalking',
  decision: '',
  because: 'other',
  'actions.0.description': '',
  'actions.0.agency': '',
  'actions.2.description': 'Change the locks.',
  'actions.2.agency': 'housing',
  'actions.2.risk': 'physicalHarm',
  'actions.2.due': '9/4/2026',
  'actions.5.description': 'Visit',
  'actions.5.urgent': 'yes',
  'information.0.agency': 'health',
  'information.0.words': 'Seen twice in March.',
};

describe('a case at the table', () => {
  it('becomes what the contract reads; a risk that an action meets is named with it', () => {
    const complete = { ...heard, 'actions.5.agency': 'police', 'actions.5.risk': 'stalking' };
    const body = readCaseTaken(complete);
    expect(caseTakenSchema.safeParse(body)).toMatchObject({
      success: true,
      data: {
        outcome: 'presented',
        risks: ['stalking', 'physicalHarm'],
        information: [{ agency: 'health', words: 'Seen twice in March.' }],
        actions: [
          { agency: 'housing', risk: 'physicalHarm', urgent: false, due: { type: 'day', date: '2026-04-09' } },
          { agency: 'police', urgent: true },
        ],
      },
    });
  });

  it('says of an action that lacks something in which row it was typed', () => {
    const { error } = caseTakenSchema.safeParse(readCaseTaken(heard));
    const places = error?.issues.map(({ path }) => caseTakenField(path.join('.'), heard));
    expect(places).toEqual(['actions.5.agency', 'actions.5.risk']);
  });

  it('is deferred with its reason alone', () => {
    expect(readCaseTaken({ ...heard, outcome: 'deferred', reason: 'Nobody came.' })).toEqual({
      reference,
      outcome: 'deferred',
      because: 'other',
      reason: 'Nobody came.',
    });
  });

  it('stands in the form as it was recorded last', () => {
    const description = { state: 'open', text: 'Change the locks.' } as const;
    const due = { type: 'day', date: '2026-04-09' } as const;
    const actionId = '0190a0c4-0000-7000-8000-000000000001';
    const taken = {
      ...({
        reference,
        victim: null,
        outcome: 'presented',
        presentedBy: 'police',
        because: null,
        reason: null,
      } as const),
      ...{ information: [], risks: ['stalking'], decision: null, minute: null },
      actions: [{ actionId, agency: 'housing', ownerId: null, risk: 'stalking', urgent: false, due, description }],
    };
    const values = caseTakenValues(taken, { reference });
    expect(caseTakenSchema.safeParse(readCaseTaken(values))).toMatchObject({
      success: true,
      data: { presentedBy: 'police', actions: [{ description: 'Change the locks.', due }] },
    });
  });
});
