import { z } from 'zod';
import { endSchema } from '../../../../../../../contracts/administration.ts';
import { problem } from '../../../../../../../contracts/problemCode.ts';
import { idSchema } from '../../../../../../../contracts/text.ts';
import { readRegistered } from '../../../../../../../usecases/administration/people.ts';
import { endPost } from '../../../../../../../usecases/administration/posts.ts';
import { readNames } from '../../../../../../../usecases/office/readNames.ts';
import { definePage } from '../../../../../../definePage.ts';
import type { AdministrationForm } from '../../../../fields.ts';
import { endFields, readEnd } from '../../../endFields.ts';
import { presentPosts } from '../../../present.ts';

/** Ends a post now, or sets its last day. */
export const endPostPage = definePage({
  path: '/administration/people/:practitioner/posts/:post',
  permission: 'managePeople',
  audit: 'endPost',
  params: z.object({ practitioner: idSchema, post: idSchema }),
  view: 'formPage.njk',
  show: async ({ actor, route, params, now }, deps) => {
    if (params.practitioner === actor.practitionerId) return problem('NOT_FOUND');
    const read = await readRegistered(deps, { actor, route }, params.practitioner);
    if (!read.ok) return read;
    const posts = presentPosts(read.view.posts, await readNames(deps), now);
    const post = posts.find(({ postId, mayEnd }) => postId === params.post && mayEnd);
    if (!post) return problem('NOT_FOUND');
    const data: AdministrationForm = {
      back: { text: read.view.name, href: `/administration/people/${params.practitioner}` },
      caption: read.view.name,
      before: [
        `They see and do nothing more as ${post.role}${post.place ? `, ${post.place}` : ''}, from the next page on.`,
      ],
      fields: endFields(false),
      button: 'End the post',
      grave: true,
    };
    return { ok: true, title: `End the post: ${post.role}`, data };
  },
  form: {
    schema: endSchema,
    read: readEnd,
    fieldOf: (at, fields) => (at === 'lastDay' && fields['when'] === 'day' ? 'day' : 'when'),
    act: async ({ actor, route, key, bodyHash, body, params }, deps) => {
      const post = { practitionerId: params.practitioner, postId: params.post };
      const ended = await endPost(deps, { actor, route, key, bodyHash }, post, body);
      if (!ended.ok) return ended;
      return { ok: true, to: `/administration/people/${params.practitioner}`, notice: 'The end of the post is set.' };
    },
  },
});
