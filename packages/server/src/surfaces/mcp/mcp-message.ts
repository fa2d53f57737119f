import type { Endpoint } from '../../catalogue/endpoint.ts';
import { beyondBounds, type JsonBounds } from '../../kernel/json-bounds.ts';

/** The longest body, bytes. */
export const messageBytesMax = 64 * 1024;

/** A tool call has some thirty arguments, and the longest greeting a few dozen members. */
const messageBounds: JsonBounds = { depthMax: 32, elementsMax: 1_000 };

/** A message as it came, or what is wrong with it in the words and numbers of JSON-RPC. */
export type ReadMessage =
  | { readonly kind: 'message'; readonly message: McpMessage }
  | { readonly kind: 'invalid'; readonly code: number; readonly reason: string };

/** What all messages have that a client sends. */
export interface McpMessage {
  readonly method?: unknown;
  readonly id?: unknown;
  readonly params?: unknown;
}

/** Reads a body. Nothing of it is parsed before its bounds are known. */
export function readMessage(body: Buffer): ReadMessage {
  const expected = beyondBounds(body, messageBounds);
  if (expected !== undefined) return invalid(-32600, `Invalid request: ${expected}`);
  const message = parsed(body);
  if (message === undefined) return invalid(-32700, 'Parse error: expected one JSON document');
  if (Array.isArray(message)) return invalid(-32600, 'Invalid request: expected one message, got a batch');
  if (typeof message !== 'object' || message === null) return invalid(-32600, 'Invalid request: expected an object');
  return { kind: 'message', message };
}

function invalid(code: number, reason: string): ReadMessage {
  return { kind: 'invalid', code, reason };
}

/** Undefined when it is no JSON. */
function parsed(body: Buffer): unknown {
  try {
    return JSON.parse(body.toString());
  } catch {
    return undefined;
  }
}

/** What a client says before it has anything to ask. */
const keylessMethods: readonly unknown[] = ['initialize', 'ping'];

/** Whether anybody may send it: greetings and notifications. */
export function isKeyless({ method, id }: McpMessage): boolean {
  if (keylessMethods.includes(method)) return true;
  return id === undefined && typeof method === 'string' && method.startsWith('notifications/');
}

/** Whether it calls an endpoint: then the key is checked on the way of the call. */
export function callsEndpoint({ method, params }: McpMessage, catalogue: readonly Endpoint[]): boolean {
  if (method !== 'tools/call' || typeof params !== 'object' || params === null || !('name' in params)) return false;
  return catalogue.some(({ tool }) => tool === params.name);
}
