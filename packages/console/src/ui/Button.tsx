import type { ComponentProps, ReactNode } from 'react';
import styles from './Button.module.css';

export interface ButtonProps extends ComponentProps<'button'> {
  readonly look?: 'plain' | 'quiet' | 'main' | 'chip';
  readonly icon?: ReactNode;
}

export function Button({ look = 'plain', icon, children, className = '', ...rest }: ButtonProps) {
  return (
    <button type="button" className={`${buttonClass(look)} ${className}`} {...rest}>
      {icon}
      {children}
    </button>
  );
}

/** The class of what looks like a button: triggers of menus, and links. */
export function buttonClass(look: NonNullable<ButtonProps['look']> = 'plain'): string {
  return `${styles['button']} ${styles[look]}`;
}
