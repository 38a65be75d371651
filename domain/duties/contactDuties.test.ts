import { describe, expect, it } from 'vitest';
import { aCase, type CaseBuilder, grading } from '../../tests/builders/aCase.ts';
import { aReferral } from '../../tests/builders/aReferral.ts';
import { policyOf } from '../../tests/builders/world.ts';

const contactKinds = ['firstContact', 'contactAttempts', 'contactDecision'];
const owed = (about: CaseBuilder) => about.runningKinds.filter((kind) => contactKinds.includes(kind));
const decide = (about: CaseBuilder, decision: 'continue' | 'stop') =>
  about.must('decideAttempts', { decision, reasonId: 'r' });
const decideContact = (about: CaseBuilder, decision: 'resumed' | 'ended') =>
  about.must('decideContact', { victimId: 'victim-1', decision, reasonId: 'r' });

describe('an attempt to reach the victim', () => {
  it('meets the first contact, whether or not anybody answered', () => {
    for (const result of ['noAnswer', 'messageLeft', 'wrongNumber', 'someoneElseAnswered', 'spoke'] as const) {
      const tried = aCase().received().at('2026-03-04 16:00').attempted(result);
      const end = tried.facts.find((fact) => fact.type === 'clockEnded')?.data.clock;
      expect(end, result).toMatchObject({ kind: 'firstContact', end: { outcome: 'met' } });
    }
  });

  it('that nobody answered asks for three within seven days of the referral', () => {
    const tried = aCase().received().at('2026-03-04 16:00').attempted('noAnswer');
    expect(owed(tried)).toEqual(['contactAttempts']);
    expect(tried.clock('contactAttempts')?.due).toEqual({ type: 'day', date: '2026-03-09' });
    expect(owed(tried.attempted('messageLeft'))).toEqual(['contactAttempts']);
  });

  it('in vain for the third time has the service decide', () => {
    const tried = aCase()
      .received()
      .attempted('noAnswer')
      .attempted('noAnswer')
      .at('2026-03-06 10:00')
      .attempted('noAnswer');
    expect(owed(tried)).toEqual(['contactDecision']);
    expect(tried.clock('contactDecision')?.due).toEqual({ type: 'day', date: '2026-03-09' });
  });

  it('asks for as many as policy says', () => {
    const contact = (attempts: number) =>
      policyOf('maidstone', { contact: { attempts: { value: attempts, source: 'test' } } });
    expect(
      owed(
        aCase()
          .where({ policy: contact(1) })
          .received()
          .attempted('noAnswer'),
      ),
    ).toEqual(['contactDecision']);
    expect(
      owed(
        aCase()
          .where({ policy: contact(2) })
          .received()
          .attempted('noAnswer'),
      ),
    ).toEqual(['contactAttempts']);
  });

  it('that reached the victim ends all of it, and later ones in vain begin nothing', () => {
    const spoke = aCase().received().attempted('noAnswer').attempted('spoke');
    expect(owed(spoke)).toEqual([]);
    expect(owed(spoke.attempted('noAnswer').attempted('noAnswer').attempted('noAnswer'))).toEqual([]);
  });

  it('in vain begins nothing for a victim who is engaged', () => {
    const engaged = aCase().received().engaged();
    expect(owed(engaged.attempted('noAnswer').attempted('noAnswer').attempted('noAnswer'))).toEqual([]);
  });

  it('before safeguarding gave a victim under 16 to MARAC counts: with the grade the next ones are owed', () => {
    const about = aCase(aReferral().under16()).received().attempted('noAnswer').at('2026-03-10 10:00');
    about.must('gradeRisk', grading({ count: 20 }));
    expect(owed(about)).toEqual(['contactAttempts']);
    expect(about.clock('contactAttempts')?.due).toEqual({ type: 'day', date: '2026-03-17' });
  });

  it('begins nothing where another service has taken the case on', () => {
    const about = aCase(aReferral().mediumRisk()).handedOver();
    about.must('recordAcknowledgement', { handoverId: 'handover-1' });
    expect(owed(about.attempted('noAnswer'))).toEqual([]);
  });
});

