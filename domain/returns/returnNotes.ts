/**
 * What has to be known to read a return: by the published rule a case counts where and when a meeting hears it. Cases that were taken over as
 * heard before (so many in the period; null where that is not to be published) count in the return of the list they came from, beside the
 * others of their meeting, of which nothing is on record here.
 */
export function returnNotes(heardElsewhere: number | null): readonly string[] {
  const rule = 'A case counts once in an area, where and when a meeting on record here first heard it.';
  const elsewhere =
    'Cases taken over as heard by an earlier meeting are in none of these figures, nor when they are heard again: the list they came from counts them with the others of their meeting.';
  if (heardElsewhere === null || heardElsewhere === 0) return [rule, elsewhere];
  const cases = heardElsewhere === 1 ? '1 case' : `${heardElsewhere} cases`;
  return [rule, elsewhere, `In this period that is ${cases}: put this return together with that of the earlier list.`];
}
