import type { AccountsLocation } from '../../../accounts/database.ts';
import type { Charger } from './charger.ts';
import { openPostgresCharger } from './postgres-charger.ts';
import { openSqliteCharger } from './sqlite-charger.ts';

/** What charges in the accounts database of a location, whose tables are there already. */
export async function openCharger({ databaseUrl, directory }: AccountsLocation): Promise<Charger> {
  return databaseUrl ? openPostgresCharger(databaseUrl) : openSqliteCharger(directory);
}
