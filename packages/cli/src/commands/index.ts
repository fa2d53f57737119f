import { defineCommand } from 'citty';
import { adminKeys } from './admin-keys.ts';
import { audit } from './audit.ts';
import { batches } from './batches.ts';
import { doctor } from './doctor.ts';
import { estimates } from './estimates.ts';
import { explain } from './explain.ts';
import { exportCommand } from './export.ts';
import { forget } from './forget.ts';
import { get } from './get.ts';
import { help } from './help.ts';
import { ingest } from './ingest.ts';
import { keys } from './keys.ts';
import { login } from './login.ts';
import { mcp } from './mcp.ts';
import { mirror } from './mirror.ts';
import { publish } from './publish.ts';
import { serve } from './serve.ts';
import { sessions } from './sessions.ts';
import { simulate } from './simulate.ts';
import { sources } from './sources.ts';
import { sql } from './sql.ts';
import { usage } from './usage.ts';
import { versions } from './versions.ts';

export const vitrine = defineCommand({
  meta: { name: 'vitrine', description: 'Self-hosted analytics for social commerce' },
  subCommands: {
    serve,
    ingest,
    sources,
    mirror,
    batches,
    publish,
    versions,
    estimates,
    keys,
    'admin-keys': adminKeys,
    login,
    sessions,
    usage,
    audit,
    forget,
    simulate,
    doctor,
    get,
    export: exportCommand,
    sql,
    explain,
    mcp,
    help,
  },
});
