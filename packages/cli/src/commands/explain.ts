import { defineCommand } from 'citty';
import { jsonArgument, strict, targetArguments } from '../arguments.ts';
import { at } from '../operations/open.ts';
import { printResult } from '../output/print.ts';
import { explanationInWords } from './explain/in-words.ts';

export const explain = defineCommand({
  meta: { name: 'explain', description: 'Say where a served number comes from (docs/explain.md)' },
  args: {
    kind: {
      type: 'positional',
      valueHint: 'product|creator|video|shop|live',
      required: true,
      description: 'what it is a number of',
    },
    id: { type: 'positional', required: true, description: 'its ID' },
    field: { type: 'positional', required: true, description: 'field of its row, e.g. total_sale_7d_cnt' },
    region: { type: 'string', valueHint: 'CODE', description: 'only its row of this market' },
    ...targetArguments,
    ...jsonArgument,
  },
  plugins: [strict(3)],
  async run({ args: { kind, id, field, region, json, ...target } }) {
    const question = { kind, id, field, region: region?.toUpperCase() };
    const explanation = await at(target, (operations) => operations.explain(question));
    printResult(json, explanation, () => explanationInWords(explanation));
  },
});
