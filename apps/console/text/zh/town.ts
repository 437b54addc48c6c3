// The desks of deputies, stations, member units and subdistricts.
export const town = {};
