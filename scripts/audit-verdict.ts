/** What is to be made of an audit. */
export interface Verdict {
  readonly passed: boolean;
  readonly words: string;
}

interface AuditReport {
  readonly vulnerabilities?: Readonly<Record<string, { readonly name: string; readonly severity: string }>>;
  readonly metadata?: { readonly vulnerabilities?: { readonly total: number } };
  readonly message?: string;
  readonly error?: { readonly summary?: string };
}

/** Severities that end the check. */
const grave = ['high', 'critical'];

/** What the standard output of `npm audit --json` means. An answer that is none passes, and the words say so. */
export function verdictOf(output: string): Verdict {
  const report = parsed(output);
  const counts = report.metadata?.vulnerabilities;
  if (counts === undefined) return { passed: true, words: `dependencies were NOT audited: ${reasonIn(report)}` };
  const found = Object.values(report.vulnerabilities ?? {}).filter(({ severity }) => grave.includes(severity));
  if (found.length === 0)
    return { passed: true, words: `no grave vulnerability is known (${counts.total} lesser ones)` };
  const names = found.map(({ name, severity }) => `${name} (${severity})`);
  return { passed: false, words: `known vulnerabilities: ${names.join(', ')}; see "npm audit"` };
}

function parsed(output: string): AuditReport {
  try {
    return JSON.parse(output);
  } catch {
    return {};
  }
}

function reasonIn({ message, error }: AuditReport): string {
  return message ?? (error?.summary || 'the registry gave no answer');
}
