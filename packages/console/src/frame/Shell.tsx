import { Link, Outlet } from '@tanstack/react-router';
import { BookOpen, LayoutDashboard, LogOut, Menu as MenuIcon, Search, Trophy, Upload, X } from 'lucide-react';
import { lazy, Suspense, useEffect, useState } from 'react';
import { tinykeys } from 'tinykeys';
import { type EntityKind, entities } from '../explore/entities.ts';
import { regionName, useFormats } from '../format/formats.ts';
import { type Language, languages, useLanguageChoice, useMessages } from '../messages/messages.tsx';
import { useSession } from '../server/queries.ts';
import { addressOf } from '../server/request.ts';
import { logOut, mayOperate } from '../server/session.ts';
import { Button } from '../ui/Button.tsx';
import { Menu, MenuItem, MenuLine } from '../ui/Menu.tsx';
import { DatasetProvider, useDataset } from './dataset-shown.tsx';
import { useAddressChange, useRegion } from './navigation.ts';
import styles from './Shell.module.css';
import { chooseTheme, chosenTheme, themes } from './theme.ts';

const Palette = lazy(async () => ({ default: (await import('../find/Palette.tsx')).Palette }));

/** The frame of every page: where one is, where one can go, and which numbers are shown. */
export function Shell() {
  return (
    <DatasetProvider>
      <Frame />
    </DatasetProvider>
  );
}

function Frame() {
  const t = useMessages();
  const [isFinding, setFinding] = useState(false);
  const [isOpen, setOpen] = useState(false);
  useEffect(
    () =>
      tinykeys(window, {
        '$mod+k': (event) => {
          event.preventDefault();
          setFinding(true);
        },
      }),
    [],
  );
  return (
    <div className={styles['frame']}>
      {/* A link would be relative to the base of the page. */}
      <button type="button" className={styles['skip']} onClick={() => document.getElementById('content')?.focus()}>
        {t('frame.skip')}
      </button>
      <header className={styles['bar']}>
        <Button
          look="quiet"
          aria-label={t('frame.menu')}
          icon={isOpen ? <X /> : <MenuIcon />}
          onClick={() => setOpen(!isOpen)}
        />
        <Brand />
        <Button look="quiet" aria-label={t('find.title')} icon={<Search />} onClick={() => setFinding(true)} />
      </header>
      <aside className={styles['side']} data-open={isOpen || undefined}>
        <div className={styles['wide']}>
          <Brand />
        </div>
        <button type="button" className={styles['find']} onClick={() => setFinding(true)}>
          <Search />
          <span>{t('find.open')}</span>
          <kbd>{/Mac|iP/.test(navigator.platform) ? '⌘K' : 'Ctrl K'}</kbd>
        </button>
        <Navigation onGo={() => setOpen(false)} />
        <div className={styles['foot']}>
          <Served />
          <Account />
        </div>
      </aside>
      <main id="content" tabIndex={-1} className={styles['main']}>
        <NewerNumbers />
        <Outlet />
      </main>
      {isFinding && (
        <Suspense>
          <Palette onClose={() => setFinding(false)} />
        </Suspense>
      )}
    </div>
  );
}

function Brand() {
  return (
    <Link to="/" className={styles['brand']}>
      <img src={addressOf('docs/assets/icon.svg')} alt="" width={20} height={20} />
      Vitrine
    </Link>
  );
}

function Navigation({ onGo }: { onGo(): void }) {
  const t = useMessages();
  const region = useRegion();
  const kinds = Object.keys(entities) as EntityKind[];
  const props = {
    search: { region } as never,
    className: styles['link'],
    activeProps: { 'data-active': true },
    onClick: onGo,
  };
  return (
    <nav aria-label={t('frame.navigation')} className={styles['nav']}>
      <RegionMenu />
      <Link to="/" activeOptions={{ exact: true, includeSearch: false }} {...props}>
        <LayoutDashboard />
        {t('market.title')}
      </Link>
      {kinds.map((kind) => {
        const Icon = entities[kind].icon;
        return (
          <Link key={kind} to={`/${kind}`} activeOptions={{ includeSearch: false }} {...props}>
            <Icon />
            {t(`kind.${kind}`)}
          </Link>
        );
      })}
      <Link to="/rankings/$kind" params={{ kind: 'products' }} activeOptions={{ includeSearch: false }} {...props}>
        <Trophy />
        {t('rankings.title')}
      </Link>
      {mayOperate(useSession()) && (
        <Link to="/import" activeOptions={{ includeSearch: false }} {...props}>
          <Upload />
          {t('import.title')}
        </Link>
      )}
      <a href={addressOf('docs')} className={styles['link']}>
        <BookOpen />
        {t('frame.docs')}
      </a>
    </nav>
  );
}

function RegionMenu() {
  const t = useMessages();
  const formats = useFormats();
  const region = useRegion();
  const change = useAddressChange();
  const { dataset } = useDataset();
  const others = dataset.markets.length === 0 ? [{ region, products: 0 }] : dataset.markets;
  return (
    <Menu
      label={t('frame.market')}
      look="quiet"
      className={styles['region'] ?? ''}
      trigger={
        <>
          <span className="hidden">{t('frame.market')} </span>
          <b>{region}</b>
          <span>{regionName(t, region)}</span>
        </>
      }
    >
      {others.map((market) => (
        <MenuItem
          key={market.region}
          isChosen={market.region === region}
          hint={t('frame.products', { count: formats.compact(market.products) })}
          onChoose={() => change({ region: market.region })}
        >
          {regionName(t, market.region)}
        </MenuItem>
      ))}
    </Menu>
  );
}

/** Which numbers are on the screen. */
function Served() {
  const t = useMessages();
  const formats = useFormats();
  const { dataset } = useDataset();
  if (dataset.asOf === null) return <p className={styles['served']}>{t('frame.nothing')}</p>;
  return (
    <p className={styles['served']}>
      {t('frame.asOf', { day: formats.day(dataset.asOf) })} · {t('frame.version', { version: dataset.version })}
    </p>
  );
}

function NewerNumbers() {
  const t = useMessages();
  const formats = useFormats();
  const { newer, showNewer } = useDataset();
  if (newer === undefined || newer.asOf === null) return null;
  return (
    <div className={styles['newer']} role="status">
      {t('frame.newer', { day: formats.day(newer.asOf) })}
      <Button look="main" onClick={showNewer}>
        {t('frame.showNewer')}
      </Button>
    </div>
  );
}

function Account() {
  const t = useMessages();
  const session = useSession();
  const { messages, choose } = useLanguageChoice();
  const leave = () => void logOut().finally(() => location.assign(addressOf('login')));
  return (
    <Menu
      label={t('frame.account')}
      look="quiet"
      className={styles['account'] ?? ''}
      trigger={
        <>
          <span>{session?.name ?? ''}</span>
          <span className="hidden"> {t('frame.account')}</span>
        </>
      }
    >
      {themes.map((theme) => (
        <MenuItem key={theme} isChosen={chosenTheme() === theme} onChoose={() => chooseTheme(theme)}>
          {t(`theme.${theme}`)}
        </MenuItem>
      ))}
      <MenuLine />
      {(Object.keys(languages) as Language[]).map((language) => (
        <MenuItem key={language} isChosen={messages.language === language} onChoose={() => choose(language)}>
          {languages[language]}
        </MenuItem>
      ))}
      <MenuLine />
      <MenuItem onChoose={leave}>
        <LogOut size={14} /> {t('frame.logOut')}
      </MenuItem>
    </Menu>
  );
}
