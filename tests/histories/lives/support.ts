import { addDays, londonDate, londonMoment } from '../../../domain/calendar/london.ts';
import { newId } from '../../../platform/ids.ts';
import { aPair } from '../../environment/invented.ts';
import type { Life } from '../life.ts';
import { anAction, received } from '../livingCase.ts';

/** What happens between the service and the victim. */
export const supportLives: readonly Life[] = [
  {
    name: 'suspended contact',
    async live(product) {
      const theCase = await received(product);
      await theCase.accepted();
      await theCase.attempted('noAnswer');
      await theCase.attempted('unsafe');
      await theCase.forwardTo(londonMoment(addDays(londonDate(theCase.now()), 4), '12:00'));
      const { victimId } = theCase.pair;
      await theCase.must('decideContact', { victimId, decision: 'resumed', reasonId: newId() });
      await theCase.attempted('spoke');
      return { 'suspended-contact': theCase.workflowId };
    },
  },
  {
    name: 'victim died, with a second case',
    async live(product) {
      const theCase = await received(product);
      const pair = { ...(await aPair(product.store.prisma)), victimId: theCase.pair.victimId };
      const other = await received(product, {}, pair);
      const action = anAction();
      await theCase.must('setAction', action);
      await theCase.must('recordDeath', { contentId: newId() });
      await theCase.refused('setAction', anAction());
      await other.until('the other case is frozen', async () => (await other.state()).frozen);
      await theCase.must('recordActionNotPossible', { actionId: action.actionId, reasonId: newId() });
      await theCase.must('closeCase', { reasonId: null, disposals: [] });
      return { 'victim-died': theCase.workflowId, 'victim-died.other': other.workflowId };
    },
  },
  {
    name: 'death taken back, with a second case',
    async live(product) {
      const theCase = await received(product);
      const pair = { ...(await aPair(product.store.prisma)), victimId: theCase.pair.victimId };
      const other = await received(product, {}, pair);
      await theCase.accepted();
      await theCase.must('recordDeath', { contentId: newId() });
      await other.until('the other case is frozen', async () => (await other.state()).frozen);
      await theCase.must('closeCase', { reasonId: null, disposals: [] });
      await theCase.must('takeBackDeath', { reasonId: newId() });
      await other.until('the other case is open again', async () => !(await other.state()).frozen);
      await theCase.attempted('spoke');
      await other.attempted('noAnswer');
      return { 'death-taken-back': theCase.workflowId, 'death-taken-back.other': other.workflowId };
    },
  },
  {
    name: 'death taken back, and cases that had ended begin again',
    async live(product) {
      const theCase = await received(product);
      const { victimId } = theCase.pair;
      const ofHers = async (more = {}) => received(product, more, { ...(await aPair(product.store.prisma)), victimId });
      const low = { tool: 'DASH', toolVersion: '1', count: 4, policeGrade: null, contentId: null };
      const declined = await ofHers({ assessment: { assessmentId: newId(), ...low } });
      const closed = await ofHers();
      await declined.must('screenReferral', { outcome: 'decline', reason: 'belowThreshold', adviceId: newId() });
      await theCase.must('recordDeath', { contentId: null });
      for (const other of [declined, closed])
        await other.until('it is frozen', async () => (await other.state()).frozen);
      await closed.must('closeCase', { reasonId: null, disposals: [] });
      for (const other of [declined, closed]) await other.over();
      await theCase.must('takeBackDeath', { reasonId: newId() });
      for (const other of [declined, closed]) {
        await other.until('it has begun again', async () => !(await other.state()).frozen);
        await other.running();
      }
      await declined.refused('setAction', anAction());
      await closed.attempted('spoke');
      await closed.accepted();
      return { 'begun-again': closed.workflowId, 'begun-again.declined': declined.workflowId };
    },
  },
];
