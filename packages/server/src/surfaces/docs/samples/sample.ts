import type { Endpoint } from '../../../catalogue/endpoint.ts';
import { curlSample } from './curl.ts';
import { javascriptSample } from './javascript.ts';
import { pythonSample } from './python.ts';
import { typescriptSample } from './typescript.ts';

/**
 * A program that makes an endpoint's example call. It takes the key from the environment (`VITRINE_KEY`) and runs as it
 * is.
 */
export interface Sample {
  /** As code fences name it. */
  readonly language: string;
  readonly title: string;
  readonly code: string;
}

/** The example call in every language, cURL first. */
export function samplesOf(endpoint: Endpoint): readonly Sample[] {
  return [
    { language: 'bash', title: 'cURL', code: curlSample(endpoint) },
    { language: 'python', title: 'Python', code: pythonSample(endpoint) },
    { language: 'javascript', title: 'JavaScript', code: javascriptSample(endpoint) },
    { language: 'typescript', title: 'TypeScript', code: typescriptSample(endpoint) },
  ];
}