describe('a service that takes the case over from another', () => {
  const spokenTo = () => aCase().graded().attempted('spoke').engaged();
  const takenOver = (from: CaseBuilder) =>
    from.at('2026-03-27 15:00').asked('swale').must('answerTransfer', { outcome: 'accept', noteId: null });

  it('has the victim to reach itself, whatever the former one had of them: three attempts within seven days of taking over, then it decides', () => {
    const inVain = takenOver(spokenTo()).at('2026-03-30 10:00').attempted('noAnswer');
    expect(owed(inVain)).toEqual(['contactAttempts']);
    expect(inVain.clock('contactAttempts')?.due).toEqual({ type: 'day', date: '2026-04-03' });
    // Why this date: not the referral, which was weeks ago.
    expect(inVain.clock('contactAttempts')).toMatchObject({ anchor: '2026-03-27T15:00:00.000Z', begunAnew: true });
    expect(owed(inVain.at('2026-03-31 10:00').attempted('messageLeft'))).toEqual(['contactAttempts']);
    expect(owed(inVain.at('2026-04-01 10:00').attempted('noAnswer'))).toEqual(['contactDecision']);
    expect(inVain.running.get(inVain.clock('contactDecision')?.id ?? '')?.owner.agencyId).toBe('idva-service-of-swale');
  });

  it('has reached them once they answer, or say where they stand', () => {
    expect(owed(takenOver(spokenTo()).attempted('spoke'))).toEqual([]);
    expect(owed(takenOver(spokenTo()).engaged())).toEqual([]);
    const triedOnce = takenOver(spokenTo()).attempted('noAnswer');
    expect(owed(triedOnce.must('recordEngagement', { status: 'declined', noteId: null }))).toEqual([]);
    expect(owed(triedOnce.attempted('noAnswer').attempted('noAnswer'))).toEqual([]);
  });

  it('owes what the former one had not recorded beside it: whether they engage', () => {
    const about = takenOver(aCase().graded().attempted('spoke')).attempted('noAnswer');
    expect(about.runningKinds).toEqual(expect.arrayContaining(['contactAttempts', 'engagement']));
  });

  it('does not stop trying on the word of the former one', () => {
    const stop = { decision: 'stop', reasonId: 'r' } as const;
    const about = takenOver(spokenTo()).attempted('noAnswer');
    expect(about.send('decideAttempts', stop)).toEqual({ ok: false, code: 'ATTEMPTS_MISSING' });
    expect(owed(decide(about.attempted('noAnswer').attempted('noAnswer'), 'stop'))).toEqual([]);
  });

  it('keeps the date of attempts that had begun: nobody has reached the victim since the referral', () => {
    const tried = aCase().graded().attempted('noAnswer');
    const due = tried.clock('contactAttempts')?.due;
    expect(owed(takenOver(tried))).toEqual(['contactAttempts', 'firstContact']);
    expect(owed(tried.attempted('noAnswer').attempted('noAnswer', 'b'))).toEqual(['contactAttempts']);
    expect(tried.clock('contactAttempts')?.due).toEqual(due);
    expect(owed(tried.attempted('noAnswer', 'c'))).toEqual(['contactDecision']);
  });

  it('begins with a first contact when contact is resumed, though the former one had tried three times', () => {
    const inVain = aCase().graded().attempted('noAnswer').attempted('noAnswer').attempted('noAnswer');
    const about = takenOver(decide(inVain, 'stop').attempted('unsafe', 'a-2'));
    expect(owed(about)).toEqual(['contactDecision']);
    expect(owed(decideContact(about.at('2026-04-08 10:00'), 'resumed'))).toEqual(['firstContact']);
  });

  it('goes on with the attempts where it is the same service', () => {
    const about = aCase().graded().attempted('noAnswer');
    about.where({ receivingServiceId: about.standing?.idvaServiceId ?? '' });
    const due = about.clock('contactAttempts')?.due;
    expect(owed(takenOver(about).attempted('noAnswer'))).toEqual(['contactAttempts']);
    expect(about.clock('contactAttempts')?.due).toEqual(due);
    expect(owed(about.attempted('noAnswer'))).toEqual(['contactDecision']);
  });
});

