/** The seed of every property unless another is asked for, so that a test run says the same twice. */
const FIXED_SEED = 20_240_601;

/** How a property is run by fast-check. */
export interface PropertyRuns {
  readonly numRuns: number;
  readonly seed: number;
}

/**
 * The number of cases and the seed for one property: `base` cases from a fixed seed, or as `PROPERTY_RUNS` and `PROPERTY_SEED` say,
 * which `npm run nightly` sets.
 */
export function propertyRuns(base: number): PropertyRuns {
  return { numRuns: numberFrom('PROPERTY_RUNS') ?? base, seed: numberFrom('PROPERTY_SEED') ?? FIXED_SEED };
}

function numberFrom(name: string): number | null {
  const text = process.env[name] ?? '';
  if (text === '') return null;
  const value = Number(text);
  if (!Number.isSafeInteger(value)) throw new Error(`${name} is “${text}”. Give a whole number.`);
  return value;
}
