import { createHmac, randomBytes, timingSafeEqual } from 'node:crypto';
import { statSync } from 'node:fs';
import type { Prover } from '../surfaces/http/proof-route.ts';

/** What a proof is about. */
export interface ProofClaim {
  /** Of whoever asks: a proof that was seen before is of no use. */
  readonly nonce: string;
  /** Where it was asked: one that was passed on from another address is of no use. */
  readonly url: string;
  /** Of {@link directoryIdentity}: a copy of the directory holds the secret too, but is another directory. */
  readonly directory: string;
}

export function newNonce(): string {
  return randomBytes(32).toString('hex');
}

/**
 * Device and inode of a directory: whatever name leads to it, and different for each copy.
 *
 * @throws the system's error
 */
export function directoryIdentity(directory: string): string {
  const { dev, ino } = statSync(directory, { bigint: true });
  return `${dev}:${ino}`;
}

/** By which commands know the server of their directory. */
export class ServerProof implements Prover {
  /** Known only to who can read the server's file. */
  readonly secret = randomBytes(32).toString('hex');
  readonly #directory: string;
  #url: string | undefined;

  constructor(directory: string) {
    this.#directory = directoryIdentity(directory);
  }

  listensAt(url: string): void {
    this.#url = url;
  }

  prove(nonce: string): string | undefined {
    return this.#url && proofOf(this.secret, { nonce, url: this.#url, directory: this.#directory });
  }
}

/** The HMAC by which a server proves that it runs on a directory and listens at an address. */
function proofOf(secret: string, { nonce, url, directory }: ProofClaim): string {
  const claim = JSON.stringify(['vitrine-server', nonce, url, directory]);
  return createHmac('sha256', secret).update(claim).digest('hex');
}

export function isProof(given: string, secret: string, claim: ProofClaim): boolean {
  const expected = Buffer.from(proofOf(secret, claim));
  const actual = Buffer.from(given);
  return actual.length === expected.length && timingSafeEqual(actual, expected);
}
