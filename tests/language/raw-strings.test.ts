import ts from 'typescript';
import { isSay, parseSource, placeOf, sourceTrees, type SourceTree } from '../support/source-trees';

/** Where users read what is written. */
const SHOWN = ['src/main.ts', 'src/views', 'src/commands', 'src/settings'];

/** Texts that stand where others are said. */
const AS_THEY_ARE: readonly { readonly text: string; readonly why: string }[] = [
  { text: 'Paperweave', why: 'the name of the product is one in every language' },
  { text: 'changes', why: 'the name of a tab of the preview in code' },
  { text: 'skipped', why: 'the name of the other tab in code' },
  { text: 'title, year', why: 'names of properties, as notes have them' },
  { text: 'Paper References', why: 'a heading, as notes have it' },
  { text: 'textarea, select, input:not([type="checkbox"], [type="range"])', why: 'a selector' },
];

/** Properties, and attributes of elements, whose texts are read or heard. */
const SHOWN_PROPERTIES = new Set([
  'title', 'aria-label', 'aria-description', 'aria-valuetext', 'aria-roledescription', 'placeholder', 'desc', 'description', 'name', 'displayName', 'text', 'label', 'message',
  'confirm', 'cancel', 'cta', 'head', 'heading', 'meaning', 'none', 'tooltip', 'hint', 'caption', 'detail', 'display', 'alt',
]);

/** Attributes of JSX that are called like such, and are names for code. */
const NAMES_FOR_CODE = new Set(['name']);

/** Functions and methods, and which of their arguments are shown. */
const SHOWN_ARGUMENTS: ReadonlyMap<string, number> = new Map([
  ['Notice', 0], ['setText', 0], ['setTitle', 0], ['setName', 0], ['setDesc', 0], ['setPlaceholder', 0], ['setButtonText', 0], ['setTooltip', 0], ['setHeading', 0], ['appendText', 0],
  ['setAriaLabel', 0], ['addRibbonIcon', 1], ['addOption', 1], ['reportNotice', 0], ['showProgress', 1], ['fail', 0],
]);

/** Constants that hold texts alone. */
const isTextsName = (name: string): boolean => /^(?:\w+_)?(?:TEXTS?|NAMES|LABELS)$/.test(name);

/** A word of two letters or more; what is in braces or looks like a name in code is none. */
const hasWords = (text: string): boolean => /\p{L}{2}/u.test(text);

/** Two words with a space between, in a text that is not a list of classes. */
const isSentence = (text: string): boolean => /\p{L}{2,}[,.:;…?!]? \p{L}/u.test(text) && !/paperweave-|\b(?:is|mod)-/.test(text);

/** The texts that a value may be, sayings aside: what a template has between its values counts as one. */
function rawTexts(node: ts.Node): readonly (readonly [node: ts.Node, text: string])[] {
  if (isSay(node)) return [];
  if (ts.isStringLiteralLike(node)) return [[node, node.text]];
  if (ts.isTemplateExpression(node)) {
    const between = [node.head.text, ...node.templateSpans.map(({ literal }) => literal.text)].join('\u0000');
    return [[node, between], ...node.templateSpans.flatMap(({ expression }) => rawTexts(expression))];
  }
  if (ts.isConditionalExpression(node)) return [...rawTexts(node.whenTrue), ...rawTexts(node.whenFalse)];
  if (ts.isBinaryExpression(node)) {
    const isChoice = [ts.SyntaxKind.PlusToken, ts.SyntaxKind.QuestionQuestionToken, ts.SyntaxKind.BarBarToken].includes(node.operatorToken.kind);
    return isChoice ? [...rawTexts(node.left), ...rawTexts(node.right)] : node.operatorToken.kind === ts.SyntaxKind.AmpersandAmpersandToken ? rawTexts(node.right) : [];
  }
  if (ts.isParenthesizedExpression(node) || ts.isAsExpression(node) || ts.isJsxExpression(node)) return node.expression === undefined ? [] : rawTexts(node.expression);
  if (ts.isArrowFunction(node)) return rawTexts(node.body);
  if (ts.isArrayLiteralExpression(node)) return node.elements.flatMap(rawTexts);
  if (ts.isObjectLiteralExpression(node)) return node.properties.flatMap((property) => (ts.isPropertyAssignment(property) ? rawTexts(property.initializer) : []));
  return [];
}

const nameOf = (node: ts.PropertyName | ts.JsxAttributeName): string => (ts.isStringLiteralLike(node) || ts.isIdentifier(node) ? node.text : node.getText());

