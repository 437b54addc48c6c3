import type { KeyboardEvent, ReactNode } from 'react';

const keepFromList = (event: KeyboardEvent) => {
  if (event.key === 'Tab') event.stopPropagation();
};

/** In an open list the Tab key goes on to the next field, as everywhere; antd would choose what is highlighted. */
export const TabGoesOn = ({ children }: { children: ReactNode }) => (
  <div role="presentation" onKeyDownCapture={keepFromList}>
    {children}
  </div>
);
