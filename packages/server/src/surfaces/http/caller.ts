import type { FastifyReply, FastifyRequest } from 'fastify';
import type { Caller } from '../../access/gate.ts';
import type { RateDecision } from '../../access/rates/rates.ts';
import { type CallNotes, newCallNotes } from '../call-notes.ts';
import { originOf } from './origin.ts';
import { presentedKey } from './presented-key.ts';

/** A request to a route that wants a key, as the gate sees it. */
export interface KeyedCall {
  readonly caller: Caller;
  readonly notes: CallNotes;
  readonly origin: string;
  readonly requestId: string;
}

/** What the gate finds out goes into the notes of the request and the headers of whatever answer it gets. */
export function keyedCall(request: FastifyRequest, reply: FastifyReply): KeyedCall {
  const notes = newCallNotes();
  request.callNotes = notes;
  const caller: Caller = {
    presentedKey: presentedKey(request.headers),
    address: request.ip,
    onKnown: ({ id }) => {
      notes.keyId = id;
    },
    onRate: (decision) => tellRate(reply, decision),
    onAdmitted: ({ id }) => request.server.keySlots.take(id, reply),
  };
  return { caller, notes, origin: originOf(request), requestId: request.id };
}

/** The three fields of draft-ietf-httpapi-ratelimit-headers, versions 3 to 6; seconds are rounded up. */
function tellRate(reply: FastifyReply, { limit, remaining, resetMs }: RateDecision): void {
  reply.header('RateLimit-Limit', String(limit));
  reply.header('RateLimit-Remaining', String(remaining));
  reply.header('RateLimit-Reset', String(Math.ceil(resetMs / 1000)));
}
