/** The same record with this value under a key; a key without a value is left out. */
export function withValue<T>(
  record: Readonly<Record<string, T>>,
  key: string,
  value: T | undefined,
): Record<string, T> {
  const { [key]: _before, ...others } = record
  return value === undefined ? others : { ...others, [key]: value }
}

/** Whole numbers from one end of a scale to the other. */
export const valuesFrom = (min: number, max: number): number[] =>
  Array.from({ length: max - min + 1 }, (_, i) => min + i)
