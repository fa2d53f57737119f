import {
  Menu as AriakitMenu,
  MenuItem as AriakitMenuItem,
  MenuButton,
  MenuProvider,
  MenuSeparator,
} from '@ariakit/react';
import type { ReactNode } from 'react';
import { type ButtonProps, buttonClass } from './Button.tsx';
import styles from './Menu.module.css';

export interface MenuProps {
  readonly label: string;
  readonly trigger: ReactNode;
  readonly look?: ButtonProps['look'];
  readonly className?: string;
  readonly children: ReactNode;
}

/** A button and the actions it offers. */
export function Menu({ label, trigger, look = 'plain', className = '', children }: MenuProps) {
  return (
    <MenuProvider>
      <MenuButton className={`${buttonClass(look)} ${className}`}>{trigger}</MenuButton>
      <AriakitMenu gutter={6} aria-label={label} className={styles['menu']} unmountOnHide portal>
        {children}
      </AriakitMenu>
    </MenuProvider>
  );
}

export interface MenuItemProps {
  readonly isChosen?: boolean;
  readonly hint?: ReactNode;
  readonly children: ReactNode;
  onChoose(): void;
}

export function MenuItem({ isChosen = false, hint, children, onChoose }: MenuItemProps) {
  return (
    <AriakitMenuItem className={styles['item']} data-chosen={isChosen || undefined} onClick={onChoose}>
      <span>{children}</span>
      {hint !== undefined && <span className={styles['hint']}>{hint}</span>}
    </AriakitMenuItem>
  );
}

export function MenuLine() {
  return <MenuSeparator className={styles['line']} />;
}
