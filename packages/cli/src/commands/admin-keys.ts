import { defineCommand } from 'citty';
import { create } from './admin-keys/create.ts';
import { list } from './admin-keys/list.ts';
import { revoke } from './admin-keys/revoke.ts';

export const adminKeys = defineCommand({
  meta: { name: 'admin-keys', description: 'Create, list and revoke admin API keys' },
  subCommands: { create, list, revoke },
});
