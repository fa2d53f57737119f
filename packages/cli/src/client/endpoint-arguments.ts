import type { EndpointSpec, ParameterSpec, ParameterValues } from '@vitrine/sdk';
import type { ArgsDef, StringArgDef } from 'citty';

/** An option for each parameter of the endpoint. */
export function argumentsOf({ parameters }: EndpointSpec): ArgsDef {
  return Object.fromEntries(parameters.map((parameter) => [optionOf(parameter), argumentOf(parameter)]));
}

/** What was given of them. Those of the page have defaults, so none of them has to be. */
export function valuesOf({ parameters }: EndpointSpec, args: Readonly<Record<string, unknown>>): ParameterValues {
  return Object.fromEntries(parameters.map((parameter) => [parameter.name, args[optionOf(parameter)]]));
}

/** `min_total_sale_cnt` → `min-total-sale-cnt`; the sort field is `sort` for every endpoint. */
function optionOf({ name, use }: ParameterSpec): string {
  return use === 'sortField' ? 'sort' : name.replaceAll('_', '-');
}

function argumentOf(parameter: ParameterSpec): StringArgDef & { readonly required: boolean } {
  return {
    type: 'string',
    valueHint: hintOf(parameter),
    description: parameter.description,
    required: parameter.required && !['pageNum', 'pageSize'].includes(parameter.use),
  };
}

const hints: Readonly<Record<ParameterSpec['kind'], string>> = {
  id: 'ID',
  ids: 'ID,…',
  region: 'XX',
  day: 'YYYYMMDD',
  date: 'YYYY-MM-DD',
  decimal: 'N',
  count: 'N',
  integer: 'N',
  choice: 'NAME',
  addresses: 'URL,…',
  words: 'WORDS',
  phrase: 'TEXT',
  name: 'NAME',
  fields: 'A,B,…',
  handle: 'NAME',
  handles: 'NAME,…',
};

function hintOf({ kind }: ParameterSpec): string {
  return hints[kind];
}
