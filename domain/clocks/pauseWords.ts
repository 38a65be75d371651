import type { PauseReason } from './clock.ts';

/** Why a clock is paused, in words that come after "because". */
export const pauseWords: Readonly<Record<PauseReason, string>> = {
  victimAskedToWait: 'the victim asked to wait',
  victimInHospital: 'the victim is in hospital',
  victimAbroad: 'the victim is abroad',
  policeOperation: 'a police operation',
  awaitingAnotherAgency: 'another agency comes first',
  awaitingCourt: 'the court comes first',
};
