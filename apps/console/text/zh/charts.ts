// Charts, the map, the time line, the diagram over many cases, the big screen.
export const charts = {};
