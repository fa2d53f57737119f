import { useQuery } from '@tanstack/react-query';
import type { Explanation } from '@vitrine/sdk';
import type { EntityKind } from '../explore/entities.ts';
import { type Formats, useFormats } from '../format/formats.ts';
import { useDataset } from '../frame/dataset-shown.tsx';
import { Failure, Waiting } from '../frame/Failure.tsx';
import { useRegion } from '../frame/navigation.ts';
import { type Messages, useMessages } from '../messages/messages.tsx';
import type { Field } from '../server/catalogue.ts';
import { explanationQuery } from '../server/explanation.ts';
import { addressOf } from '../server/request.ts';
import { Dialog } from '../ui/Dialog.tsx';
import styles from './ExplanationDrawer.module.css';

export interface ExplanationDrawerProps {
  readonly kind: EntityKind;
  readonly id: string;
  readonly field: Field;
  readonly label: string;
  onClose(): void;
}

/** The kinds of things, as the server explains them. */
const explainedKinds: Readonly<Record<EntityKind, string>> = {
  products: 'product',
  creators: 'creator',
  videos: 'video',
  shops: 'shop',
};

/** Where a number comes from: its rule in words, the parts that add up to it, and the observations behind it. */
export function ExplanationDrawer({ kind, id, field, label, onClose }: ExplanationDrawerProps) {
  const { dataset } = useDataset();
  const region = useRegion();
  const question = { kind: explainedKinds[kind], id, field: field.name, region };
  const { data, error } = useQuery({ ...explanationQuery(question, dataset.version), retry: false });
  return (
    <Dialog title={label} place="side" onClose={onClose}>
      {error !== null && <Failure error={error} />}
      {error === null && data === undefined && <Waiting />}
      {data !== undefined && <Shown explanation={data} />}
    </Dialog>
  );
}

function Shown({ explanation }: { readonly explanation: Explanation }) {
  const t = useMessages();
  const formats = useFormats();
  const { value, meaning, rule, basis, interval, unrounded, rounding, breakdowns, from, sightings, notes } =
    explanation;
  return (
    <div className={styles['shown']}>
      <p className={styles['value']}>{written(formats, value)}</p>
      <p>{meaning}</p>
      <p className={styles['rule']}>
        {rule.words} <a href={addressOf(rule.doc)}>{rule.title}</a>
      </p>
      <p>
        <b>{t.find(`sure.${basis}`) ?? basis}</b>
        {interval !== null &&
          ` · ${t('explain.interval', { low: formats.count(interval.low), high: formats.count(interval.high), known: formats.percent(interval.knownRate) })}`}
      </p>
      {from.length > 0 && (
        <dl className={styles['from']}>
          {from.map((each) => (
            <div key={each.field}>
              <dt>{each.field}</dt>
              <dd>{written(formats, each.value)}</dd>
            </div>
          ))}
        </dl>
      )}
      {breakdowns.map((breakdown) => (
        <Parts key={breakdown.by} breakdown={breakdown} />
      ))}
      {unrounded !== null && (
        <p className={styles['sum']}>
          {t(rounding === null ? 'explain.sum' : 'explain.sumRounded', {
            sum: written(formats, unrounded),
            value: written(formats, value),
          })}
        </p>
      )}
      {sightings.map((each) => (
        <Sightings key={`${each.of} ${each.id}`} sightings={each} />
      ))}
      {notes.map((note) => (
        <p key={note} className={styles['note']}>
          {note}
        </p>
      ))}
    </div>
  );
}

const barMaxPercent = 100;

function Parts({ breakdown: { by, parts, more, rest } }: { readonly breakdown: Explanation['breakdowns'][number] }) {
  const t = useMessages();
  const formats = useFormats();
  const largest = Math.max(1e-9, ...parts.map(({ value }) => Math.abs(Number(value))));
  return (
    <section>
      <h3>{t.find(`explain.by.${by}`) ?? by}</h3>
      <ul className={styles['parts']}>
        {parts.map(({ part, value }) => (
          <li key={part}>
            <span>{partName(t, formats, part)}</span>
            <span className={styles['bar']} aria-hidden="true">
              <span style={{ width: `${(Math.abs(Number(value)) / largest) * barMaxPercent}%` }} />
            </span>
            <b>{written(formats, value)}</b>
          </li>
        ))}
        {more.parts > 0 && (
          <li>
            <span>{t('explain.more', { count: more.parts })}</span>
            <span />
            <b>{written(formats, more.value)}</b>
          </li>
        )}
        {rest !== null && (
          <li>
            <span>{rest.what}</span>
            <span />
            <b>{written(formats, rest.value)}</b>
          </li>
        )}
      </ul>
    </section>
  );
}

function Sightings({
  sightings: { of, id, sightings, more, gaps, corrections, dips },
}: {
  readonly sightings: Explanation['sightings'][number];
}) {
  const t = useMessages();
  const formats = useFormats();
  return (
    <section>
      <h3>
        {t('explain.sightings')} <code>{of}</code> <small>{id}</small>
      </h3>
      <table className={styles['sightings']}>
        <thead>
          <tr>
            <th scope="col">{t('explain.at')}</th>
            <th scope="col">{t('fields.value')}</th>
            <th scope="col">{t('explain.source')}</th>
          </tr>
        </thead>
        <tbody>
          {sightings.map((each) => (
            <tr key={`${each.at} ${each.batch} ${each.value}`} data-counts={each.counts}>
              <th scope="row">{formats.moment(Date.parse(each.at))}</th>
              <td>{written(formats, each.value)}</td>
              <td>
                {each.source} <small>{t('explain.batch', { batch: each.batch })}</small>
                {!each.counts && <small>{each.why}</small>}
                {each.late && <small>{t('explain.late')}</small>}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
      {more > 0 && <p className={styles['note']}>{t('explain.more', { count: more })}</p>}
      {gaps.map((gap) => (
        <p key={gap.until} className={styles['note']}>
          {t('explain.gap', {
            after: formats.day(gap.after),
            until: formats.day(gap.until),
            days: gap.days,
            growth: written(formats, gap.growth),
          })}
        </p>
      ))}
      {corrections.map((each) => (
        <p key={each.day} className={styles['note']}>
          {t('explain.correction', {
            day: formats.day(each.day),
            from: written(formats, each.from),
            to: written(formats, each.to),
          })}
        </p>
      ))}
      {dips.map((day) => (
        <p key={day} className={styles['note']}>
          {t('explain.dip', { day: formats.day(day) })}
        </p>
      ))}
    </section>
  );
}

function partName(t: Messages, formats: Formats, part: string): string {
  if (/^\d{4}-\d\d-\d\d$/.test(part)) return formats.day(part);
  return t.find(`explain.part.${part}`) ?? part;
}

/** Numbers are written as such, and all else as it is. */
function written(formats: Formats, value: string | number): string {
  if (typeof value === 'number') return formats.count(value);
  return /^-?\d{1,15}(\.\d+)?$/.test(value) ? formats.exact(Number(value)) : value;
}
