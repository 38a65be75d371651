import { z } from 'zod';
import { openApiDocument } from '../../../api/openapi.ts';

/** A schema of the document, as JSON. */
export interface JsonSchema {
  readonly $ref?: string;
  readonly type?: string | readonly string[];
  readonly enum?: readonly unknown[];
  readonly const?: unknown;
  readonly anyOf?: readonly JsonSchema[];
  readonly oneOf?: readonly JsonSchema[];
  readonly properties?: Readonly<Record<string, JsonSchema>>;
  readonly required?: readonly string[];
  readonly items?: JsonSchema;
  readonly format?: string;
  readonly pattern?: string;
  readonly minLength?: number;
  readonly maxLength?: number;
  readonly minItems?: number;
  readonly maxItems?: number;
  readonly minimum?: number;
  readonly maximum?: number;
}

interface Parameter {
  readonly name: string;
  readonly in: 'path' | 'query' | 'header';
  readonly required?: boolean;
  readonly schema: JsonSchema;
}

/** One operation as the document describes it. */
export interface Operation {
  readonly method: 'get' | 'post';
  readonly path: string;
  readonly parameters: readonly Parameter[];
  readonly body: JsonSchema | null;
  /** Why an answer is not one that is documented; null where it is. */
  whyNot(status: number, type: string, body: unknown): string | null;
}

type Contents = Readonly<Record<string, { readonly schema?: JsonSchema }>>;
interface Described {
  readonly parameters?: readonly Parameter[];
  readonly requestBody?: { readonly content: Contents };
  readonly responses: Readonly<Record<string, { readonly content?: Contents }>>;
}
interface Document {
  readonly paths: Readonly<Record<string, Readonly<Record<string, Described>>>>;
  readonly components: { readonly schemas: Readonly<Record<string, JsonSchema>> };
}

/** The document as it is published: plain JSON. */
const document = JSON.parse(JSON.stringify(openApiDocument())) as Document;

/** Every operation of the document. */
export const operations: readonly Operation[] = Object.entries(document.paths).flatMap(([path, methods]) =>
  Object.entries(methods).map(([method, described]) => operationOf(path, method as 'get' | 'post', described)),
);

/** What a schema refers to, or the schema itself. */
export function resolved(schema: JsonSchema): JsonSchema {
  if (schema.$ref === undefined) return schema;
  const found = document.components.schemas[schema.$ref.split('/').at(-1) ?? ''];
  if (!found) throw new Error(`The document does not hold ${schema.$ref}.`);
  return found;
}

function operationOf(path: string, method: 'get' | 'post', described: Described): Operation {
  const validators = new Map<string, z.ZodType>();
  return {
    method,
    path,
    parameters: described.parameters ?? [],
    body: described.requestBody?.content['application/json']?.schema ?? null,
    whyNot(status, type, body) {
      const response = described.responses[String(status)];
      if (!response) return `${String(status)} is not documented`;
      const [plainType = ''] = type.split(';');
      const content = response.content?.[plainType];
      if (!content) return `${plainType} is not documented for ${String(status)}`;
      if (!content.schema || !plainType.endsWith('json')) return null;
      const name = `${String(status)} ${plainType}`;
      const validator = validators.get(name) ?? validatorOf(content.schema);
      validators.set(name, validator);
      const outcome = validator.safeParse(body);
      return outcome.success ? null : z.prettifyError(outcome.error);
    },
  };
}

/** A validator made from the document alone, not from the schemas the interface itself uses. */
function validatorOf(schema: JsonSchema): z.ZodType {
  const whole = JSON.stringify({ ...schema, $defs: document.components.schemas });
  return z.fromJSONSchema(JSON.parse(whole.replaceAll('#/components/schemas/', '#/$defs/')) as never);
}
