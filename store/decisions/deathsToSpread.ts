import { createHash } from 'node:crypto';
import type { Occurred, Precision } from '../../domain/calendar/time.ts';
import { isLiving } from '../cases/isLiving.ts';
import { Prisma } from '../generated/client.ts';
import type { Store } from '../prismaClient.ts';
import { fromInstant, toInstant } from '../time.ts';
import { samePersonAs } from '../people/samePeople.ts';

/** The command with which another case of a victim learns of the death. */
export interface DeathToSpread {
  readonly otherCaseId: string;
  readonly command: {
    readonly commandId: string;
    readonly type: 'recordDeath';
    readonly occurred: Occurred;
    readonly payload: { readonly contentId: null };
  };
}

/** By this route the product itself sends on what somebody has recorded; nobody else has to be allowed to. */
export const spreadOfADeath = 'spread of a death';

/**
 * Stages one command for every other case of the victim that is not frozen yet and has not ended, or whose record has still
 * to be reviewed, and gives them all back; the ids derive from the case that was told first, and of which death it is, so that staging twice is staging once.
 */
export async function deathsToSpread(
  store: Store,
  caseId: string,
  deriveId: (from: string, name: string) => string,
): Promise<readonly DeathToSpread[]> {
  return store.prisma.$transaction(async (tx) => {
    const told = await tx.case.findUniqueOrThrow({ where: { id: caseId }, select: { victimId: true, frozen: true } });
    // Taken back before anybody else heard of it: nobody does.
    if (!told.frozen) return [];
    const where = { caseId, type: 'victimDied' };
    const death = await tx.auditEvent.findFirstOrThrow({ where, orderBy: { seq: 'desc' } });
    // Of a second one, after the first was taken back, each case hears as of the first.
    const isFirst = (await tx.auditEvent.count({ where })) === 1;
    const which = isFirst ? '' : `/${death.seq}`;
    const others = await tx.$queryRaw<{ id: string }[]>(Prisma.sql`
      select c.id from "case" c where c.victim_id = ${samePersonAs(Prisma.sql`${told.victimId}::uuid`)} and c.id <> ${caseId}::uuid
        and not c.frozen and ${isLiving(Prisma.sql`c`)} order by c.id`);
    const occurred = { at: toInstant(death.occurredAt), precision: death.occurredPrecision as Precision };
    const deaths = others.map((other): DeathToSpread => ({
      otherCaseId: other.id,
      command: {
        commandId: deriveId(caseId, `death/${other.id}${which}`),
        type: 'recordDeath',
        occurred,
        payload: { contentId: null },
      },
    }));
    await tx.command.createMany({
      skipDuplicates: true,
      data: deaths.map(({ otherCaseId, command }) => ({
        id: command.commandId,
        actorId: death.actorId ?? caseId,
        route: spreadOfADeath,
        key: `${otherCaseId}${which}`,
        bodyHash: createHash('sha256').update(JSON.stringify(command.payload)).digest('hex'),
        caseId: otherCaseId,
        type: command.type,
        payload: command.payload,
        occurredAt: fromInstant(occurred.at),
        occurredPrecision: occurred.precision,
        status: 'staged',
        stagedAt: death.recordedAt,
      })),
    });
    return deaths;
  });
}
