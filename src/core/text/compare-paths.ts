import { compareTexts } from './compare-texts';

interface HasPath {
  readonly path: string;
}

/** What belongs to notes, in the order of their paths. */
export const comparePaths = (a: HasPath, b: HasPath): number => compareTexts(a.path, b.path);
