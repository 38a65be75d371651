import { describe, expect, it } from 'vitest';
import { aCaseRow, aClockRow, aColleague, due, noticeRows, written } from '../../tests/builders/notices.ts';
import { idsOf, later, noticesForFile } from '../../tests/environment/noticesForFile.ts';
import { fromInstant } from '../time.ts';
import { recordSendings } from './recordSendings.ts';

const { store, lease } = noticesForFile();

describe('a notice that says what another of the family says', () => {
  it('of one family is one message: what says the very same waits for the first and is not told again', async () => {
    const [services, other] = [await aColleague(store()), await aColleague(store())];
    const [theCase, another] = [await aCaseRow(store()), await aCaseRow(store())];
    const at = (hour: string) => ({ type: 'instant', at: `2026-03-14T${hour}:00:00.000Z` });
    const rungOf = (kind: string, hour = '09', label = 'beforeDue4h') => {
      const ofSibling = kind === 'action' ? {} : { ofSibling: true };
      const data = { code: 'rung', kind, label, due: at(hour), originalDue: at(hour), rule: 'r', provisional: false };
      return { recipientId: services, caseId: theCase.id, code: 'rung', data: { ...data, ...ofSibling } };
    };
    const news = { recipientId: services, caseId: theCase.id, code: 'childrenNotified', data: { due: null } };
    const rows = [
      ...[news, news, rungOf('urgentAcknowledgement'), rungOf('urgentAcknowledgement')],
      // Another hour, another rung, another duty, another family, another reader: each says something of its own.
      ...[
        rungOf('urgentAcknowledgement', '10'),
        rungOf('urgentAcknowledgement', '09', 'dueNow'),
        rungOf('urgentChildNotified'),
      ],
      ...[
        { ...news, caseId: another.id },
        { ...news, recipientId: other },
      ],
      // Two actions of one day are two things to do.
      ...[rungOf('action'), rungOf('action')],
    ];
    const ids = await noticeRows(store(), rows);
    const [secondNews = '', secondRung = ''] = [ids.slice(0, 2), ids.slice(2, 4)].map(
      (two) => two.toSorted().at(-1) ?? '',
    );
    const first = await lease();
    expect(idsOf(first).toSorted()).toEqual(ids.filter((id) => id !== secondNews && id !== secondRung).toSorted());
    expect(first.map(({ toldTogether }) => toldTogether)).not.toContain(true);
    expect(await lease()).toEqual([]);
    await recordSendings(
      store().prisma,
      first.map(({ id }) => ({ id, outcome: 'sent', at: written })),
    );
    const second = await lease();
    expect(second.map(({ id, toldTogether }) => [id, toldTogether])).toEqual(
      [secondNews, secondRung].toSorted().map((id) => [id, true]),
    );
  });

  it('of a child who is told of after the message has left is one of its own', async () => {
    const [recipientId, theCase] = [await aColleague(store()), await aCaseRow(store())];
    const news = { recipientId, caseId: theCase.id, code: 'childrenNotified', data: { due: null } };
    const [first = ''] = await noticeRows(store(), [news]);
    await lease();
    await recordSendings(store().prisma, [{ id: first, outcome: 'sent', at: written }]);
    const [second = ''] = await noticeRows(store(), [news]);
    await store().prisma.notice.update({ where: { id: second }, data: { createdAt: fromInstant(later) } });
    expect((await lease(later)).map(({ id, toldTogether }) => [id, toldTogether])).toEqual([[second, false]]);
  });

  it('of a child whose message waits for siblings leaves with theirs, and alone where none comes', async () => {
    const [recipientId, theCase, another] = [
      await aColleague(store()),
      await aCaseRow(store()),
      await aCaseRow(store()),
    ];
    const news = (caseId: string) => ({ recipientId, caseId, code: 'childrenNotified', data: { due: null } });
    const two = await noticeRows(store(), [news(theCase.id), news(theCase.id)]);
    const [held = '', last = ''] = two.toSorted();
    const [alone = ''] = await noticeRows(store(), [news(another.id)]);
    const [soon, over] = ['2026-03-13T09:03:00.000Z', '2026-03-13T09:10:00.000Z'];
    await store().prisma.notice.updateMany({
      where: { id: { in: [held, alone] } },
      data: { notBefore: fromInstant(over) },
    });
    await store().prisma.notice.update({
      where: { id: last },
      data: { notBefore: fromInstant(soon), createdAt: fromInstant(soon) },
    });
    expect(await lease()).toEqual([]);
    expect((await lease(soon)).map(({ id, toldTogether }) => [id, toldTogether])).toEqual([[last, false]]);
    await recordSendings(store().prisma, [{ id: last, outcome: 'sent', at: soon }]);
    const rest = new Map((await lease(over)).map(({ id, toldTogether }) => [id, toldTogether]));
    expect(rest).toEqual(
      new Map([
        [held, true],
        [alone, false],
      ]),
    );
  });

  it('of a sibling told of some minutes later reminds with the other, and by itself where more lies between', async () => {
    const [recipientId, theCase] = [await aColleague(store()), await aCaseRow(store())];
    const clockId = await aClockRow(store(), theCase);
    const reminder = (minute: string) => {
      const at = { type: 'instant', at: `2026-03-14T09:${minute}:00.000Z` };
      const data = { kind: 'urgentAcknowledgement', label: 'beforeDue4h', due: at, originalDue: at, rule: 'r' };
      const createdAt = `2026-03-14T05:${minute}:00.000Z`;
      return { recipientId, caseId: theCase.id, clockId, data: { ...data, ofSibling: true }, createdAt };
    };
    const [first = '', near = '', far = ''] = await noticeRows(store(), [
      reminder('00'),
      reminder('12'),
      reminder('20'),
    ]);
    expect(idsOf(await lease('2026-03-14T05:00:00.000Z'))).toEqual([first]);
    await recordSendings(store().prisma, [{ id: first, outcome: 'sent', at: '2026-03-14T05:00:01.000Z' }]);
    expect((await lease('2026-03-14T05:12:00.000Z')).map(({ id, toldTogether }) => [id, toldTogether])).toEqual([
      [near, true],
    ]);
    await recordSendings(store().prisma, [{ id: near, outcome: 'withdrawn', error: 'TOLD_TOGETHER' }]);
    expect((await lease('2026-03-14T05:20:00.000Z')).map(({ id, toldTogether }) => [id, toldTogether])).toEqual([
      [far, false],
    ]);
  });

  it('of two services that were asked to take something on is one each, though both are due on one day', async () => {
    const [recipientId, theCase] = [await aColleague(store()), await aCaseRow(store())];
    const data = { kind: 'acknowledgement', label: 'dueDay', due, originalDue: due, rule: 'r' };
    const ids = await noticeRows(
      store(),
      [1, 2].map(() => ({ recipientId, caseId: theCase.id, code: 'rung', data })),
    );
    expect(idsOf(await lease()).toSorted()).toEqual(ids.toSorted());
  });
});
