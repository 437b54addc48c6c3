import type { ModuleRef } from '@nestjs/core';
import type { Database } from '../../../prisma/client.ts';
import type { Subject } from '../door/subject.ts';
import type { Language } from '../language.ts';

/** Who asks, and where a list is read: from the database, or at the door that alone knows how to (`doors.get`). */
export type Asking = { db: Database; doors: ModuleRef; subject: Subject; language: Language };
