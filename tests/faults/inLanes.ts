/** Runs so many pieces of work, numbered from one, a few at a time. */
export async function inLanes(pieces: number, lanes: number, work: (piece: number) => Promise<void>): Promise<void> {
  let next = 0;
  const lane = async (): Promise<void> => {
    while (next < pieces) await work((next += 1));
  };
  await Promise.all(Array.from({ length: Math.min(lanes, pieces) }, lane));
}
