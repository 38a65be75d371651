/** The item at an index that has to exist; throws otherwise. */
export function itemAt<T>(items: readonly T[], index: number): T {
  const item = items[index];
  if (item === undefined) throw new Error(`There is no item ${String(index)} among ${String(items.length)}.`);
  return item;
}
