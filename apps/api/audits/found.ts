import type { Language } from '../language.ts';

const zh = {
  number: '编号',
  times: '（符合的共 {n} 次，此为最近一次）',
  holds: '由其承办或签收',
  refused: '有被拒绝的办理',
  unit: '{unit} 承办或参与',
  rule: '执行规则 {rule}',
  ending: '结果相符',
};

const en: typeof zh = {
  number: 'number',
  times: '(the latest of {n})',
  holds: 'holds or held it',
  refused: 'an act was refused',
  unit: '{unit} handles or handled it',
  rule: 'under policy {rule}',
  ending: 'ended so',
};

/** Why something was found, in words. */
export const found: Readonly<Record<Language, typeof zh>> = { zh, en };
