import { Popover as AriakitPopover, PopoverDisclosure, PopoverProvider, usePopoverStore } from '@ariakit/react';
import type { ReactNode } from 'react';
import { type ButtonProps, buttonClass } from './Button.tsx';
import styles from './Popover.module.css';

export interface PopoverProps {
  readonly label: string;
  readonly trigger: ReactNode;
  readonly look?: ButtonProps['look'];
  readonly className?: string;
  readonly openAtFirst?: boolean;
  onClose?(): void;
  children(close: () => void): ReactNode;
}

/** A button and what it opens beside itself. Its content is made when it is opened. */
export function Popover({
  label,
  trigger,
  look = 'plain',
  className = '',
  openAtFirst = false,
  onClose,
  children,
}: PopoverProps) {
  const store = usePopoverStore({
    defaultOpen: openAtFirst,
    placement: 'bottom-start',
    setOpen: (open) => {
      if (!open) onClose?.();
    },
  });
  return (
    <PopoverProvider store={store}>
      <PopoverDisclosure className={`${buttonClass(look)} ${className}`}>{trigger}</PopoverDisclosure>
      <AriakitPopover gutter={6} className={styles['popover']} aria-label={label} unmountOnHide portal>
        {children(store.hide)}
      </AriakitPopover>
    </PopoverProvider>
  );
}
