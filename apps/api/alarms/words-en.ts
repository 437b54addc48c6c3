import type { Name, Words } from './words-zh.ts';

export const en: Readonly<Record<Name, Words>> = {
  database: {
    title: 'Database',
    ok: 'PostgreSQL answers.',
    bad: 'PostgreSQL does not answer.',
    advice:
      'Look at the database service and its disk; everything goes on by itself afterwards, no matter is lost.',
  },
  migrations: {
    title: 'Database schema',
    ok: 'The schema is that of this version.',
    bad: 'The schema is not that of this version.',
    advice: 'Start again: it is brought up to date at the start. If it stays so, compare the versions.',
  },
  temporal: {
    title: 'Temporal',
    ok: 'Temporal answers.',
    bad: 'Temporal does not answer: matters are taken in, processes stand still.',
    advice: 'Look at the Temporal service; what waits goes on by itself afterwards.',
  },
  worker: {
    title: 'Workers',
    ok: 'Workers that ask for work: {count}.',
    bad: 'No worker asks for work: processes, notices and deadlines stand still.',
    advice: 'Start the worker (npm start, or the service manager) and read its log.',
  },
  outbox: {
    title: 'Outbox',
    ok: 'Nothing waits.',
    bad: 'Errands that are due and not taken: {count} ({lanes}).',
    advice: 'See first whether worker and Temporal are well; if they are, read the log of the worker.',
  },
  lanes: {
    title: 'Errands that fail',
    ok: 'No errand fails again and again.',
    bad: 'Errands that fail again and again: {count}, up to {most} times ({lanes}).',
    advice: 'The reason is in the log of the worker; they are tried again by themselves.',
  },
  commands: {
    title: 'Acts without an outcome',
    ok: 'Every act has its outcome.',
    bad: 'Acts that were taken and have no outcome: {count}.',
    advice:
      'Temporal or the worker is usually away; they are done afterwards and count from when they were taken.',
  },
  notices: {
    title: 'Notices to be delivered',
    ok: 'Notices are delivered in time.',
    bad: 'Notices that are due and not delivered: {count}.',
    advice: 'Look at the settings and the connection of the mail and message services.',
  },
  failed: {
    title: 'Notices that failed',
    ok: 'No notice failed in the last {days} days.',
    bad: 'Notices that failed in the last {days} days: {count}.',
    advice:
      'Check the e-mail addresses under “People and posts”; inside the console the notices can be read.',
  },
  mail: {
    title: 'E-mail',
    ok: 'Notices of the last {days} days that were delivered in the console alone, for want of a mail server: {count}.',
    bad: 'Notices of the last {days} days that were delivered in the console alone, for want of a mail server: {count}.',
    advice: 'Set a mail server (MINQING_SMTP_URL) where e-mail is wanted.',
  },
  nobody: {
    title: 'Tasks for nobody',
    ok: 'Every task has somebody.',
    bad: 'Tasks that nobody at all can do: {count}.',
    advice: 'The security administrator gives posts at the unit, or above it.',
  },
  standIns: {
    title: 'Tasks passed upwards',
    ok: 'No task was passed upwards for want of somebody.',
    bad: 'Tasks with a superior because a post is vacant or away: {count}.',
    advice: 'Fill the A and B posts, or end absences that are over.',
  },
  vacant: {
    title: 'Units without an A post',
    ok: 'Every unit that handles matters has an A post.',
    bad: 'Units that handle matters and have no A post: {count}.',
    advice: 'The security administrator gives an A post, or the system administrator changes the unit.',
  },
  rules: {
    title: 'Rules',
    ok: 'A pack is in force everywhere.',
    bad: 'Districts without a pack in force, where matters cannot be handled: {count}.',
    advice: 'The supervision office proposes a pack and puts it in force.',
  },
  calendar: {
    title: 'Calendar',
    ok: 'Holidays are published until {until}: {count} days ahead.',
    bad: 'Holidays are published until {until} only: {count} days ahead; later deadlines follow the weekends, and say so.',
    advice: 'When the next year is published, the supervision office proposes the new calendar.',
  },
  proposals: {
    title: 'Proposals',
    ok: 'No proposal has waited long (open: {count}).',
    bad: 'Proposals that wait for a second person: {count}.',
    advice: 'Another supervisor puts them in force or refuses them.',
  },
  archive: {
    title: 'Archive',
    ok: 'What is closed is archived in time.',
    bad: 'Closed processes that are not archived: {count}.',
    advice: 'Temporal keeps histories for a while only; see to it that archiving goes on.',
  },
  locked: {
    title: 'Locked accounts',
    ok: 'No account is locked.',
    bad: 'Accounts locked after wrong passwords: {count}.',
    advice: 'Ask whether it was the person; many at once may be somebody who tries passwords.',
  },
  schedules: {
    title: 'Processes that begin by themselves',
    ok: 'All {wanted} have begun in time.',
    bad: 'Not begun in this period: {late}; not scheduled: {missing}.',
    advice: 'Look at Temporal and the worker first; schedules are made again every two minutes.',
  },
  skew: {
    title: 'Clocks',
    ok: 'The clocks of database and service agree.',
    bad: 'The clocks of database and service are {count} seconds apart; deadlines are judged by them.',
    advice: 'Check the time synchronisation (NTP) of both machines.',
  },
  disk: {
    title: 'Disk',
    ok: '{count} GB are free.',
    bad: 'Only {count} GB are free; the database stops when the disk is full.',
    advice: 'Make room, or a larger disk.',
  },
};

export const lanesEn: Readonly<Record<string, string>> = {
  start: 'begin processes',
  message: 'messages between processes',
  notice: 'notices',
  archive: 'archive',
};