describe('the decision whether to go on trying', () => {
  const inVain = () => aCase().received().attempted('noAnswer').attempted('noAnswer').attempted('noAnswer');

  it('to stop ends the duty', () => {
    expect(owed(decide(inVain(), 'stop'))).toEqual([]);
  });

  it('to stop is refused before so many attempts were made as policy asks for, and the first contact stays owed', () => {
    const stop = { decision: 'stop', reasonId: 'r' } as const;
    const none = aCase().received();
    const two = aCase().received().attempted('noAnswer').attempted('noAnswer').attempted('unsafe', 'a-3');
    for (const about of [none, two])
      expect(about.send('decideAttempts', stop)).toEqual({ ok: false, code: 'ATTEMPTS_MISSING' });
    expect(owed(none)).toEqual(['firstContact']);
    expect(owed(decideContact(two, 'ended'))).toEqual([]);
    const contact = { attempts: { value: 1, source: 'test' } };
    const once = aCase()
      .where({ policy: policyOf('maidstone', { contact }) })
      .received()
      .attempted('noAnswer');
    expect(owed(decide(once, 'stop'))).toEqual([]);
  });

  it('to stop is possible where somebody has spoken with the victim, or the attempts were made before it was taken over', () => {
    expect(owed(decide(aCase().received().attempted('spoke'), 'stop'))).toEqual([]);
    expect(owed(decide(aCase(aReferral().adopted()).received(), 'stop'))).toEqual([]);
  });

  it('to go on is a duty of its own, and after the next attempt in vain the service decides again', () => {
    const going = decide(inVain().at('2026-03-10 10:00'), 'continue');
    expect(owed(going)).toEqual(['contactAttempts']);
    expect(going.clock('contactAttempts')?.due).toEqual({ type: 'day', date: '2026-03-17' });
    expect(owed(going.attempted('noAnswer'))).toEqual(['contactDecision']);
    expect(owed(decide(going, 'continue').attempted('spoke'))).toEqual([]);
  });

  it('to go on before anybody has tried leaves the first contact owed', () => {
    expect(owed(decide(aCase().received(), 'continue'))).toEqual(['firstContact']);
  });

  it('to go on is nothing new where the victim was reached', () => {
    expect(owed(decide(aCase().received().attempted('spoke'), 'continue'))).toEqual([]);
  });
});

describe('a victim of whom is recorded', () => {
  const record = (about: CaseBuilder, status: 'declined' | 'unableToContact') =>
    owed(about.must('recordEngagement', { status, noteId: null }));

  it('that they declined was reached', () => {
    expect(record(aCase().received(), 'declined')).toEqual([]);
    expect(record(aCase().received().attempted('noAnswer'), 'declined')).toEqual([]);
  });

  it.each(['dormant', 'disengaged'] as const)(
    'that they are %s was engaged before: otherwise the first contact stays owed',
    (status) => {
      const about = aCase().received();
      expect(about.send('recordEngagement', { status, noteId: null })).toEqual({ ok: false, code: 'WAS_NOT_ENGAGED' });
      expect(owed(about)).toEqual(['firstContact']);
      const adopted = aCase(aReferral().adopted()).received();
      expect(adopted.send('recordEngagement', { status, noteId: null }).ok).toBe(true);
    },
  );

  it('that nobody can contact them still has the attempts made that are owed', () => {
    expect(record(aCase().received(), 'unableToContact')).toEqual(['firstContact']);
    expect(record(aCase().received().attempted('noAnswer'), 'unableToContact')).toEqual(['contactAttempts']);
  });

  it('that nobody can contact them is the decision once all attempts were made', () => {
    const inVain = aCase().received().attempted('noAnswer').attempted('noAnswer').attempted('noAnswer');
    expect(record(inVain, 'unableToContact')).toEqual([]);
  });
});

