import type { Properties } from './front-matter';

/**
 * The name under which a note has a property: Obsidian compares the names of properties without case, so `Status` is the `status` that is
 * asked for. As asked where the note has just that, or none.
 */
export function propertyName(properties: Properties | null, asked: string): string {
  if (properties === null || properties.has(asked)) return asked;
  const lower = asked.toLowerCase();
  for (const name of properties.keys()) if (name.toLowerCase() === lower) return name;
  return asked;
}

/** The same properties under the names given as the values of `names`, whose keys are those names in lower case. Other properties keep theirs. */
export function withNames(properties: Properties, names: ReadonlyMap<string, string>): Properties {
  let all = properties;
  for (const [name, value] of properties) {
    const wanted = names.get(name.toLowerCase());
    if (wanted !== undefined && wanted !== name && !all.has(wanted)) all = new Map([...all, [wanted, value]]);
  }
  return all;
}

/** A property's name for comparison with others that mean the same: case, dashes, underscores and spaces aside, `date-read` is `dateRead`. */
export const nameKey = (name: string): string => name.toLowerCase().replace(/[-_ ]/g, '');
