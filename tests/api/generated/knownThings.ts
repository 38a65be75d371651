import { developmentPeople } from '../../../dev/identity/people.ts';
import { developmentAgencies, developmentAreas } from '../../../dev/reference.ts';
import { idOf } from '../../../dev/seedDevelopment.ts';
import type { Known } from './arbitraryOf.ts';

/** What exists by now, so that generated requests can be about it: learned from the answers. */
export class KnownThings {
  readonly #byName = new Map<string, string[]>();
  readonly #ids: string[] = developmentPeople.map(({ subject }) => idOf('practitioner', subject));
  readonly #revisions = new Map<string, string>();

  /** Everything in an answer that has the form of an id or a reference, under the name it stands there. */
  learn(answer: unknown, name = ''): void {
    if (Array.isArray(answer)) for (const each of answer) this.learn(each, name);
    else if (typeof answer === 'object' && answer !== null)
      for (const [key, value] of Object.entries(answer)) this.learn(value, key);
    else if (typeof answer === 'string' && (name === 'reference' || /^[0-9a-f]{8}-[0-9a-f-]{27}$/.test(answer))) {
      const list = this.#byName.get(name) ?? [];
      if (!list.includes(answer)) list.push(answer);
      this.#byName.set(name, list);
      if (name !== 'reference' && !this.#ids.includes(answer)) this.#ids.push(answer);
    }
  }

  learnRevision(reference: string, etag: string): void {
    this.#revisions.set(reference, etag);
  }

  revisionOf(reference: string): string | undefined {
    return this.#revisions.get(reference);
  }

  /** One of those known by a name, mostly a late one: the latest are those somebody works on. */
  named(name: string, n: number): string | undefined {
    const list = (this.#byName.get(name) ?? []).slice(-12);
    return list[n % Math.max(1, list.length)];
  }

  /** A body in which what stands for something known is that thing. */
  filled(value: unknown): unknown {
    if (Array.isArray(value)) return value.map((each) => this.filled(each));
    if (typeof value !== 'object' || value === null) return value;
    if ('known' in value) return this.#thing(value as Known);
    return Object.fromEntries(Object.entries(value).map(([key, each]) => [key, this.filled(each)]));
  }

  #thing({ known, n }: Known): string {
    const of = <T>(list: readonly T[]): T => list[n % list.length] as T;
    switch (known) {
      case 'area':
        return of(developmentAreas).code;
      case 'agency':
        return of(developmentAgencies).code;
      case 'practitioner':
        return idOf('practitioner', of(developmentPeople).subject);
      case 'id':
        return of(this.#ids.slice(-200));
    }
  }
}
