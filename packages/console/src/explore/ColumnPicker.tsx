import { ArrowDown, ArrowUp, Columns3 } from 'lucide-react';
import { useMemo, useState } from 'react';
import { labelText } from '../format/fields.ts';
import { useAddressChange } from '../frame/navigation.ts';
import { useMessages } from '../messages/messages.tsx';
import type { Endpoint, Field } from '../server/catalogue.ts';
import { Button } from '../ui/Button.tsx';
import { Popover } from '../ui/Popover.tsx';
import styles from './ColumnPicker.module.css';
import type { Entity } from './entities.ts';

export interface ColumnPickerProps {
  readonly endpoint: Endpoint;
  readonly entity: Entity;
  readonly chosen: readonly string[];
}

/** Which fields are columns, and in which order. */
export function ColumnPicker(props: ColumnPickerProps) {
  const t = useMessages();
  return (
    <Popover
      label={t('columns.title')}
      look="quiet"
      trigger={
        <>
          <Columns3 />
          {t('columns.title')}
        </>
      }
    >
      {() => <Picker {...props} />}
    </Popover>
  );
}

function Picker({ endpoint, entity, chosen }: ColumnPickerProps) {
  const t = useMessages();
  const change = useAddressChange();
  const [words, setWords] = useState('');
  const choose = (names: readonly string[]) => change({ columns: names.join('.') || undefined }, { replace: true });
  const fields = useMemo(() => offeredFields(endpoint, entity), [endpoint, entity]);
  const others = fields.filter((field) => !chosen.includes(field.name) && matches(labelText(t, field), field, words));
  const fieldNamed = (name: string) => fields.find((field) => field.name === name);
  return (
    <div className={styles['picker']}>
      <ul aria-label={t('columns.chosen')}>
        {chosen.map((name, i) => (
          <li key={name}>
            <label>
              <input type="checkbox" checked onChange={() => choose(chosen.filter((each) => each !== name))} />
              {labelText(t, fieldNamed(name) ?? unknownField(name))}
            </label>
            <Move
              t={t}
              label="columns.up"
              icon={<ArrowUp />}
              isOff={i === 0}
              onMove={() => choose(swapped(chosen, i, i - 1))}
            />
            <Move
              t={t}
              label="columns.down"
              icon={<ArrowDown />}
              isOff={i === chosen.length - 1}
              onMove={() => choose(swapped(chosen, i, i + 1))}
            />
          </li>
        ))}
      </ul>
      <input
        type="search"
        className={styles['search']}
        placeholder={t('columns.search')}
        aria-label={t('columns.search')}
        value={words}
        onChange={(event) => setWords(event.target.value)}
      />
      <ul aria-label={t('columns.others')}>
        {others.map((field) => (
          <li key={field.name}>
            <label title={field.description}>
              <input type="checkbox" checked={false} onChange={() => choose([...chosen, field.name])} />
              {labelText(t, field)}
            </label>
          </li>
        ))}
      </ul>
      <Button onClick={() => choose([])}>{t('columns.reset')}</Button>
    </div>
  );
}

interface MoveProps {
  readonly t: ReturnType<typeof useMessages>;
  readonly label: 'columns.up' | 'columns.down';
  readonly icon: React.ReactNode;
  readonly isOff: boolean;
  onMove(): void;
}

function Move({ t, label, icon, isOff, onMove }: MoveProps) {
  return <Button look="quiet" aria-label={t(label)} icon={icon} disabled={isOff} onClick={onMove} />;
}

/** What stands in the first column anyway, and texts that hold data, are no columns. */
function offeredFields({ fields }: Endpoint, { picture, names }: Entity): readonly Field[] {
  return fields.filter(({ name, kind }) => kind !== 'json' && name !== picture && name !== names[0]);
}

function matches(label: string, { name, description }: Field, words: string): boolean {
  const text = `${label} ${name} ${description}`.toLowerCase();
  return words
    .toLowerCase()
    .split(/\s+/)
    .every((word) => text.includes(word));
}

function swapped(names: readonly string[], a: number, b: number): readonly string[] {
  const [first, second] = [names[a], names[b]];
  return names.map((name, i) => (i === a ? (second ?? name) : i === b ? (first ?? name) : name));
}

function unknownField(name: string): Field {
  return { name, kind: 'text', description: name };
}
