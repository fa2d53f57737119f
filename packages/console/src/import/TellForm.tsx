import type { FormEvent } from 'react';
import { useMessages } from '../messages/messages.tsx';
import type { Readable, Told } from '../server/imports.ts';
import { Button } from '../ui/Button.tsx';
import type { ImportedFile } from './imported-files.ts';
import styles from './TellForm.module.css';

export interface TellFormProps {
  readonly imported: ImportedFile;
  readonly readable: Readable;
  onTell(told: Told): void;
}

/** What a file does not say: first what the server asks for, and folded away what else may be told. */
export function TellForm({ imported, readable, onTell }: TellFormProps) {
  const t = useMessages();
  const { asked } = imported;
  const names = [...readable.told.map(({ name }) => name), 'from', 'kind'];
  const others = names.filter((name) => !asked.includes(name));
  const submit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    const given = [...new FormData(event.currentTarget)].map(([name, value]) => [name, String(value).trim()] as const);
    onTell(Object.fromEntries(given.filter(([, value]) => value !== '')));
  };
  const fieldsOf = (shown: readonly string[]) => (
    <div className={styles['fields']}>
      {shown.map((name) => (
        <Field key={name} name={name} imported={imported} readable={readable} />
      ))}
    </div>
  );
  const again = <Button type="submit">{t('import.again')}</Button>;
  return (
    <form className={styles['form']} onSubmit={submit} aria-label={t('import.tell', { file: imported.file.name })}>
      {asked.length > 0 && fieldsOf(asked)}
      {asked.length > 0 && again}
      <details>
        <summary>{t('import.tellMore')}</summary>
        {fieldsOf(others)}
        {asked.length === 0 && again}
      </details>
    </form>
  );
}

interface FieldProps {
  readonly name: string;
  readonly imported: ImportedFile;
  readonly readable: Readable;
}

function Field({ name, imported: { id, told }, readable }: FieldProps) {
  const t = useMessages();
  const props = { id: `file-${id}-${name}`, name, defaultValue: told[name] ?? '' };
  const example = readable.told.find((each) => each.name === name)?.example ?? '';
  return (
    <div>
      <label htmlFor={props.id}>{t.find(`import.told.${name}`) ?? name}</label>
      {name === 'from' && <Choice {...props} values={readable.sources.map((each) => [each.name, each.title])} />}
      {name === 'kind' && (
        <Choice {...props} values={readable.kinds.map((kind) => [kind, t.find(`import.kind.${kind}`) ?? kind])} />
      )}
      {name !== 'from' && name !== 'kind' && (
        <input {...props} type={name === 'day' ? 'date' : 'text'} placeholder={example} autoComplete="off" />
      )}
    </div>
  );
}

interface ChoiceProps {
  readonly id: string;
  readonly name: string;
  readonly defaultValue: string;
  /** With what they are called. */
  readonly values: readonly (readonly [value: string, text: string])[];
}

function Choice({ values, ...props }: ChoiceProps) {
  const t = useMessages();
  return (
    <select {...props}>
      <option value="">{t('import.asRecognised')}</option>
      {values.map(([value, text]) => (
        <option key={value} value={value}>
          {text}
        </option>
      ))}
    </select>
  );
}
