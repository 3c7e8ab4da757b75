import { readdirSync, readFileSync } from 'node:fs';
import ts from 'typescript';
import { CHINESE } from '../../src/language/chinese';

const FOLDER = 'src/settings';
const FILES = [...readdirSync(FOLDER).map((name) => `${FOLDER}/${name}`), 'src/vault/settings-store.ts'];

/** The first argument of each call of `say`: its text, or its source where it is no literal. */
function saidIn(path: string): string[] {
  const said: string[] = [];
  const visit = (node: ts.Node): void => {
    if (ts.isCallExpression(node) && node.expression.getText() === 'say') {
      const [text] = node.arguments;
      said.push(text && ts.isStringLiteral(text) ? text.text : `no literal: ${text?.getText() ?? ''}`);
    }
    node.forEachChild(visit);
  };
  visit(ts.createSourceFile(path, readFileSync(path, 'utf8'), ts.ScriptTarget.Latest, true));
  return said;
}

/** Literals and templates that read like words for the user and are not said: a capital and a space, or a sentence's end. */
function rawTextsIn(path: string): string[] {
  const raw: string[] = [];
  const visit = (node: ts.Node): void => {
    if (ts.isCallExpression(node) && ['say', 'console.error'].includes(node.expression.getText())) return;
    if (ts.isImportDeclaration(node)) return;
    const text = ts.isStringLiteral(node) || ts.isNoSubstitutionTemplateLiteral(node) ? node.text : ts.isTemplateExpression(node) ? node.getText() : '';
    if (/^[A-Z][a-z]+ [a-z]|[a-z]{2} [a-z]+ [a-z]+.*\.`?$/.test(text)) raw.push(text);
    node.forEachChild(visit);
  };
  visit(ts.createSourceFile(path, readFileSync(path, 'utf8'), ts.ScriptTarget.Latest, true));
  return raw;
}

const placeholders = (text: string): string[] => [...new Set([...text.matchAll(/\{(\w+)\}/g)].map(([whole]) => whole))].sort();

describe('the settings in Chinese', () => {
  it.each(FILES)('should have every text of %s, with its placeholders', (path) => {
    for (const text of saidIn(path)) expect([text, placeholders(CHINESE.get(text) ?? 'missing {in} Chinese')]).toEqual([text, placeholders(text)]);
  });

  it('should be told of a text that is missing', () => {
    expect(FILES.flatMap(saidIn).length).toBeGreaterThan(150);
    expect(CHINESE.get('No such text')).toBeUndefined();
  });

  it('should have words of their own: nothing that a user reads is left unsaid', () => {
    expect(FILES.flatMap(rawTextsIn)).toEqual([]);
  });
});
