import { describe, expect, test } from 'vitest';
import { safeContactSchema } from '../../contracts/safeContact.ts';
import { safeContactParts, takeOverSafeContact } from './takeOverSafeContact.ts';

const stands = { numbers: [], media: ['visit'], mayLeaveMessage: false, unsafePeople: 'His mother.' };
const proposed = { numbers: ['01632 960123'], media: ['phone'], mayLeaveMessage: true };

describe('what is taken over of how a referral says a victim can be reached', () => {
  test('answer by answer, and everything else stays as it stands', () => {
    expect(takeOverSafeContact(stands, proposed, ['numbers'])).toEqual({ ...stands, numbers: ['01632 960123'] });
    expect(takeOverSafeContact(stands, proposed, [])).toEqual(stands);
  });

  test('an answer that the referral does not give is given no more where it is taken over', () => {
    expect(takeOverSafeContact(stands, proposed, ['unsafePeople'])).toEqual({
      ...{ numbers: [], media: ['visit'], mayLeaveMessage: false },
    });
    expect(takeOverSafeContact(stands, proposed, safeContactParts)).toEqual(proposed);
  });

  test('the whole, where nothing can be read that stands', () => {
    expect(takeOverSafeContact(null, proposed, ['numbers'])).toEqual(proposed);
  });

  test('can be said of everything the contract asks, and of nothing else', () => {
    expect(Object.keys(safeContactSchema.shape).toSorted()).toEqual([...safeContactParts].toSorted());
  });
});
