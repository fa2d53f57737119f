import type { Endpoint } from '../../../catalogue/endpoint.ts';
import type { Parameter } from '../../../catalogue/parameter.ts';
import { type Html, html } from '../rendering/html.ts';
import { priceWords } from './example-call.ts';
import { defaultWords, requiredFirst } from './parameter-words.ts';

/** A form that calls the endpoint from the page. Shown only where scripts run; the example's values are filled in. */
export function tryForm(endpoint: Endpoint): Html {
  const { path, example, parameters } = endpoint;
  const field = (parameter: Parameter) => fieldOf(parameter, example.query[parameter.name] ?? '');
  const isOpen = ({ name, required }: Parameter) => required || example.query[name] !== undefined;
  const sorted = requiredFirst(parameters);
  const more = sorted.filter((parameter) => !isOpen(parameter));
  return html`<form class="try" data-try="${path}" autocomplete="off">
<p>The call goes to this server. A successful response costs ${priceWords(endpoint)}.</p>
<div class="fields">${keyField()}${sorted.filter(isOpen).map(field)}</div>
${more.length > 0 && html`<details><summary>Optional parameters (${more.length})</summary><div class="fields">${more.map(field)}</div></details>`}
<p class="actions"><button type="submit" class="button primary">Send request</button> <button type="button" class="button" data-forget-key hidden>Forget key</button></p>
<p class="try-state" role="status"></p>
<div class="code" data-try-response hidden><pre tabindex="0" aria-label="Response"><code></code></pre></div>
</form>`;
}

function keyField(): Html {
  return html`<div class="wide"><label for="try-key">Your key</label>
<input id="try-key" data-key spellcheck="false" autocapitalize="off" placeholder="sk_live_…" aria-describedby="try-key-note">
<small id="try-key-note">Used in the samples. The key stays in this browser tab and is sent only to this server.</small></div>`;
}

function fieldOf(parameter: Parameter, value: string): Html {
  const { name, required } = parameter;
  const id = `try-${name}`;
  return html`<div><label for="${id}"><code>${name}</code>${required && html` <span class="required">required</span>`}</label>
${inputOf(parameter, id, value)}</div>`;
}

function inputOf(parameter: Parameter, id: string, value: string): Html {
  const { name, domain, required } = parameter;
  const whenAbsent = defaultWords(parameter);
  const attributes = html`id="${id}" name="${name}"${required && html` required`}`;
  if (domain.kind !== 'choice')
    return html`<input ${attributes} value="${value}" placeholder="${whenAbsent}" spellcheck="false">`;
  const options = domain.choices.map(
    (choice) =>
      html`<option value="${choice.value}"${String(choice.value) === value && html` selected`}>${choice.value} ${choice.label}</option>`,
  );
  const none =
    !required && html`<option value="">${whenAbsent === undefined ? 'any' : `default: ${whenAbsent}`}</option>`;
  return html`<select ${attributes}>${none}${options}</select>`;
}
