import { QueryClientProvider } from '@tanstack/react-query';
import { RouterProvider } from '@tanstack/react-router';
import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import './styles/tokens.css';
import './styles/base.css';
import { applyTheme } from './frame/theme.ts';
import { chosenLanguage, LanguageProvider, loadLanguage } from './messages/messages.tsx';
import { askToLogIn, createConsoleRouter } from './router.tsx';
import { createQueryClient } from './server/queries.ts';

applyTheme();
const language = chosenLanguage();
document.documentElement.lang = language;
const messages = await loadLanguage(language);
const client = createQueryClient({ onLoggedOut: () => askToLogIn(router) });
const router = createConsoleRouter(client);
const place = document.getElementById('console');
if (place === null) throw new TypeError('the page has no place for the console');

createRoot(place).render(
  <StrictMode>
    <LanguageProvider first={messages}>
      <QueryClientProvider client={client}>
        <RouterProvider router={router} />
      </QueryClientProvider>
    </LanguageProvider>
  </StrictMode>,
);
