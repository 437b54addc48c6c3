// The workbench: boxes, batches, saved views, the palette of commands.
export const desk = {};
