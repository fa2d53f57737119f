import { lazy, type ReactNode, Suspense, useState } from 'react';
import type { EntityKind } from '../explore/entities.ts';
import { useMessages } from '../messages/messages.tsx';
import type { Field } from '../server/catalogue.ts';
import styles from './Explained.module.css';

const ExplanationDrawer = lazy(async () => ({ default: (await import('./ExplanationDrawer.tsx')).ExplanationDrawer }));

export interface ExplainedProps {
  readonly kind: EntityKind;
  readonly id: string;
  readonly field: Field;
  /** What it is called. */
  readonly label: string;
  /** The number as it is written. */
  readonly children: ReactNode;
}

/** A number that says where it comes from when it is clicked. */
export function Explained({ kind, id, field, label, children }: ExplainedProps) {
  const t = useMessages();
  const [isOpen, setOpen] = useState(false);
  return (
    <>
      <button type="button" className={styles['number']} onClick={() => setOpen(true)}>
        {children}
        <span className="hidden"> {t('explain.open', { label })}</span>
      </button>
      {isOpen && (
        <Suspense>
          <ExplanationDrawer kind={kind} id={id} field={field} label={label} onClose={() => setOpen(false)} />
        </Suspense>
      )}
    </>
  );
}
