import { z } from 'zod';
import type { ForgetReport } from '../../ingest/erasure/forget.ts';
import type { PublishRequest } from '../../warehouse/publish/publish.ts';
import type { HttpExtension } from '../http/server.ts';
import { type AdminHookParts, requireAdmin } from './admin-hook.ts';
import { checkedBody } from './body.ts';
import { answerInSteps } from './publish-progress.ts';

export interface ForgetRouteParts extends AdminHookParts {
  /** @throws ApiError as `forgetCreator` does, and publish-running; what `publish` throws. */
  forgetCreator(userId: string, onStep?: PublishRequest['onStep']): Promise<ForgetReport>;
}

const whom = z.strictObject({ user_id: z.string() });

/**
 * `POST /admin/v1/forget/creator` with `{user_id}` erases a person and publishes anew; steps can be followed as with a
 * publish. The id is in the body, for paths are logged. 400: no id; 409: a publish runs, or a batch is open.
 */
export function forgetRoute({ forgetCreator, ...hook }: ForgetRouteParts): HttpExtension {
  const options = { onRequest: requireAdmin(hook), config: { isPersonal: true } };
  return (server) => {
    server.post('/admin/v1/forget/creator', options, (request, reply) => {
      const { user_id: userId } = checkedBody(whom, request);
      return answerInSteps(request, reply, (onStep) => forgetCreator(userId, onStep));
    });
  };
}
