import { defineCommand } from 'citty';
import { creator } from './forget/creator.ts';

export const forget = defineCommand({
  meta: { name: 'forget', description: 'Erase a person permanently' },
  subCommands: { creator },
});
