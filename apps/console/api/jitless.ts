import { z } from 'zod';

// Zod would compile its checks, which the content security policy forbids. Has to run before any schema is made.
z.config({ jitless: true });
