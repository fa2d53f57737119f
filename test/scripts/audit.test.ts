import { describe, expect, it } from 'vitest';
import { verdictOf } from '../../scripts/audit-verdict.ts';

const metadata = { vulnerabilities: { total: 1 } };
const found = (severity: string) => JSON.stringify({ vulnerabilities: { left: { name: 'left', severity } }, metadata });

describe('the audit of the dependencies', () => {
  it.each(['high', 'critical'])('fails on a vulnerability that is %s, and names the package', (severity) => {
    expect(verdictOf(found(severity))).toMatchObject({
      passed: false,
      words: expect.stringContaining(`left (${severity})`),
    });
  });

  it.each(['info', 'low', 'moderate'])('passes on one that is %s', (severity) => {
    expect(verdictOf(found(severity)).passed).toBe(true);
  });

  it.each(['', 'not json', '{"message":"405 Method Not Allowed"}', '{"error":{"summary":"offline"}}'])(
    'passes where nobody could be asked, and says that it did not take place: %s',
    (output) => {
      expect(verdictOf(output)).toMatchObject({ passed: true, words: expect.stringMatching(/NOT audited: ./) });
    },
  );
});
