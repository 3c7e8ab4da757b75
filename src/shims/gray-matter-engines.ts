/**
 * Stands in for gray-matter's own engines, which bring `eval` and an old js-yaml. There are none: the engines that may run
 * are those that `src/core/front-matter/front-matter.ts` hands over with every call.
 */
export {};
