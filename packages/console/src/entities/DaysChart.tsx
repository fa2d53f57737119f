import { useQueries } from '@tanstack/react-query';
import { useState } from 'react';
import { TimeChart } from '../charts/TimeChart.tsx';
import { nameOf } from '../explore/columns.tsx';
import type { Entity } from '../explore/entities.ts';
import { currencyOf, labelOf } from '../format/fields.ts';
import { useFormats } from '../format/formats.ts';
import { useDataset } from '../frame/dataset-shown.tsx';
import { Failure } from '../frame/Failure.tsx';
import { useMessages } from '../messages/messages.tsx';
import { type Endpoint, endpointOf } from '../server/catalogue.ts';
import { useCatalogue } from '../server/queries.ts';
import { Choices } from '../ui/Choices.tsx';
import { Compared, useCompared } from './Compared.tsx';
import { comparedDays } from './compared-days.ts';
import styles from './DaysChart.module.css';
import { daysQuery, rowQuery } from './entity-queries.ts';

export interface DaysChartProps {
  readonly entity: Entity;
  readonly id: string;
  /** Fields that can be shown. */
  readonly series: readonly string[];
}

const spans = [30, 90, 180] as const;

/** The days of one thing, and of others beside it, a measure at a time. */
export function DaysChart({ entity, id, series }: DaysChartProps) {
  const t = useMessages();
  const formats = useFormats();
  const endpoint = endpointOf(useCatalogue(), entity.trend);
  const [name, setName] = useState(series[0] ?? '');
  const [span, setSpan] = useState<(typeof spans)[number]>(90);
  const { things, error, isHere } = useThings(entity, id);
  const field = endpoint.fields.find((each) => each.name === name);
  if (error !== null) return <Failure error={error} />;
  if (field === undefined) return null;
  const title = seriesName(t, endpoint, name);
  const shown = things.length === 1 ? things.map((thing) => ({ ...thing, name: title })) : things;
  const { data, leftOut } = comparedDays(shown, field, span);
  const currency = things[0]?.rows.map(currencyOf).find((each) => each !== '') ?? '';
  const write = field.kind === 'amount' ? (value: number) => formats.money(value, currency) : formats.count;
  const writeShort =
    field.kind === 'amount' ? (value: number) => formats.compactMoney(value, currency) : formats.compact;
  return (
    <div className={styles['days']}>
      <div className={styles['choices']}>
        <Choices
          label={t('chart.measure')}
          values={series}
          chosen={name}
          onChoose={setName}
          write={(each) => seriesName(t, endpoint, each)}
        />
        <Choices
          label={t('chart.span')}
          values={spans}
          chosen={span}
          onChoose={setSpan}
          write={(each) => t('window.days', { days: each })}
        />
      </div>
      <Compared entity={entity} id={id} things={things} />
      {leftOut.length > 0 && (
        <p className={styles['note']} role="status">
          {t('compare.leftOut', { names: leftOut.join(', ') })}
        </p>
      )}
      {isHere && data.days.length === 0 ? (
        <p className={styles['none']}>{t('chart.none')}</p>
      ) : (
        <TimeChart title={title} data={data} write={write} writeShort={writeShort} />
      )}
    </div>
  );
}

/** The thing of the page and those that it is compared with, as far as their days are here. */
function useThings(entity: Entity, id: string) {
  const catalogue = useCatalogue();
  const { dataset } = useDataset();
  const ids = [id, ...useCompared(id)];
  const days = useQueries({
    queries: ids.map((each) => daysQuery(endpointOf(catalogue, entity.trend), each, dataset)),
  });
  const details = useQueries({
    queries: ids.map((each) => rowQuery(endpointOf(catalogue, entity.detail), entity, each, dataset.version)),
  });
  const names = ids.map((each, i) => {
    const row = details[i]?.data?.data[0];
    return row === undefined ? each : nameOf(entity, row);
  });
  // Two may have the same name.
  const nameAt = (i: number) => (names.indexOf(names[i] ?? '') === i ? names[i] : `${names[i]} ${ids[i]}`) ?? '';
  const things = ids.map((each, i) => ({ id: each, name: nameAt(i), rows: days[i]?.data?.data ?? [] }));
  return {
    things,
    error: days.find(({ error }) => error !== null)?.error ?? null,
    isHere: days.every(({ data }) => data !== undefined),
  };
}

function seriesName(t: ReturnType<typeof useMessages>, { fields }: Endpoint, name: string): string {
  const field = fields.find((each) => each.name === name);
  return field === undefined ? name : (t.find(`series.${name}`) ?? labelOf(t, field).name);
}
