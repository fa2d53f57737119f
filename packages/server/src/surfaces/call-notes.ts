/** What is known of a call, filled in as it goes on and read when it is over, whatever it ended in. */
export interface CallNotes {
  /** Empty as long as no known key was presented. */
  keyId: string;
  /** What was charged. */
  credits: number;
  /** Rows of the page. */
  rows: number;
  /** What was read; 0: nothing. */
  datasetVersion: number;
  /** What was called, where the route serves many endpoints. */
  endpointId?: string;
  /** Of a body that is sent piece by piece, as far as it was. */
  bytes?: number;
  /** What it ended in, where the status of HTTP does not say. */
  status?: number;
}

export function newCallNotes(): CallNotes {
  return { keyId: '', credits: 0, rows: 0, datasetVersion: 0 };
}
