import type { PersonIdentity } from '../../domain/people/identity.ts';
import { formsToKeep, type MatchForm } from '../../domain/people/matchForms.ts';
import type { Sealing } from '../content/sealing.ts';

/** The keyed hash of a normal form: what the database holds in its place. */
export function matchKey(sealing: Sealing, { kind, text }: MatchForm): string {
  return `${kind}:${sealing.matchHash(`${kind}|${text}`)}`;
}

/** All keys a person is kept under. */
export function matchKeysOf(sealing: Sealing, identity: PersonIdentity): string[] {
  return [...new Set(formsToKeep(identity).map((form) => matchKey(sealing, form)))];
}
