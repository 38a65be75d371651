import type { News } from './noticesOf.ts';

/** A service is asked to take something on; where nobody there can be told, the area is. */
export function handedOverTo(agencyId: string): News {
  return {
    code: 'handedOver',
    ladder: [['receivingService'], ['coordinator', 'administrator']],
    ownerId: null,
    agencyId,
    otherAreaId: null,
  };
}

/** A service does not take it on: what follows is the area's to decide. */
export const refusedByService: News = {
  code: 'handoverRefused',
  ladder: [['coordinator'], ['administrator'], ['supervisor', 'chair']],
  ownerId: null,
  agencyId: null,
  otherAreaId: null,
};
