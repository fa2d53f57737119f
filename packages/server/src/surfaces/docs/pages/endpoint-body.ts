import { aliasesOf } from '../../../catalogue/aliases.ts';
import { type Endpoint, exportedOf, requestedFields } from '../../../catalogue/endpoint.ts';
import { methodName } from '../../../catalogue/method-name.ts';
import type { Parameter } from '../../../catalogue/parameter.ts';
import type { ErrorEntry } from '../../../kernel/errors.ts';
import { exportPath } from '../../export/export-path.ts';
import { endpointErrors } from '../../http/endpoint-errors.ts';
import type { PageBody } from '../page.ts';
import { type FieldGroup, fieldGroups } from '../rendering/field-groups.ts';
import { codeBlock } from '../rendering/highlight.ts';
import { type Html, html } from '../rendering/html.ts';
import { type Heading, headingMarkup, renderInline, renderMarkdown, scrollable } from '../rendering/markdown.ts';
import type { FindRule } from '../rendering/rules.ts';
import { samplesOf } from '../samples/sample.ts';
import { errorWords, parameterWords, requestedWords, responseWords } from './endpoint-markdown.ts';
import { exampleResponse, priceWords } from './example-call.ts';
import { defaultWords, limits, requiredFirst, typeWord } from './parameter-words.ts';
import { tryForm } from './try-form.ts';

const headings: readonly Heading[] = ['Try it', 'Parameters', 'Response', 'Errors'].map((text) => ({
  id: text.toLowerCase().replaceAll(' ', '-'),
  text,
  level: 2,
}));

/** The page of an endpoint: parameters and response in the middle, samples and an example response beside it. */
export function endpointBody(endpoint: Endpoint, ruleOf: FindRule): PageBody {
  const [tryIt, parameters, response, errorsHeading] = headings.map((heading) => headingMarkup(heading));
  const article = html`<h1>${endpoint.title}</h1>
<p class="lead">${endpoint.summary}</p>
<p class="request"><span class="method">GET</span> <code>${endpoint.path}</code></p>
${facts(endpoint)}
${contents()}
${renderMarkdown(endpoint.description, (href) => href).html}
<section class="needs-script">${tryIt}
${tryForm(endpoint)}</section>
${parameters}
<p>${renderInline(parameterWords)}</p>
<ul class="entries">${requiredFirst(endpoint.parameters).map(parameterEntry)}</ul>
${response}
<p>${renderInline(responseWords(endpoint))}</p>
<ul class="entries">${fieldGroups(endpoint.row).map((group) => fieldEntry(group, ruleOf))}</ul>
${onRequest(endpoint, ruleOf)}
${errorsHeading}
<p>${renderInline(errorWords)}</p>
${errorTable()}`;
  return { article, aside: aside(endpoint), headings };
}

function onRequest(endpoint: Endpoint, ruleOf: FindRule): Html {
  const fields = fieldGroups(requestedFields(endpoint));
  return html`${
    fields.length > 0 &&
    html`<p>${renderInline(requestedWords)}</p>
<ul class="entries">${fields.map((group) => fieldEntry(group, ruleOf))}</ul>`
  }`;
}

/** The samples come after the article where the screen is narrow. */
function contents(): Html {
  const links = [...headings, { id: 'samples', text: 'Samples' }].map(
    ({ id, text }) => html`<li${id === 'try-it' && html` class="needs-script"`}><a href="#${id}">${text}</a></li>`,
  );
  return html`<nav class="on-page" aria-label="On this page"><span>On this page</span><ul>${links}</ul></nav>`;
}

function facts(endpoint: Endpoint): Html {
  return html`<dl class="facts">
<div><dt>Price</dt><dd>${priceWords(endpoint)} per successful call</dd></div>
<div><dt>MCP tool</dt><dd><code>${endpoint.tool}</code></dd></div>
<div><dt>SDK</dt><dd><code>${methodName(endpoint)}()</code></dd></div>
<div><dt>Command</dt><dd><code>vitrine get ${endpoint.id}</code></dd></div>
${exportedOf([endpoint]).map((all) => html`<div><dt>Export</dt><dd><a href="/docs/guides/export"><code>${exportPath(all)}</code></a></dd></div>`)}
${aliasesOf(endpoint).map((path) => html`<div><dt>Alias</dt><dd><code>${path}</code></dd></div>`)}
</dl>`;
}

function parameterEntry(parameter: Parameter): Html {
  const { name, domain, required, description } = parameter;
  const whenAbsent = defaultWords(parameter);
  const words = limits(parameter);
  return html`<li id="parameter-${name}">
<p class="entry"><code>${name}</code> <span class="type">${typeWord(parameter)}</span>${required && html` <span class="required">required</span>`}${
    whenAbsent !== undefined && html` <span class="type">default ${whenAbsent}</span>`
  }</p>
<p>${renderInline(description)}${words !== '' && html` <span class="limits">${words}</span>`}</p>
${domain.kind === 'choice' && choiceList(domain.choices)}
</li>`;
}

function choiceList(choices: readonly { readonly value: number; readonly label: string }[]): Html {
  return html`<ul class="choices">${choices.map(({ value, label }) => html`<li><code>${value}</code> ${label}</li>`)}</ul>`;
}

function fieldEntry(group: FieldGroup, ruleOf: FindRule): Html {
  const { name, kind, description, days } = group;
  const rule = ruleOf(group);
  return html`<li id="field-${name}">
<p class="entry"><code>${name}</code> <span class="type">${kind}</span></p>
<p>${renderInline(description)}${
    rule !== undefined && html` <a class="rule" href="/docs/guides/estimates#${rule.anchor}">How it is calculated</a>`
  }</p>
${days.length > 0 && html`<p class="limits">N is one of ${days.join(', ')}.</p>`}
</li>`;
}

function errorTable(): Html {
  return scrollable(html`<table class="stacked"><thead><tr><th>Status</th><th>Message</th><th>What to do</th></tr></thead>
<tbody>${endpointErrors.map(errorRow)}</tbody></table>`);
}

function errorRow({ code, id, message, whatToDo }: ErrorEntry): Html {
  return html`<tr><td><span class="status">${code}</span></td><td><a href="/docs/errors/${id}">${message}</a></td><td>${whatToDo}</td></tr>`;
}

function aside(endpoint: Endpoint): Html {
  const samples = samplesOf(endpoint);
  return html`<div class="samples" id="samples">
<div class="tabs" role="tablist" aria-label="Language of the sample">${samples.map(
    ({ language, title }, i) =>
      html`<button type="button" role="tab" id="tab-${language}" aria-controls="sample-${language}" aria-selected="${i === 0 ? 'true' : 'false'}" data-language="${language}">${title}</button>`,
  )}</div>
${samples.map(
  ({ language, title, code }) =>
    html`<div role="tabpanel" id="sample-${language}" aria-labelledby="tab-${language}">${codeBlock(code, language, title)}</div>`,
)}
</div>
${codeBlock(exampleResponse(endpoint), 'json', 'Response')}`;
}
