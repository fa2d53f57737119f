/** Callers without a valid key, scope or credits, and callers beyond a limit. */
export const accessErrors = {
  keyMissing: {
    code: 401,
    id: 'key-missing',
    message: 'apiKey is null',
    whatToDo: 'Send your key in the Authorization header: "Authorization: Bearer sk_live_…".',
  },
  keyMalformed: {
    code: 401,
    id: 'key-malformed',
    message: 'Invalid apiKey: {given} is not a valid key: it is mistyped or incomplete',
    whatToDo: 'Copy the whole key again. Its last characters are a checksum of the rest, and they do not match.',
  },
  keyUnknown: {
    code: 401,
    id: 'key-unknown',
    message: 'Invalid apiKey: {given} is well formed but unknown to this server',
    whatToDo: 'Check that the key was issued by this server. Operators can list its keys with "vitrine keys list".',
  },
  keyRevoked: {
    code: 401,
    id: 'key-revoked',
    message: 'Invalid apiKey: {given} was revoked at {moment}',
    whatToDo: 'Ask the operator for a new key. A revoked key cannot be reactivated.',
  },
  keyReplaced: {
    code: 401,
    id: 'key-replaced',
    message: 'Invalid apiKey: {given} was rotated and stopped working at {moment}',
    whatToDo: 'Use the new key that the operator issued with "vitrine keys rotate".',
  },
  keyExpired: {
    code: 401,
    id: 'key-expired',
    message: 'Invalid apiKey: {given} expired at {moment}',
    whatToDo: 'Ask the operator for a new key or a later expiry: "vitrine keys update ID --expires".',
  },
  keyNotYetValid: {
    code: 401,
    id: 'key-not-yet-valid',
    message: 'Invalid apiKey: {given} is not valid until {moment}',
    whatToDo: 'Wait until then, or ask the operator for an earlier start: "vitrine keys update ID --not-before".',
  },
  adminTokenInvalid: {
    code: 401,
    id: 'admin-token-invalid',
    message: 'admin token is missing or wrong: send it as "Authorization: Bearer TOKEN"',
    whatToDo: 'Send the admin token of the server (VITRINE_ADMIN_TOKEN) or an admin key.',
  },
  adminKeyEnded: {
    code: 401,
    id: 'admin-key-ended',
    message: 'admin key {given} {how} at {moment}',
    whatToDo: 'Ask a holder of the admin token for a new admin key: "vitrine admin-keys create".',
  },
  sessionMissing: {
    code: 401,
    id: 'session-missing',
    message: 'nobody is logged in to the console: expected the cookie of a session, got {given}',
    whatToDo:
      'Log in: open the link that "vitrine login" prints, or enter the admin token or an admin key with the scope view.',
  },
  sessionEnded: {
    code: 401,
    id: 'session-ended',
    message: 'session {sessionId} of the console ended at {moment}',
    whatToDo:
      'Log in again: a session ends after 12 hours without use and after 7 days in any case, with its admin key, when it is ' +
      'logged out, and with "vitrine sessions end".',
  },
  loginCodeInvalid: {
    code: 401,
    id: 'login-code-invalid',
    message: 'login code is wrong, was used, or is older than 10 minutes',
    whatToDo: 'Get a new link with "vitrine login": each works once.',
  },
  metricsTokenInvalid: {
    code: 401,
    id: 'metrics-token-invalid',
    message: 'metrics token is missing or wrong: send it as "Authorization: Bearer TOKEN"',
    whatToDo: 'Send the metrics token of the server (VITRINE_METRICS_TOKEN).',
  },
  creditsSpent: {
    code: 402,
    id: 'credits-spent',
    message: 'apiKey quota is not enough: a call costs {price} and key {keyId} has {left} left',
    whatToDo: 'Ask the operator to grant credits: "vitrine keys grant ID CREDITS".',
  },
  creditsShort: {
    code: 402,
    id: 'credits-short',
    message: 'apiKey quota is not enough: this costs more than the {credits} credits that key {keyId} has left',
    whatToDo:
      'Request fewer rows with the limit parameter (ten rows cost as much as a page of the list), or ask the operator to grant credits: ' +
      '"vitrine keys grant ID CREDITS". The number of rows is not disclosed for free.',
  },
  scopeMissing: {
    code: 403,
    id: 'scope-missing',
    message: 'This key may not call {scope}: expected one of {scopes}',
    whatToDo: 'Use a key with that scope, or ask the operator to add it: "vitrine keys update ID --scope".',
  },
  adminScopeMissing: {
    code: 403,
    id: 'admin-scope-missing',
    message: 'This admin key may not do this: it requires {expected}, but the key has the scopes {given}',
    whatToDo: 'Use an admin key with that scope ("vitrine admin-keys create --scope") or the admin token.',
  },
  consoleRequestForeign: {
    code: 403,
    id: 'console-request-foreign',
    message: 'This request is not from the console: {name}: expected {expected}, got {given}',
    whatToDo:
      'Send the header "X-Vitrine-Console: 1" from a page of this very server. Programs call the admin API with an admin key ' +
      'instead of a session.',
  },
  rateExceeded: {
    code: 429,
    id: 'rate-exceeded',
    message: 'qps limit exceeded: this key may make {qps} calls per second, try again in {retryAfterSeconds} s',
    whatToDo: 'Wait for the number of seconds in the Retry-After header, and spread out your calls.',
  },
  concurrencyExceeded: {
    code: 429,
    id: 'concurrency-exceeded',
    message: 'Too many concurrent requests: {who} may have {max} in flight',
    whatToDo:
      'Wait for responses before sending more requests, or for the number of seconds in the Retry-After header.',
  },
  attemptsExceeded: {
    code: 429,
    id: 'attempts-exceeded',
    message: 'Too many invalid keys or tokens from your address: try again in {retryAfterSeconds} s',
    whatToDo: 'Wait for the number of seconds in the Retry-After header, and send a valid key.',
  },
} as const;
