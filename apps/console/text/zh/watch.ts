// The supervision centre: what is late and will be, rates, stages, scores.
export const watch = {};
