import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import ts from 'typescript';
import { textKey } from '../../src/language/text-key';
import { isSay, parseSource, placeOf, sourceTrees, type SourceTree } from '../support/source-trees';

interface SaidText {
  readonly text: string;
  readonly place: string;
}

/** The texts that a first argument may be: itself, or either side of a condition. Null for one that is not written out. */
function literalsOf(node: ts.Expression | undefined): readonly (string | null)[] {
  if (node === undefined) return [null];
  if (ts.isStringLiteralLike(node)) return [node.text];
  if (ts.isParenthesizedExpression(node)) return literalsOf(node.expression);
  return ts.isConditionalExpression(node) ? [...literalsOf(node.whenTrue), ...literalsOf(node.whenFalse)] : [null];
}

function findSaid(source: SourceTree): { readonly said: readonly SaidText[]; readonly unwritten: readonly string[] } {
  const said: SaidText[] = [];
  const unwritten: string[] = [];
  const visit = (node: ts.Node): void => {
    if (isSay(node)) {
      for (const text of literalsOf(node.arguments[0])) {
        if (text === null) unwritten.push(placeOf(source, node));
        else said.push({ text, place: placeOf(source, node) });
      }
    }
    ts.forEachChild(node, visit);
  };
  visit(source.tree);
  return { said, unwritten };
}

const FOLDER = 'src/language/chinese';

/** The areas of the Chinese catalogue by their files. */
const AREAS: readonly { readonly name: string; readonly texts: ReadonlyMap<string, string> }[] = readdirSync(join(process.cwd(), FOLDER)).map((name) => ({
  name,
  texts: new Map(Object.values(jest.requireActual<Record<string, Record<string, string>>>(join(process.cwd(), FOLDER, name))).flatMap((area) => Object.entries(area))),
}));

const CHINESE = new Map(AREAS.flatMap(({ texts }) => [...texts]));
const FOUND = sourceTrees('src').filter(({ path }) => path !== 'src/language/say.ts').map(findSaid);
const SAID = FOUND.flatMap(({ said }) => said);

const placeholders = (text: string): readonly string[] => [...new Set(text.match(/\{\w+\}/g) ?? [])].sort();

describe('what is said', () => {
  it('should be written out where it is said', () => {
    expect(SAID.length).toBeGreaterThan(400);
    expect(FOUND.flatMap(({ unwritten }) => unwritten)).toEqual([]);
    const source = { path: 'a.ts', tree: parseSource('a.ts', "say(count === 1 ? 'One' : (`More`)); say(text); say(`${count} papers`); say('a' + 'b');") };
    expect(findSaid(source)).toEqual({ said: [{ text: 'One', place: 'a.ts:1' }, { text: 'More', place: 'a.ts:1' }], unwritten: ['a.ts:1', 'a.ts:1', 'a.ts:1'] });
  });

  it('should have Chinese', () => {
    expect(SAID.filter(({ text }) => !CHINESE.has(text)).map(({ text, place }) => `${place}: ${text}`)).toEqual([]);
  });

  it('should have the same placeholders in Chinese', () => {
    const differing = [...CHINESE].filter(([english, chinese]) => placeholders(english).join() !== placeholders(chinese).join());
    expect(differing).toEqual([]);
  });
});

describe('the Chinese catalogue', () => {
  it('should hold nothing that is not said', () => {
    const said = new Set(SAID.map(({ text }) => text));
    expect(AREAS.flatMap(({ name, texts }) => [...texts.keys()].filter((english) => !said.has(english)).map((english) => `${name}: ${english}`))).toEqual([]);
  });

  it('should tell its texts apart by their keys', () => {
    const keys = [...CHINESE.keys()].map(textKey);
    expect(new Set(keys).size).toBe(keys.length);
    expect(keys.map(textKey)).toEqual(keys);
  });

  it('should hold each text once, in one of its areas', () => {
    const all = AREAS.flatMap(({ name, texts }) => [...texts.keys()].map((english) => ({ name, english })));
    const twice = all.filter(({ english }, at) => all.findIndex((other) => other.english === english) !== at);
    expect(twice).toEqual([]);
  });

  it('should be Chinese, with Chinese punctuation', () => {
    // An abbreviation is the same in both.
    const hasWords = (text: string): boolean => /[a-z]/.test(text.replace(/\{\w+\}/g, ''));
    // What only parts two numbers has no words.
    expect([...CHINESE].filter(([english, chinese]) => hasWords(english) && !/[\u4e00-\u9fff\u3000-\u303f]/.test(chinese) && !/^\{\w+\} \/ \{\w+\}$/.test(chinese))).toEqual([]);
    expect([...CHINESE].filter(([, chinese]) => /[\u4e00-\u9fff][,:;!?]|[\u4e00-\u9fff]\.(?!\w)/.test(chinese))).toEqual([]);
    // Digits and Latin letters stand apart from Chinese.
    expect([...CHINESE].filter(([, chinese]) => /[\u4e00-\u9fff][A-Za-z0-9]|[A-Za-z0-9%][\u4e00-\u9fff]/.test(chinese))).toEqual([]);
  });
});
