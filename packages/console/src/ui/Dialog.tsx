import { Dialog as AriakitDialog, DialogDismiss, DialogHeading } from '@ariakit/react';
import { X } from 'lucide-react';
import type { ReactNode } from 'react';
import { useMessages } from '../messages/messages.tsx';
import { buttonClass } from './Button.tsx';
import styles from './Dialog.module.css';

export interface DialogProps {
  readonly title: string;
  /** `side`: beside the page, from top to bottom. */
  readonly place?: 'middle' | 'side';
  onClose(): void;
  readonly children: ReactNode;
}

/** What is in front of the page until it is closed. */
export function Dialog({ title, place = 'middle', onClose, children }: DialogProps) {
  const t = useMessages();
  return (
    <AriakitDialog
      open
      onClose={onClose}
      unmountOnHide
      preventBodyScroll={false}
      backdrop={<div className={styles['backdrop']} />}
      className={styles['dialog']}
      data-place={place}
    >
      <header className={styles['head']}>
        <DialogHeading className={styles['title']}>{title}</DialogHeading>
        <DialogDismiss className={buttonClass('quiet')} aria-label={t('close')}>
          <X />
        </DialogDismiss>
      </header>
      {children}
    </AriakitDialog>
  );
}
