/** Valid values made from the zod schemas of the protocol: every schema that it exports, so that a new one is used without being named. */
import * as z from 'zod';
import * as admin from '#protocol/admin.ts';
import * as api from '#protocol/api.ts';
import * as classes from '#protocol/classes.ts';
import { commandSchema } from '#protocol/commands.ts';
import * as contest from '#protocol/contest.ts';
import * as homework from '#protocol/homework.ts';
import * as instructors from '#protocol/instructors.ts';
import * as reports from '#protocol/reports.ts';
import * as study from '#protocol/study.ts';
import { drawBetween, drawOne, type Random } from '#game/scenarios/random.ts';
import { SCENARIOS } from '#game/scenarios/catalogue.ts';
import type { Known } from './known.ts';

export type Shape = {
  readonly const?: unknown;
  readonly enum?: readonly unknown[];
  readonly anyOf?: readonly Shape[];
  readonly oneOf?: readonly Shape[];
  readonly type?: string;
  readonly properties?: Readonly<Record<string, Shape>>;
  readonly required?: readonly string[];
  readonly items?: Shape;
  readonly minItems?: number;
  readonly maxItems?: number;
  readonly minimum?: number;
  readonly maximum?: number;
  readonly maxLength?: number;
  readonly pattern?: string;
};

const shapeOf = (schema: z.ZodType) => z.toJSONSchema(schema, { io: 'input', unrepresentable: 'any' }) as Shape;

const MODULES = { admin, api, classes, contest, homework, instructors, reports, study };
const EXPORTED = Object.values(MODULES).flatMap((one) => Object.entries(one as Record<string, unknown>));
const SCHEMAS = EXPORTED.flatMap(([name, one]) => (one instanceof z.ZodType ? [{ name, shape: shapeOf(one) }] : []));

/** One for each kind of command. */
export const COMMANDS: readonly Shape[] = commandSchema.options.map(shapeOf);
/** What bodies and queries may look like; which route takes which is found out. */
export const BODIES: readonly Shape[] = SCHEMAS.filter(({ name }) => !name.endsWith('Query')).map(({ shape }) => shape);
export const QUERIES: readonly Shape[] = SCHEMAS.filter(({ name }) => name.endsWith('Query')).map(({ shape }) => shape);

/** Where a pattern is asked for: the first that fits. */
const FITTING = ['three-way-handshake', 'ABC234', '123456', 'rule:data', '2026-11-26', 'a'] as const;
const TEXTS = ['Ada', '王梅', 'CS 341', 'ada@example.org', 'correct horse', 'why?', '', 'BCDF-GHJK', 'all', 'en'] as const;
const scenarioIds = SCENARIOS.map(({ id }) => id);

/** A value of that shape. `key`: the name of the member that it is for. */
export function valueFor(random: Random, known: Known, shape: Shape, key = ''): unknown {
  if ('const' in shape) return shape.const;
  if (shape.enum) return drawOne(random, shape.enum);
  const branches = shape.anyOf ?? shape.oneOf;
  if (branches) return valueFor(random, known, drawOne(random, branches), key);
  switch (shape.type) {
    case 'object':
      return objectOf(random, known, shape);
    case 'array':
      return arrayOf(random, known, shape, key);
    case 'string':
      return textOf(random, known, shape, key);
    case 'integer':
    case 'number':
      return numberOf(random, known, shape, key);
    case 'boolean':
      return random() < 0.5;
    case 'null':
      return null;
    default:
      return drawBetween(random, 0, 3);
  }
}

function objectOf(random: Random, known: Known, { properties = {}, required = [] }: Shape): object {
  const members = Object.entries(properties).filter(([name]) => required.includes(name) || random() < 0.6);
  return Object.fromEntries(members.map(([name, shape]) => [name, valueFor(random, known, shape, name)]));
}

/** Without doubles, which no list of the protocol wants. */
function arrayOf(random: Random, known: Known, { items = {}, minItems = 0, maxItems = 3 }: Shape, key: string): readonly unknown[] {
  const length = drawBetween(random, minItems, Math.min(maxItems, minItems + 3));
  const values = Array.from({ length }, () => valueFor(random, known, items, key));
  return [...new Map(values.map((value) => [JSON.stringify(value), value])).values()];
}

function textOf(random: Random, known: Known, { pattern, maxLength = 200 }: Shape, key: string): string {
  if (key === 'id') return known.newId(random);
  if (/scenario|rounds/i.test(key) && random() < 0.8) return drawOne(random, scenarioIds);
  const met = known.draw(random, key);
  if (met !== null && random() < 0.9) return met;
  if (pattern === undefined) return drawOne(random, TEXTS).slice(0, maxLength);
  const isRight = new RegExp(pattern, 'u');
  return FITTING.find((one) => isRight.test(one)) ?? drawOne(random, TEXTS);
}

function numberOf(random: Random, known: Known, { minimum = 0, maximum = 1_000_000 }: Shape, key: string): number {
  if (/^(at|dueAt)$/.test(key)) return Date.now() + drawBetween(random, -1_000_000, 1_000_000);
  const met = key === 'turn' ? known.turn() : null;
  if (met !== null && random() < 0.7) return met;
  return drawBetween(random, minimum, random() < 0.7 ? Math.min(maximum, minimum + 8) : maximum);
}
