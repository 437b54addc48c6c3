/** A town as it is written down: everything by its code, in any order. What is there already is brought up to date. */
export type Town = {
  places?: readonly TownPlace[];
  units?: readonly TownUnit[];
  people?: readonly TownPerson[];
  kinds?: readonly TownKind[];
  memberships?: readonly TownMembership[];
};

export type TownPlace = {
  code: string;
  parent: string | null;
  level: string;
  name: string;
  nameEn: string;
  /** Name of the pack in force here and below; where it is not said, that of the place above. */
  policy?: string | null;
};

export type TownUnit = {
  code: string;
  /** `station`: a liaison station 人大代表联络站 of the place, where deputies hold posts. */
  kind: string;
  name: string;
  nameEn: string;
  place: string;
  superior: string | null;
  handles?: boolean;
};

/** A member unit 成员单位 of a subdistrict's 大工委 [002]: `powers` are the kinds of matters, or groups of them, that it takes on. */
export type TownMembership = { unit: string; place: string; isStanding?: boolean; powers: readonly string[] };

export type TownPost = {
  role: string;
  unit: string | null;
  place: string;
  rank?: 'A' | 'B';
  isHead?: boolean;
  callBack?: boolean;
};

/** `passwordHash` from password.ts; a text that is no hash makes an account that nobody can open. */
export type TownPerson = {
  account: string;
  name: string;
  nameEn: string;
  passwordHash: string;
  locale?: string;
  email?: string | null;
  posts: readonly TownPost[];
};

export type TownKind = {
  code: string;
  name: string;
  nameEn: string;
  group: string;
  groupEn: string;
  lead: string | null;
  importance: number;
  urgency: number;
  size: string;
  mode: string;
  isComplaint?: boolean;
};
