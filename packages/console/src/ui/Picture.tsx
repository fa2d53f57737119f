import { useState } from 'react';
import { addressOf } from '../server/request.ts';
import styles from './Picture.module.css';

export interface PictureProps {
  /** Address that the row has, or JSON of several. */
  readonly value: string;
  /** What the drawn picture is made from where there is no other. */
  readonly name: string;
  readonly shape: 'square' | 'round' | 'tall';
  readonly sizePx: number;
}

/** A picture through the server's own store; a drawn one as long as there is none. */
export function Picture({ value, name, shape, sizePx }: PictureProps) {
  const address = firstAddress(value);
  const [shown, setShown] = useState<string>();
  const style = {
    width: shape === 'tall' ? Math.round(sizePx * 0.75) : sizePx,
    height: sizePx,
    fontSize: Math.round(sizePx * 0.42),
  };
  return (
    <span className={styles['picture']} data-shape={shape} data-hue={hueOf(name)} style={style} aria-hidden="true">
      {(address === undefined || shown !== address) && initialOf(name)}
      {address !== undefined && (
        <img
          src={addressOf('console/v1/image', { address })}
          alt=""
          loading="lazy"
          decoding="async"
          hidden={shown !== address}
          onLoad={(event) => {
            if (event.currentTarget.naturalWidth > 1) setShown(address);
          }}
        />
      )}
    </span>
  );
}

function firstAddress(value: string): string | undefined {
  if (/^https?:/.test(value)) return value;
  if (!value.startsWith('[')) return undefined;
  try {
    const [first] = JSON.parse(value) as readonly { url?: unknown }[];
    return typeof first?.url === 'string' ? first.url : undefined;
  } catch {
    return undefined;
  }
}

function initialOf(name: string): string {
  const first = name.match(/[\p{L}\p{N}\p{Extended_Pictographic}]/u)?.[0];
  return (first ?? '·').toLocaleUpperCase();
}

const hues = 6;

function hueOf(name: string): number {
  let sum = 0;
  for (const character of name) sum = (sum * 31 + (character.codePointAt(0) ?? 0)) % 9_973;
  return sum % hues;
}
