/** A list of one value, nulls aside, as that value, and one of none as null; anything else as it is. */
export function onlyValue(value: unknown): unknown {
  if (!Array.isArray(value)) return value;
  const items = (value as readonly unknown[]).filter((item) => item !== null && item !== undefined);
  return items.length > 1 ? value : (items[0] ?? null);
}
