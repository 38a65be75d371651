import type { CommandType } from './command.ts';

/**
 * Safeguarding, which the death of the victim does not end: of her children first of all, and of whoever else is protected by an
 * action or by another service.
 */
export const safeguardingCommands: readonly CommandType[] = [
  'notifyChildrensServices',
  'setChildServices',
  'tellSchools',
  'addChild',
  'putChildRight',
  'takeOutChild',
  'setAction',
  'referOn',
];
