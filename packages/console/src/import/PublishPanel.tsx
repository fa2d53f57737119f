import { useMutation } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import type { PublishReport } from '@vitrine/sdk';
import { useState } from 'react';
import { useFormats } from '../format/formats.ts';
import { useDataset } from '../frame/dataset-shown.tsx';
import { useMessages } from '../messages/messages.tsx';
import { publish } from '../server/imports.ts';
import { addressOf, RequestError } from '../server/request.ts';
import type { Step } from '../server/steps.ts';
import { Button, buttonClass } from '../ui/Button.tsx';
import styles from './PublishPanel.module.css';

export interface PublishPanelProps {
  /** The latest batch that went in since the page was opened; 0: none. */
  readonly batch: number;
  /** Files are on their way in. */
  readonly isWaiting: boolean;
}

/** Has what is in become numbers, says how far that is, and leads to them. */
export function PublishPanel({ batch, isWaiting }: PublishPanelProps) {
  const t = useMessages();
  const [step, setStep] = useState<Step>();
  const [published, setPublished] = useState(0);
  const hasNew = batch > published;
  const { showNewer } = useDataset();
  const publishing = useMutation({
    mutationFn: (_batch: number) => publish(setStep),
    onMutate: () => setStep(undefined),
    onSuccess(_report, ofBatch) {
      setPublished(ofBatch);
      showNewer();
    },
  });
  const { data, error, isPending } = publishing;
  const isBusy = isPending || isWaiting;
  return (
    <section className={styles['panel']} aria-labelledby="publish">
      <h2 id="publish">{t('import.publish')}</h2>
      <p>{t(hasNew ? 'import.publishNew' : 'import.publishWhy')}</p>
      <div className={styles['actions']}>
        <Button
          look={hasNew ? 'main' : 'plain'}
          aria-disabled={isBusy}
          onClick={() => isBusy || publishing.mutate(batch)}
        >
          {t('import.publish')}
        </Button>
        {isPending && <Progress step={step} />}
      </div>
      <div role="status">{isPending ? t('import.publishing') : data !== undefined && <Published report={data} />}</div>
      {error !== null && <PublishFailure error={error} />}
    </section>
  );
}

function Progress({ step }: { readonly step: Step | undefined }) {
  const t = useMessages();
  if (step === undefined) return <progress aria-label={t('import.publishing')} />;
  const { index, count } = step;
  return (
    <>
      <progress max={count} value={index} aria-label={t('import.publishing')} />
      <small>{t('import.step', { step: index + 1, count })}</small>
    </>
  );
}

function Published({ report }: { readonly report: PublishReport }) {
  const t = useMessages();
  const formats = useFormats();
  const { asOf, quarantine, suspicions = [], unknownSkus, version } = report;
  const heldBack = quarantine.products + quarantine.records;
  return (
    <>
      <p className={styles['done']}>{t('import.published', { version, day: formats.day(asOf) })}</p>
      <ul>
        {unknownSkus.sales > 0 && <li>{t('import.unknownSkus', { count: unknownSkus.sales })}</li>}
        {heldBack > 0 && <li>{t('import.quarantine', { count: heldBack })}</li>}
        {suspicions.map(({ field, message }) => (
          <li key={`${field} ${message}`}>{`${field}: ${message}`}</li>
        ))}
      </ul>
      <Link to="/" className={buttonClass('main')}>
        {t('failure.home')}
      </Link>
    </>
  );
}

function PublishFailure({ error }: { readonly error: Error }) {
  const t = useMessages();
  const id = error instanceof RequestError ? error.id : '';
  return (
    <p role="alert" className={styles['failure']}>
      {error.message} {id !== '' && <a href={addressOf(`docs/errors/${id}`)}>{t('failure.more')}</a>}
    </p>
  );
}
