import type { Config } from './config.ts';
import type { SourceEntry } from './ingest/sources/catalogue.ts';
import type { MirrorOnce } from './mirror/mirror-once.ts';
import type { MirrorOptions } from './mirror/mirror-settings.ts';
import type { MirrorReport, MirrorStatus } from './mirror/report.ts';
import type { OpenAdministration } from './start/administration.ts';
import type { Finding } from './start/inspection.ts';
import type { ServeOptions, VitrineServer } from './start/serve.ts';
import type { Vitrine } from './start/vitrine.ts';
import type { CallEndpoint } from './surfaces/mcp/mcp-server.ts';

export { recorded } from './access/audit/audit-log.ts';
export type { KeyStore } from './access/keys/keys.ts';
export { type Config, fittedVariables, readConfig } from './config.ts';
export { ConfigError } from './config-values.ts';
export type { Accuracy } from './estimates/accuracy.ts';
export type { EstimateScore, KindScore } from './estimates/score.ts';
export type { FitReport, UndoneFit } from './estimates/served-estimates.ts';
export type { IngestInput } from './ingest/ingest.ts';
export { formatOf, type IngestFormat, ingestFormats, isGzipName } from './ingest/reading/format.ts';
export type { SourceEntry } from './ingest/sources/catalogue.ts';
export { sourceNames } from './ingest/sources/from/index.ts';
export { type Told, toldNames, toldOptions } from './ingest/sources/told.ts';
export type { IngestProgress, IngestSummary } from './ingest/summary.ts';
export { isNothing } from './ingest/summary.ts';
export { placeOf } from './ingest/validating/rejects.ts';
export { type DailyTime, dailyTime, dayIn, nextMoment } from './kernel/daily-time.ts';
export { masked } from './kernel/secrets.ts';
export { isZone } from './kernel/time-zones.ts';
export type { MirrorReport } from './mirror/report.ts';
export { reportInWords, statusInWords as mirrorStatusInWords } from './mirror/report.ts';
export { inputOf, type MirroredDay } from './mirror/taking-in.ts';
export { withoutValues } from './serving/sql/without-values.ts';
export type { OpenAdministration } from './start/administration.ts';
export type { Finding } from './start/inspection.ts';
export { productVersion } from './start/product-version.ts';
export { sampleQuestion } from './start/sample-question.ts';
export type { ServeOptions, VitrineServer } from './start/serve.ts';
export { type FoundServer, findServer } from './start/server-file.ts';
export { stopOnSignals } from './start/signals.ts';
export type { Vitrine } from './start/vitrine.ts';
export type { PublishReport, PublishRequest } from './warehouse/publish/publish.ts';
export { quarantineInWords } from './warehouse/publish/quarantine-words.ts';
export type { VersionStore } from './warehouse/versions.ts';

/*
 * What is behind these is loaded when it is asked for: a command that talks to a server, or says how it is used, needs
 * neither the engine nor the surfaces, which take half a second to load.
 */

/**
 * Opens a data directory, making what is missing in it, and marks as failed what a process that died left unfinished.
 *
 * @throws StartError in words for the person at the terminal.
 */
export async function openVitrine(config: Config): Promise<Vitrine> {
  const vitrine = await import('./start/vitrine.ts');
  return vitrine.openVitrine(config);
}

/**
 * Opens what needs only the accounts of a data directory, in a fraction of the time: keys, admin keys, sessions and the
 * audit log.
 *
 * @throws StartError in words for the person at the terminal.
 */
export async function openAdministration(config: Config): Promise<OpenAdministration> {
  const administration = await import('./start/administration.ts');
  return administration.openAdministration(config);
}

/** Opens the data directory and serves it. @throws StartError */
export async function startServer(config: Config): Promise<VitrineServer> {
  await requireFreePort(config);
  return serve(await openVitrine(config));
}

/** For those who do long work before they serve. @throws StartError when nothing could listen where it is configured */
export async function requireFreePort(config: Config): Promise<void> {
  const { tryPort } = await import('./start/listen.ts');
  const { startFailure } = await import('./start/start-failure.ts');
  await tryPort(config).catch((cause: unknown) => {
    throw startFailure(cause, { directory: config.dataDirectory, host: config.host, port: config.port });
  });
}

/** Serves an open data directory, and closes it when it stops or cannot start. @throws StartError */
export async function serve(vitrine: Vitrine, options?: ServeOptions): Promise<VitrineServer> {
  const server = await import('./start/serve.ts');
  return server.serve(vitrine, options);
}

/** Looks over everything a server needs, and changes nothing but what opening a data directory makes. */
export async function inspect(config: Config): Promise<readonly Finding[]> {
  const inspection = await import('./start/inspection.ts');
  return inspection.inspect(config);
}

/** Speaks the Model Context Protocol on standard input and output; who calls the endpoints is up to the caller. */
export async function serveMcp(call: CallEndpoint): Promise<void> {
  const stdio = await import('./start/mcp-stdio.ts');
  return stdio.serveMcp(call);
}

/** What `vitrine mirror` is told, and how it goes on. */
export interface MirrorCommand extends Pick<MirrorOnce, 'door' | 'onAttempt' | 'zone'> {
  readonly options: MirrorOptions;
}

/** Runs a mirror on a data directory for what is left of today. @throws MirrorError */
export async function mirrorOnce(config: Config, { options, ...command }: MirrorCommand): Promise<MirrorReport> {
  const { mirrorSettings } = await import('./mirror/mirror-settings.ts');
  const once = await import('./mirror/mirror-once.ts');
  const { dataPaths } = await import('./start/data-directory.ts');
  const settings = mirrorSettings(options, config.upstreamKey);
  return once.mirrorOnce({ ...command, directory: dataPaths(config.dataDirectory).mirror, settings });
}

/** How the mirror of a data directory stands; undefined where there never was one. */
export async function mirrorStatus(config: Config): Promise<MirrorStatus | undefined> {
  const once = await import('./mirror/mirror-once.ts');
  const { dataPaths } = await import('./start/data-directory.ts');
  return once.mirrorStatus(dataPaths(config.dataDirectory).mirror);
}

/** Every source whose files are read, in its order in the documentation. */
export async function sourceCatalogue(): Promise<readonly SourceEntry[]> {
  const catalogue = await import('./ingest/sources/catalogue.ts');
  return catalogue.sourceCatalogue();
}
