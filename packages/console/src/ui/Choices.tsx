import styles from './Choices.module.css';

export interface ChoicesProps<Value extends string | number> {
  readonly label: string;
  readonly values: readonly Value[];
  readonly chosen: Value;
  readonly look?: 'plain' | 'boxed' | 'tabs';
  onChoose(value: NoInfer<Value>): void;
  write(value: Value): string;
}

/** A few values of which one holds, all of them in sight. */
export function Choices<Value extends string | number>(props: ChoicesProps<Value>) {
  const { label, values, chosen, look = 'plain', onChoose, write } = props;
  return (
    <div role="group" aria-label={label} className={styles[look]}>
      {values.map((value) => (
        <button key={value} type="button" aria-pressed={value === chosen} onClick={() => onChoose(value)}>
          {write(value)}
        </button>
      ))}
    </div>
  );
}
