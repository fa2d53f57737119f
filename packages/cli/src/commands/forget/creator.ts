import type { ForgetPreview, ForgetReport } from '@vitrine/sdk';
import { defineCommand } from 'citty';
import { jsonArgument, strict, targetArguments } from '../../arguments.ts';
import { at } from '../../operations/open.ts';
import type { Operations } from '../../operations/operations.ts';
import { confirmed, isAskable } from '../../output/confirm.ts';
import { count, plural, publishStep } from '../../output/format.ts';
import { printResult } from '../../output/print.ts';
import { progressLine } from '../../output/progress.ts';
import { CommandError, UsageError } from '../../usage.ts';

export const creator = defineCommand({
  meta: {
    name: 'creator',
    description:
      'Erase a creator with all their videos and lives, skip them in future ingests, and publish without them',
  },
  args: {
    id: { type: 'positional', required: true, description: 'user_id of the creator, or @ and the handle' },
    yes: { type: 'boolean', description: 'skip the confirmation prompt; required when there is no terminal' },
    unknown: { type: 'boolean', description: 'accept a creator with no records yet, to skip them in future ingests' },
    'dry-run': { type: 'boolean', description: 'show who would be erased and which records, without erasing anything' },
    ...targetArguments,
    ...jsonArgument,
  },
  plugins: [strict(1)],
  async run({ args }) {
    const { id, json, unknown = false } = args;
    if (args['dry-run'])
      return at(args, async (operations) => {
        const preview = await operations.previewErasure(id);
        printResult(json, preview, () => previewInWords(preview));
      });
    if (!args.yes && !isAskable())
      throw new UsageError('erasing a creator cannot be undone: confirm with --yes, or preview with --dry-run');
    const report = await at(args, async (operations) => {
      await requireConsent(operations, id, { yes: args.yes === true, unknown });
      return erased(operations, id, unknown);
    });
    printResult(json, report, () => inWords(report));
  },
});

/** @throws CommandError when it was asked for, and not given */
async function requireConsent(
  operations: Operations,
  id: string,
  { yes, unknown }: { readonly yes: boolean; readonly unknown: boolean },
): Promise<void> {
  const preview = await operations.previewErasure(id);
  if (!preview.isKnown && !unknown)
    throw new CommandError(
      'no records of this creator: check the ID, or pass --unknown to skip them in future ingests',
    );
  process.stderr.write(`${previewInWords(preview)}\n`);
  if (!yes && !(await confirmed('Erase this creator permanently?')))
    throw new CommandError('cancelled: nothing was erased');
}

async function erased(operations: Operations, id: string, unknown: boolean): Promise<ForgetReport> {
  const progress = progressLine();
  const onStep = (...step: Parameters<typeof publishStep>) => progress.show(publishStep(...step));
  return operations.eraseCreator(id, { confirm: true, unknown, onStep }).finally(() => progress.clear());
}

function previewInWords({
  uniqueId,
  nickName,
  records,
  videos,
  lives,
  links,
  shops,
  served,
  versionsLost,
}: ForgetPreview) {
  const who = [uniqueId && `@${uniqueId}`, nickName && JSON.stringify(nickName)].filter(Boolean).join(', ');
  const lines = [
    `Creator: ${who || 'no known name'}`,
    `  creator: ${plural(records.creator, 'record')}`,
    `  videos: ${plural(records.video, 'record')} of ${plural(videos, 'video')}`,
    `  lives: ${plural(records.live, 'record')} of ${plural(lives, 'live')}`,
    `  sales by them: ${plural(records.sale, 'record')}`,
    `  links to products: ${count(links)}`,
    ...(shops > 0 ? [`  shops that name them, which stay without the name: ${count(shops)}`] : []),
  ];
  if (served !== null) lines.push(`  version ${served} is replaced by one without them`);
  if (versionsLost.length > 0)
    lines.push(`  rollback no longer possible to ${versionsLost.map((v) => `version ${v}`).join(', ')}`);
  return lines.join('\n');
}

function inWords({ records, version, person }: ForgetReport): string {
  const { creator, video, live, sale } = records;
  const made = `${count(video)} of videos, ${count(live)} of lives and ${count(sale)} of sales by them`;
  const what = `${plural(creator, 'record')} of the creator, ${made}`;
  const served = version === null ? 'nothing is published' : `version ${version} is served without them`;
  return `Erased ${what}; ${served}. The audit log refers to them as ${person.slice(0, 12)}….`;
}
