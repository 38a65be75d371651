import { developmentPeople } from '../../../dev/identity/people.ts';
import { developmentAgencies, developmentAreas } from '../../../dev/reference.ts';
import { idOf } from '../../../dev/seedDevelopment.ts';
import type { Known } from './arbitraryOf.ts';

/** What exists by now, so that generated requests can be about it: learned from the answers. */
export class KnownThings {
  readonly #byName = new Map<string, string[]>();
  readonly #ids: string[] = developmentPeople.map(({ subject }) => idOf('practitioner', subject));
  readonly #revisions = new Map<string, string>();

  /** Everything in an answer about a case that has the form of an id or a reference, under the name it stands there. */
  learn(answer: unknown, about: string | null = null, name = ''): void {
    if (Array.isArray(answer)) for (const each of answer) this.learn(each, about, name);
    else if (typeof answer === 'object' && answer !== null)
      for (const [key, value] of Object.entries(answer)) this.learn(value, about, key);
    else if (typeof answer === 'string' && (name === 'reference' || /^[0-9a-f]{8}-[0-9a-f-]{27}$/.test(answer))) {
      this.#note(name, answer);
      if (about !== null) this.#note(`${about} ${name}`, answer);
      if (name !== 'reference' && !this.#ids.includes(answer)) this.#ids.push(answer);
    }
  }

  #note(name: string, thing: string): void {
    const list = this.#byName.get(name) ?? [];
    if (!list.includes(thing)) list.push(thing);
    this.#byName.set(name, list);
  }

  learnRevision(reference: string, etag: string): void {
    this.#revisions.set(reference, etag);
  }

  revisionOf(reference: string): string | undefined {
    return this.#revisions.get(reference);
  }

  /** One of those known by a name, mostly a late one: the latest are those somebody works on. Of a case, where there are. */
  named(name: string, n: number, about: string | null = null): string | undefined {
    const own = about === null ? undefined : this.#byName.get(`${about} ${name}`);
    const list = (own ?? this.#byName.get(name) ?? []).slice(name === 'reference' ? -20 : -12);
    return list[n % Math.max(1, list.length)];
  }

  /** One of the latest cases of which something is known by that name. */
  caseWith(name: string, n: number): string | undefined {
    const all = (this.#byName.get('reference') ?? []).filter((reference) => this.#byName.has(`${reference} ${name}`));
    const list = all.slice(-20);
    return list[n % Math.max(1, list.length)];
  }

  /** A body about a case in which what stands for something known is that thing. */
  filled(value: unknown, about: string | null = null): unknown {
    if (Array.isArray(value)) {
      const each = value.map((one) => this.filled(one, about));
      return value.some(isKnown) ? [...new Set(each)] : each;
    }
    if (typeof value !== 'object' || value === null) return value;
    if (isKnown(value)) return this.#thing(value, about);
    return Object.fromEntries(Object.entries(value).map(([key, each]) => [key, this.filled(each, about)]));
  }

  #thing({ known, n, under }: Known, about: string | null): string {
    const of = <T>(list: readonly T[]): T => list[n % list.length] as T;
    switch (known) {
      case 'area':
        return of(developmentAreas).code;
      case 'agency':
        return of(developmentAgencies).code;
      case 'practitioner':
        return idOf('practitioner', of(developmentPeople).subject);
      case 'id': {
        const named = under === undefined ? undefined : this.named(givenAs(under), n, about);
        return named ?? of(this.#ids.slice(-200));
      }
    }
  }
}

function isKnown(value: unknown): value is Known {
  return typeof value === 'object' && value !== null && 'known' in value;
}

/** Under which name answers give what a body calls otherwise. */
function givenAs(field: string): string {
  return field === 'children' ? 'childIds' : field;
}
