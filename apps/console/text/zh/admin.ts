// Administration: places, units, people, sessions, health.
export const admin = {};
