import { readdirSync, readFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import ts from 'typescript';

/** A file of the source as its syntax tree; `path` is from the root, with forward slashes. */
export interface SourceTree {
  readonly path: string;
  readonly tree: ts.SourceFile;
}

/** The TypeScript below a folder of the root, or that one file. */
export function sourceTrees(folder: string): readonly SourceTree[] {
  const root = process.cwd();
  const paths = /\.tsx?$/.test(folder)
    ? [folder]
    : readdirSync(join(root, folder), { withFileTypes: true, recursive: true })
        .filter((entry) => entry.isFile() && /(?<!\.d)\.tsx?$/.test(entry.name))
        .map((entry) => relative(root, join(entry.parentPath, entry.name)).split('\\').join('/'));
  return paths.sort().map((path) => ({ path, tree: parseSource(path, readFileSync(join(root, path), 'utf8')) }));
}

/** The syntax tree of a text; a `.tsx` path has JSX. */
export function parseSource(path: string, text: string): ts.SourceFile {
  return ts.createSourceFile(path, text, ts.ScriptTarget.Latest, true, path.endsWith('x') ? ts.ScriptKind.TSX : ts.ScriptKind.TS);
}

/** Whether a node is a call of `say`. */
export const isSay = (node: ts.Node): node is ts.CallExpression => ts.isCallExpression(node) && ts.isIdentifier(node.expression) && node.expression.text === 'say';

/** The place of a node as an editor has it: `src/main.ts:3`. */
export function placeOf({ path, tree }: SourceTree, node: ts.Node): string {
  return `${path}:${String(tree.getLineAndCharacterOfPosition(node.getStart(tree)).line + 1)}`;
}
