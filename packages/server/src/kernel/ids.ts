import { randomUUID } from 'node:crypto';

/** Makes an id for a request: a UUID that nobody can guess and no other request has. */
export type NewRequestId = () => string;

export const newRequestId: NewRequestId = () => randomUUID();
