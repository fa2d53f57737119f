import { compileMessage } from '@lingui/message-utils/compileMessage';
import type { Plugin } from 'vite';

/** Message files (`messages/LANGUAGE.json`: ids to ICU messages) are compiled when the console is built: browsers parse none. */
export function compiledMessages(): Plugin {
  return {
    name: 'compiled-messages',
    enforce: 'pre',
    transform(code, id) {
      if (!/\/messages\/[\w-]+\.json$/.test(id)) return null;
      const messages = Object.entries<string>(JSON.parse(code));
      const compiled = Object.fromEntries(messages.map(([name, text]) => [name, compileMessage(text)]));
      return { code: `export default ${JSON.stringify(compiled)}`, map: null, moduleType: 'js' };
    },
  };
}
