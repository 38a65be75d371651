import {
  assessmentHandoverSchema,
  assessmentRefusalSchema,
  assessmentTakenOnSchema,
  notHandedOverSchema,
  notReferredSchema,
} from '../../../../contracts/loneAssessment.ts';
import { problem } from '../../../../contracts/problemCode.ts';
import type { LoneAssessmentView } from '../../../../contracts/views/loneAssessmentView.ts';
import type { z } from 'zod';
import type { OfficePermission } from '../../../../domain/access/permission.ts';
import { readAssessment } from '../../../../usecases/assessments/readAssessment.ts';
import type { RecordedAssessment } from '../../../../usecases/assessments/recordAssessment.ts';
import * as settle from '../../../../usecases/assessments/settleAssessment.ts';
import type { Dependencies } from '../../../../usecases/dependencies.ts';
import { listAgencies } from '../../../../usecases/office/listOffice.ts';
import { readNames } from '../../../../usecases/office/readNames.ts';
import type { CommandRequest } from '../../../../usecases/requestIdentity.ts';
import { type Field, reason } from '../../../commandForms/commandForm.ts';
import { formPageData } from '../../../commandForms/formPageData.ts';
import { missingWords } from '../../../commandForms/missingWords.ts';
import { readCommandFields } from '../../../commandForms/readCommandFields.ts';
import { definePage, type Page } from '../../../definePage.ts';
import { asChoice } from '../../../wording/asChoice.ts';
import { assessmentParams } from './assessmentParams.ts';
import { whoAndHow } from './present.ts';
import { type Step, stepsOf } from './steps.ts';

/** One page that does one thing with an assessment. */
interface StepPage<B> {
  readonly below: Step['below'];
  readonly permission: OfficePermission;
  readonly audit: string;
  readonly title: string;
  readonly before: string;
  readonly fields: readonly Field[];
  readonly button: string;
  readonly done: string;
  readonly schema: z.ZodType<B>;
  readonly act: (
    deps: Dependencies,
    request: CommandRequest,
    assessmentId: string,
    body: B,
  ) => Promise<RecordedAssessment>;
}

/** What is done with an assessment beside referring it: each a page with one form, offered where it makes sense. */
export const assessmentStepPages: readonly Page[] = [
  stepPage({
    below: '/not-referred',
    permission: 'settleAssessment',
    audit: 'decideNotReferred',
    title: 'Decide that it leads to no referral',
    before:
      'Every assessment graded high, and the last of several events that come together to potential escalation, goes to a MARAC unless somebody answers for it that it does not. Your name and your reason stand with the decision.',
    fields: [{ ...reason, label: 'Why does it lead to no referral?' }],
    button: 'Record the decision',
    done: 'The decision is recorded.',
    schema: notReferredSchema,
    act: settle.decideNotReferred,
  }),
  stepPage({
    below: '/handover',
    permission: 'settleAssessment',
    audit: 'handOverAssessment',
    title: 'Hand it over to a service',
    before:
      'The service is told, and chased until it has said that it takes this on. A service that was asked before is asked no more, and does not see it any longer.',
    fields: [{ kind: 'agency', name: 'to', label: 'Which service is asked?' }],
    button: 'Hand it over',
    done: 'The service is asked, and chased until it answers.',
    schema: assessmentHandoverSchema,
    act: settle.handOverAssessment,
  }),
  stepPage({
    below: '/acknowledgement',
    permission: 'answerAssessment',
    audit: 'takeOnAssessment',
    title: 'Say that the service takes it on',
    before:
      'From then on supporting the victim is the service’s own affair, and nobody else is asked. Nothing here says how contact is safe: ask the agency that assessed before anybody tries to reach the victim.',
    fields: [],
    button: 'It is taken on',
    done: 'It is taken on.',
    schema: assessmentTakenOnSchema,
    act: settle.takeOnAssessment,
  }),
  stepPage({
    below: '/refusal',
    permission: 'answerAssessment',
    audit: 'refuseAssessment',
    title: 'Say that the service does not take it on',
    before:
      'The coordinator of the area reads why, and decides what follows. The service does not see it any longer from then on.',
    fields: [{ ...reason, label: 'Why is it not taken on?' }],
    button: 'Record the refusal',
    done: 'The refusal is recorded; the area decides what follows.',
    schema: assessmentRefusalSchema,
    act: settle.refuseAssessment,
  }),
  stepPage({
    below: '/not-handed-over',
    permission: 'settleAssessment',
    audit: 'decideNotHandedOver',
    title: 'Decide that no service is asked',
    before: 'Your name and your reason stand with the decision. Nobody is asked to support the victim after it.',
    fields: [{ ...reason, label: 'Why is no service asked?' }],
    button: 'Record the decision',
    done: 'The decision is recorded.',
    schema: notHandedOverSchema,
    act: settle.decideNotHandedOver,
  }),
];

function stepPage<B>({ below, permission, audit, title, before, fields, button, done, schema, act }: StepPage<B>) {
  return definePage({
    path: `/assessments/:assessment${below}`,
    permission,
    audit,
    params: assessmentParams,
    view: 'formPage.njk',
    show: async ({ actor, params, route, now }, deps) => {
      const read = await readAssessment(deps, actor, route, params.assessment);
      if (!read.ok) return read;
      const here = `/assessments/${params.assessment}`;
      if (!stepsOf(read).some((step) => step.below === below))
        // What a form of before led to stands on the page; where there was none, nothing is there.
        return hasMoved(read.view, below) ? { ok: true, goTo: here } : problem('NOT_FOUND');
      const agencies = fields.some(({ kind }) => kind === 'agency') ? (await listAgencies(deps)).map(asChoice) : [];
      const data = formPageData({
        back: { text: 'The assessment', href: here },
        about: whoAndHow(read.view, await readNames(deps), now),
        before,
        fields: fields.map((field) => ({ ...field, choices: field.kind === 'agency' ? agencies : [] })),
        withWhen: true,
        button,
      });
      return { ok: true, title, data };
    },
    form: {
      schema,
      read: (typed) => readCommandFields({ fields }, typed),
      missing: missingWords({ fields }),
      act: async ({ actor, params, route, key, bodyHash, body }, deps) => {
        const recorded = await act(deps, { actor, route, key, bodyHash }, params.assessment, body);
        if (!recorded.ok) return recorded;
        // A service that refused sees it no more: the list is what is left to it.
        const stillShown = await readAssessment(deps, actor, route, params.assessment);
        return {
          ok: true,
          to: stillShown.ok ? `/assessments/${params.assessment}` : '/assessments?status=handedOver',
          notice: done,
        };
      },
    },
  });
}

function hasMoved({ status, service }: LoneAssessmentView, below: Step['below']): boolean {
  return below === '/not-referred' ? status !== 'open' : service !== null;
}