describe('a failed safety check', () => {
  it('leaves the first contact owed and asks the service to decide in one working day', () => {
    const unsafe = aCase().received().attempted('unsafe');
    expect(owed(unsafe)).toEqual(['contactDecision', 'firstContact']);
    expect(unsafe.clock('contactDecision')).toMatchObject({
      subject: { type: 'victim', id: 'victim-1' },
      due: { type: 'day', date: '2026-03-03' },
    });
  });

  it('is no attempt: three real ones are asked for after it', () => {
    const resumed = decideContact(aCase().received().attempted('unsafe'), 'resumed');
    expect(owed(resumed)).toEqual(['firstContact']);
    expect(owed(resumed.attempted('noAnswer'))).toEqual(['contactAttempts']);
    expect(owed(resumed.attempted('noAnswer'))).toEqual(['contactAttempts']);
    expect(owed(resumed.attempted('noAnswer'))).toEqual(['contactDecision']);
  });

  it('between attempts takes nothing from them', () => {
    const about = aCase().received().attempted('noAnswer').attempted('noAnswer').attempted('unsafe', 'attempt-unsafe');
    expect(owed(decideContact(about, 'resumed'))).toEqual(['contactAttempts']);
    expect(owed(about.attempted('noAnswer'))).toEqual(['contactDecision']);
  });

  it('after which contact is ended leaves nothing owed; resumed later, the first contact is owed again', () => {
    const ended = decideContact(aCase().received().attempted('unsafe'), 'ended');
    expect(owed(ended)).toEqual([]);
    expect(owed(decideContact(ended.at('2026-03-10 10:00'), 'resumed'))).toEqual(['firstContact']);
    expect(ended.clock('firstContact')).toMatchObject({ due: { type: 'day', date: '2026-03-12' }, begunAnew: true });
    // The attempts are counted from when contact was resumed, as the first contact is.
    expect(owed(ended.at('2026-03-11 10:00').attempted('noAnswer'))).toEqual(['contactAttempts']);
    expect(ended.clock('contactAttempts')?.due).toEqual({ type: 'day', date: '2026-03-17' });
  });

  it('after which contact is ended and resumed later has the attempts go on, or the service decide again where all were made', () => {
    const resumed = (about: CaseBuilder) =>
      decideContact(decideContact(about.attempted('unsafe', 'u'), 'ended').at('2026-03-20 10:00'), 'resumed');
    const twice = resumed(aCase().received().attempted('noAnswer').attempted('noAnswer'));
    expect(owed(twice)).toEqual(['contactAttempts']);
    expect(twice.clock('contactAttempts')?.due).toEqual({ type: 'day', date: '2026-03-27' });
    const inVain = () => aCase().received().attempted('noAnswer').attempted('noAnswer').attempted('noAnswer');
    expect(owed(resumed(decide(inVain(), 'continue')))).toEqual(['contactDecision']);
    const going = decide(inVain(), 'continue').attempted('unsafe', 'u');
    expect(owed(decideContact(going, 'resumed'))).toEqual(['contactAttempts']);
  });

  it('is not answered by the decision about the attempts, and the other way round', () => {
    const unsafe = aCase()
      .received()
      .attempted('noAnswer')
      .attempted('noAnswer')
      .attempted('noAnswer')
      .attempted('unsafe', 'a4');
    expect(owed(unsafe)).toEqual(['contactDecision', 'contactDecision']);
    expect(owed(decide(unsafe, 'stop'))).toEqual(['contactDecision']);
    expect(unsafe.clock('contactDecision')?.subject.type).toBe('victim');
    expect(owed(decideContact(unsafe, 'ended'))).toEqual([]);
  });

  it('keeps a grade that leads to MARAC from asking for contact', () => {
    const about = aCase().received().attempted('unsafe');
    expect(owed(decideContact(about, 'ended').graded())).toEqual([]);
  });

  it('is still to be decided when the support has ended', () => {
    const over = aCase().received().attempted('unsafe').must('endSupport', { status: 'planned', contentId: null });
    expect(owed(over)).toEqual(['contactDecision']);
  });
});
