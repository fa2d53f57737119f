import { Upload } from 'lucide-react';
import { useEffect, useRef, useState } from 'react';
import { useMessages } from '../messages/messages.tsx';
import { Button } from '../ui/Button.tsx';
import styles from './DropZone.module.css';

/** Takes files: those that are dropped anywhere on the page, and those that are chosen. */
export function DropZone({ onFiles }: { onFiles(files: readonly File[]): void }) {
  const t = useMessages();
  const isOver = useDroppedFiles(onFiles);
  const input = useRef<HTMLInputElement>(null);
  return (
    <div className={styles['zone']} data-over={isOver || undefined}>
      <Upload aria-hidden />
      <p>{t('import.drop')}</p>
      <Button look="main" onClick={() => input.current?.click()}>
        {t('import.choose')}
      </Button>
      <input
        ref={input}
        type="file"
        multiple
        hidden
        onChange={({ currentTarget }) => {
          onFiles([...(currentTarget.files ?? [])]);
          // The same file may be chosen once more, after it was changed.
          currentTarget.value = '';
        }}
      />
    </div>
  );
}

/** A file that misses the zone would otherwise be opened in place of the page. @returns whether files are over the page */
function useDroppedFiles(onFiles: (files: readonly File[]) => void): boolean {
  const [isOver, setOver] = useState(false);
  useEffect(() => {
    const over = (event: DragEvent) => {
      if (!event.dataTransfer?.types.includes('Files')) return;
      event.preventDefault();
      setOver(true);
    };
    const leave = ({ relatedTarget }: DragEvent) => {
      if (relatedTarget === null) setOver(false);
    };
    const drop = (event: DragEvent) => {
      event.preventDefault();
      setOver(false);
      onFiles([...(event.dataTransfer?.files ?? [])]);
    };
    const listeners = { dragover: over, dragleave: leave, drop };
    for (const [type, listener] of Object.entries(listeners)) window.addEventListener(type, listener as EventListener);
    return () => {
      for (const [type, listener] of Object.entries(listeners))
        window.removeEventListener(type, listener as EventListener);
    };
  }, [onFiles]);
  return isOver;
}
