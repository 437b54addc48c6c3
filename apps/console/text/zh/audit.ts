// The audit of a course: search, integrity, bundles.
export const audit = {};
