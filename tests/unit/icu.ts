/** What a translator must keep of a message: its arguments with their kinds, and its tags. */
import { type MessageFormatElement, parse, TYPE } from '@formatjs/icu-messageformat-parser';

type Messages = { readonly [key: string]: string | Messages };

/** Every message by its path, `header.home`. */
export function flatten(messages: Messages, prefix = ''): Map<string, string> {
  const entries = Object.entries(messages).flatMap(([key, value]): [string, string][] =>
    typeof value === 'string' ? [[prefix + key, value]] : [...flatten(value, `${prefix}${key}.`)],
  );
  return new Map(entries);
}

/** As one text, for comparing. Plural forms differ between languages; that there is a plural does not. */
export function argumentsOf(message: string | undefined): string {
  return [...new Set(argumentsIn(parse(message ?? '')))].sort().join(', ');
}

function argumentsIn(elements: readonly MessageFormatElement[]): string[] {
  return elements.flatMap((element) => {
    switch (element.type) {
      case TYPE.literal:
      case TYPE.pound:
        return [];
      case TYPE.tag:
        return [`<${element.value}>`, ...argumentsIn(element.children)];
      case TYPE.plural:
      case TYPE.select:
        return [element.value, ...optionsOf(element)];
      default:
        return [element.value];
    }
  });
}

function optionsOf(element: Extract<MessageFormatElement, { type: TYPE.plural | TYPE.select }>): string[] {
  const cases = element.type === TYPE.select ? Object.keys(element.options).map((key) => `${element.value}=${key}`) : [];
  return [...cases, ...Object.values(element.options).flatMap((option) => argumentsIn(option.value))];
}
