// Policies and calendars.
export const rules = {};
