import { Tab, TabList, TabPanel, TabProvider } from '@ariakit/react';
import { useMessages } from '../messages/messages.tsx';
import { addressOf } from '../server/request.ts';
import { Code } from '../ui/Code.tsx';
import { Dialog } from '../ui/Dialog.tsx';
import styles from './CallDialog.module.css';
import { callKinds, callText, type ViewCall } from './calls.ts';

/** This view as a call of the API. */
export function CallDialog({ onClose, ...question }: ViewCall & { onClose(): void }) {
  const t = useMessages();
  const origin = addressOf('').replace(/\/$/, '');
  return (
    <Dialog title={t('take.call')} onClose={onClose}>
      <p className={styles['note']}>{t('take.note')}</p>
      <TabProvider>
        <TabList className={styles['tabs']} aria-label={t('take.call')}>
          {callKinds.map((kind) => (
            <Tab key={kind} id={kind} className={styles['tab']}>
              {t(`call.${kind}`)}
            </Tab>
          ))}
        </TabList>
        {callKinds.map((kind) => (
          <TabPanel key={kind} tabId={kind}>
            <Code text={callText(kind, { ...question, origin })} />
          </TabPanel>
        ))}
      </TabProvider>
    </Dialog>
  );
}
