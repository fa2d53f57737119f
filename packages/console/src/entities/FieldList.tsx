import { useState } from 'react';
import { labelText, written } from '../format/fields.ts';
import { useFormats } from '../format/formats.ts';
import { useMessages } from '../messages/messages.tsx';
import type { Endpoint, Row } from '../server/catalogue.ts';
import styles from './FieldList.module.css';

/** Every field of a row, with what it means: what the API gives of the thing. */
export function FieldList({ endpoint, row }: { readonly endpoint: Endpoint; readonly row: Row }) {
  const t = useMessages();
  const formats = useFormats();
  // Few open it, and it is longer than the rest of the page.
  const [isOpened, setOpened] = useState(false);
  return (
    <details className={styles['all']} onToggle={() => setOpened(true)}>
      <summary>{t('thing.fields', { count: endpoint.fields.length })}</summary>
      <div className={styles['scroll']}>
        <table>
          <thead>
            <tr>
              <th scope="col">{t('fields.field')}</th>
              <th scope="col">{t('fields.value')}</th>
              <th scope="col">{t('fields.meaning')}</th>
            </tr>
          </thead>
          <tbody>
            {(isOpened ? endpoint.fields : []).map((field) => (
              <tr key={field.name}>
                <th scope="row">
                  {labelText(t, field)}
                  <code>{field.name}</code>
                </th>
                <td>{written(formats, t, endpoint, field, row) ?? '–'}</td>
                <td>{field.description}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </details>
  );
}
