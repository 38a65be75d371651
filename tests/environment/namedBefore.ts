import type { Store } from '../../store/prismaClient.ts';

/** The store of a file, whose parts are looked up when they are asked for. */
export function namedBefore(store: () => Store): Store {
  return {
    get prisma() {
      return store().prisma;
    },
    get reads() {
      return store().reads;
    },
    get readsTogether() {
      return store().readsTogether;
    },
    get wakeDispatchers() {
      return store().wakeDispatchers;
    },
    close: () => store().close(),
  };
}
