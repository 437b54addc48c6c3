// The grid worker on the phone.
export const patrol = {};
