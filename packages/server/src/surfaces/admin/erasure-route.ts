import { z } from 'zod';
import type { ErasureOptions, ErasureReport } from '../../ingest/erasure/erase-creator.ts';
import type { ErasurePreview } from '../../ingest/erasure/erasure-preview.ts';
import type { PublishRequest } from '../../warehouse/publish/publish.ts';
import { successEnvelope } from '../envelope.ts';
import type { HttpExtension } from '../http/server.ts';
import { type AdminHookParts, requireAdmin } from './admin-hook.ts';
import { checkedBody } from './body.ts';
import { answerInSteps } from './publish-progress.ts';

export interface ErasureRouteParts extends AdminHookParts {
  /** @throws ApiError as `eraseCreator` does, and publish-running; what `publish` throws. */
  eraseCreator(userId: string, options?: ErasureOptions, onStep?: PublishRequest['onStep']): Promise<ErasureReport>;
  /** @throws ApiError parameter-invalid */
  previewErasure(userId: string): Promise<ErasurePreview>;
}

const whom = z.strictObject({ user_id: z.string() });
const confirmed = z.strictObject({
  user_id: z.string(),
  confirm: z.literal(true, 'expected true: erasing a creator cannot be undone; …/preview shows what will be erased'),
  unknown: z.boolean().optional(),
});

/**
 * `POST /admin/v1/forget/creator` with `{user_id, confirm: true, unknown?}` erases a person and publishes, with
 * progress as in a publish; `POST …/preview` with `{user_id}` only shows what would be erased. The ID is in the body:
 * paths are logged. 400: no ID, or not confirmed. 404: unknown, without `unknown`. 409: a publish is running, or a
 * batch is open.
 */
export function erasureRoute({ eraseCreator, previewErasure, ...hook }: ErasureRouteParts): HttpExtension {
  const options = { onRequest: requireAdmin(hook, 'forget'), config: { isPersonal: true } };
  return (server) => {
    server.post('/admin/v1/forget/creator', options, (request, reply) => {
      const { user_id: userId, unknown } = checkedBody(confirmed, request);
      return answerInSteps(request, reply, (onStep) => eraseCreator(userId, { unknown }, onStep));
    });
    server.post('/admin/v1/forget/creator/preview', options, async (request) => {
      const { user_id: userId } = checkedBody(whom, request);
      return successEnvelope(await previewErasure(userId), request.id);
    });
  };
}
