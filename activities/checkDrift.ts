import { log } from '@temporalio/activity';
import { beat } from '../store/heartbeats/beat.ts';
import { casesToRebuild, type Share } from '../store/rebuild/casesToRebuild.ts';
import { checkCaseWorkflow, checkReadModel } from './checkCase.ts';
import type { ActivityDependencies } from './dependencies.ts';
import { brief, type Finding } from './finding.ts';
import { longWork } from './longWork.ts';

/** Cases checked in one go: few enough to be done well within the time an activity has. */
const atOnce = 50;

export interface DriftPage extends Share {
  /** The last case checked; null at the beginning. */
  readonly after: string | null;
}

export interface DriftChecked {
  readonly checked: number;
  readonly findings: readonly Finding[];
  /** Where to go on; null when the share is done. */
  readonly next: string | null;
}

/** Compares some cases with their record, read model and workflow, mends what differs and says what it was. */
export const checkDrift =
  (dependencies: ActivityDependencies) =>
  ({ after, ...share }: DriftPage): Promise<DriftChecked> =>
    longWork(async () => {
      const { store, reconciling } = dependencies;
      const caseIds = await casesToRebuild(store.prisma, share, after, atOnce);
      const findings: Finding[] = [];
      for (const caseId of caseIds) {
        findings.push(...(await checkReadModel(dependencies, caseId)));
        findings.push(...(await checkCaseWorkflow(dependencies, caseId)));
      }
      tell(findings);
      const next = caseIds.length < atOnce ? null : (caseIds.at(-1) ?? null);
      if (next === null) await beat(store.prisma, 'driftCheck', reconciling.clock.now());
      return { checked: caseIds.length, findings: findings.map(brief), next };
    });

/** Puts findings into the log, by kind and id. */
export function tell(findings: readonly Finding[]): void {
  for (const finding of findings) log.warn('Drift was found', { finding: brief(finding) });
}
