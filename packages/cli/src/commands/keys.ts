import { defineCommand } from 'citty';
import { create } from './keys/create.ts';
import { grant } from './keys/grant.ts';
import { list } from './keys/list.ts';
import { refund } from './keys/refund.ts';
import { revoke } from './keys/revoke.ts';
import { rotate } from './keys/rotate.ts';
import { update } from './keys/update.ts';

export const keys = defineCommand({
  meta: { name: 'keys', description: 'Create, list, update, rotate and revoke API keys' },
  subCommands: { create, list, update, rotate, revoke, grant, refund },
});
