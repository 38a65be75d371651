/** Minutes for which the message of one child waits for those of siblings: of 24 hours, the shortest time anybody has to answer, a small part. */
export const siblingsWaitMinutes = 10;

/** Minutes within which two reminders of siblings are one: their duties began as far apart as their notifications. */
export const siblingsApartMinutes = 15;
