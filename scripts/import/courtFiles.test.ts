import { describe, expect, it } from 'vitest';
import { badCells, caseloadExamples, plannedCaseload, stepsOf } from '../../tests/builders/aCaseload.ts';
import type { Step } from './step.ts';

const [criminal = {}, family = {}] = caseloadExamples.proceedings;
const [adjourned = {}, next = {}, over = {}] = caseloadExamples.hearings;
const [order = {}, bail = {}] = caseloadExamples.dates;
/** A hearing of no proceedings that is still to come. */
const toCome = { ...next, hearingKey: '1', adjournedFrom: '', knownOn: '2026-10-06' };

const sent = (steps: readonly Step[], of: string) =>
  steps.filter(({ name }) => name.startsWith(of)).map(({ name, path, body }) => [name, path, body]);

describe('proceedings', () => {
  it.each([
    ['caseKey', 'old-0009'],
    ['proceedingKey', ''],
    ['proceedingKey', 'a key'],
    ['kind', 'military'],
    ['kind', ''],
    ['specialist', 'perhaps'],
    ['startedOn', ''],
    ['startedOn', '2026-12-01'],
    ['milestones', 'charge'],
    ['milestones', 'charge 2026-02-30'],
    ['milestones', 'charge 2026-12-01'],
    ['milestones', 'arrest 2026-10-01'],
    ['milestones', 'plea 2026-10-12 perhaps'],
    ['milestones', 'plea 2026-10-12 guilty and more'],
    ['milestones', 'plea 2026-10-12; plea 2026-10-12'],
    // Before they began.
    ['milestones', 'charge 2026-09-27'],
    ['outcome', 'concluded'],
    ['endedOn', '2026-10-12'],
  ])('with %s holding "%s" name that cell', (column, cell) => {
    const named = { outcome: 'endedOn', endedOn: 'outcome' }[column] ?? column;
    expect(badCells({}, { proceedings: [{ ...criminal, [column]: cell }] })).toContain(`proceedings 2 ${named}`);
  });

  it('of a family court know no plea', () => {
    const milestones = 'plea 2026-10-15 guilty';
    expect(badCells({}, { proceedings: [{ ...family, milestones }] })).toEqual(['proceedings 2 milestones']);
  });

  it('may have begun before the referral, each step with its own day and key', () => {
    expect(sent(stepsOf({}, { proceedings: [criminal] }), 'proceeding/')).toEqual([
      [
        'proceeding/1',
        '/proceedings',
        { occurredAt: '2026-09-28', kind: 'criminal', court: 'The magistrates’ court', specialist: true },
      ],
      [
        'proceeding/1/charge/2026-09-28',
        '/proceedings/:made/milestones',
        { occurredAt: '2026-09-28', milestone: 'charge' },
      ],
      [
        'proceeding/1/firstHearing/2026-10-12',
        '/proceedings/:made/milestones',
        { occurredAt: '2026-10-12', milestone: 'firstHearing' },
      ],
      [
        'proceeding/1/plea/2026-10-12',
        '/proceedings/:made/milestones',
        { occurredAt: '2026-10-12', milestone: 'plea', result: 'notGuilty' },
      ],
    ]);
  });

  it('end after their hearings, and not while one of them stands', () => {
    const steps = stepsOf({}, { proceedings: [family], hearings: [over] });
    const [last] = steps.filter(({ path }) => !['/referrer-told', '/caught-up'].includes(path)).slice(-1);
    expect(last).toMatchObject({ name: 'proceeding/2/end', body: { occurredAt: '2026-10-20', outcome: 'concluded' } });
    const stands = { ...over, outcome: '', outcomeOn: '', toldOn: '', note: '' };
    expect(badCells({}, { proceedings: [family], hearings: [stands] })).toEqual(['proceedings 2 endedOn']);
  });
});

