// What the house is measured by: every source file read once with the TypeScript compiler, and the tables of its rules.
// Sizes are counted as style.md counts them: a file's lines, and the lines inside a function's braces.
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import ts from 'typescript';

export type SourceFile = {
  name: string;
  lines: number;
  /** Whether it begins with two comment lines. */
  hasOpening: boolean;
  functions: { where: string; lines: number }[];
  /** What it imports or exports from; relative ones as paths from the project's root. */
  imports: { target: string; isLocal: boolean; isTypeOnly: boolean }[];
  anys: string[];
  casts: string[];
  /** Lint or type suppressions that give no reason after ` -- `. */
  bareSuppressions: string[];
};

const places = ['workflows', 'policies', 'prisma', 'apps'];
const isCode = /\.(ts|tsx|mjs)$/;
const made = new Set(['generated', 'dist', 'node_modules']);

export const root = process.cwd();

/** The house's own code, without tests and without what is generated. */
export function readSources(): SourceFile[] {
  return places.flatMap((place) =>
    filesBelow(place)
      .filter((file) => isCode.test(file))
      .map(read),
  );
}

/** All files below a folder of the project, as paths from its root. */
export function filesBelow(folder: string): string[] {
  return readdirSync(path.join(root, folder), { withFileTypes: true }).flatMap((entry) => {
    const inside = `${folder}/${entry.name}`;
    if (!entry.isDirectory()) return [inside];
    return made.has(entry.name) ? [] : filesBelow(inside);
  });
}

function read(name: string): SourceFile {
  const text = readFileSync(path.join(root, name), 'utf8');
  const tree = ts.createSourceFile(name, text, ts.ScriptTarget.Latest, true);
  const lineOf = (position: number) => tree.getLineAndCharacterOfPosition(position).line;
  const where = (node: ts.Node) => `${name}:${lineOf(node.getStart()) + 1}`;
  const file: SourceFile = {
    name,
    lines: text.trimEnd().split('\n').length,
    hasOpening: /^(\/\/ .*\n){2}/.test(text),
    functions: [],
    imports: tree.statements.flatMap((statement) => importOf(name, statement)),
    anys: [],
    casts: [],
    bareSuppressions: text.split('\n').flatMap((line, at) => (isBare(line) ? [`${name}:${at + 1}`] : [])),
  };
  const visit = (node: ts.Node) => {
    const body = bodyOf(node);
    if (body) {
      const inside = lineOf(body.getEnd()) - lineOf(body.getStart()) - 1;
      file.functions.push({ where: where(node), lines: Math.max(1, inside) });
    }
    if (node.kind === ts.SyntaxKind.AnyKeyword) file.anys.push(where(node));
    if (isCast(node)) file.casts.push(where(node));
    ts.forEachChild(node, visit);
  };
  visit(tree);
  return file;
}

function bodyOf(node: ts.Node): ts.Block | undefined {
  return ts.isFunctionLike(node) && 'body' in node && node.body && ts.isBlock(node.body as ts.Node)
    ? (node.body as ts.Block)
    : undefined;
}

/** A suppression needs words after it: `-- why`. */
function isBare(line: string): boolean {
  return /@ts-(ignore|expect-error|nocheck)|(ox|es)lint-disable/.test(line) && !/ -- \S+ \S+/.test(line);
}

function isCast(node: ts.Node): boolean {
  return ts.isAsExpression(node) ? node.type.getText() !== 'const' : ts.isTypeAssertionExpression(node);
}

function importOf(from: string, statement: ts.Statement): SourceFile['imports'] {
  if (!ts.isImportDeclaration(statement) && !ts.isExportDeclaration(statement)) return [];
  const { moduleSpecifier } = statement;
  if (!moduleSpecifier || !ts.isStringLiteral(moduleSpecifier)) return [];
  const isLocal = moduleSpecifier.text.startsWith('.');
  const target = isLocal
    ? path.posix.join(path.posix.dirname(from), moduleSpecifier.text)
    : moduleSpecifier.text;
  const isTypeOnly = ts.isImportDeclaration(statement)
    ? statement.importClause?.phaseModifier === ts.SyntaxKind.TypeKeyword
    : statement.isTypeOnly;
  return [{ target, isLocal, isTypeOnly }];
}
