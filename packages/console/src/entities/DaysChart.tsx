import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { TimeChart } from '../charts/TimeChart.tsx';
import type { Entity } from '../explore/entities.ts';
import { labelOf } from '../format/fields.ts';
import { useFormats } from '../format/formats.ts';
import { useDataset } from '../frame/dataset-shown.tsx';
import { Failure } from '../frame/Failure.tsx';
import { useMessages } from '../messages/messages.tsx';
import { type Endpoint, endpointOf, type Field, type Row } from '../server/catalogue.ts';
import { useCatalogue } from '../server/queries.ts';
import { Choices } from '../ui/Choices.tsx';
import styles from './DaysChart.module.css';
import { daysQuery } from './entity-queries.ts';

export interface DaysChartProps {
  readonly entity: Entity;
  readonly id: string;
  /** Fields that can be shown. */
  readonly series: readonly string[];
}

const spans = [30, 90, 180] as const;

/** The days of one thing, a measure at a time. */
export function DaysChart({ entity, id, series }: DaysChartProps) {
  const t = useMessages();
  const formats = useFormats();
  const { dataset } = useDataset();
  const endpoint = endpointOf(useCatalogue(), entity.trend);
  const [name, setName] = useState(series[0] ?? '');
  const [span, setSpan] = useState<(typeof spans)[number]>(90);
  const { data, error } = useQuery(daysQuery(endpoint, id, dataset));
  const field = endpoint.fields.find((each) => each.name === name);
  if (error !== null) return <Failure error={error} />;
  if (field === undefined) return null;
  const rows = [...(data?.data ?? [])].sort((a, b) => (String(a['dt']) < String(b['dt']) ? -1 : 1)).slice(-span);
  const currency = String(rows.at(-1)?.['currency'] ?? '');
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
      {data !== undefined && rows.length === 0 ? (
        <p className={styles['none']}>{t('chart.none')}</p>
      ) : (
        <TimeChart
          title={seriesName(t, endpoint, name)}
          data={dataOf(rows, field, seriesName(t, endpoint, name))}
          write={write}
          writeShort={writeShort}
        />
      )}
    </div>
  );
}

function dataOf(rows: readonly Row[], { name, kind }: Field, title: string) {
  const isUnknown = (value: number) => kind === 'amount' && name === 'spu_avg_price' && value === 0;
  const values = rows.map((row) => Number(row[name])).map((value) => (isUnknown(value) ? null : value));
  return { days: rows.map((row) => String(row['dt'])), series: [{ name: title, values }] };
}

function seriesName(t: ReturnType<typeof useMessages>, { fields }: Endpoint, name: string): string {
  const field = fields.find((each) => each.name === name);
  return field === undefined ? name : (t.find(`series.${name}`) ?? labelOf(t, field).name);
}
