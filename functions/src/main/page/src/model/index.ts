/** What the API says, as it says it: times are ISO 8601, absent fields are left out. */
export type * from './town';
export type * from './enquiry';
export type * from './message';
export type * from './media';
export type * from './reply';
export type * from './receipt';
