/**
 * Who is told what by mail because of which command, by hand: as the partnership agreed it, for the people and areas
 * of the load, without a look at the product's own rules. A command that is not here brings no news.
 */
const newsByHand: Readonly<Record<string, readonly string[]>> = {
  submitReferral: [],
  // The referrer hears that it was accepted.
  screenReferral: ['referralScreened marek.nowak@police.example'],
  // The adviser hears of a case that is hers now.
  allocateAdviser: ['caseAllocated joanna.pike@kent-idva.example'],
  // Whoever represents the agency that is to do it.
  setAction: ['actionSet owen.tregear@housing.example'],
  completeAction: [],
  recordContactAttempt: [],
  gradeRisk: [],
  listCase: [],
  takeOffList: [],
  callToEmergency: [],
  // A case of the load that was heard came away with one action, for housing.
  recordHearing: ['actionSet owen.tregear@housing.example'],
  // Whoever takes over a case hears of it.
  handedOver: ['caseAllocated nadia.okoro@kent-idva.example'],
  addLiveDate: [],
};

/** The news of these commands, in order, each as often as it is due. */
export function newsOfCommands(types: readonly string[]): readonly string[] {
  return types
    .flatMap((type) => {
      const news = newsByHand[type];
      if (!news) throw new Error(`Say in newsByHand.ts who is told of ${type}.`);
      return news;
    })
    .toSorted();
}
