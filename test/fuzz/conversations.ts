import fc from 'fast-check';
import { arbitraryBytes } from './arbitrary-bytes.ts';
import { arbitraryMessages } from './arbitrary-mcp.ts';
import { arbitraryRequests, type Target } from './arbitrary-requests.ts';
import { bytesOf, type WireRequest } from './wire-request.ts';

/** What is sent over one connection. */
export type Conversation =
  /** Requests that follow each other without waiting for answers. */
  | { readonly kind: 'requests'; readonly requests: readonly WireRequest[] }
  /** What is not quite a request. */
  | { readonly kind: 'bytes'; readonly bytes: Buffer }
  /**
   * Requests whose client goes away.
   *
   * @property waits whether it stays until the first byte of an answer.
   */
  | { readonly kind: 'lost'; readonly bytes: Buffer; readonly requests: number; readonly waits: boolean };

/** Conversations of every sort. A further sort of input is a line here, and its arbitrary a file beside this one. */
export function arbitraryConversations(target: Target): fc.Arbitrary<Conversation> {
  const request = arbitraryRequests(target);
  const message = arbitraryMessages(target);
  // Whether an answer has a body could not be told.
  const spoilable = request.filter(({ method }) => method !== 'HEAD');
  return fc.oneof(
    { weight: 10, arbitrary: following(fc.array(request, { minLength: 1, maxLength: 6 })) },
    { weight: 2, arbitrary: following(fc.array(message, { minLength: 1, maxLength: 6 })) },
    { weight: 2, arbitrary: arbitraryBytes(spoilable).map(asBytes) },
    { weight: 1, arbitrary: lost(fc.array(fc.oneof(request, message), { minLength: 1, maxLength: 40 })) },
    { weight: 1, arbitrary: halves(message) },
  );
}

function following(requests: fc.Arbitrary<readonly WireRequest[]>): fc.Arbitrary<Conversation> {
  return requests.map((each) => ({ kind: 'requests', requests: each }));
}

function asBytes(text: string): Conversation {
  return { kind: 'bytes', bytes: Buffer.from(text, 'latin1') };
}

/** Clients that go away while answers are made, or on their way. */
function lost(requests: fc.Arbitrary<readonly WireRequest[]>): fc.Arbitrary<Conversation> {
  return fc.tuple(requests, fc.boolean()).map(([each, waits]) => {
    const bytes = Buffer.concat(each.map((request) => bytesOf(request, false)));
    return { kind: 'lost', bytes, requests: each.length, waits };
  });
}

/** Clients that go away in the midst of a body. */
function halves(request: fc.Arbitrary<WireRequest>): fc.Arbitrary<Conversation> {
  return fc.tuple(request, fc.double({ min: 0, max: 1, noNaN: true })).map(([each, part]) => {
    const whole = bytesOf(each, false);
    const bytes = whole.subarray(0, whole.length - Math.ceil(each.body.length * part));
    return { kind: 'lost', bytes, requests: 1, waits: false };
  });
}
