import { expect } from 'vitest';
import type { TaskView } from '../../contracts/views/taskView.ts';
import { idOf } from '../../dev/seedDevelopment.ts';
import { weekdays } from '../../domain/idva/safeTimes.ts';
import { newId } from '../../platform/ids.ts';
import { addPractitioners } from '../../store/practitioners/addPractitioners.ts';
import type { FileOffice } from './officeForFile.ts';
import { aReferralBody, type Caller } from './officeForTest.ts';

export const service = '/services/kent-idva-service';

/** Any time is safe. */
export const always = [{ days: [...weekdays], from: '00:00', until: '23:59' }];

/** What a referral says of contact with the victim. */
export const contact = (safeWindows: object[]) => ({
  safeContact: { numbers: ['01632 960123'], media: ['phone'], mayLeaveMessage: false, safeWindows },
});

/** What is somebody's to do. */
export async function tasksOf(caller: Caller, query = ''): Promise<readonly TaskView[]> {
  const { body } = await caller.get<{ readonly items: readonly TaskView[] }>(`/me/tasks?limit=200${query}`);
  return body.items;
}

/** The Kent service, its advisers and the cases that come to it, in the office of a file. */
export function kentService(office: FileOffice) {
  const manager = office.as('leila.haddad');
  const referred = async (more: object = {}): Promise<string> => {
    const { body } = await office.as('marek.nowak').post('/referrals', aReferralBody(more));
    expect(body).toMatchObject({ status: 'recorded' });
    return body.reference;
  };
  return {
    manager,
    referred,
    /** Another adviser of the service, signed in. */
    anAdviser: async (): Promise<{ id: string; caller: Caller }> => {
      const id = newId();
      const appointment = { id: newId(), role: 'idva' as const, areaId: null, startsOn: '2012-01-01' };
      const appointments = [{ ...appointment, agencyId: idOf('agency', 'kent-idva-service') }];
      const person = { id, subject: `adviser.${id}`, name: `Adviser ${id}`, email: `${id}@kent-idva.example` };
      await addPractitioners(office.product.store.prisma, [{ ...person, appointments }]);
      return { id, caller: office.as(person.subject) };
    },
    /** A case that was given to an adviser; its reference. */
    allocated: async (adviser: string, more: object = {}): Promise<string> => {
      const reference = await referred(more);
      const given = await manager.post(`/cases/${reference}/allocation`, { adviser });
      expect(given.body, JSON.stringify(given.body)).toMatchObject({ status: 'recorded' });
      return reference;
    },
  };
}
