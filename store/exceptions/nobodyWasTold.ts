import { Prisma } from '../generated/client.ts';

/** That a rung `r` found nobody but whoever runs the product; in the very words of the index by which the few are found. */
export const nobodyWasTold = Prisma.sql`not (r.recipients @? '$[*] ? (@.role <> "systemAdministrator")')`;
