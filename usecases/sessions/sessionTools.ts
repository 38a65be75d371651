import type { KeyRing } from '../../platform/configValues.ts';
import type { Dependencies } from '../dependencies.ts';

/** What sessions of the pages need: the store, the clock, and the keys that seal what belongs to a session. */
export interface SessionTools extends Pick<Dependencies, 'store' | 'clock'> {
  readonly sessionKeys: KeyRing;
}
