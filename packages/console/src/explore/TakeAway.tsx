import { useQueryClient } from '@tanstack/react-query';
import { Share } from 'lucide-react';
import { lazy, Suspense, useState } from 'react';
import { useMessages } from '../messages/messages.tsx';
import { sessionQuery } from '../server/queries.ts';
import { Menu, MenuItem, MenuLine } from '../ui/Menu.tsx';
import type { ViewCall } from './calls.ts';
import { type ExportFormat, exportAddress, exportFormats } from './exports.ts';

const CallDialog = lazy(async () => ({ default: (await import('./CallDialog.tsx')).CallDialog }));

/** Exactly this view as a file, or as a call. */
export function TakeAway({ endpoint, query, fields }: ViewCall) {
  const t = useMessages();
  const client = useQueryClient();
  const [isShown, setShown] = useState(false);
  const save = async (format: ExportFormat) => {
    // Whoever is logged out is asked to log in: an error would take the place of the page.
    await client.fetchQuery({ ...sessionQuery, staleTime: 0 });
    location.assign(exportAddress(endpoint, query, fields, format));
  };
  return (
    <>
      <Menu
        label={t('take.title')}
        look="quiet"
        trigger={
          <>
            <Share />
            {t('take.title')}
          </>
        }
      >
        {exportFormats.map((format) => (
          <MenuItem key={format} onChoose={() => void save(format)}>
            {t(`take.${format}`)}
          </MenuItem>
        ))}
        <MenuLine />
        <MenuItem onChoose={() => setShown(true)}>{t('take.call')}</MenuItem>
      </Menu>
      {isShown && (
        <Suspense>
          <CallDialog endpoint={endpoint} query={query} fields={fields} onClose={() => setShown(false)} />
        </Suspense>
      )}
    </>
  );
}
