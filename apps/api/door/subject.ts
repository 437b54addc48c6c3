import { covers } from '../../../workflows/process/actor.ts';

/** A post as decisions need it. `unitIds` are the unit's own and all below it. */
export type Post = {
  id: string;
  role: string;
  unitId: string | null;
  unitIds: readonly string[];
  placeId: string;
  placePath: string;
  rank: string;
  isHead: boolean;
  callBack: boolean;
};

/** Whoever asks: a person with posts, the holder of one receipt, or nobody in particular. */
export type Subject = {
  personId: string | null;
  name: string;
  nameEn: string;
  account: string | null;
  sessionId: string | null;
  posts: readonly Post[];
  /** The only matter that a receipt's token opens. */
  matterId: string | null;
};

const blank = {
  personId: null,
  name: '',
  nameEn: '',
  account: null,
  sessionId: null,
  posts: [],
  matterId: null,
};

export const anonymous: Subject = blank;

/** The holder of a receipt and its code. */
export const receiptHolder = (matterId: string): Subject => ({ ...blank, matterId });

/** What a subject is called where ids are kept (commands, log): a person's id, `receipt:<matter>` or `anonymous`. */
export const nameOf = ({ personId, matterId }: Subject): string =>
  personId ?? (matterId === null ? 'anonymous' : `receipt:${matterId}`);

/** Whether any of the subject's posts has one of the roles. */
export const hasRole = ({ posts }: Subject, ...roles: string[]): boolean =>
  posts.some(({ role }) => roles.includes(role));

/** The units where the subject holds a post. */
export const unitsOf = ({ posts }: Subject): string[] => posts.flatMap(({ unitId }) => unitId ?? []);

/** Whether a post of the subject covers the place. */
export const coversPlace = (post: Post, path: string): boolean => covers(post.placePath, path);
