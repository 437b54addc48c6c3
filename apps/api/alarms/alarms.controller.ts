import { Controller, Get, Inject } from '@nestjs/common';
import { z } from 'zod';
import { Answers } from '../answers.ts';
import { Action, Caller } from '../door/action.ts';
import { decide } from '../door/decide.ts';
import type { Subject } from '../door/subject.ts';
import type { Language } from '../language.ts';
import { pageOf } from '../page.ts';
import { Wanted } from '../wanted.ts';
import { timeOf } from '../wire.ts';
import { AlarmShown, alarmShown } from './alarm-shown.ts';
import { Watch } from './watch.ts';

/** How the house stands, for whoever looks after it. */
@Controller('api/v1/alarms')
export class AlarmsController {
  constructor(@Inject(Watch) private readonly watch: Watch) {}

  @Get()
  @Action('alarms:read')
  @Answers(
    200,
    pageOf(AlarmShown).extend({ at: z.string() }),
    'Every part of the house, the worst first; `at`: when it was looked at',
  )
  async list(@Caller() subject: Subject, @Wanted() language: Language) {
    const { at, findings } = await this.watch.look();
    const mayOpen = decide(subject, 'register:read').may;
    return { items: findings.map((one) => alarmShown(one, language, mayOpen)), at: timeOf(at) };
  }
}
