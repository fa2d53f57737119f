import { useState } from 'react';
import { useMessages } from '../messages/messages.tsx';
import { Button } from './Button.tsx';
import styles from './Code.module.css';

/** What is to be run elsewhere, and a button that copies it. */
export function Code({ text }: { readonly text: string }) {
  const t = useMessages();
  const [isCopied, setCopied] = useState(false);
  return (
    <div className={styles['code']}>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reached by the keyboard */}
      <pre tabIndex={0}>{text}</pre>
      <Button onClick={() => void navigator.clipboard.writeText(text).then(() => setCopied(true))}>
        {t(isCopied ? 'copied' : 'copy')}
      </Button>
    </div>
  );
}