/** What stands below that a user reads at this place, if it is one. */
function shownAt(node: ts.Node): readonly ts.Node[] {
  if (ts.isJsxExpression(node) && !ts.isJsxAttribute(node.parent)) return node.expression === undefined ? [] : [node.expression];
  if (ts.isJsxAttribute(node)) {
    const name = nameOf(node.name);
    return SHOWN_PROPERTIES.has(name) && !NAMES_FOR_CODE.has(name) && node.initializer !== undefined ? [node.initializer] : [];
  }
  if (ts.isPropertyAssignment(node)) return SHOWN_PROPERTIES.has(nameOf(node.name)) ? [node.initializer] : [];
  if (ts.isCallExpression(node) || ts.isNewExpression(node)) {
    const callee = ts.isPropertyAccessExpression(node.expression) ? node.expression.name.text : node.expression.getText();
    const [first, second] = node.arguments ?? [];
    if (callee === 'setAttribute') return first !== undefined && ts.isStringLiteral(first) && SHOWN_PROPERTIES.has(first.text) && second !== undefined ? [second] : [];
    const shown = node.arguments?.[SHOWN_ARGUMENTS.get(callee) ?? -1];
    return shown === undefined ? [] : [shown];
  }
  if (ts.isVariableDeclaration(node)) return ts.isIdentifier(node.name) && isTextsName(node.name.text) && node.initializer !== undefined ? [node.initializer] : [];
  return [];
}

/** Whether a sentence at this place is for other eyes than the user's: those of who reads the console, or the code. */
function isForDevelopers(node: ts.Node): boolean {
  for (let at: ts.Node = node; at.parent !== undefined; at = at.parent) {
    const { parent } = at;
    if (ts.isImportDeclaration(parent) || ts.isTypeNode(parent)) return true;
    if (ts.isNewExpression(parent)) return /Error$/.test(parent.expression.getText());
    if (ts.isCallExpression(parent)) return /^console\.|(?:closest|querySelector|querySelectorAll|findAll|matches)(?:<\w+>)?$/.test(parent.expression.getText()) || (isSay(parent) && parent.arguments[0] === at);
    if (ts.isJsxAttribute(parent)) return nameOf(parent.name) === 'class';
    if (ts.isPropertyAssignment(parent)) return ['cls', 'class'].includes(nameOf(parent.name));
  }
  return false;
}

function findRaw(source: SourceTree): readonly string[] {
  const found = new Map<ts.Node, string>();
  const take = (node: ts.Node, text: string): void => {
    if (!AS_THEY_ARE.some((kept) => kept.text === text)) found.set(node, `${placeOf(source, node)}: ${text.replaceAll('\u0000', '{}').trim()}`);
  };
  const visit = (node: ts.Node): void => {
    if (ts.isJsxText(node) && hasWords(node.text)) take(node, node.text);
    for (const shown of shownAt(node)) for (const [raw, text] of rawTexts(shown)) if (hasWords(text)) take(raw, text);
    const written = ts.isStringLiteralLike(node) ? node.text : ts.isTemplateExpression(node) ? (rawTexts(node)[0]?.[1] ?? '') : '';
    if (isSentence(written) && !isForDevelopers(node)) take(node, written);
    ts.forEachChild(node, visit);
  };
  visit(source.tree);
  return [...found.values()];
}

const rawIn = (text: string): readonly string[] => findRaw({ path: 'a.tsx', tree: parseSource('a.tsx', text) }).map((found) => found.slice('a.tsx:1: '.length));

describe('what users read', () => {
  const files = SHOWN.flatMap(sourceTrees);

  it('should be said, every word of it', () => {
    expect(files.length).toBeGreaterThan(100);
    expect(files.flatMap(findRaw)).toEqual([]);
  });

  it.each([
    ['<p>Hello</p>', ['Hello']],
    ["<p>{'Hello'}</p>", ['Hello']],
    ['<p>{isOne ? say("One") : `${count} papers`}</p>', ['{} papers']],
    ['<input placeholder="Search" aria-label={`Search ${field}`} name="search" class="paperweave-a is-b" />', ['Search', 'Search {}']],
    ["const TEXT = { one: 'Retry', more: (count: string) => `${count} papers`, said: say('Done'), kinds: { a: 'Week' } };", ['Retry', '{} papers', 'Week']],
    ["item.setTitle('Open'); new Notice(`Undone ${name}`); element.setAttribute('aria-label', 'Status'); element.setAttribute('role', 'button');", ['Open', 'Undone {}', 'Status']],
    ["el.createEl('p', { cls: 'paperweave-a mod-b', text: 'Undo' }); this.addRibbonIcon('library', 'Open');", ['Undo', 'Open']],
    ["const found = [first ?? 'Nothing was found.'];", ['Nothing was found.']],
    ["say('{name} is read.', { name: isOne ? 'one paper' : rest });", ['one paper']],
    ["target.closest('button, a, textarea'); root.querySelector<HTMLElement>('input, button');", []],
    ["throw new Error('This is out of order.'); console.error('It could not be read.', error);", []],
    ["say('Undo'); say(isOne ? '1 paper' : '{count} papers', { count }); if (event.key === 'Enter') go('ArrowDown'); const name: 'some words' = x;", []],
  ])('should be found where it is not: %s', (text, found) => {
    expect(rawIn(text)).toEqual(found);
  });

  it('should have exceptions that are there', () => {
    const texts = files.flatMap(({ tree }) => {
      const found: string[] = [];
      const visit = (node: ts.Node): void => {
        if (ts.isStringLiteralLike(node)) found.push(node.text);
        ts.forEachChild(node, visit);
      };
      visit(tree);
      return found;
    });
    expect(AS_THEY_ARE.filter(({ text }) => !texts.includes(text))).toEqual([]);
  });
});
