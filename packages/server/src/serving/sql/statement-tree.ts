/** A node of a parsed statement, as the engine tells it. */
export interface StatementNode {
  /** For example `SelectQuery`, `Function`, `TableIdentifier`. */
  readonly type: string;
  /** What it names; empty for none. */
  readonly name: string;
  readonly children: readonly StatementNode[];
}

const nodeLine = /^( *)(\w+)(?: (.*))?$/s;
const childrenEnding = / \(children (\d+)\)$/;
const aliasEnding = / \(alias .*\)$/s;

/**
 * Reads the answer to `EXPLAIN AST`: a line a node, indented by its depth. A name in quotes may hold anything, also
 * lines that look like nodes: they are more than the nodes above them say they have.
 *
 * @returns undefined where the lines do not add up to a tree.
 */
export function statementTree(explained: string): StatementNode | undefined {
  const root: Growing = { type: '', name: '', children: [], expected: 1 };
  const path: Growing[] = [root];
  for (const line of explained.trimEnd().split('\n')) {
    const [, indent = '', type = '', rest = ''] = nodeLine.exec(line) ?? [];
    const depth = indent.length + 1;
    const parent = path[depth - 1];
    if (type === '' || parent === undefined) return undefined;
    const node = nodeOf(type, rest);
    parent.children.push(node);
    path.splice(depth, path.length, node);
  }
  return isWhole(root) ? root.children[0] : undefined;
}

interface Growing extends StatementNode {
  readonly children: Growing[];
  /** How many children it says it has. */
  readonly expected: number;
}

function nodeOf(type: string, rest: string): Growing {
  const said = ` ${rest}`;
  const expected = Number(childrenEnding.exec(said)?.[1] ?? 0);
  const name = said.replace(childrenEnding, '').replace(aliasEnding, '').trim();
  return { type, name, children: [], expected };
}

function isWhole({ children, expected }: Growing): boolean {
  return children.length === expected && children.every(isWhole);
}

/** The node and all below it. */
export function* nodesOf(node: StatementNode): Generator<StatementNode> {
  yield node;
  for (const child of node.children) yield* nodesOf(child);
}
