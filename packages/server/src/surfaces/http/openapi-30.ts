type Json = Readonly<Record<string, unknown>>;

/**
 * The same document as OpenAPI 3.0, for tools that do not read 3.1 yet. What we use of 3.1 and 3.0 has in other words:
 * types that may be null, files as text of a media type, and a licence by its identifier.
 */
export function asOpenApi30(document: Json): Json {
  const { info, ...rest } = converted(document) as { readonly info: { readonly license: { readonly name: string } } };
  return { ...rest, openapi: '3.0.3', info: { ...info, license: { name: info.license.name } } };
}

function converted(node: unknown): unknown {
  if (Array.isArray(node)) return node.map(converted);
  if (typeof node !== 'object' || node === null) return node;
  // Values of examples are the callers', whatever their names are.
  const entries = Object.entries(node).map(([key, value]) => [key, key === 'example' ? value : converted(value)]);
  return withoutNullType(withoutMediaType(Object.fromEntries(entries)));
}

function withoutMediaType({ contentMediaType, ...node }: Json): Json {
  return contentMediaType === undefined ? node : { ...node, format: 'binary' };
}

function withoutNullType(node: Json): Json {
  const { type } = node;
  if (type === 'null') return { ...node, type: 'object', nullable: true, enum: [null] };
  if (!Array.isArray(type)) return node;
  const [first, ...others] = type.filter((each) => each !== 'null');
  if (others.length > 0) throw new TypeError(`expected one type besides null, got ${type.join(', ')}`);
  return { ...node, type: first, nullable: true };
}