describe('a hearing', () => {
  it.each([
    ['caseKey', 'old-0009'],
    ['hearingKey', ''],
    ['proceedingKey', '9'],
    ['adjournedFrom', '9'],
    ['adjournedFrom', '3'],
    ['knownOn', ''],
    ['knownOn', '2026-10-04'],
    ['at', ''],
    ['at', 'soon'],
    ['at', '2027-01-11 25:00'],
    ['outcome', ''],
    ['outcome', 'orderBreached'],
    ['outcomeOn', '2026-10-08'],
    ['adjournedBecause', 'courtTime'],
    ['toldOn', '2026-10-19'],
    ['noSafeWay', ''],
  ])('with %s holding "%s" names that cell', (column, cell) => {
    const row = { ...over, toldOn: column === 'noSafeWay' ? '' : (over['toldOn'] ?? ''), [column]: cell };
    const found = badCells({}, { proceedings: [family], hearings: [row] });
    if (column === 'noSafeWay') expect(found).toEqual([]);
    else expect(found).toContain(`hearings 2 ${column}`);
  });

  it('that lies before its proceedings, or has come to something before it was held, is named', () => {
    const early = { ...over, at: '2026-10-07' };
    expect(badCells({}, { proceedings: [family], hearings: [early] })).toEqual(['hearings 2 at']);
    const notYet = { ...over, at: '2026-12-07' };
    expect(badCells({}, { hearings: [{ ...notYet, proceedingKey: '' }] })).toEqual(['hearings 2 outcome']);
  });

  it('goes on in the one it was adjourned to, wherever that row stands, and each is told of', () => {
    const steps = stepsOf({}, { proceedings: [criminal], hearings: [next, adjourned] });
    expect(sent(steps, 'hearing/').map(([name, path, body]) => [name, path, body])).toMatchObject([
      ['hearing/1', '/hearings', { occurredAt: '2026-10-06', at: '2026-10-12T09:00:00.000Z' }],
      [
        'hearing/1/adjourned',
        '/hearings/:made/adjournment',
        { occurredAt: '2026-10-12', to: '2027-01-11T10:00:00.000Z', because: 'reportsAwaited' },
      ],
      ['hearing/1/told', '/live-dates/:made/result-told', { occurredAt: '2026-10-13', result: 'told' }],
    ]);
    expect(steps.find(({ name }) => name === 'hearing/1')?.naming?.('the-proceedings')).toEqual({
      proceedingId: 'the-proceedings',
    });
    expect(steps.find(({ name }) => name === 'hearing/1/adjourned')?.makes).toEqual(['hearing/2']);
  });

  it('is adjourned without a date where no row goes on with it, and then keeps a case open', () => {
    const [, on] = stepsOf({}, { proceedings: [criminal], hearings: [adjourned] }).filter(({ name }) =>
      name.startsWith('hearing/'),
    );
    expect(on?.body).not.toHaveProperty('to');
    const closed = { closedOn: '2026-11-20', closedReason: 'Everything agreed was done.' };
    const bad = (...hearings: object[]) =>
      badCells(closed, { proceedings: [criminal, family], hearings: hearings as never });
    expect(bad(adjourned)).toEqual(['cases 2 closedOn']);
    expect(bad(over)).toEqual([]);
    expect(bad({ ...over, toldOn: '' })).toEqual(['cases 2 closedOn']);
  });

  it('that an adjournment set takes its court and proceedings from the one before', () => {
    const own = { ...next, where: 'Another court', proceedingKey: '1', knownOn: '2026-10-12' };
    expect(badCells({}, { proceedings: [criminal], hearings: [adjourned, own] })).toEqual([
      ...['hearings 3 knownOn', 'hearings 3 where', 'hearings 3 proceedingKey'],
    ]);
    const past = { ...next, at: '2026-10-12 09:00' };
    expect(badCells({}, { proceedings: [criminal], hearings: [adjourned, past] })).toEqual(['hearings 2 outcomeOn']);
  });

  it('is adjourned to one other, and never in a circle', () => {
    const twice = badCells({}, { proceedings: [criminal], hearings: [adjourned, next, { ...next, hearingKey: '4' }] });
    expect(twice).toEqual(['hearings 4 adjournedFrom']);
    const circle = [
      { ...adjourned, hearingKey: '1', adjournedFrom: '2', knownOn: '', where: '', proceedingKey: '' },
      { ...adjourned, hearingKey: '2', adjournedFrom: '1', knownOn: '', where: '', proceedingKey: '' },
    ];
    expect(badCells({}, { hearings: circle })).toEqual(['hearings 2 adjournedFrom', 'hearings 3 adjournedFrom']);
    const itself = [adjourned, { ...adjourned, adjournedFrom: '1' }];
    expect(badCells({}, { proceedings: [criminal], hearings: itself })).toContain('hearings 3 hearingKey');
  });

  it('names who goes along by the names the product has', () => {
    const joanna = { practitionerId: '0198c0de-0000-7000-8000-000000000001', posts: [] };
    const ines = {
      practitionerId: '0198c0de-0000-7000-8000-000000000002',
      posts: [{ service: 'idva-kent', area: null }],
    };
    const office = {
      areas: new Map([['maidstone', { idvaService: 'idva-kent' }]]),
      agencies: new Set(['police']),
      advisers: new Map([
        ['joanna pike', joanna],
        ['ines moreau', ines],
      ]),
    };
    const adviser = { adviser: 'Ines Moreau' };
    const row = { ...toCome, goesAlong: 'Ines Moreau; Joanna Pike' };
    expect(stepsOf(adviser, { hearings: [row] }, office).find(({ name }) => name === 'hearing/1')?.body).toMatchObject({
      goesAlong: [ines.practitionerId, joanna.practitionerId],
    });
    const strange = { ...toCome, goesAlong: 'Ines Moreau; Nobody' };
    expect(badCells(adviser, { hearings: [strange] }, office)).toEqual(['hearings 2 goesAlong']);
    // Whoever advises the victim is of the service that works for the area.
    expect(badCells({ adviser: 'Joanna Pike' }, {}, office)).toEqual(['cases 2 adviser']);
  });
});

