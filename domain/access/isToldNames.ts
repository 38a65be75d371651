import type { Actor } from './actor.ts';

/** Whether somebody is told by name who works on a case: not governance, which sees figures, references and ids. Source: domain, who may see what. */
export function isToldNames({ appointments }: Actor): boolean {
  return appointments.some(({ role }) => role !== 'governance');
}
