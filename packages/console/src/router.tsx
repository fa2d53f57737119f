import type { QueryClient } from '@tanstack/react-query';
import {
  createRootRouteWithContext,
  createRoute,
  createRouter,
  lazyRouteComponent,
  redirect,
} from '@tanstack/react-router';
import { ExplorePage } from './explore/ExplorePage.tsx';
import { type EntityKind, entities } from './explore/entities.ts';
import { Failure, NotFound, Waiting } from './frame/Failure.tsx';
import { Shell } from './frame/Shell.tsx';
import { catalogueQuery, datasetQuery, sessionQuery } from './server/queries.ts';
import { RequestError } from './server/request.ts';

/** What stands in the address of a page behind `?`: all as texts, since ids have more digits than numbers hold. */
export type Search = Readonly<Record<string, string>>;

interface Context {
  readonly client: QueryClient;
}

const root = createRootRouteWithContext<Context>()({
  validateSearch: (search): Search => textsOf(search),
  errorComponent: Failure,
  notFoundComponent: NotFound,
});

const login = createRoute({
  getParentRoute: () => root,
  path: '/login',
  component: lazyRouteComponent(() => import('./login/LoginPage.tsx'), 'LoginPage'),
});

/** Everything but the login is for who is logged in. */
const shell = createRoute({
  getParentRoute: () => root,
  id: 'shell',
  component: Shell,
  pendingComponent: Waiting,
  errorComponent: Failure,
  notFoundComponent: NotFound,
  beforeLoad: async ({ context: { client }, location }) => {
    try {
      await client.ensureQueryData(sessionQuery);
    } catch (error) {
      if (!(error instanceof RequestError) || error.status !== 401) throw error;
      throw redirect({ to: '/login', search: { to: location.href } });
    }
  },
  loader: async ({ context: { client } }) => {
    await Promise.all([client.ensureQueryData(catalogueQuery), client.ensureQueryData(datasetQuery)]);
  },
});

const market = createRoute({
  getParentRoute: () => shell,
  path: '/',
  component: lazyRouteComponent(() => import('./market/MarketPage.tsx'), 'MarketPage'),
});

const rankings = createRoute({
  getParentRoute: () => shell,
  path: '/rankings/$kind',
  component: lazyRouteComponent(() => import('./rankings/RankingPage.tsx'), 'RankingPage'),
});

const imported = createRoute({
  getParentRoute: () => shell,
  path: '/import',
  component: lazyRouteComponent(() => import('./import/ImportPage.tsx'), 'ImportPage'),
});

const explored = (Object.keys(entities) as EntityKind[]).map((kind) =>
  createRoute({
    getParentRoute: () => shell,
    path: `/${kind}`,
    component: () => <ExplorePage key={kind} kind={kind} />,
  }),
);

const details = (Object.keys(entities) as EntityKind[]).map((kind) =>
  createRoute({
    getParentRoute: () => shell,
    path: `/${kind}/$id`,
    // Not waited for: the page asks for the same. Pointing at a link to it is enough.
    loader: ({ context: { client }, params: { id } }) => {
      void import('./entities/entity-queries.ts').then(({ prefetchEntity }) => prefetchEntity(client, kind, id));
    },
    component: lazyRouteComponent(async () => {
      const { EntityPage } = await import('./entities/EntityPage.tsx');
      return { default: () => <EntityPage kind={kind} /> };
    }),
  }),
);

const routeTree = root.addChildren([login, shell.addChildren([market, rankings, imported, ...explored, ...details])]);

export function createConsoleRouter(client: QueryClient) {
  return createRouter({
    routeTree,
    context: { client },
    basepath: new URL(document.baseURI).pathname.replace(/\/$/, '') || '/',
    parseSearch: (text) => Object.fromEntries(new URLSearchParams(text)),
    stringifySearch: (search) => {
      const text = new URLSearchParams(textsOf(search)).toString();
      return text === '' ? '' : `?${text}`;
    },
    defaultPreload: 'intent',
    defaultPendingMs: 150,
    defaultPendingComponent: Waiting,
    defaultErrorComponent: Failure,
    defaultNotFoundComponent: NotFound,
    scrollRestoration: false,
  });
}

/** Leads to the login, and from there back to the page that is looked at. */
export function askToLogIn(router: ReturnType<typeof createConsoleRouter>): void {
  const { location } = router.state;
  if (location.pathname === '/login') return;
  void router.navigate({ to: '/login', search: { to: location.href }, replace: true });
}

function textsOf(search: Record<string, unknown>): Record<string, string> {
  const texts = Object.entries(search).filter(([, value]) => value !== undefined && value !== null && value !== '');
  return Object.fromEntries(texts.map(([name, value]) => [name, String(value)]));
}
