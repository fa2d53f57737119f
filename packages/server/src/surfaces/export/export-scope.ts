/** What a key needs among its scopes, besides the list's own. */
export const exportScope = 'export';
