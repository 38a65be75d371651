import type { z } from 'zod';
import type { RequestProblem } from '../contracts/problemCode.ts';
import type { Actor } from '../domain/access/actor.ts';
import type { Permission } from '../domain/access/permission.ts';
import type { IsoInstant } from '../domain/calendar/time.ts';
import type { Dependencies } from '../usecases/dependencies.ts';
import type { AskedOnPage } from './form/askedOnPage.ts';
import type { Fault } from './form/faults.ts';
import type { Fields } from './form/fields.ts';
import type { Seen } from './form/seen.ts';

/** What a page is made from once a request has been limited, authenticated and parsed. */
export interface PageInput<Params, Query> {
  readonly actor: Actor;
  readonly params: Params;
  readonly query: Query;
  readonly now: IsoInstant;
  /** Method and pattern as the access log notes them, `page GET /cases/:reference`. */
  readonly route: string;
  /** Where people reach the product: what an address that leaves it begins with. */
  readonly publicUrl: string;
}

/** A form that was sent and found to be as its schema describes it. */
export interface FormInput<Params, Query, Body> extends PageInput<Params, Query> {
  readonly body: Body;
  /** Made when the form was shown: sending it twice does the thing once. */
  readonly key: string;
  readonly bodyHash: string;
  /** The version of what was looked at; null where the form carries none. */
  readonly version: number | null;
  /** Whether what the form is about still stands as it stood when it was shown: `show` is asked again. */
  readonly stillAsSeen: (this: void) => Promise<boolean>;
}

/** What is shown: a view with its data, or a file to save. */
export type Shown =
  | {
      readonly ok: true;
      readonly title: string;
      readonly data: object;
      /** The version a form on the page is about; it travels in the form. Left out, it follows from what is seen. */
      readonly version?: number;
      /** What the form is about, as it stands: if somebody changes it meanwhile, both are shown beside each other. */
      readonly seen?: Seen;
      /** What a form shows before anybody has typed, by the names of its fields. */
      readonly values?: Fields;
      /** What is known to be missing already when the form is shown. */
      readonly faults?: readonly Fault[];
    }
  | { readonly ok: true; readonly file: PageFile }
  /** What stood here is somewhere else by now. */
  | { readonly ok: true; readonly goTo: string }
  | RequestProblem;

export interface PageFile {
  readonly name: string;
  readonly type: string;
  readonly content: string | Uint8Array;
}

/** What became of a form: done, with where to go next and what to say there; kept and not decided yet; or refused. */
export type Done =
  | { readonly ok: true; readonly to: string; readonly notice?: string }
  | { readonly ok: true; readonly to: string; readonly pending: string }
  | RequestProblem;

interface Form<P, Q, B> {
  readonly schema: z.ZodType<B>;
  /** Makes what the schema reads of the fields that were sent; left out, `victim.familyName` becomes `{victim: {familyName}}`. */
  read?(fields: Fields): unknown;
  /** The field that a part of the body comes from, where it has another name on the page. */
  fieldOf?(at: string, fields: Fields): string;
  /** What to say of a field that was left empty, by its name. */
  readonly missing?: Readonly<Record<string, string>>;
  act(input: FormInput<P, Q, B>, deps: Dependencies): Promise<Done>;
}

/** Who may, and what is noted, belong to every page; there is no default for either. */
interface PageDefinition<P, Q, B> {
  readonly path: `/${string}`;
  /** `signedIn` is everybody who is registered to work here. What is about one case is authorised where it is loaded. */
  readonly permission: Permission | 'signedIn';
  /** Under which name a use is noted in the access log. */
  readonly audit: string;
  readonly params?: z.ZodType<P>;
  readonly query?: z.ZodType<Q>;
  /**
   * Its address is filled in on the page itself: by a filter, or to look at something first. What cannot be asked comes back there
   * and is said; the rest counts. Without it, such an address is refused.
   */
  readonly askedOnPage?: AskedOnPage;
  /** The template, below web/pages. */
  readonly view: string;
  /** Its place in the navigation, for those who may see it; `aside` are those one goes to now and then, not all day. */
  readonly navigation?: { readonly label: string; readonly order: number; readonly aside?: true };
  show(input: PageInput<P, Q>, deps: Dependencies): Promise<Shown>;
  readonly form?: Form<P, Q, B>;
}

/** A page as data: the list of them is walked by the site, by its navigation and by tests. */
export type Page = Omit<PageDefinition<unknown, unknown, unknown>, 'show' | 'form'> & {
  show(input: PageInput<unknown, unknown>, deps: Dependencies): Promise<Shown>;
  readonly form?: Omit<Form<unknown, unknown, unknown>, 'act'> & {
    act(input: FormInput<unknown, unknown, unknown>, deps: Dependencies): Promise<Done>;
  };
};

/** Defines one page. What its schemas let through is what it is made from, so the types may be forgotten outside. */
export function definePage<P, Q, B>(definition: PageDefinition<P, Q, B>): Page {
  return definition;
}