describe('a date outside', () => {
  it.each([
    ['kind', 'appointment'],
    ['kind', 'hearing'],
    ['conditions', 'noPeace'],
    ['knownOn', '2026-10-04'],
    ['toldOn', '2026-10-21'],
  ])('with %s holding "%s" names that cell', (column, cell) => {
    expect(badCells({}, { dates: [{ ...order, [column]: cell }] })).toContain(`dates 2 ${column}`);
  });

  it('is a day, or the London time of a day', () => {
    const at = (text: string) =>
      stepsOf({}, { dates: [{ ...order, at: text }] }).find(({ name }) => name === 'date/1')?.body;
    expect(at('2027-04-20')).toMatchObject({ at: '2027-04-20' });
    expect(at('2027-07-12 10:00')).toMatchObject({ at: '2027-07-12T09:00:00.000Z' });
  });

  const protection = { ...order, kind: 'dvpo', from: '2026-11-20', knownOn: '2026-11-20' };
  it.each([
    // Fourteen days at least, twenty-eight at most: Crime and Security Act 2010.
    ['an order of 13 days', { ...protection, at: '2026-12-03' }, 'at'],
    ['an order of 29 days', { ...protection, at: '2026-12-19' }, 'at'],
    ['an order without an end', { ...protection, at: '' }, 'at'],
    ['an order that ends before it begins', { ...order, at: '2026-10-19' }, 'at'],
    ['an order that begins tomorrow', { ...order, from: '2026-11-28' }, 'from'],
    ['bail beyond its rank', { ...bail, authorisedBy: 'custodyOfficer' }, 'authorisedBy'],
    ['bail of nobody', { ...bail, authorisedBy: '' }, 'authorisedBy'],
    ['a notice of no agency', { ...order, kind: 'dvpn', at: '', conditions: '' }, 'agency'],
    ['a release under investigation with a date', { ...bail, kind: 'releasedUnderInvestigation' }, 'at'],
  ])('that the product would refuse is named before anything is taken: %s', (_what, row, column) => {
    expect(badCells({}, { dates: [row] })).toEqual([`dates 2 ${column}`]);
  });

  it('is taken as far as it has come: an order within the law, bail that an inspector has extended', () => {
    expect(plannedCaseload({}, { dates: [{ ...protection, at: '2026-12-04' }] }).ok).toBe(true);
    expect(plannedCaseload({}, { dates: [{ ...protection, at: '2026-12-18' }] }).ok).toBe(true);
    expect(plannedCaseload({}, { dates: [bail] }).ok).toBe(true);
  });
});
