import { useQueryClient } from '@tanstack/react-query';
import { useNavigate } from 'react-router';
import { z } from 'zod';
import { at } from './ask.ts';
import { useAsk } from './asker.tsx';
import { mayLeave, tellLeft } from './leaving.ts';
import { rememberSignIn } from './session.ts';

/** Ends the session of this browser and forgets everything that was asked for with it. */
export function useSignOut(): () => Promise<void> {
  const ask = useAsk();
  const client = useQueryClient();
  const navigate = useNavigate();
  return async () => {
    if (!(await mayLeave())) return;
    await ask(z.unknown(), at('sessions/current'), { method: 'DELETE' });
    await tellLeft();
    sessionStorage.clear();
    rememberSignIn(false);
    await navigate('/');
    client.clear();
  };
}
