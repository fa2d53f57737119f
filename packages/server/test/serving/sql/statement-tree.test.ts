import { describe, expect, it } from 'vitest';
import { statementTree } from '../../../src/serving/sql/statement-tree.ts';

describe('the tree of a statement', () => {
  it('has the type, name and children of each node, whatever its alias', () => {
    const explained = 'Function sum (alias sold) (children 1)\n ExpressionList (children 1)\n  Identifier a.b\n';
    expect(statementTree(explained)).toMatchObject({
      type: 'Function',
      name: 'sum',
      children: [{ type: 'ExpressionList', name: '', children: [{ type: 'Identifier', name: 'a.b', children: [] }] }],
    });
  });

  it.each([
    ['a name adds a node', 'ExpressionList (children 1)\n Identifier a\n Identifier b'],
    [
      'a name hides a node below another',
      'Function in (children 1)\n ExpressionList (children 2)\n  Identifier a\n   Identifier b',
    ],
    ['a name ends like a count', 'ExpressionList (children 1)\n Identifier a (children 3)'],
    ['a line is deeper than its parent allows', 'ExpressionList (children 1)\n   Identifier a'],
    ['a second root follows', 'Literal 1\nLiteral 2'],
    ['a line is no node', 'ExpressionList (children 1)\n '],
    ['there is nothing', ''],
  ])('is refused where %s', (_, explained) => {
    expect(statementTree(explained)).toBeUndefined();
  });
});
