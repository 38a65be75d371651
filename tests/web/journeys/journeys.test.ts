import { afterAll, beforeAll, beforeEach, describe, it } from 'vitest';
import { administratorEndsAccess } from './administratorEndsAccess.ts';
import { adviserReachesTheVictim } from './adviserReachesTheVictim.ts';
import { agencyAnswersAndActs } from './agencyAnswersAndActs.ts';
import { aMeetingOf } from './aMeetingOf.ts';
import { chairRunsTheMeeting } from './chairRunsTheMeeting.ts';
import { coordinatorClearsTheBoard } from './coordinatorClearsTheBoard.ts';
import { governanceFindsTheSlowestStage } from './governanceFindsTheSlowestStage.ts';
import { startOffice, type Office } from './office.ts';

const patienceMs = 900_000;
const casesAtTheTable = 15;

let office: Office;
let meeting: Awaited<ReturnType<typeof aMeetingOf>>;

beforeAll(async () => {
  office = await startOffice();
  meeting = await aMeetingOf(office, casesAtTheTable);
}, patienceMs);
afterAll(() => office?.close());
beforeEach(() => office.clockComesTo());

/** One office, and one day in it: what somebody does is there for whoever comes after. */
describe('the day of', { timeout: patienceMs }, () => {
  it('a coordinator who clears the board', () => coordinatorClearsTheBoard(office));

  it('an adviser who fails three times to reach a victim, and then supports her', () =>
    adviserReachesTheVictim(office));

  it('an agency that answers what a meeting asks and completes an action, without scripts', () =>
    agencyAnswersAndActs(office, meeting));

  it('a chair who runs a meeting of 15 cases by keyboard until its minutes are out', () =>
    chairRunsTheMeeting(office, meeting));

  it('a member of the steering group who finds the slowest stage and sees nobody behind it', () =>
    governanceFindsTheSlowestStage(office));

  it('a system administrator who ends the access of somebody who is signed in', () => administratorEndsAccess(office));
});
