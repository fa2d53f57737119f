import { endpoints } from '@vitrine/sdk';
import { defineCommand } from 'citty';
import { getEndpoint } from './get/endpoint.ts';

export const get = defineCommand({
  meta: { name: 'get', description: 'Query a server for products, creators or videos' },
  subCommands: Object.fromEntries(endpoints.map((endpoint) => [endpoint.id, getEndpoint(endpoint)])),
});
