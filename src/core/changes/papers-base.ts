import { say } from '../../language/say';
import type { PaperSchema } from '../papers/paper-schema';

/** A filter of a base: a statement, or several put together. */
export type BaseFilter = string | { readonly and: readonly BaseFilter[] } | { readonly or: readonly BaseFilter[] };

/** A `.base` file as Obsidian documents it, as plain data to be written as YAML. */
export interface PapersBase {
  readonly filters: BaseFilter;
  readonly properties: Readonly<Record<string, { readonly displayName: string }>>;
  readonly views: readonly {
    readonly type: string;
    readonly name: string;
    readonly filters?: BaseFilter;
    readonly groupBy?: { readonly property: string; readonly direction: 'ASC' | 'DESC' };
    readonly order: readonly string[];
    readonly sort?: readonly { readonly property: string; readonly direction: 'ASC' | 'DESC' }[];
  }[];
}

/**
 * A base over what the settings call papers, with their names of properties: a table by status, the board, what was read this month (where the
 * day of reading is kept), and a table by venue. `boardType` is the type of the board's view; what lies in `templateFolders` is no paper.
 */
export function papersBase(schema: PaperSchema, boardType: string, templateFolders: readonly string[]): PapersBase {
  const { fields, statusProperty, readDateProperty } = schema;
  const id = (name: string): string => `note.${name}`;
  const byYear = [{ property: id(fields.year), direction: 'DESC' as const }];
  const columns = ['file.name', ...[fields.title, fields.authors, fields.year, fields.venue].map(id)];
  const status = id(statusProperty);
  const names: readonly (readonly [string, string])[] = [
    [statusProperty, say('Status')],
    [fields.title, say('Title')],
    [fields.authors, say('Authors')],
    [fields.year, say('Year')],
    [fields.venue, say('Venue')],
    [fields.numCitedBy, say('Cited worldwide')],
    ...(readDateProperty === '' ? [] : [[readDateProperty, say('Read on')] as const]),
  ];
  return {
    filters: { and: ['file.ext == "md"', { or: marks(schema) }, ...schema.requiredProperties.map(isThere), ...templateFolders.map((folder) => `!${inFolder(folder)}`)] },
    properties: Object.fromEntries(names.map(([name, displayName]) => [id(name), { displayName }])),
    views: [
      { type: 'table', name: say('By status'), groupBy: { property: status, direction: 'ASC' }, order: [...columns, id(fields.numCitedBy)], sort: byYear },
      { type: boardType, name: say('Board'), order: [fields.authors, fields.year, fields.venue].map(id), sort: byYear },
      ...(readDateProperty === ''
        ? []
        : [
            {
              type: 'table',
              name: say('Read this month'),
              // As text, which a day is in either case: whether the vault calls the property a date or not.
              filters: { and: [`${property(readDateProperty)}.toString().startsWith(today().format("YYYY-MM"))`] },
              order: [...columns, id(readDateProperty)],
              sort: [{ property: id(readDateProperty), direction: 'DESC' as const }],
            },
          ]),
      { type: 'table', name: say('By venue'), groupBy: { property: id(fields.venue), direction: 'ASC' }, order: ['file.name', ...[fields.title, fields.authors, fields.year].map(id), status], sort: byYear },
    ],
  };
}

/** What makes a note a paper: one of these. */
const marks = ({ paperTags, paperFolders, fields }: PaperSchema): readonly string[] => [
  ...(paperTags.length === 0 ? [] : fields.tags === 'tags' ? [`file.hasTag(${paperTags.map(text).join(', ')})`] : [hasItem(fields.tags, paperTags)]),
  ...paperFolders.map(inFolder),
  isThere(fields.metaKey),
];

/** Whether a property that Obsidian does not take for tags holds one of these tags, or one nested below it: in a list, or in a text of several. */
const hasItem = (name: string, tags: readonly string[]): string =>
  `/(?:^|[\\s,])#?(?:${tags.map(literal).join('|')})(?:[\\s,${SLASH}]|$)/i.matches(list(${property(name)}).join(","))`;

/** A slash of its own would end the pattern. */
const SLASH = '\\x2f';

const literal = (tag: string): string => tag.replace(/[\\^$.*+?()[\]{}|]/g, '\\$&').replace(/\//g, SLASH);

const inFolder = (folder: string): string => `file.inFolder(${text(folder)})`;

const isThere = (name: string): string => `!${property(name)}.isEmpty()`;

const property = (name: string): string => `note[${text(name)}]`;

/** A text of the formula language, which takes either kind of quotes: the one that the text does not hold. */
const text = (value: string): string => (value.includes('"') && !value.includes("'") ? `'${value}'` : JSON.stringify(value));
