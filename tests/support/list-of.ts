import type { Sequence } from '../../src/core/collections/sequence';

/** All items of a sequence. */
export const listOf = <T>(sequence: Sequence<T>): readonly T[] => Array.from({ length: sequence.length }, (_, place) => sequence.at(place)).filter((item) => item !== undefined);
