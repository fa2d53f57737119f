import { readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { proofPath } from '../surfaces/http/proof-route.ts';
import { readAdminToken } from './admin-token.ts';
import { dataPaths } from './data-directory.ts';
import { directoryIdentity, isProof, newNonce } from './server-proof.ts';

const answerMsMax = 5_000;
const answerBytesMax = 4_096;

/** What a running server says of itself in its data directory. */
export interface RunningServer {
  readonly url: string;
  readonly pid: number;
  /** What it proves itself by. */
  readonly secret: string;
}

/** A server that runs on a data directory. */
export interface FoundServer extends Omit<RunningServer, 'secret'> {
  /** Undefined when the directory has none, the server having got its token from the environment. */
  readonly adminToken: string | undefined;
}

/** Written whole or not at all: a command may read it at any moment. For the owner alone. */
export function writeServerFile(path: string, running: RunningServer): void {
  const draft = `${path}.${running.pid}`;
  // One that a killed process left may have other rights.
  rmSync(draft, { force: true });
  writeFileSync(draft, `${JSON.stringify(running)}\n`, { mode: 0o600, flag: 'wx' });
  renameSync(draft, path);
}

export function removeServerFile(path: string): void {
  rmSync(path, { force: true });
}

/**
 * The server that runs on a directory; undefined when none does. What listens at the address in its file has to prove
 * that it wrote that file and has this very directory: the server may be dead and its port somebody else's, and the
 * file of a copied directory names the server of the original.
 */
export async function findServer(directory: string): Promise<FoundServer | undefined> {
  const paths = dataPaths(directory);
  const said = parsed(paths.serverFile);
  if (said === undefined || !(await provesItself(said, directory))) return undefined;
  return { url: said.url, pid: said.pid, adminToken: readAdminToken(paths.adminToken) };
}

async function provesItself({ url, secret }: RunningServer, directory: string): Promise<boolean> {
  try {
    const nonce = newNonce();
    const asked = new URL(`${proofPath}?nonce=${nonce}`, url);
    const response = await fetch(asked, { redirect: 'error', signal: AbortSignal.timeout(answerMsMax) });
    const { data } = JSON.parse(await shortText(response)) as { data?: { proof?: unknown } };
    const proof = data?.proof;
    return typeof proof === 'string' && isProof(proof, secret, { nonce, url, directory: directoryIdentity(directory) });
  } catch {
    return false;
  }
}

/** @throws when it is longer than any proof: whoever sends it is no server of ours */
async function shortText({ body }: Response): Promise<string> {
  const chunks: Uint8Array[] = [];
  let bytes = 0;
  for await (const chunk of body ?? []) {
    bytes += chunk.length;
    if (bytes > answerBytesMax) throw new Error('not a proof');
    chunks.push(chunk);
  }
  return Buffer.concat(chunks).toString();
}

function parsed(path: string): RunningServer | undefined {
  try {
    const { url, pid, secret } = JSON.parse(readFileSync(path, 'utf8')) as Partial<RunningServer>;
    const isWhole = typeof url === 'string' && typeof pid === 'number' && typeof secret === 'string' && secret !== '';
    return isWhole ? { url, pid, secret } : undefined;
  } catch {
    return undefined;
  }
}
