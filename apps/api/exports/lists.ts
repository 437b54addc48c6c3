// Every list that can be taken away as a file, one entry each: its name, right, filters, columns, and how it is read.
// A new list is a new entry in one of these; test/house/exports.test.ts tells when a list of the API has none.
import { behindLists } from './behind-lists.ts';
import { figureLists } from './figure-lists.ts';
import { keptLists } from './kept-lists.ts';
import { ruleLists } from './rule-lists.ts';
import { workLists } from './work-lists.ts';

export const exportControllers = [...workLists, ...behindLists, ...keptLists, ...ruleLists, ...figureLists];
