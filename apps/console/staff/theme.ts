// The console of people at work: lists, the page of a matter, taking in, notices, the own account.
// antd draws what is hard to draw well: drawers, long lists to choose from, calendars.
import type { ThemeConfig } from 'antd';

/** antd's default colours fail contrast; these tokens mend it (stack.md, trap 14). */
export const theme: ThemeConfig = {
  token: {
    colorPrimary: '#0958d9',
    colorInfo: '#0958d9',
    colorLink: '#0958d9',
    colorError: '#b3111b',
    colorTextTertiary: 'rgba(0,0,0,0.65)',
    colorTextDescription: 'rgba(0,0,0,0.65)',
    colorTextPlaceholder: 'rgba(0,0,0,0.6)',
    colorBorder: '#8a94a3',
    borderRadius: 6,
    fontSize: 14,
    fontFamily: 'var(--sans)',
    motionDurationMid: '0.1s',
    motionDurationSlow: '0.15s',
  },
};
