/** Requests that are malformed, or name something that does not exist. */
export const requestErrors = {
  parameterMissing: {
    code: 400,
    id: 'parameter-missing',
    message: 'Missing required parameter: {name}',
    whatToDo: 'Send the parameter in the query string with a value; an empty value counts as absent.',
  },
  parameterInvalid: {
    code: 400,
    id: 'parameter-invalid',
    message: 'Invalid parameter: {name}: expected {expected}, got {given}',
    whatToDo: 'Send a value of the documented type and range.',
  },
  parameterRepeated: {
    code: 400,
    id: 'parameter-repeated',
    message: 'Repeated parameter: {name}: expected once, got {count} times',
    whatToDo:
      'Send every parameter at most once. Where several values are allowed, the endpoint documents how to join them.',
  },
  parameterUnknown: {
    code: 400,
    id: 'parameter-unknown',
    message: 'Unknown parameter: {name}: {hint}',
    whatToDo:
      'Use the names in the schema of the MCP tool, or those that the export documents. For other requests over HTTP an unknown ' +
      'parameter is not an error: it is ignored and listed in the X-Ignored-Parameters header.',
  },
  bodyInvalid: {
    code: 400,
    id: 'body-invalid',
    message: 'Invalid request body: {reason}',
    whatToDo: 'Send a body of the documented content type and shape.',
  },
  sqlRefused: {
    code: 400,
    id: 'sql-refused',
    message: 'The statement was not run: {reason}',
    whatToDo:
      'Send one SELECT over the documented views, without FORMAT, SETTINGS and INTO OUTFILE. Narrow it down when it takes too long or ' +
      'returns too much.',
  },
  hostMissing: {
    code: 400,
    id: 'host-missing',
    message: 'Invalid request: expected a Host header, got none',
    whatToDo:
      'Send the host name of the server in the Host header, as HTTP/1.1 requires. HTTP clients do this by default.',
  },
  notHttp: {
    code: 400,
    id: 'not-http',
    message: 'Invalid request: expected HTTP/1.1',
    whatToDo: 'Send an HTTP/1.1 request. Use plain HTTP unless a proxy terminates TLS.',
  },
  creatorUnknown: {
    code: 404,
    id: 'creator-unknown',
    message: 'No records of this creator, and no creator with this user_id was erased before',
    whatToDo:
      'Check the user_id. To block a creator whose records may still arrive, confirm with "unknown": true (--unknown).',
  },
  pathUnknown: {
    code: 404,
    id: 'path-unknown',
    message: 'No such path: {path}{hint} See /docs for the list of paths',
    whatToDo: 'Call one of the paths listed in the docs.',
  },
  resourceUnknown: {
    code: 404,
    id: 'resource-unknown',
    message: 'No such {kind}: {id}',
    whatToDo: 'List the existing ones first, and use an id from that list.',
  },
  methodNotAllowed: {
    code: 405,
    id: 'method-not-allowed',
    message: 'Method {method} is not allowed on {path}: expected {allowed}',
    whatToDo: 'Use one of the methods in the Allow header of this response.',
  },
  requestLate: {
    code: 408,
    id: 'request-late',
    message: 'The request did not arrive in time',
    whatToDo: 'Send the request line and all headers without delay.',
  },
  bodyLate: {
    code: 408,
    id: 'body-late',
    message: 'The request body did not arrive within {seconds} s',
    whatToDo: 'Send the whole body without delay.',
  },
  imageExpired: {
    code: 410,
    id: 'image-expired',
    message: 'This image URL expired at {moment}',
    whatToDo: 'Request a new one from /v1/tiktok/batch/cover/download with the original URL.',
  },
  bodyTooLarge: {
    code: 413,
    id: 'body-too-large',
    message: 'Request body is too large: expected at most {bytesMax} bytes',
    whatToDo: 'Split it into smaller requests.',
  },
  expectationUnknown: {
    code: 417,
    id: 'expectation-unknown',
    message: 'Unknown expectation: expected "100-continue" in the Expect header, or no such header',
    whatToDo: 'Omit the Expect header.',
  },
  headersTooLarge: {
    code: 431,
    id: 'headers-too-large',
    message: 'Request line and headers are too large',
    whatToDo: 'Send fewer or shorter headers and parameters: the limit is 16 KiB in total.',
  },
} as const;
