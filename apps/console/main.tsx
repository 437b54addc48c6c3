// The console: residents' pages at once, the staff's when somebody who works here comes in.
// api/ asks, form/ draws what actions ask for, look/ and text/ are everybody's, resident/ and staff/ are the pages.
import './api/jitless.ts';
import { QueryClientProvider } from '@tanstack/react-query';
import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { RouterProvider } from 'react-router/dom';
import './look/site.css';
import { freshness } from './api/fresh.ts';
import { routes } from './routes.tsx';
import { startTexts } from './text/i18n.ts';

await startTexts();
const place = document.getElementById('root');
if (place === null) throw new Error('index.html has no element with the id root');
createRoot(place).render(
  <StrictMode>
    <QueryClientProvider client={freshness()}>
      <RouterProvider router={routes()} />
    </QueryClientProvider>
  </StrictMode>,
);
