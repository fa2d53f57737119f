import { checkText, invalid } from '../kernel/field-checks.ts';

/** The name that the sender of an upload has given it. @throws ApiError parameter-invalid */
export function checkSourceName(name: string): void {
  checkText('source', name, 1);
  if (/[/\\]/.test(name)) throw invalid('source', 'a file name without / and \\', JSON.stringify(name));
}

/** Whether an upload may have a name. */
export function isSourceName(name: string): boolean {
  try {
    checkSourceName(name);
    return true;
  } catch {
    return false;
  }
}
