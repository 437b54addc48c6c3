/** A town as it is written down: everything by its code, in any order. What is there already is brought up to date. */
export type Town = {
  places?: readonly TownPlace[];
  units?: readonly TownUnit[];
  people?: readonly TownPerson[];
  kinds?: readonly TownKind[];
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
  kind: string;
  name: string;
  nameEn: string;
  place: string;
  superior: string | null;
  handles?: boolean;
};

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
