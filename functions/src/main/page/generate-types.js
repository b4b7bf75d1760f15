/**
 * Writes the types of the API, src/generated/api.ts, from openapi.yaml. They are made before each type check instead of
 * being kept in the repository, so that they can neither be stale nor be touched by hand.
 */
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { load } from 'js-yaml';
import { compile } from 'json-schema-to-typescript';

const SOURCE = new URL('../../../openapi.yaml', import.meta.url);
const TARGET = new URL('src/generated/api.ts', import.meta.url);

const text = await readFile(SOURCE, 'utf8');
const schemas = load(text.replaceAll('#/components/schemas/', '#/$defs/')).components.schemas;
checkAllOf(schemas, 'components/schemas');
const types = await compile({ $defs: schemas, additionalProperties: false }, 'Schemas', {
  bannerComment: '/* Generated from openapi.yaml by `npm run types`. */',
  unreachableDefinitions: true,
  additionalProperties: false,
  ignoreMinAndMaxItems: true,
});
// What has not changed keeps its time, or the jar would look older than what it is made of.
if ((await readFile(TARGET, 'utf8').catch(() => '')) !== types) {
  await mkdir(new URL('.', TARGET), { recursive: true });
  await writeFile(TARGET, types);
}

/** The generator drops an `allOf` without a word where `properties` stand beside it instead of in it. */
function checkAllOf(schema, place) {
  if (typeof schema !== 'object' || schema === null) return;
  if (schema.allOf && schema.properties) throw new Error(`${place}: properties beside allOf`);
  for (const [name, part] of Object.entries(schema)) checkAllOf(part, `${place}/${name}`);
}
