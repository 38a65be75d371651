/** Whether a case that was taken over comes to another IDVA service: it begins to support, from the first contact on. */
export function isOtherService(transfer: {
  readonly previousIdvaServiceId: string;
  readonly idvaServiceId: string;
}): boolean {
  return transfer.previousIdvaServiceId !== transfer.idvaServiceId;
}
