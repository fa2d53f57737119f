import {
  type SimulationOptions,
  type SourceForm,
  simulateAs,
  sourceForms,
} from '../../packages/simulator/src/index.ts';

/** As options of `vitrine ingest`. */
type Told = Readonly<Partial<Record<SourceForm['tells'][number], string>>>;

/** A small file of a source. */
export interface Example {
  readonly form: SourceForm;
  readonly file: string;
  /** What ingest has to be told of it. */
  readonly told: Told;
  text(): string;
}

const day = '2026-08-12';
const options: SimulationOptions = { products: 3, days: 35, seed: 6, endDate: day, videosPerProduct: 2 };
/** What files of one country leave out. */
const unsaid: Required<Told> = { region: 'TH', currency: 'THB', zone: 'UTC', day, creator: '@mr.with_0' };

/** One of every source, all of the same marketplace. */
export const examples: readonly Example[] = sourceForms.map((form) => ({
  form,
  file: `${form.name}.${form.extension}`,
  told: Object.fromEntries(form.tells.map((name) => [name, unsaid[name]])),
  text: () => Buffer.concat([...simulateAs(form.name, { ...options, ...regionsOf(form) })]).toString(),
}));

function regionsOf({ isOfOneRegion }: SourceForm): Pick<SimulationOptions, 'regions'> {
  return isOfOneRegion === true ? { regions: ['TH'] } : { regions: ['US', 'TH'] };
}
