import './generate-observations.ts';
import './generate-lists.ts';
import './generate-docs.ts';
import './generate-sdk.ts';

/* Everything that is generated and committed. With `--check` nothing is written: it fails where a file would change. */
