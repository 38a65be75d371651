import { AsyncLocalStorage } from 'node:async_hooks';
import type { Role } from '../../domain/access/role.ts';

/** As whom somebody acts, and from where: what the access log notes beside who they are. */
export interface Origin {
  /** The roles they hold at that moment. */
  readonly roles: readonly Role[];
  /** The network address the request came from; null where it came from none. */
  readonly address: string | null;
}

// Every use case notes access, and none of them has a use for where a request came from. It travels beside them.
const origins = new AsyncLocalStorage<Origin>();
const ofTheProduct: Origin = { roles: [], address: null };

/** Does something on behalf of somebody who asks from somewhere. */
export function withOrigin<T>(origin: Origin, act: () => T): T {
  return origins.run(origin, act);
}

/** On whose behalf something is done just now: nobody's where the product does it by itself. */
export function originNow(): Origin {
  return origins.getStore() ?? ofTheProduct;
}
