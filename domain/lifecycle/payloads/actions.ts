import type { Due } from '../../clocks/clock.ts';

export interface NewAction {
  readonly actionId: string;
  readonly agencyId: string;
  readonly ownerId: string | null;
  readonly riskCode: string;
  readonly urgent: boolean;
  readonly due: Due | null;
  readonly contentId: string;
}

/** What commands about actions carry. */
export interface ActionPayloads {
  setAction: NewAction;
  completeAction: { readonly actionId: string; readonly noteId: string | null };
  recordActionNotPossible: { readonly actionId: string; readonly reasonId: string };
  recordActionNotDone: { readonly actionId: string; readonly reasonId: string };
  reassignAction: {
    readonly actionId: string;
    readonly agencyId: string;
    readonly ownerId: string | null;
    readonly reasonId: string;
  };
  moveActionDue: {
    readonly actionId: string;
    readonly due: Due;
    readonly extension: boolean;
    readonly reasonId: string;
  };
}
