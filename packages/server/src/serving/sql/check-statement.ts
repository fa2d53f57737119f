import { ApiError, errors } from '../../kernel/errors.ts';
import type { AllowedFunctions } from './allowed-functions.ts';
import { nodesOf, type StatementNode, statementTree } from './statement-tree.ts';

/** What a SELECT over the views is made of; anything else is refused. */
const nodeTypes = new Set([
  'ArrayJoin',
  'Asterisk',
  'ColumnsExceptTransformer',
  'ColumnsTransformerList',
  'ExpressionList',
  'Function',
  'Identifier',
  'InterpolateElement',
  'Literal',
  'OrderByElement',
  'QualifiedAsterisk',
  'SelectIntersectExceptQuery',
  'SelectQuery',
  'SelectWithUnionQuery',
  'Subquery',
  'TableExpression',
  'TableIdentifier',
  'TableJoin',
  'TablesInSelectQuery',
  'TablesInSelectQueryElement',
  'WindowDefinition',
  'WindowListElement',
  'WithElement',
]);

/** Table functions that read nothing. */
const tableFunctions = new Set(['numbers', 'generateSeries', 'generate_series']);

/** `x IN name` reads the table of that name. */
const membership = /^(global)?(not)?(null)?in(ignoreset)?$/i;

/**
 * Refuses a statement that is not one SELECT over the views with functions that see only their arguments.
 *
 * @param explained what the engine answers to `EXPLAIN AST` of it.
 * @throws ApiError sql-refused
 */
export function checkStatement(explained: string, functions: AllowedFunctions): void {
  const tree = statementTree(explained);
  if (tree?.type !== 'SelectWithUnionQuery') throw refusal('expected one SELECT');
  if (tree.children.length > 1) throw refusal(notPartOfIt);
  for (const node of nodesOf(tree)) checkNode(node, functions);
}

const notPartOfIt = 'FORMAT, SETTINGS and INTO OUTFILE are not part of a statement: choose the format beside it';

function checkNode(node: StatementNode, functions: AllowedFunctions): void {
  const { type, name, children } = node;
  if (type === 'Set') throw refusal(notPartOfIt);
  if (!nodeTypes.has(type)) throw refusal(`${type} is not supported`);
  if (type === 'Identifier' && functions.forbids(name))
    throw refusal(
      `${name} is the name of a function that is not allowed: a column of that name needs its table before it`,
    );
  if (type === 'TableIdentifier' && name.includes('.'))
    throw refusal(`table ${name}: name one of the views, without a database`);
  const isTable = type === 'TableExpression';
  for (const child of children) {
    if (child.type !== 'Function') continue;
    if (isTable && !tableFunctions.has(child.name)) throw refusal(`table function ${child.name} is not allowed`);
    if (!isTable && !functions.allows(child.name)) throw refusal(`function ${child.name} is not allowed`);
  }
  if (type === 'Function' && membership.test(name)) checkMembership(node);
}

function checkMembership({ children: [list] }: StatementNode): void {
  const set = list?.children[1];
  if (set?.type === 'Identifier' && set.name.includes('.'))
    throw refusal(`IN ${set.name}: write IN (SELECT …) over one of the views`);
}

/** @param reason what is wrong, and what is expected. */
export function refusal(reason: string): ApiError {
  return new ApiError(errors.sqlRefused, { reason });
}
